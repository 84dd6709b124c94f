// The parts of a stored inspection as a table. A hundred thousand of them are rows, not widgets.
//
// Threads: GUI thread; what it shows is read elsewhere (readInspection()) and swapped in.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <memory>
#include <optional>
#include <vector>

#include "core/project/inspection_store.h"

namespace segad::ui {

/// What is shown of one inspection.
struct StoredInspection {
    InspectionRecord record;
    InspectionFacts facts;
    std::vector<InspectionResult> results;  ///< in the order they were judged
    QString error;                          ///< why it can't be read; empty otherwise
};

/// Blocks; throws nothing. A store without that inspection gives an empty one.
std::shared_ptr<StoredInspection> readInspection(const Path& store, InspectionId id);

class InspectionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Part, Verdicts, Score, Segment, Detector, Said, When, Columns };

    explicit InspectionModel(QObject* parent = nullptr);

    /// Null: an empty table.
    void setInspection(std::shared_ptr<StoredInspection> inspection);
    const InspectionResult& result(int row) const;
    /// What a person says of it.
    void setRuled(int row, std::optional<Label> label);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<StoredInspection> inspection_;
};

/// Only the parts with one verdict, or those of which a person has said something; sortable.
class InspectionFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Show { All, Pass, Review, Reject, NoVerdict, Said };

    explicit InspectionFilter(InspectionModel& model, QObject* parent = nullptr);
    void setShown(Show show);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const InspectionModel& model_;
    Show show_ = Show::All;
};

}  // namespace segad::ui
