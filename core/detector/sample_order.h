// Which training pictures a step sees. An order is a function of the seed and the position alone: nothing
// has to be remembered between steps, so that a resumed training goes on with the very pictures it would
// have seen (core/nn/training_loop_torch.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace segad {

/// An endless stream of indices into [0, count): one random permutation after another.
///
/// Threads: one at a time (the permutation in use is kept).
class SampleOrder {
public:
    /// Streams of different names are independent. `count` > 0.
    SampleOrder(std::uint64_t seed, std::string name, std::size_t count);

    std::size_t count() const noexcept { return count_; }
    /// The index at `position` (0, 1, …) of the stream; quick for positions near one another.
    std::size_t at(std::uint64_t position);
    /// `count` indices from `first` on.
    std::vector<std::size_t> take(std::uint64_t first, std::size_t count);

private:
    std::uint64_t seed_;
    std::string name_;
    std::size_t count_;
    std::uint64_t round_ = ~std::uint64_t{0};  ///< number of the permutation in use
    std::vector<std::size_t> permutation_;
};

/// How an epoch is cut into batches.
struct EpochBatches {
    std::size_t samples = 0;
    std::size_t batchSize = 1;
    /// A last batch smaller than this is not a batch of its own: it joins the one before it (0, 1: every
    /// rest is one). For networks whose BatchNorm can't learn from one value.
    std::size_t smallest = 1;

    std::size_t stepsPerEpoch() const noexcept;
    /// Where the batch of step number `step` (counted over all epochs) begins in the order, and its size.
    struct Range {
        std::uint64_t first = 0;
        std::size_t count = 0;
    };
    Range batch(std::int64_t step) const noexcept;
};

}  // namespace segad
