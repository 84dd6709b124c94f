// The lines of a table of labels that would change parts, each with whether the table's word is taken:
// conflicts first, and not taken until the user says so.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/project/project.h"
#include "core/workflow/label_merge.h"

namespace segad::ui {

class LabelMergeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Part, InProject, InTable, WillBe, ColumnCount };

    explicit LabelMergeModel(QObject* parent = nullptr);

    /// What the user has chosen for a part stays, as long as its line says the same.
    void setPlan(LabelMergePlan plan);
    const LabelMergePlan& plan() const { return plan_; }

    /// For all lines, or for the conflicts only.
    void take(bool taken, bool conflictsOnly);

    /// What the parts get whose label would be another.
    std::vector<Parts::LabelChange> changes() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void choicesChanged();

private:
    LabelState resultOf(std::size_t row) const;
    QString textOf(std::size_t row, int column) const;

    LabelMergePlan plan_;
    std::vector<bool> taken_;
};

}  // namespace segad::ui
