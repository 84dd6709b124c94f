#include "core/segment/doubt_bound.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/median.h"
#include "core/base/threads.h"

namespace segad {

namespace {
double boundOf(std::vector<double> doubts) {
    const double middle = medianOf(doubts);
    constexpr double kDeviations = 5;
    const double spread = std::max(medianDeviationOf(std::move(doubts), middle), 0.1 * middle);
    return std::clamp(middle + kDeviations * spread, 0.02, 1.0);
}
}  // namespace

double usualDoubtBound(std::span<const SegmentPart> parts, std::size_t sample,
                       const std::function<double(const SegmentPart&)>& doubtOf, Job& job) {
    constexpr std::size_t kAtATime = 4;
    const std::size_t count = std::min(sample, parts.size());
    std::vector<double> doubts;
    for (std::size_t begin = 0; begin < count; begin += kAtATime) {
        job.progress(begin, count);
        std::vector<std::optional<double>> found(std::min(kAtATime, count - begin));
        parallelFor(found.size(), [&](std::size_t i) {
            const SingleThreadScope single;
            try {
                found[i] = doubtOf(parts[(begin + i) * parts.size() / count]);
            } catch (const Error&) {
                found[i].reset();  // segment() says what is wrong with it
            }
        });
        for (const auto& doubt : found)
            if (doubt) doubts.push_back(*doubt);
    }
    return doubts.empty() ? 0 : boundOf(std::move(doubts));
}

}  // namespace segad
