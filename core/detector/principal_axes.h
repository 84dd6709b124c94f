// The directions in which many rows vary most, for bounds of distances: any orthonormal directions give a
// valid bound, these a tight one, so they are found roughly and fast.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace segad {

struct PrincipalAxes {
    std::vector<double> mean;    ///< [dimension]
    std::vector<double> axes;    ///< [count][dimension], orthonormal to double rounding
    std::vector<double> shares;  ///< [count], of the rows' variance along each axis; largest first, roughly

    std::size_t count() const noexcept { return shares.size(); }
};

/// Of `count` ≥ 1 rows of `dimension` floats, finite, each of which row(i) gives until it is asked for the
/// next: min(most, dimension) axes by subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4) on
/// at most 2,048 of the rows.
PrincipalAxes principalAxes(std::size_t count, std::size_t dimension, std::size_t most,
                            const std::function<const float*(std::size_t)>& row);

}  // namespace segad
