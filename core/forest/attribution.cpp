#include "core/forest/attribution.h"

#include <algorithm>

namespace segad {

namespace {
/// Adds `value` to the item that `same` recognises, or appends `fresh` with it.
template <class Item, class Same>
void add(std::vector<Item>& items, const Same& same, Item fresh, double value) {
    auto found = std::ranges::find_if(items, same);
    if (found == items.end()) found = items.insert(items.end(), std::move(fresh));
    found->value += value;
}
}  // namespace

Attribution attribute(std::span<const FeatureColumn> columns, std::vector<double> values) {
    Attribution sums;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const FeatureColumn& column = columns[i];
        const auto sameSegment = [&](const auto& item) { return item.segment == column.segment; };
        const auto sameDetector = [&](const auto& item) { return item.detector == column.detector; };
        const auto sameCell = [&](const auto& item) { return sameSegment(item) && sameDetector(item); };
        add(sums.cells, sameCell, {column.segment, column.detector, 0}, values[i]);
        add(sums.segments, sameSegment, {column.segment, 0}, values[i]);
        add(sums.detectors, sameDetector, {column.detector, 0}, values[i]);
    }
    sums.columns = std::move(values);
    return sums;
}

}  // namespace segad
