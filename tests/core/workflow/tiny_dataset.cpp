#include "tests/core/workflow/tiny_dataset.h"

#include <array>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/image/image.h"
#include "core/image/npy.h"

namespace segad::test {

namespace {
struct Drawn {
    cv::Mat rgb;
    cv::Mat mask;
    cv::Mat segments;
};

Drawn draw(int side, const std::string& name, const std::string& defect) {
    SplitMix64 dice(fnv1a64(name));
    const auto shift = static_cast<int>(dice.below(static_cast<std::uint64_t>(side / 16) + 1));
    const cv::Rect square(side / 4 + shift, side / 4, side / 2, side / 2);
    Drawn drawn{.rgb = cv::Mat(side, side, CV_8UC3),
                .mask = cv::Mat::zeros(side, side, CV_8UC1),
                .segments = cv::Mat::zeros(side, side, CV_8UC1)};
    drawn.segments(square) = 1;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const bool inside = square.contains({x, y});
            const int grey =
                (inside ? 110 + (x / 4 + y / 4) % 2 * 40 : 60) + static_cast<int>(dice.below(12));
            drawn.rgb.at<cv::Vec3b>(y, x) = cv::Vec3b::all(static_cast<std::uint8_t>(grey));
        }
    }
    if (defect.empty()) return drawn;
    const auto offset = [&] {
        return side / 3 + static_cast<int>(dice.below(static_cast<std::uint64_t>(side / 4)));
    };
    const cv::Point centre(offset() + shift, offset());
    cv::circle(drawn.rgb, centre, side / 12, cv::Scalar::all(defect == "spot" ? 250 : 5), cv::FILLED);
    cv::circle(drawn.mask, centre, side / 12, cv::Scalar(255), cv::FILLED);
    return drawn;
}

void store(const Path& folder, int side, const std::string& subset, const std::string& kind, int count) {
    const std::string defect = kind == "good" ? "" : kind;
    const Path segments = folder / "segments" / subset / kind;
    std::filesystem::create_directories(folder / subset / kind);
    std::filesystem::create_directories(segments);
    if (!defect.empty()) std::filesystem::create_directories(folder / "ground_truth" / kind);
    for (int i = 0; i < count; ++i) {
        const std::string stem = (i < 10 ? "00" : "0") + std::to_string(i);
        const Drawn drawn = draw(side, subset + "/" + kind + "/" + stem, defect);
        encodeImage(folder / subset / kind / (stem + ".png"), drawn.rgb);
        writeNpy(segments / (stem + ".npy"), drawn.segments);
        if (!defect.empty()) encodeImage(folder / "ground_truth" / kind / (stem + "_mask.png"), drawn.mask);
    }
}
}  // namespace

void TinyDataset::write(const Path& folder) const {
    store(folder, side, "train", "good", trainGood);
    store(folder, side, "test", "good", testGood);
    store(folder, side, "test", "hole", testBad / 2);
    store(folder, side, "test", "spot", testBad - testBad / 2);
}

Json tinyPatchCore() {
    return {{"image_size", 64}, {"coreset_ratio", 0.1}, {"projection", false}};
}

Json tinyForest() {
    return {{"parallel_trees", 20}, {"min_child_weight", 0}, {"reg_alpha", 0}, {"subsample", 1}};
}

}  // namespace segad::test
