// The stored evaluations as rows: what each rests on and what came of it. Sorted by Qt::UserRole.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "core/workflow/evaluation_table.h"

namespace segad::ui {

struct ProjectData;

class EvaluationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Result,
        Auroc,
        IntervalColumn,
        Good,
        Bad,
        Made,
        Review,
        Reject,
        ScoredBy,
        Snapshot,
        Seed,
        Time,
        ColumnCount
    };

    explicit EvaluationModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Rows stay as they are when the evaluations are the same.
    void setProject(const ProjectData& project);
    const EvaluationRecord& evaluation(int row) const { return rows_[static_cast<std::size_t>(row)].record; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        EvaluationRecord record;
        std::optional<EvaluationThresholds> thresholds;
        QString scorer;  ///< the run whose scores were judged
        SnapshotId snapshot = 0;
    };
    QString text(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;

    std::vector<Row> rows_;
};

}  // namespace segad::ui
