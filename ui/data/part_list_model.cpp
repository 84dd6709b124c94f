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
    connect(&session_, &ProjectSession::dataChanged, this, &PartListModel::onDataChanged);
    connect(&session_, &ProjectSession::labelsChanged, this, &PartListModel::onLabelsChanged);
    connect(&session_, &ProjectSession::shownRunChanged, this, [this] {
        if (!ids_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ScoreRole, ScoreShareRole});
    });
    connect(&thumbnails_, &ThumbnailCache::ready, this, &PartListModel::onThumbnailReady);
    onDataChanged();
}

int PartListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

const PartRecord& PartListModel::part(int row) const {
    return session_.data().parts[static_cast<std::size_t>(row)];
}

void PartListModel::onDataChanged() {
    const std::vector<PartRecord>& parts = session_.data().parts;
    const bool same = std::ranges::equal(ids_, parts, {}, {}, &PartRecord::id);
    if (same) {
        // Views keep their selection and scroll position.
        if (!ids_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    ids_.clear();
    rowsOfHash_.clear();
    ids_.reserve(parts.size());
    for (const PartRecord& part : parts) {
        rowsOfHash_.emplace(part.sha256, static_cast<int>(ids_.size()));
        ids_.push_back(part.id);
    }
    endResetModel();
}

void PartListModel::onLabelsChanged(const std::vector<PartId>& parts) {
    for (const PartId id : parts) {
        const auto row = session_.data().rowOf.find(id);
        if (row == session_.data().rowOf.end() || row->second >= ids_.size()) continue;
        const QModelIndex changed = index(static_cast<int>(row->second));
        Q_EMIT dataChanged(changed, changed, {LabelRole, DefectTypeRole});
    }
}

void PartListModel::onThumbnailReady(const QString& sha256) {
    const auto [first, last] = rowsOfHash_.equal_range(sha256.toStdString());
    for (auto entry = first; entry != last; ++entry) {
        const QModelIndex changed = index(entry->second);
        Q_EMIT dataChanged(changed, changed, {Qt::DecorationRole, BrokenRole});
    }
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
    return words.join(QStringLiteral(", "));
}

QVariant PartListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PartRecord& record = part(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return QFileInfo(QString::fromStdString(record.path)).fileName();
        case Qt::DecorationRole: {
            const QPixmap* pixmap = thumbnails_.get(record.sha256, session_.imageFile(record));
            return pixmap != nullptr ? QVariant(*pixmap) : QVariant();
        }
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
        case PartRoleRole: {
            const auto found = session_.data().roles.find(record.id);
            return static_cast<int>(found == session_.data().roles.end() ? Role::None : found->second);
        }
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
        case BrokenRole:
            return thumbnails_.isBroken(record.sha256);
        default:
            return {};
    }
}

}  // namespace segad::ui
