// How many parts come in a minute, over the last minute.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace segad::ui {

class PartRate {
public:
    /// `seconds` of any clock that never goes back.
    void add(double seconds) {
        const std::int64_t now = advance(seconds);
        if (first_ < 0) first_ = seconds;
        ++counts_[slot(now)];
    }

    /// Of a session younger than a minute: as if it went on like this. 0 before the first part.
    double perMinute(double seconds) {
        if (first_ < 0) return 0;
        advance(seconds);
        std::uint64_t parts = 0;
        for (const std::uint32_t count : counts_)
            parts += count;
        constexpr double kLeast = 2;  // seconds: the first part is no rate yet
        const double span = seconds - first_;
        const double covered =
            span < kSlots - 1 ? std::fmax(span, kLeast) : kSlots - 1 + std::fmod(seconds, 1.0);
        return static_cast<double>(parts) * kSlots / covered;
    }

private:
    static constexpr std::size_t kSlots = 60;  // of a second each

    static std::size_t slot(std::int64_t second) { return static_cast<std::size_t>(second) % kSlots; }

    /// Empties what is older than a minute.
    std::int64_t advance(double seconds) {
        const auto now = static_cast<std::int64_t>(seconds);
        if (newest_ < 0) newest_ = now;
        for (std::size_t step = 0; newest_ < now && step < kSlots; ++step)
            counts_[slot(++newest_)] = 0;
        newest_ = now > newest_ ? now : newest_;
        return now;
    }

    std::array<std::uint32_t, kSlots> counts_{};
    std::int64_t newest_ = -1;
    double first_ = -1;
};

}  // namespace segad::ui
