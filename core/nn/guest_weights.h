// Weights that are not imported but come along with what needs them: those of a package. While a GuestWeights
// lives, the thread that made it is given these before any that are imported when it opens a model by the
// identity of its weights; nobody finds them by a name.
#pragma once

#include <vector>

#include "core/nn/weight_store.h"

namespace segad {

class GuestWeights {
public:
    /// Every entry's `file` is there and whole, and stays until this ends.
    explicit GuestWeights(std::vector<WeightEntry> entries);
    ~GuestWeights();
    GuestWeights(const GuestWeights&) = delete;
    GuestWeights& operator=(const GuestWeights&) = delete;

    /// Of all guests of this thread, the latest first.
    static std::vector<WeightEntry> present();

private:
    std::vector<WeightEntry> entries_;
};

}  // namespace segad
