// Rows in sixteen coordinates that bound distances from below: fifteen along the rows' principal axes, and
// the length of what these leave out (contraction_torch.h says why that is a bound). What is farther there
// than a known distance need not be looked at whole: a comparison costs two instructions instead of a row's
// length.
#pragma once

#include <cstddef>
#include <vector>

#include "core/detector/row_store.h"

namespace segad {

constexpr std::size_t kSketch = 16;

class Sketcher {
public:
    /// Axes of a sample of the rows, of which there is at least one. Throws what rows.read() throws.
    explicit Sketcher(const RowStore& rows);

    /// `count` rows, the store's stride apart -> out [count][kSketch]. Returns the largest length of a row
    /// about the mean.
    double sketch(const float* rows, std::size_t count, float* out) const;

    /// A squared distance of two sketches above this one says that squaredDistances() of their rows gives at
    /// least `squared`; for rows that are at most `longest` from the mean.
    float limit(float squared, double longest) const;

private:
    std::size_t dimension_;
    std::size_t stride_;
    std::vector<double> mean_;
    std::vector<double> axes_;  ///< [dimension][kSketch], the last column 0
};

/// out[l] = squared distance to the l-th of kSketch sketches whose coordinates lie side by side: the k-th of
/// the l-th is others[k · kSketch + l].
void sketchDistances(const float* sketch, const float* others, float* out);

}  // namespace segad
