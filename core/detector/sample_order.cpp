#include "core/detector/sample_order.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "core/base/random.h"

namespace segad {

SampleOrder::SampleOrder(std::uint64_t seed, std::string name, std::size_t count)
    : seed_(seed), name_(std::move(name)), count_(count), permutation_(count) {
    if (count == 0) throw std::logic_error("an order of no samples");
}

std::size_t SampleOrder::at(std::uint64_t position) {
    const std::uint64_t round = position / count_;
    if (round != round_) {
        std::iota(permutation_.begin(), permutation_.end(), std::size_t{0});
        SplitMix64 random(seed_, name_ + " " + std::to_string(round));
        for (std::size_t i = count_ - 1; i > 0; --i)
            std::swap(permutation_[i], permutation_[random.below(i + 1)]);
        round_ = round;
    }
    return permutation_[position % count_];
}

std::vector<std::size_t> SampleOrder::take(std::uint64_t first, std::size_t count) {
    std::vector<std::size_t> indices(count);
    for (std::size_t i = 0; i < count; ++i)
        indices[i] = at(first + i);
    return indices;
}

std::size_t EpochBatches::stepsPerEpoch() const noexcept {
    const std::size_t whole = samples / batchSize;
    const std::size_t rest = samples % batchSize;
    if (whole == 0) return 1;
    return whole + (rest >= std::max<std::size_t>(1, smallest) ? 1 : 0);
}

EpochBatches::Range EpochBatches::batch(std::int64_t step) const noexcept {
    const std::size_t steps = stepsPerEpoch();
    const auto number = static_cast<std::uint64_t>(step);
    const std::uint64_t epoch = number / steps;
    const std::size_t index = number % steps;
    const std::size_t begin = index * batchSize;
    return {.first = epoch * samples + begin, .count = index + 1 == steps ? samples - begin : batchSize};
}

}  // namespace segad
