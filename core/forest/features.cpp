#include "core/forest/features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <set>

#include "core/base/error.h"
#include "core/base/quantile.h"

namespace segad {

namespace {
constexpr double kQuantile = 0.995;
/// Values that differ by less than this share of their mean count as constant (segad.md § 2).
constexpr double kResolution = 1e-6;

/// Pixels of one component that follow each other in a row.
struct Run {
    std::uint32_t start;
    std::uint32_t length;
    std::uint8_t segment;
};

/// Whether eight labels are this one.
bool areAll(const std::uint8_t* labels, std::uint8_t segment) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, labels, sizeof eight);
    return eight == segment * 0x0101010101010101ULL;
}

/// Where the pixels of each component are. Made once per part, used for every detector: components are
/// blobs, so that copying runs beats looking at labels again.
class PixelGroups {
public:
    explicit PixelGroups(const SegmentMap& segments)
        : sizes_(static_cast<std::size_t>(segments.componentCount())) {
        const cv::Mat& labels = segments.labels();
        for (int y = 0; y < labels.rows; ++y)
            addRow(labels.ptr<std::uint8_t>(y), labels.cols, y);
    }

    /// Copies the values of all components into `buffer`, one component after the other.
    std::vector<std::span<float>> gather(const cv::Mat& pixels, std::span<float> buffer) const {
        std::vector<std::span<float>> groups;
        std::vector<float*> next;
        std::size_t begin = 0;
        for (const std::size_t size : sizes_) {
            groups.push_back(buffer.subspan(begin, size));
            next.push_back(buffer.data() + begin);
            begin += size;
        }
        const float* values = pixels.ptr<float>();
        for (const Run& run : runs_)
            next[run.segment] = std::copy_n(values + run.start, run.length, next[run.segment]);
        return groups;
    }

private:
    void addRow(const std::uint8_t* labels, int width, int y) {
        for (int x = 0; x < width;) {
            const int start = x;
            const std::uint8_t segment = labels[start];
            while (x + 8 <= width && areAll(labels + x, segment))
                x += 8;
            while (x < width && labels[x] == segment)
                ++x;
            // A label beyond the count belongs to no component.
            if (segment >= sizes_.size()) continue;
            const auto length = static_cast<std::uint32_t>(x - start);
            runs_.push_back({static_cast<std::uint32_t>(y) * static_cast<std::uint32_t>(width) +
                                 static_cast<std::uint32_t>(start),
                             length, segment});
            sizes_[segment] += length;
        }
    }

    std::vector<Run> runs_;
    std::vector<std::size_t> sizes_;
};

/// Sums in four lanes, which the processor adds side by side; the same order of additions on every machine.
constexpr std::size_t kLanes = 4;

double mean(std::span<const float> values) {
    double lanes[kLanes] = {};
    const std::size_t whole = values.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] += static_cast<double>(values[i + lane]);
    }
    for (std::size_t i = whole; i < values.size(); ++i)
        lanes[0] += static_cast<double>(values[i]);
    return (lanes[0] + lanes[1] + lanes[2] + lanes[3]) / static_cast<double>(values.size());
}

/// Biased central moments.
struct Moments {
    double second = 0;
    double third = 0;
    double fourth = 0;
};

Moments centralMoments(std::span<const float> values, double center) {
    double second[kLanes] = {};
    double third[kLanes] = {};
    double fourth[kLanes] = {};
    const auto add = [&](std::size_t lane, float value) {
        const double deviation = static_cast<double>(value) - center;
        const double square = deviation * deviation;
        second[lane] += square;
        third[lane] += square * deviation;
        fourth[lane] += square * square;
    };
    const std::size_t whole = values.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            add(lane, values[i + lane]);
    }
    for (std::size_t i = whole; i < values.size(); ++i)
        add(0, values[i]);
    const auto average = [&](const double(&lanes)[kLanes]) {
        return (lanes[0] + lanes[1] + lanes[2] + lanes[3]) / static_cast<double>(values.size());
    };
    return {average(second), average(third), average(fourth)};
}

/// Reorders `values`.
SegmentStatistics statistics(std::span<float> values) {
    SegmentStatistics result{.pixels = values.size()};
    if (values.empty()) return result;
    result.mean = mean(values);
    const Moments moments = centralMoments(values, result.mean);
    const double negligible = kResolution * result.mean;
    if (moments.second <= negligible * negligible) {
        result.skewness = result.kurtosis = std::numeric_limits<double>::quiet_NaN();
    } else {
        result.skewness = moments.third / (moments.second * std::sqrt(moments.second));
        result.kurtosis = moments.fourth / (moments.second * moments.second) - 3;
    }
    result.q995 = upperQuantileInPlace(values, kQuantile);
    return result;
}

std::vector<SegmentStatistics> statistics(const AnomalyMap& map, const PixelGroups& groups,
                                          std::span<float> buffer) {
    const cv::Mat pixels = map.pixels().isContinuous() ? map.pixels() : map.pixels().clone();
    std::vector<SegmentStatistics> result;
    for (const std::span<float> values : groups.gather(pixels, buffer))
        result.push_back(statistics(values));
    return result;
}

void requireUsable(std::span<const DetectorMap> maps, std::span<const DetectorScore> scoresOnly) {
    const auto refuse = [](const std::string& subject, const std::string& message,
                           const std::string& remedy) {
        throw Error(ErrorCode::InvalidArgument, subject, message, remedy);
    };
    if (maps.empty())
        refuse("features", "there is no anomaly map", "Score the part with at least one detector.");
    std::set<std::string_view> seen;
    const auto once = [&](const std::string& detector) {
        if (!seen.insert(detector).second) refuse(detector, "is given twice", "Give each detector once.");
    };
    for (const DetectorMap& map : maps)
        once(map.detector);
    for (const DetectorScore& score : scoresOnly) {
        once(score.detector);
        if (!std::isfinite(score.score))
            refuse(score.detector, "gave a score that is not finite", "Score the part again.");
    }
}
}  // namespace

std::vector<SegmentStatistics> segmentStatistics(const AnomalyMap& map, const SegmentMap& segments) {
    const PixelGroups groups(segments.size() == map.size() ? segments : segments.resized(map.size()));
    std::vector<float> buffer(static_cast<std::size_t>(map.size().area()));
    return statistics(map, groups, buffer);
}

std::vector<double> featureRow(std::span<const DetectorMap> maps, const SegmentMap& segments,
                               std::span<const DetectorScore> scoresOnly, cv::Size mapSize) {
    requireUsable(maps, scoresOnly);
    const PixelGroups groups(segments.size() == mapSize ? segments : segments.resized(mapSize));
    std::vector<float> buffer(static_cast<std::size_t>(mapSize.area()));
    std::vector<std::vector<SegmentStatistics>> byDetector;
    std::vector<double> scores;
    for (const DetectorMap& entry : maps) {
        const AnomalyMap map = entry.map.size() == mapSize ? entry.map : entry.map.resized(mapSize);
        byDetector.push_back(statistics(map, groups, buffer));
        scores.push_back(map.maximum());
    }
    std::vector<double> row;
    for (std::size_t segment = 0; segment < byDetector.front().size(); ++segment) {
        for (const std::vector<SegmentStatistics>& all : byDetector) {
            const SegmentStatistics& own = all[segment];
            row.insert(row.end(), {own.q995, own.skewness, own.kurtosis, own.mean});
        }
    }
    row.insert(row.end(), scores.begin(), scores.end());
    for (const DetectorScore& score : scoresOnly)
        row.push_back(score.score);
    return row;
}

}  // namespace segad
