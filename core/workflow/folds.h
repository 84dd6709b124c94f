// Folds: what is learned from all but one of them is judged on that one. Private to the room; the thresholds
// of forests and cross-fitted detectors share it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace segad {

inline constexpr std::size_t kMostFolds = 5;

/// The fold of each of `count` items, 0 … folds - 1, dealt in turn after shuffling by seed and name. No fold
/// is larger than another by more than one.
std::vector<std::size_t> dealFolds(std::size_t count, std::size_t folds, std::uint64_t seed,
                                   std::string_view name);

}  // namespace segad
