// Fitting a forest on rows of a table, and what its thresholds could be. Private to the room; fit and the
// repeated fits of evaluate share it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/forest/forest.h"
#include "core/project/records.h"
#include "core/workflow/roles.h"

namespace segad {

/// The rows a forest learns from: calibration parts as good ones, fit parts as bad ones.
struct FitRows {
    std::vector<std::size_t> rows;    ///< of the table
    std::vector<std::uint8_t> isBad;  ///< of rows[i]

    std::size_t good() const;
    std::size_t bad() const { return rows.size() - good(); }
};

/// `roles` must hold every part of the table. Rows are in the order of the table.
FitRows fitRows(const FeatureTable& table, const RoleTable& roles);

/// Thresholds from margins of forests that had not seen the parts: stratified folds, at most five, forests
/// of a fifth of the trees with the same scale. With a single good or bad part that can't be done, and the
/// margins of `forest` itself are taken; the reason says so.
ThresholdRecord proposeByFolds(RunId run, const Forest& forest, const FeatureTable& table, const FitRows& fit,
                               const ForestOptions& options, const Job& job);

}  // namespace segad
