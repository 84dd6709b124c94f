#include "core/forest/feature_table.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace segad {

std::span<const double> FeatureTable::row(std::size_t index) const {
    return std::span(values_).subspan(index * columns_.size(), columns_.size());
}

void FeatureTable::append(std::int64_t partId, std::span<const double> row) {
    if (row.size() != columns_.size()) {
        throw Error(ErrorCode::InvalidData, "part " + std::to_string(partId),
                    "has " + std::to_string(row.size()) + " features where the table has " +
                        std::to_string(columns_.size()) + " columns",
                    "Compute the features of all parts with the same detectors and segments.");
    }
    const auto infinite = std::ranges::find_if(row, [](double value) { return std::isinf(value); });
    if (infinite != row.end()) {
        throw Error(
            ErrorCode::InvalidData, "part " + std::to_string(partId),
            "feature '" + columns_[static_cast<std::size_t>(infinite - row.begin())] + "' is infinite",
            "Score the part again; its anomaly map is not usable.");
    }
    partIds_.push_back(partId);
    values_.insert(values_.end(), row.begin(), row.end());
}

FeatureTable FeatureTable::subset(std::span<const std::size_t> rowIndices) const {
    FeatureTable result(columns_);
    result.partIds_.reserve(rowIndices.size());
    result.values_.reserve(rowIndices.size() * columns_.size());
    for (const std::size_t index : rowIndices) {
        const std::span<const double> source = row(index);
        result.partIds_.push_back(partIds_[index]);
        result.values_.insert(result.values_.end(), source.begin(), source.end());
    }
    return result;
}

}  // namespace segad
