// Folds: what is learned from all but one of them is judged on that one. Private to the room; cross-validated
// forests and cross-fitted detectors share it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace segad {

inline constexpr std::size_t kMostFolds = 5;

/// The fold of each of `count` items, 0 … folds - 1, dealt in turn after shuffling by seed and name. No fold
/// is larger than another by more than one.
std::vector<std::size_t> dealFolds(std::size_t count, std::size_t folds, std::uint64_t seed,
                                   std::string_view name);

/// Rows that are learned from, and which of them must not be parted: copies of one picture, a generated part
/// and the part it was made from.
struct GroupedRows {
    std::span<const std::uint8_t> isBad;   ///< ≠ 0 for bad
    std::span<const std::size_t> groupOf;  ///< of the same rows; equal numbers are one group
};

/// To how many folds these rows can be dealt so that all but any one of them hold good and bad rows: at most
/// kMostFolds, 0 when it can't be done.
std::size_t foldsFor(const GroupedRows& rows);

/// The fold of each row, 0 … folds - 1: whole groups, shuffled by seed and name, good and bad ones as even as
/// they can be. `folds` is at most foldsFor(rows).
std::vector<std::size_t> dealGroups(const GroupedRows& rows, std::size_t folds, std::uint64_t seed,
                                    std::string_view name);

}  // namespace segad
