#include "core/workflow/reference_check.h"

#include <algorithm>
#include <cmath>

namespace segad {

double ScoreDifference::size() const noexcept {
    return std::abs(found - expected) / std::max(1.0, std::abs(expected));
}

void ScoreDifference::raiseTo(const ScoreDifference& other) {
    if (part.empty() || !(other.size() <= size())) *this = other;
}

}  // namespace segad
