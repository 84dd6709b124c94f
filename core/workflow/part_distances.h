// Distances between parts in the space of their features. Private to the room.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/forest/feature_table.h"

namespace segad {

/// Rows of a table with every column brought to median 0 and the same spread (median absolute deviation),
/// outliers drawn in to a few of these; a missing number counts as usual.
class PartDistances {
public:
    explicit PartDistances(const FeatureTable& table);

    std::size_t rows() const noexcept { return columns_ == 0 ? 0 : values_.size() / columns_; }
    /// Root mean square over the columns: about 1 to 2 between two ordinary parts.
    double distance(std::size_t a, std::size_t b) const;
    /// Of each of `rows` to the nearest of `others`; infinite when there are none.
    std::vector<double> toNearest(std::span<const std::size_t> rows,
                                  std::span<const std::size_t> others) const;

private:
    std::size_t columns_ = 0;
    std::vector<float> values_;
};

}  // namespace segad
