// Small procedural parts for detector tests: a plate with a disc, lit and placed a little differently each.
#pragma once

#include <string>

#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/detector/detector.h"
#include "core/image/image.h"

namespace segad::test {

inline cv::Mat drawnPart(std::uint64_t seed, bool scratched = false, cv::Size size = {80, 72}) {
    SplitMix64 random(seed, "part");
    cv::Mat rgb(size, CV_8UC3);
    const double light = random.uniform(-12, 12);
    for (auto& pixel : cv::Mat_<cv::Vec3b>(rgb)) {
        for (int c = 0; c < 3; ++c)
            pixel[c] = cv::saturate_cast<std::uint8_t>(90 + 20 * c + light + random.uniform(-6, 6));
    }
    const cv::Point centre(size.width / 2 + static_cast<int>(random.uniform(-2, 3)), size.height / 2);
    cv::circle(rgb, centre, size.width / 4, cv::Scalar(200, 180, 60), cv::FILLED);
    if (scratched)
        cv::line(rgb, centre - cv::Point(12, 8), centre + cv::Point(10, 9), cv::Scalar(20, 20, 20), 3);
    return rgb;
}

/// `count` parts, good or scratched, drawn from `firstSeed` on; picture `brokenAt` can't be read.
class DrawnParts final : public ImageSource {
public:
    explicit DrawnParts(std::size_t count, std::size_t brokenAt = ~std::size_t{0}, bool scratched = false,
                        std::uint64_t firstSeed = 0)
        : count_(count), broken_(brokenAt), scratched_(scratched), firstSeed_(firstSeed) {}
    std::size_t size() const override { return count_; }
    cv::Mat rgb(std::size_t index) const override {
        if (index == broken_)
            throw Error(ErrorCode::InvalidData, "part" + std::to_string(index) + ".png", "is truncated",
                        "Replace it.");
        return drawnPart(firstSeed_ + index, scratched_);
    }

private:
    std::size_t count_;
    std::size_t broken_;
    bool scratched_;
    std::uint64_t firstSeed_;
};

/// All that a detector may learn from: good parts, some kept for calibration, and scratched ones.
struct DrawnTraining {
    explicit DrawnTraining(std::size_t goodParts, std::size_t brokenAt = ~std::size_t{0})
        : good(goodParts, brokenAt) {}
    TrainingSet set() const { return {.good = good, .calibration = &calibration, .bad = &bad}; }

    DrawnParts good;
    DrawnParts calibration{3, ~std::size_t{0}, false, 500};
    DrawnParts bad{4, ~std::size_t{0}, true, 600};
};

/// Parameters with which a detector that trains its whole backbone learns the difference between drawn parts
/// in a second: small pictures, a shallow backbone, few steps.
inline Json quickFineTuning(const std::string& detector) {
    Json params{{"image_size", 64}, {"last_layer", 2}, {"batch_size", 6}};
    // The classifier's epochs are rounds of all parts, and its rate is that of another optimiser.
    if (detector == "wide_resnet_classifier")
        params.update({{"epochs", 8}, {"learning_rate", 0.02}});
    else
        params.update({{"epochs", 4}, {"steps_per_epoch", 3}, {"learning_rate", 1e-3}});
    return params;
}

}  // namespace segad::test
