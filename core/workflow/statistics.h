// Small statistics the workflows need. Private to the room.
#pragma once

#include <vector>

namespace segad {

/// Linear quantile (Hyndman–Fan 7, NumPy's "linear") of at least one value; `fraction` in [0, 1].
double quantileOf(std::vector<double> values, double fraction);

/// Quantiles 0, 0.01 … 1 of at least one value.
std::vector<double> percentilesOf(std::vector<float> values);

}  // namespace segad
