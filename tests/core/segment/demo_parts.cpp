#include "tests/core/segment/demo_parts.h"

#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/base/threads.h"
#include "core/demo/buzzer.h"

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

cv::Mat simulatedStrokes(const DemoPart& part, int count, int brush) {
    constexpr double kLength = 30;  // of a stroke, pixels
    cv::Mat strokes(part.truth.size(), CV_8UC1, cv::Scalar(PaintedPart::kUnpainted));
    for (std::size_t i = 0; i < buzzerSegmentNames().size(); ++i) {
        const auto label = static_cast<double>(i);
        SplitMix64 dice(fnv1a64(part.path), "strokes/" + std::to_string(i));
        const cv::Mat segment = part.truth == label;
        std::vector<cv::Point> inside;
        cv::findNonZero(segment, inside);
        if (inside.empty()) continue;
        cv::Mat own = cv::Mat::zeros(segment.size(), CV_8UC1);
        for (int s = 0; s < count; ++s) {
            cv::Point2d at = inside[dice.below(inside.size())];
            double direction = dice.uniform(0, 2 * CV_PI);
            for (double length = 0; length < kLength; length += 1) {
                direction += dice.uniform(-0.2, 0.2);
                const cv::Point2d to = at + cv::Point2d(std::cos(direction), std::sin(direction));
                const bool in = cv::Rect(0, 0, own.cols, own.rows).contains(cv::Point(to)) &&
                                segment.at<std::uint8_t>(cv::Point(to)) != 0;
                if (!in) {
                    direction += 0.7;  // along the edge, as a careful hand would
                    continue;
                }
                cv::line(own, cv::Point(at), cv::Point(to), 255, brush);
                at = to;
            }
        }
        strokes.setTo(label, own & segment);
    }
    return strokes;
}

}  // namespace segad::test
