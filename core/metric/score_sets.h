// The scores of the good and of the bad parts that a metric judges. Keeping the two apart makes it
// impossible to have labels and scores of different length.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace segad {

/// Higher is worse. Every function of this room that takes ScoreSets returns an absent value when it is
/// undefined for want of good or bad parts, and throws Error{InvalidData} when a score is not finite.
struct ScoreSets {
    std::vector<double> good;
    std::vector<double> bad;

    /// `isBad[i]` ≠ 0 says that part i is bad; the order within each set is kept.
    /// Throws Error{InvalidArgument} when the lengths differ.
    static ScoreSets from(std::span<const double> scores, std::span<const std::uint8_t> isBad);

    bool bothPresent() const noexcept { return !good.empty() && !bad.empty(); }
    void requireFinite() const;
};

}  // namespace segad
