#include "ui/session/part_view.h"

#include <algorithm>

namespace segad::ui {

PartView::PartView(QObject* parent) : QObject(parent), data_(std::make_shared<ProjectData>()) {}

void PartView::setData(std::shared_ptr<const ProjectData> data) {
    const bool same = std::ranges::equal(data_->parts, data->parts, {}, &PartRecord::id, &PartRecord::id);
    if (same) {
        data_ = std::move(data);
        count();
        return;
    }
    Q_EMIT aboutToArrange();
    data_ = std::move(data);
    std::erase_if(selected_, [this](PartId part) { return !data_->rowOf.contains(part); });
    arrange();
}

void PartView::setShownRun(RunId run) {
    if (run == shownRun_) return;
    shownRun_ = run;
    if (order_ == PartOrder::ScoreAscending || order_ == PartOrder::ScoreDescending) refresh();
}

void PartView::onLabelsChanged() {
    count();
}

void PartView::setQuery(const PartQuery& query) {
    if (query == query_) return;
    query_ = query;
    refresh();
}

void PartView::setOrder(PartOrder order) {
    if (order == order_) return;
    order_ = order;
    refresh();
}

void PartView::setGrouping(std::optional<Facet> grouping) {
    if (grouping == grouping_) return;
    grouping_ = grouping;
    collapsed_.clear();
    refresh();
}

void PartView::setCollapsed(const QString& choice, bool collapsed) {
    if (collapsed == isCollapsed(choice)) return;
    if (collapsed)
        collapsed_.insert(choice);
    else
        collapsed_.erase(choice);
    Q_EMIT aboutToArrange();
    layOut();
}

void PartView::setAllCollapsed(bool collapsed) {
    collapsed_.clear();
    if (collapsed) {
        for (const PartGroup& group : arrangedGroups_)
            collapsed_.insert(group.choice);
    }
    Q_EMIT aboutToArrange();
    layOut();
}

void PartView::refresh() {
    Q_EMIT aboutToArrange();
    arrange();
}

std::vector<int> PartView::wanted() const {
    return data_->index.arranged(*data_, found_, order_, shownRun_, grouping_);
}

void PartView::arrange() {
    found_ = data_->index.find(*data_, query_);
    arranged_ = wanted();
    outdated_ = 0;
    arrangedGroups_.clear();
    for (std::size_t place = 0; grouping_ && place < arranged_.size(); ++place) {
        const QString& choice = data_->index.choice(*grouping_, static_cast<std::size_t>(arranged_[place]));
        if (arrangedGroups_.empty() || arrangedGroups_.back().choice != choice)
            arrangedGroups_.push_back({.choice = choice, .first = static_cast<int>(place)});
        ++arrangedGroups_.back().count;
    }
    layOut();
    Q_EMIT countsChanged();
}

void PartView::layOut() {
    if (arrangedGroups_.empty()) {
        rows_ = arranged_;
        groups_.clear();
    } else {
        rows_.clear();
        groups_ = arrangedGroups_;
        for (PartGroup& group : groups_) {
            const auto first = arranged_.begin() + group.first;
            group.first = static_cast<int>(rows_.size());
            group.shown = isCollapsed(group.choice) ? 0 : group.count;
            rows_.insert(rows_.end(), first, first + group.shown);
        }
    }
    rowOf_.assign(data_->parts.size(), -1);
    for (std::size_t row = 0; row < rows_.size(); ++row)
        rowOf_[static_cast<std::size_t>(rows_[row])] = static_cast<int>(row);
    Q_EMIT arranged();
    if (!selected_.empty()) Q_EMIT selectionChanged();  // other parts of it are shown now
}

void PartView::count() {
    found_ = data_->index.find(*data_, query_);
    const std::vector<int> now = wanted();
    outdated_ = 0;
    if (now != arranged_) {
        std::vector<char> shown(data_->parts.size(), 0);
        for (const int row : arranged_)
            shown[static_cast<std::size_t>(row)] = 1;
        for (std::size_t row = 0; row < shown.size(); ++row)
            outdated_ += shown[row] != found_.matches[row] ? 1 : 0;
        if (outdated_ == 0) outdated_ = -1;
    }
    Q_EMIT countsChanged();
}

const PartRecord& PartView::part(int row) const {
    return data_->parts[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
}

int PartView::rowOf(PartId part) const {
    const auto index = data_->rowOf.find(part);
    return index == data_->rowOf.end() ? -1 : rowOf_[index->second];
}

std::vector<PartId> PartView::selected() const {
    std::vector<PartId> parts;
    if (selected_.empty()) return parts;
    for (const int row : rows_) {
        const PartId id = data_->parts[static_cast<std::size_t>(row)].id;
        if (selected_.contains(id)) parts.push_back(id);
    }
    return parts;
}

int PartView::hiddenSelected() const {
    return static_cast<int>(std::ranges::count_if(selected_, [this](PartId id) { return rowOf(id) < 0; }));
}

void PartView::selectShown(std::span<const PartId> parts) {
    const bool extended = std::ranges::any_of(parts, [this](PartId id) { return selected_.contains(id); });
    std::unordered_set<PartId> now(parts.begin(), parts.end());
    if (extended) {
        for (const PartId id : selected_) {
            if (rowOf(id) < 0) now.insert(id);
        }
    }
    if (now == selected_) return;
    selected_ = std::move(now);
    Q_EMIT selectionChanged();
}

}  // namespace segad::ui
