// Rows generated in feature space (core/defect/feature_space.h) among those a forest learns from. Private to
// the room.
#pragma once

#include <string>
#include <vector>

#include "core/workflow/forest_fitting.h"

namespace segad {

/// What a forest learns from: a table, and which of its rows.
struct Lessons {
    FeatureTable table;
    FitRows rows;
};

/// `rows` of `table` and, behind them, as many bad rows generated from the good ones as there are good ones,
/// spread over `kinds` ("local", …); without kinds nothing is added. Their part ids are negative. Throws
/// Error{InvalidArgument} for an unknown kind, Error{InvalidData} for fewer than two good rows.
Lessons withFeatureDefects(const FeatureTable& table, const FitRows& rows,
                           const std::vector<std::string>& kinds, std::uint64_t seed);

/// Throws Error{InvalidArgument} for an unknown kind.
void requireFeatureDefects(const std::vector<std::string>& kinds);

}  // namespace segad
