#include "core/workflow/folds.h"

#include <numeric>

#include "core/base/random.h"

namespace segad {

std::vector<std::size_t> dealFolds(std::size_t count, std::size_t folds, std::uint64_t seed,
                                   std::string_view name) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    SplitMix64 dice(seed, name);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[dice.below(i)]);
    std::vector<std::size_t> foldOf(count);
    for (std::size_t i = 0; i < count; ++i)
        foldOf[order[i]] = i % folds;
    return foldOf;
}

}  // namespace segad
