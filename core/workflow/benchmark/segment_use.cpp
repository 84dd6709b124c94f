#include <numeric>
#include <utility>

#include "core/base/random.h"
#include "core/workflow/benchmark/material.h"

namespace segad {

namespace {
constexpr std::uint64_t kShuffleSeed = 333;

cv::Mat shuffled(const cv::Mat& labels, const std::string& part) {
    cv::Mat dealt = labels.clone();
    SplitMix64 dice(kShuffleSeed, part);
    auto* pixels = dealt.ptr<std::uint8_t>();
    for (std::size_t i = dealt.total() - 1; i > 0; --i)
        std::swap(pixels[i], pixels[dice.below(i + 1)]);
    return dealt;
}
}  // namespace

SegmentMap segmentsAs(SegmentUse use, const SegmentMap& segments, cv::Size size, const std::string& part) {
    switch (use) {
        case SegmentUse::Own:
            break;
        case SegmentUse::Whole:
            return SegmentMap::whole(size);
        case SegmentUse::Shuffled:
            return {shuffled(segments.resized(size).labels(), part), segments.componentCount(), part};
    }
    return segments.resized(size);
}

int badPartsOf(const BenchmarkRequest& request) {
    return request.bad > 0 ? request.bad : benchmarkProtocol(request.protocol).bad;
}

}  // namespace segad
