#include "ui/data/part_list_model.h"

#include <QFileInfo>
#include <QLocale>
#include <QPixmap>

#include "ui/session/project_session.h"
#include "ui/session/thumbnail_cache.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

PartListModel::PartListModel(ProjectSession& session, ThumbnailCache& thumbnails, QObject* parent)
    : QAbstractListModel(parent), session_(session), thumbnails_(thumbnails) {
    connect(&session_.view(), &PartView::aboutToArrange, this, [this] { beginResetModel(); });
    connect(&session_.view(), &PartView::arranged, this, [this] { endResetModel(); });
    connect(&session_, &ProjectSession::dataChanged, this, &PartListModel::onDataChanged);
    connect(&session_, &ProjectSession::labelsChanged, this, &PartListModel::onLabelsChanged);
    connect(&session_, &ProjectSession::regionsChanged, this, &PartListModel::onRegionsChanged);
    connect(&session_, &ProjectSession::shownRunChanged, this, [this] {
        changed({ScoreRole, ScoreShareRole});
    });
    connect(&thumbnails_, &ThumbnailCache::ready, this, &PartListModel::onThumbnailReady);
}

int PartListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(session_.view().rows().size());
}

void PartListModel::changed(const QList<int>& roles) {
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

void PartListModel::onDataChanged() {
    folders_.clear();  // a source may have been moved
    changed({});
}

void PartListModel::onLabelsChanged(const std::vector<PartId>& parts) {
    constexpr std::size_t kMany = 100;
    if (parts.size() > kMany) {
        changed({LabelRole, DefectTypeRole, NoteRole});
        return;
    }
    for (const PartId id : parts) {
        const int row = session_.view().rowOf(id);
        if (row >= 0) Q_EMIT dataChanged(index(row), index(row), {LabelRole, DefectTypeRole, NoteRole});
    }
}

void PartListModel::onRegionsChanged(PartId part) {
    const int row = session_.view().rowOf(part);
    if (row >= 0) Q_EMIT dataChanged(index(row), index(row), {RegionsRole});
}

int PartListModel::regions(PartId part) const {
    const auto found = session_.data().regions.find(part);
    return found == session_.data().regions.end() ? 0 : found->second.count;
}

void PartListModel::onThumbnailReady(const QString& key) {
    const auto [first, last] = waiting_.equal_range(key.toStdString());
    for (auto entry = first; entry != last; ++entry) {
        const int row = session_.view().rowOf(entry->second);
        if (row >= 0) Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, PictureFaultRole});
    }
    waiting_.erase(first, last);
}

Path PartListModel::imageFile(const PartRecord& part) const {
    // Asked for every cell that is painted: the folder is looked up once.
    const auto [folder, isNew] = folders_.try_emplace(part.source);
    if (isNew) folder->second = session_.imageFile({.source = part.source});
    return folder->second / part.path;
}

ThumbnailCache::Request PartListModel::thumbnail(int row) const {
    return thumbnailOf(session_.view().part(row));
}

ThumbnailCache::Request PartListModel::thumbnailOf(const PartRecord& part) const {
    return {.sha256 = part.sha256,
            .file = imageFile(part),
            .project = session_.file(),
            .generated = part.generated ? part.id : 0};
}

QVariant PartListModel::picture(const PartRecord& part) const {
    const ThumbnailCache::Request request = thumbnailOf(part);
    if (const QPixmap* pixmap = thumbnails_.get(request)) return *pixmap;
    if (thumbnails_.fault(request) == PictureFault::None) {
        const auto [first, last] = waiting_.equal_range(request.key());
        if (std::none_of(first, last, [&](const auto& entry) { return entry.second == part.id; }))
            waiting_.emplace(request.key(), part.id);
    }
    return {};
}

QVariant PartListModel::verdict(PartId part) const {
    const auto forests = session_.data().scoredRuns(RunKind::Fit);
    if (forests.empty()) return {};
    const auto thresholds = session_.data().thresholds.find(forests.front()->id);
    const ScoreRecord* score = session_.data().score(forests.front()->id, part);
    if (thresholds == session_.data().thresholds.end() || score == nullptr) return {};
    return static_cast<int>(verdictOf(score->imageScore, thresholds->second));
}

QString PartListModel::toolTip(const PartRecord& part) const {
    QString text = QString::fromStdString(part.path);
    text += QStringLiteral("\n") + labelText(part.label);
    if (!part.defectType.empty()) text += tr(", %1").arg(QString::fromStdString(part.defectType));
    if (!part.note.empty()) text += QStringLiteral("\n") + QString::fromStdString(part.note);
    if (const int count = regions(part.id); count > 0)
        text += QLatin1Char('\n') + tr("%n region(s)", nullptr, count);
    if (part.generated) text += tr("\nGenerated, not photographed");
    if (part.unseenDefect) text += tr("\nA defect kind held back from training");
    text += tr("\n%1 × %2 px").arg(part.width).arg(part.height);
    if (const ScoreRecord* score = session_.data().score(session_.shownRun(), part.id)) {
        text += tr("\nscore %1").arg(QLocale().toString(score->imageScore, 'g', 5));
    }
    return text;
}

QString PartListModel::accessibleText(const PartRecord& part) const {
    QStringList words{QString::fromStdString(part.path), labelText(part.label)};
    if (!part.defectType.empty()) words.push_back(QString::fromStdString(part.defectType));
    if (const int count = regions(part.id); count > 0) words.push_back(tr("%n region(s)", nullptr, count));
    if (!part.note.empty()) words.push_back(tr("with a note"));
    if (part.generated) words.push_back(tr("generated"));
    return words.join(QStringLiteral(", "));
}

QVariant PartListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PartRecord& record = session_.view().part(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return QFileInfo(QString::fromStdString(record.path)).fileName();
        case Qt::DecorationRole:
            return picture(record);
        case Qt::ToolTipRole:
            return toolTip(record);
        case Qt::AccessibleTextRole:
            return accessibleText(record);
        case PartIdRole:
            return QVariant::fromValue<qlonglong>(record.id);
        case PathRole:
            return QString::fromStdString(record.path);
        case LabelRole:
            return static_cast<int>(record.label);
        case DefectTypeRole:
            return QString::fromStdString(record.defectType);
        case NoteRole:
            return QString::fromStdString(record.note);
        case RegionsRole:
            return regions(record.id);
        case ScoreRole: {
            const ScoreRecord* score = session_.data().score(session_.shownRun(), record.id);
            return score != nullptr ? QVariant(score->imageScore) : QVariant();
        }
        case ScoreShareRole: {
            const ScoreRecord* score = session_.data().score(session_.shownRun(), record.id);
            if (score == nullptr) return {};
            const RunScores& run = session_.data().scores.at(session_.shownRun());
            const double range = run.highest - run.lowest;
            return range > 0 ? (score->imageScore - run.lowest) / range : 0.0;
        }
        case VerdictRole:
            return verdict(record.id);
        case GeneratedRole:
            return record.generated;
        case PictureFaultRole:
            return static_cast<int>(thumbnails_.fault(thumbnailOf(record)));
        default:
            return {};
    }
}

}  // namespace segad::ui
