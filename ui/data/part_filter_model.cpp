#include "ui/data/part_filter_model.h"

#include "ui/data/part_list_model.h"

namespace segad::ui {

PartFilterModel::PartFilterModel(QObject* parent) : QSortFilterProxyModel(parent) {
    // A label must not make the part under the cursor vanish or jump: rows are filtered and sorted when
    // asked, not whenever a value changes. Qt's switch keeps the order; decisions_ keeps the rows.
    setDynamicSortFilter(false);
}

void PartFilterModel::setText(const QString& text) {
    text_ = text.trimmed();
    decide();
}

void PartFilterModel::setLabel(std::optional<Label> label) {
    label_ = label;
    decide();
}

void PartFilterModel::setRole(std::optional<Role> role) {
    role_ = role;
    decide();
}

void PartFilterModel::setDefectType(const QString& defectType) {
    defectType_ = defectType;
    decide();
}

void PartFilterModel::setOrder(PartOrder order) {
    order_ = order;
    // Path order is the source's own order.
    sort(order == PartOrder::Path ? -1 : 0);
    if (order != PartOrder::Path) invalidate();
}

void PartFilterModel::clear() {
    text_.clear();
    label_.reset();
    role_.reset();
    defectType_.clear();
    decide();
}

bool PartFilterModel::isFiltering() const {
    return !text_.isEmpty() || label_ || role_ || !defectType_.isEmpty();
}

void PartFilterModel::decide() {
    decisions_.clear();
    invalidateFilter();
}

bool PartFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto [decision, isNew] =
        decisions_.try_emplace(index.data(PartListModel::PartIdRole).toLongLong(), true);
    if (isNew) decision->second = matches(index);
    return decision->second;
}

bool PartFilterModel::matches(const QModelIndex& index) const {
    if (label_ && index.data(PartListModel::LabelRole).toInt() != static_cast<int>(*label_)) return false;
    if (role_ && index.data(PartListModel::PartRoleRole).toInt() != static_cast<int>(*role_)) return false;
    const QString defect = index.data(PartListModel::DefectTypeRole).toString();
    if (!defectType_.isEmpty() && defect != defectType_) return false;
    return text_.isEmpty() || defect.contains(text_, Qt::CaseInsensitive) ||
           index.data(PartListModel::PathRole).toString().contains(text_, Qt::CaseInsensitive);
}

bool PartFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (order_ == PartOrder::Label) {
        return left.data(PartListModel::LabelRole).toInt() < right.data(PartListModel::LabelRole).toInt();
    }
    if (order_ == PartOrder::DefectType) {
        const QString a = left.data(PartListModel::DefectTypeRole).toString();
        const QString b = right.data(PartListModel::DefectTypeRole).toString();
        // Parts without a defect come last.
        if (a.isEmpty() || b.isEmpty()) return !a.isEmpty() && b.isEmpty();
        return a < b;
    }
    const QVariant a = left.data(PartListModel::ScoreRole);
    const QVariant b = right.data(PartListModel::ScoreRole);
    // Parts without a score come last in either direction.
    if (!a.isValid() || !b.isValid()) return a.isValid() && !b.isValid();
    return order_ == PartOrder::ScoreDescending ? a.toDouble() > b.toDouble() : a.toDouble() < b.toDouble();
}

}  // namespace segad::ui
