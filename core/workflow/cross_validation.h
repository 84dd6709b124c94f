// Margins of parts by forests that have not seen them: repeated stratified cross-validation over whole
// groups. Private to the room; the live forest, the thresholds of fit and everything that judges labels share
// it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/workflow/forest_fitting.h"

namespace segad {

struct FoldPlan {
    int repeats = 1;  ///< each deals the folds anew
    int trees = 400;  ///< of a forest, at most: fewer in each round, with the same scale
};

/// The same kind with at most so many trees, fewer in each round: the sum of a round keeps its scale. A kind
/// that grows one tree a round keeps them all.
ForestOptions lighter(const ForestOptions& options, int trees);

/// The same with XGBoost's exact search of splits unless the options name one. Trying every value is quicker
/// than bins at a few hundred rows; it draws features for each level of a tree instead of each split, which
/// makes no difference that could be measured.
ForestOptions quick(const ForestOptions& options);

struct OutOfFold {
    std::size_t folds = 0;
    int repeats = 0;
    // Of every row of the table.
    std::vector<double> margins;     ///< mean over the forests that had no row of its group
    std::vector<double> deviations;  ///< population standard deviation over these forests
    std::vector<int> forests;        ///< how many they were, at least 1
};

/// `fit` says which rows of `table` forests learn from; `groupOf` has the group of every row of the table. A
/// forest scores only rows of groups of which it has learned nothing; rows of groups that nobody learns from
/// are scored by all. The same input gives the same margins, whatever the number of threads. Absent when the
/// rows can't be dealt to two folds that both leave good and bad ones to learn from (foldsFor()).
/// Throws Error{InvalidArgument} when `groupOf` has another length than the table.
std::optional<OutOfFold> outOfFold(const FeatureTable& table, const FitRows& fit,
                                   std::span<const std::size_t> groupOf, const ForestOptions& options,
                                   const FoldPlan& plan, const Job& job);

}  // namespace segad
