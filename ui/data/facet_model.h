// The filters as a tree: properties of parts, below each its choices with a check mark and the number of
// parts there would be with that choice.
#pragma once

#include <QAbstractItemModel>
#include <vector>

#include "ui/session/part_query.h"

namespace segad::ui {

class PartView;

class FacetModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Choice, Count, ColumnCount };

    explicit FacetModel(PartView& view, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    Facet facetOf(const QModelIndex& index) const;
    /// Only this choice of its facet, or all again when it is the only one.
    void toggleAlone(const QModelIndex& index);

private:
    struct Entry {
        QString choice;
        int count = 0;
    };
    struct Section {
        Facet facet = Facet::Label;
        std::vector<Entry> entries;
    };
    std::vector<Section> sections() const;
    void refill();
    QVariant sectionData(const Section& section, int column, int role) const;
    QVariant entryData(Facet facet, const Entry& entry, int column, int role) const;

    PartView& view_;
    std::vector<Section> sections_;
};

}  // namespace segad::ui
