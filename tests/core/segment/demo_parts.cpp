#include "tests/core/segment/demo_parts.h"

#include <cmath>
#include <optional>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/base/threads.h"
#include "core/demo/buzzer.h"
#include "core/segment/catalog.h"

namespace segad::test {

SegmentPart DemoPart::part() const {
    return {.folder = "/demo", .path = path, .width = rgb.cols, .height = rgb.rows, .rgb = [picture = rgb] {
                return picture;
            }};
}

std::vector<DemoPart> demoParts(int count) {
    const BuzzerOptions options;
    const std::vector<BuzzerEntry> plan = planBuzzerDataset(options);
    std::vector<DemoPart> parts(static_cast<std::size_t>(count));
    parallelFor(parts.size(), [&](std::size_t i) {
        const BuzzerEntry& entry = plan[i * plan.size() / parts.size()];
        const BuzzerPart drawn = drawBuzzer(options.seed, entry.path, entry.defect, options.size);
        parts[i] = {.path = entry.path, .rgb = drawn.rgb, .truth = drawn.segments};
    });
    return parts;
}

std::vector<std::string> demoSegmentNames() {
    std::vector<std::string> names;
    for (const std::string_view name : buzzerSegmentNames())
        names.emplace_back(name);
    return names;
}

std::vector<double> overlaps(const cv::Mat& labels, const cv::Mat& truth) {
    std::vector<double> all;
    for (std::size_t i = 0; i < buzzerSegmentNames().size(); ++i) {
        const auto label = static_cast<double>(i);
        const int either = cv::countNonZero((labels == label) | (truth == label));
        const int both = cv::countNonZero((labels == label) & (truth == label));
        all.push_back(either == 0 ? -1.0 : static_cast<double>(both) / either);
    }
    return all;
}

double meanOverlap(const cv::Mat& labels, const cv::Mat& truth) {
    double sum = 0;
    int count = 0;
    for (const double overlap : overlaps(labels, truth)) {
        if (overlap < 0) continue;
        sum += overlap;
        ++count;
    }
    return sum / count;
}

namespace {
constexpr double kLength = 60;  // of a stroke, pixels
constexpr int kBrush = 5;

/// A stroke with a careful hand: it turns where the segment ends.
void addStroke(cv::Mat& strokes, const cv::Mat& segment, int label, cv::Point from, SplitMix64& dice) {
    cv::Mat own = cv::Mat::zeros(segment.size(), CV_8UC1);
    cv::Point2d at = from;
    double direction = dice.uniform(0, 2 * CV_PI);
    for (double length = 0; length < kLength; length += 1) {
        direction += dice.uniform(-0.2, 0.2);
        const cv::Point2d to = at + cv::Point2d(std::cos(direction), std::sin(direction));
        const bool in = cv::Rect(0, 0, own.cols, own.rows).contains(cv::Point(to)) &&
                        segment.at<std::uint8_t>(cv::Point(to)) != 0;
        if (!in) {
            direction += 0.7;
            continue;
        }
        cv::line(own, cv::Point(at), cv::Point(to), 255, kBrush);
        at = to;
    }
    strokes.setTo(label, own & segment);
}

/// The pixel deepest inside the largest connected piece; absent when nothing is set.
std::optional<cv::Point> middleOfLargest(const cv::Mat& pixels) {
    cv::Mat pieces;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(pixels, pieces, stats, centroids, 8, CV_32S);
    int largest = 0;
    for (int i = 1; i < count; ++i) {
        if (largest == 0 || stats.at<int>(i, cv::CC_STAT_AREA) > stats.at<int>(largest, cv::CC_STAT_AREA))
            largest = i;
    }
    if (largest == 0) return std::nullopt;
    cv::Mat padded;
    cv::copyMakeBorder(pieces == largest, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat depth;
    cv::distanceTransform(padded, depth, cv::DIST_L2, 3);
    cv::Point deepest;
    cv::minMaxLoc(depth, nullptr, nullptr, nullptr, &deepest);
    return deepest - cv::Point(1, 1);
}
}  // namespace

cv::Mat simulatedStrokes(const DemoPart& part, int count) {
    cv::Mat strokes(part.truth.size(), CV_8UC1, cv::Scalar(PaintedPart::kUnpainted));
    for (int label = 0; label < static_cast<int>(buzzerSegmentNames().size()); ++label) {
        SplitMix64 dice(fnv1a64(part.path), "strokes/" + std::to_string(label));
        const cv::Mat segment = part.truth == label;
        std::vector<cv::Point> inside;
        cv::findNonZero(segment, inside);
        for (int s = 0; s < count && !inside.empty(); ++s)
            addStroke(strokes, segment, label, inside[dice.below(inside.size())], dice);
    }
    return strokes;
}

void addCorrections(cv::Mat& strokes, const DemoPart& part, const cv::Mat& seen) {
    for (int label = 0; label < static_cast<int>(buzzerSegmentNames().size()); ++label) {
        const cv::Mat segment = part.truth == label;
        const auto at = middleOfLargest(segment & (seen != label));
        SplitMix64 dice(fnv1a64(part.path), "corrections/" + std::to_string(label));
        if (at) addStroke(strokes, segment, label, *at, dice);
    }
}

Paintings strokesOnThree(const std::vector<DemoPart>& parts, const Json& params) {
    constexpr std::size_t kPainted = 3;
    constexpr int kAtFirst = 2;
    constexpr int kCorrections = 3;
    Paintings paintings{.names = demoSegmentNames()};
    std::vector<const DemoPart*> painted;
    for (std::size_t i = 0; i < kPainted; ++i) {
        painted.push_back(&parts[i * parts.size() / kPainted]);
        paintings.parts.push_back(painted.back()->painted());
        paintings.parts.back().labels = simulatedStrokes(*painted.back(), kAtFirst);
    }
    Job job;
    for (int round = 0; round < kCorrections; ++round) {
        const auto source = createSegmentSource("strokes", params);
        source->learnFrom(paintings);
        source->prepare({}, job);
        for (std::size_t i = 0; i < kPainted; ++i) {
            const SegmentedPart seen = source->segment(painted[i]->part());
            addCorrections(paintings.parts[i].labels, *painted[i], seen.map.labels());
        }
    }
    return paintings;
}

}  // namespace segad::test
