#include "ui/inspect/inspection_model.h"

#include <QLocale>

#include "ui/inspect/live_part.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

std::shared_ptr<StoredInspection> readInspection(const Path& store, InspectionId id) {
    auto read = std::make_shared<StoredInspection>();
    try {
        const InspectionStore results(store, true);
        if (const auto record = results.find(id)) {
            read->record = *record;
            read->facts = results.facts(id);
        }
        results.forEach(id, [&](const InspectionResult& result) { read->results.push_back(result); });
    } catch (const Error& error) {
        read->error = errorText(error);
    }
    return read;
}

InspectionModel::InspectionModel(QObject* parent) : QAbstractTableModel(parent) {}

void InspectionModel::setInspection(std::shared_ptr<StoredInspection> inspection) {
    beginResetModel();
    inspection_ = std::move(inspection);
    endResetModel();
}

const InspectionResult& InspectionModel::result(int row) const {
    return inspection_->results[static_cast<std::size_t>(row)];
}

void InspectionModel::setRuled(int row, std::optional<Label> label) {
    inspection_->results[static_cast<std::size_t>(row)].ruled = label;
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

int InspectionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !inspection_ ? 0 : static_cast<int>(inspection_->results.size());
}

int InspectionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant InspectionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const InspectionResult& row = result(index.row());
    const InspectedPart& part = row.part;
    switch (index.column()) {
        case Part:
            return QString::fromStdString(part.path);
        case Verdicts:
            return part.verdict
                       ? QStringLiteral("%1 %2").arg(verdictMark(*part.verdict), verdictText(*part.verdict))
                       : QStringLiteral("? ") + noVerdictText(part.noVerdict);
        case Score:
            return part.verdict ? QLocale().toString(part.score, 'f', 3) : errorWords(part.error);
        case Segment:
            return QString::fromStdString(part.topSegment);
        case Detector:
            return part.topDetector.empty() ? QString() : detectorTitle(part.topDetector);
        case Said:
            return row.ruled ? QStringLiteral("%1 %2").arg(labelMark(*row.ruled), labelText(*row.ruled))
                             : QString();
        case When:
            return row.judgedAt.empty() ? QString() : localTime(row.judgedAt);
        default:
            return {};
    }
}

QVariant InspectionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Part:
            return tr("Part");
        case Verdicts:
            return tr("Verdict");
        case Score:
            return tr("Score");
        case Segment:
            return tr("Segment");
        case Detector:
            return tr("Detector");
        case Said:
            return tr("Said to be");
        case When:
            return tr("Judged");
        default:
            return {};
    }
}

InspectionFilter::InspectionFilter(InspectionModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), model_(model) {
    setSourceModel(&model);
}

void InspectionFilter::setShown(Show show) {
    show_ = show;
    invalidateFilter();
}

bool InspectionFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const InspectionResult& result = model_.result(row);
    switch (show_) {
        case Show::All:
            return true;
        case Show::Pass:
            return result.part.verdict == Verdict::Pass;
        case Show::Review:
            return result.part.verdict == Verdict::Review;
        case Show::Reject:
            return result.part.verdict == Verdict::Reject;
        case Show::NoVerdict:
            return !result.part.verdict;
        case Show::Said:
            return result.ruled.has_value();
    }
    return true;
}

bool InspectionFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const InspectionResult& first = model_.result(left.row());
    const InspectionResult& second = model_.result(right.row());
    switch (left.column()) {
        case InspectionModel::Verdicts:
            return first.part.verdict < second.part.verdict;
        case InspectionModel::Score:
            return first.part.score < second.part.score;
        case InspectionModel::When:
            return first.judgedAt < second.judgedAt;
        default:
            return QSortFilterProxyModel::lessThan(left, right);
    }
}

}  // namespace segad::ui
