#include "core/base/random.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "core/base/error.h"

namespace segad {

std::uint32_t NumpyRandom::interval(std::uint32_t max) {
    if (max == 0) return 0;
    std::uint32_t mask = max;
    for (unsigned shift = 1; shift < 32; shift *= 2)
        mask |= mask >> shift;
    std::uint32_t value = nextU32() & mask;
    while (value > max)
        value = nextU32() & mask;
    return value;
}

void NumpyRandom::shuffle(std::span<std::size_t> items) {
    for (std::size_t i = items.size(); i-- > 1;) {
        std::swap(items[i], items[interval(static_cast<std::uint32_t>(i))]);
    }
}

std::vector<std::size_t> NumpyRandom::permutation(std::size_t n) {
    std::vector<std::size_t> items(n);
    std::iota(items.begin(), items.end(), std::size_t{0});
    shuffle(items);
    return items;
}

Split trainTestSplit(std::size_t n, std::size_t testCount, std::uint32_t seed) {
    if (testCount == 0 || testCount >= n || n > std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorCode::InvalidArgument, "split",
                    "can't take " + std::to_string(testCount) + " of " + std::to_string(n) + " parts",
                    "Label more parts, or ask for fewer.");
    }
    const std::vector<std::size_t> order = NumpyRandom(seed).permutation(n);
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(testCount);
    return {.train = {middle, order.end()}, .test = {order.begin(), middle}};
}

Split trainTestSplitFraction(std::size_t n, double fraction, std::uint32_t seed) {
    return trainTestSplit(n, static_cast<std::size_t>(std::ceil(fraction * static_cast<double>(n))), seed);
}

std::uint64_t fnv1a64(std::string_view name) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

std::uint64_t SplitMix64::operator()() noexcept {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

double SplitMix64::uniform() noexcept {
    return static_cast<double>((*this)() >> 11U) * 0x1.0p-53;
}

std::uint64_t SplitMix64::below(std::uint64_t count) noexcept {
    // Rejection keeps it uniform for every count.
    const std::uint64_t limit = max() - max() % count;
    std::uint64_t value = (*this)();
    while (value >= limit)
        value = (*this)();
    return value % count;
}

double SplitMix64::normal() noexcept {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

}  // namespace segad
