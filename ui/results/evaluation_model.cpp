#include "ui/results/evaluation_model.h"

#include <QLocale>
#include <algorithm>

#include "ui/results/scorer_names.h"
#include "ui/session/project_data.h"
#include "ui/train/run_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr double kMilliseconds = 1000;

QString number(double value) {
    return QLocale().toString(value, 'g', 4);
}

QVariant orLowest(const std::optional<double>& value) {
    return value ? QVariant(*value) : QVariant(-1e300);
}
}  // namespace

void EvaluationModel::setProject(const ProjectData& project) {
    const bool same = std::ranges::equal(project.evaluations, rows_, {}, &EvaluationRecord::id,
                                         [](const Row& row) { return row.record.id; });
    if (same) return;
    beginResetModel();
    rows_.clear();
    for (const EvaluationRecord& record : project.evaluations) {
        Row row{.record = record, .thresholds = thresholdsOf(record), .scorer = {}};
        if (const RunRecord* run = project.run(record.scoredBy)) {
            row.scorer = tr("%1 · run %2").arg(runTitle(*run)).arg(run->id);
            row.snapshot = run->snapshot;
        }
        rows_.push_back(std::move(row));
    }
    endResetModel();
}

int EvaluationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int EvaluationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EvaluationModel::text(const Row& row, int column) const {
    const EvaluationRecord& one = row.record;
    switch (column) {
        case Result:
            return scorerTitle(one);
        case Auroc:
            return percent(one.auroc);
        case IntervalColumn:
            return one.aurocLow && one.aurocHigh
                       ? tr("%1–%2").arg(percent(one.aurocLow), percent(one.aurocHigh))
                       : QStringLiteral("—");
        case Good:
            return QString::number(one.good);
        case Bad:
            return QString::number(one.bad);
        case Made:
            return localTime(one.createdAt);
        case Review:
            return row.thresholds ? number(row.thresholds->review) : QStringLiteral("—");
        case Reject:
            return row.thresholds ? number(row.thresholds->reject) : QStringLiteral("—");
        case ScoredBy:
            return QString::number(one.scoredBy);
        case Snapshot:
            return row.snapshot == 0 ? QStringLiteral("—") : QString::number(row.snapshot);
        case Seed:
            return QString::number(one.seed);
        case Time:
            return QLocale().toString(one.secondsPerPart * kMilliseconds, 'f', 0);
        default:
            return {};
    }
}

QVariant EvaluationModel::sortKey(const Row& row, int column) const {
    const EvaluationRecord& one = row.record;
    switch (column) {
        case Auroc:
            return orLowest(one.auroc);
        case IntervalColumn:
            return orLowest(one.aurocLow);
        case Good:
            return one.good;
        case Bad:
            return one.bad;
        case Made:  // those of one run together, in the order they were stored
            return QString::fromStdString(one.createdAt) +
                   QStringLiteral(" %1").arg(one.id, 20, 10, QLatin1Char('0'));
        case Review:
            return orLowest(row.thresholds ? std::optional(row.thresholds->review) : std::nullopt);
        case Reject:
            return orLowest(row.thresholds ? std::optional(row.thresholds->reject) : std::nullopt);
        case ScoredBy:
            return QVariant::fromValue<qlonglong>(one.scoredBy);
        case Snapshot:
            return QVariant::fromValue<qlonglong>(row.snapshot);
        case Seed:
            return QVariant::fromValue<qulonglong>(one.seed);
        case Time:
            return one.secondsPerPart;
        default:
            return text(row, column);
    }
}

QVariant EvaluationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return text(row, column);
        case Qt::UserRole:
            return sortKey(row, column);
        case Qt::ToolTipRole:
            if (column == ScoredBy) return row.scorer;
            return text(row, column);
        case Qt::TextAlignmentRole: {
            const bool words = column == Result || column == Made;
            return QVariant::fromValue(words ? Qt::AlignLeft | Qt::AlignVCenter
                                             : Qt::AlignRight | Qt::AlignVCenter);
        }
        default:
            return {};
    }
}

QVariant EvaluationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) {
        const QStringList titles{tr("Result"),    tr("AUROC %"),  tr("95 % interval"), tr("Good"),
                                 tr("Bad"),       tr("Made"),     tr("Review from"),   tr("Reject from"),
                                 tr("Scores of"), tr("Snapshot"), tr("Seed"),          tr("ms/part")};
        return titles.value(section);
    }
    if (role == Qt::ToolTipRole) {
        const QStringList tips{
            tr("What was judged: a detector, or a forest on detectors"),
            tr("How well its scores rank bad parts above good ones"),
            tr("Where the AUROC lies if other parts of this kind had been tested (DeLong)"),
            tr("Good test parts"),
            tr("Bad test parts"),
            tr("When it was stored"),
            tr("The threshold to review at that time"),
            tr("The threshold to reject at that time"),
            tr("Number of the run whose scores were judged"),
            tr("Which parts had which role: equal numbers, equal roles"),
            tr("Seed of that run"),
            tr("Measured time for a verdict on one part")};
        return tips.value(section);
    }
    return {};
}

}  // namespace segad::ui
