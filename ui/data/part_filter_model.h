// Which parts the gallery shows and in which order.
#pragma once

#include <QSortFilterProxyModel>
#include <optional>
#include <unordered_map>

#include "core/project/records.h"

namespace segad::ui {

enum class PartOrder { Path, ScoreDescending, ScoreAscending, Label, DefectType };

class PartFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit PartFilterModel(QObject* parent = nullptr);

    void setText(const QString& text);
    void setLabel(std::optional<Label> label);
    void setRole(std::optional<Role> role);
    void setDefectType(const QString& defectType);  ///< "" = all
    void setOrder(PartOrder order);
    void clear();
    bool isFiltering() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    /// Decides anew for every part.
    void decide();
    bool matches(const QModelIndex& index) const;

    mutable std::unordered_map<PartId, bool> decisions_;  ///< since the filter was last changed
    QString text_;
    std::optional<Label> label_;
    std::optional<Role> role_;
    QString defectType_;
    PartOrder order_ = PartOrder::Path;
};

}  // namespace segad::ui
