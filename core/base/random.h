// Random numbers.
//
// NumpyRandom gives the numbers of NumPy's legacy RandomState(seed), so that splits published for
// scikit-learn come out bit for bit (shared spec splits.md § 1). SplitMix64 is for everything that is
// ours: fast, splittable by name, the same on every machine; std distributions are not used, because
// the standard leaves their numbers open.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace segad {

/// MT19937 with NumPy's scalar-seed initialisation, and NumPy's legacy bounded integers.
class NumpyRandom {
public:
    explicit NumpyRandom(std::uint32_t seed) : engine_(seed) {}

    std::uint32_t nextU32() { return static_cast<std::uint32_t>(engine_()); }

    /// Uniform in [0, max] by masked rejection (splits.md § 1.4); draws nothing when max is 0.
    std::uint32_t interval(std::uint32_t max);

    /// Fisher–Yates from the end, as RandomState.shuffle.
    void shuffle(std::span<std::size_t> items);

    /// RandomState.permutation(n).
    std::vector<std::size_t> permutation(std::size_t n);

private:
    std::mt19937 engine_;
};

/// Indices into the input order, in permutation order (not sorted).
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};

/// scikit-learn's train_test_split(range(n), test_size=testCount, random_state=seed).
/// Throws Error{InvalidArgument} unless 0 < testCount < n.
Split trainTestSplit(std::size_t n, std::size_t testCount, std::uint32_t seed);

/// The same with a fraction: testCount = ceil(fraction · n) in double.
Split trainTestSplitFraction(std::size_t n, double fraction, std::uint32_t seed);

/// FNV-1a, 64 bit, of the UTF-8 bytes of `name`.
std::uint64_t fnv1a64(std::string_view name) noexcept;

/// SplitMix64 (Steele, Lea, Flood 2014).
class SplitMix64 {
public:
    using result_type = std::uint64_t;
    explicit SplitMix64(std::uint64_t seed) noexcept : state_(seed) {}
    /// A stream of its own for each name, whatever else draws numbers.
    SplitMix64(std::uint64_t seed, std::string_view name) noexcept : state_(seed ^ fnv1a64(name)) {}

    static constexpr std::uint64_t min() { return 0; }
    static constexpr std::uint64_t max() { return ~std::uint64_t{0}; }
    std::uint64_t operator()() noexcept;

    /// Uniform in [0, 1), 53 bits.
    double uniform() noexcept;
    double uniform(double low, double high) noexcept { return low + (high - low) * uniform(); }
    /// Uniform integer in [0, count); count > 0.
    std::uint64_t below(std::uint64_t count) noexcept;
    /// Standard normal (Box–Muller, cosine branch).
    double normal() noexcept;

private:
    std::uint64_t state_;
};

}  // namespace segad
