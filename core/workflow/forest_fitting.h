// Fitting a forest on rows of a table, and what its thresholds could be. Private to the room; fit and the
// repeated fits of evaluate share it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/forest/forest.h"
#include "core/project/records.h"
#include "core/workflow/roles.h"

namespace segad {

struct OutOfFold;

/// The rows a forest learns from: calibration parts as good ones, fit parts as bad ones.
struct FitRows {
    std::vector<std::size_t> rows;    ///< of the table
    std::vector<std::uint8_t> isBad;  ///< of rows[i]

    std::size_t good() const;
    std::size_t bad() const { return rows.size() - good(); }
};

/// Of a Fit run: the scores of the parts it has learned from are those of forests that had not seen them;
/// runs of earlier versions lack it.
inline constexpr const char* kOutOfFoldParam = "out_of_fold_scores";

/// `roles` must hold every part of the table. Rows are in the order of the table.
FitRows fitRows(const FeatureTable& table, const RoleTable& roles);

/// Thresholds from margins of forests that had not seen the parts (core/workflow/cross_validation.h). With a
/// single good or bad part there are none, and the margins of `forest` itself are taken; the reason says so.
ThresholdRecord proposeThresholds(RunId run, const Forest& forest, const FeatureTable& table,
                                  const FitRows& fit, const std::optional<OutOfFold>& unseen);

}  // namespace segad
