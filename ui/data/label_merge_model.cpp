#include "ui/data/label_merge_model.h"

#include <QFont>
#include <algorithm>
#include <unordered_map>

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
QString stateText(const LabelState& state) {
    QString text = QStringLiteral("%1 %2").arg(labelMark(state.label), labelText(state.label));
    if (!state.defectType.empty()) text += QStringLiteral(" · ") + QString::fromStdString(state.defectType);
    if (!state.note.empty()) text += QStringLiteral(" — ") + QString::fromStdString(state.note);
    return text;
}

bool saysTheSame(const LabelMergeRow& a, const LabelMergeRow& b) {
    return a.table == b.table && a.project == b.project && a.conflict == b.conflict;
}
}  // namespace

LabelMergeModel::LabelMergeModel(QObject* parent) : QAbstractTableModel(parent) {}

void LabelMergeModel::setPlan(LabelMergePlan plan) {
    std::stable_partition(plan.rows.begin(), plan.rows.end(),
                          [](const LabelMergeRow& row) { return row.conflict; });
    std::unordered_map<PartId, std::size_t> known;
    for (std::size_t row = 0; row < plan_.rows.size(); ++row)
        known.emplace(plan_.rows[row].part, row);
    std::vector<bool> taken;
    taken.reserve(plan.rows.size());
    for (const LabelMergeRow& row : plan.rows) {
        const auto before = known.find(row.part);
        const bool chosen = before != known.end() && saysTheSame(plan_.rows[before->second], row);
        taken.push_back(chosen ? taken_[before->second] : !row.conflict);
    }
    beginResetModel();
    plan_ = std::move(plan);
    taken_ = std::move(taken);
    endResetModel();
    Q_EMIT choicesChanged();
}

void LabelMergeModel::take(bool taken, bool conflictsOnly) {
    for (std::size_t row = 0; row < taken_.size(); ++row) {
        if (!conflictsOnly || plan_.rows[row].conflict) taken_[row] = taken;
    }
    if (!taken_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT choicesChanged();
}

LabelState LabelMergeModel::resultOf(std::size_t row) const {
    const LabelMergeRow& line = plan_.rows[row];
    // What contradicts nobody is merged, whoever has the last word on the rest.
    if (line.conflict)
        return resolved(line, taken_[row] ? MergeConflicts::TakeTable : MergeConflicts::KeepProject);
    return taken_[row] ? line.merged : line.project;
}

std::vector<Parts::LabelChange> LabelMergeModel::changes() const {
    std::vector<Parts::LabelChange> changes;
    for (std::size_t row = 0; row < plan_.rows.size(); ++row) {
        const LabelState result = resultOf(row);
        if (result == plan_.rows[row].project) continue;
        changes.push_back({plan_.rows[row].part, result.label, result.defectType, result.note});
    }
    return changes;
}

int LabelMergeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(plan_.rows.size());
}

int LabelMergeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString LabelMergeModel::textOf(std::size_t row, int column) const {
    const LabelMergeRow& line = plan_.rows[row];
    switch (column) {
        case Part:
            return (line.conflict ? QStringLiteral("⚠ ") : QString()) + QString::fromStdString(line.path);
        case InProject:
            return stateText(line.project);
        case InTable:
            return stateText(line.table);
        default:
            return stateText(resultOf(row));
    }
}

QVariant LabelMergeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const LabelMergeRow& line = plan_.rows[row];
    switch (role) {
        case Qt::DisplayRole:
            return textOf(row, index.column());
        case Qt::CheckStateRole:
            if (index.column() != Part) return {};
            return taken_[row] ? Qt::Checked : Qt::Unchecked;
        case Qt::ToolTipRole:
            if (!line.conflict) return textOf(row, index.column());
            return tr("%1\nConflict: both the project and line %2 of the table have changed it. Tick it to "
                      "take the table's word.")
                .arg(textOf(row, index.column()))
                .arg(line.line);
        case Qt::FontRole: {
            QFont font;
            font.setBold(index.column() == WillBe && resultOf(row) != line.project);
            return font;
        }
        default:
            return {};
    }
}

QVariant LabelMergeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Part:
            return tr("Part");
        case InProject:
            return tr("In the project");
        case InTable:
            return tr("In the table");
        default:
            return tr("Will be");
    }
}

Qt::ItemFlags LabelMergeModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Part) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool LabelMergeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Part || role != Qt::CheckStateRole) return false;
    taken_[static_cast<std::size_t>(index.row())] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index.siblingAtColumn(WillBe));
    Q_EMIT choicesChanged();
    return true;
}

}  // namespace segad::ui
