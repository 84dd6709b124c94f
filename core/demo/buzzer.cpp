#include "core/demo/buzzer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/demo/camera.h"
#include "core/demo/defects.h"
#include "core/demo/shade.h"
#include "core/demo/surface.h"

namespace segad {

namespace {
using namespace demo;

constexpr std::array<std::string_view, 7> kSegmentNames{"background", "soldering dot", "wire",    "pin",
                                                        "piezo",      "piezo border",  "membrane"};

/// Everything known of a part before the camera sees it.
struct Rendering {
    Surface surface;
    std::vector<Rgb> light;
    std::vector<std::uint8_t> label;  ///< of the surface, pins included
};

/// `ground` is what the scene's objects stand on, already painted.
Rendering render(const Scene& scene, const Frame& frame, Surface ground) {
    paintObjects(ground, frame, scene);
    std::vector<Rgb> light = shade(ground, frame, scene.light);
    std::vector<std::uint8_t> label = ground.label;
    composePins(light, label, frame, scene);
    return {std::move(ground), std::move(light), std::move(label)};
}

Surface groundOf(const Scene& scene, const Frame& frame) {
    Surface ground(frame.side());
    paintGround(ground, frame, scene);
    return ground;
}

/// Largest of |a − b| over the channels.
float colourDistance(Rgb a, Rgb b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

/// Whether a change of label from `good` to `bad` is about the component: about the disc as a whole for
/// its face or border, else about that component alone (a bent pin drags its wire along, which is not the
/// defect).
bool concerns(std::uint8_t bad, std::uint8_t good, BuzzerSegment component) {
    const auto is = [](std::uint8_t label, BuzzerSegment s) { return label == static_cast<std::uint8_t>(s); };
    if (component == BuzzerSegment::Piezo || component == BuzzerSegment::PiezoBorder) {
        return is(bad, BuzzerSegment::Piezo) || is(good, BuzzerSegment::Piezo) ||
               is(bad, BuzzerSegment::PiezoBorder) || is(good, BuzzerSegment::PiezoBorder);
    }
    return is(bad, component) || is(good, component);
}

bool differs(const Rendering& bad, const Rendering& good, std::size_t i, const DefectRow& row) {
    const bool relabelled = bad.label[i] != good.label[i];
    if (row.maskFrom == MaskFrom::Labels)
        return relabelled && concerns(bad.label[i], good.label[i], row.kind.segment);
    if (relabelled) return true;
    constexpr auto kPin = static_cast<std::uint8_t>(BuzzerSegment::Pin);
    // What a pin hides is not there to be seen; a pin itself has no surface but its light.
    if (bad.label[i] == kPin) return colourDistance(bad.light[i], good.light[i]) > 0.02F;
    return colourDistance(bad.surface.colour[i], good.surface.colour[i]) > 0.03F ||
           std::abs(bad.surface.height[i] - good.surface.height[i]) > 0.0012F ||
           std::abs(bad.surface.rough[i] - good.surface.rough[i]) > 0.06F;
}

/// A pixel is defective when at least two of its four samples are. Slits of a pixel or two inside a
/// defect, where bad and good happen to look alike, are closed.
cv::Mat maskOf(const Rendering& bad, const Rendering& good, int size, const DefectRow& row) {
    cv::Mat mask(size, size, CV_8UC1);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            int count = 0;
            for (int dy = 0; dy < kSupersampling; ++dy)
                for (int dx = 0; dx < kSupersampling; ++dx)
                    count += differs(bad, good,
                                     bad.surface.at(x * kSupersampling + dx, y * kSupersampling + dy), row)
                                 ? 1
                                 : 0;
            mask.at<std::uint8_t>(y, x) = count >= 2 ? 255 : 0;
        }
    }
    if (row.maskFrom == MaskFrom::Surface) {
        const int reach = 2 * std::max(1, size / 128) + 1;
        cv::morphologyEx(mask, mask, cv::MORPH_CLOSE,
                         cv::getStructuringElement(cv::MORPH_ELLIPSE, {reach, reach}));
    }
    return mask;
}

/// The most frequent label of each pixel's samples; the higher label wins a tie.
cv::Mat labelsOf(const Rendering& rendering, int size) {
    cv::Mat labels(size, size, CV_8UC1);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            std::array<int, kSegmentNames.size()> votes{};
            for (int dy = 0; dy < kSupersampling; ++dy)
                for (int dx = 0; dx < kSupersampling; ++dx)
                    ++votes[rendering.label[rendering.surface.at(column * kSupersampling + dx,
                                                                 row * kSupersampling + dy)]];
            const auto most = std::max_element(votes.rbegin(), votes.rend());
            labels.at<std::uint8_t>(row, column) = static_cast<std::uint8_t>(votes.rend() - most - 1);
        }
    }
    return labels;
}

/// Green light of a pixel.
float greenAt(const Rendering& rendering, int row, int column) {
    float sum = 0;
    for (int dy = 0; dy < kSupersampling; ++dy)
        for (int dx = 0; dx < kSupersampling; ++dx)
            sum +=
                rendering.light[rendering.surface.at(column * kSupersampling + dx, row * kSupersampling + dy)]
                    .g;
    return std::max(0.0F, sum) / (kSupersampling * kSupersampling);
}

/// Whether enough of the defect can be seen: marked pixels, and how far they are from the good twin's on
/// the square-root scale, which is about the eye's and the 8-bit file's; on a restless surface it takes
/// more.
bool visible(const cv::Mat& mask, const Rendering& bad, const Rendering& good, int size) {
    const int enough = std::max(4, size * size / 8000);
    int marked = 0;
    float change = 0;
    float sum = 0;
    float squares = 0;
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            if (mask.at<std::uint8_t>(row, column) == 0) continue;
            const float level = std::sqrt(greenAt(good, row, column));
            change += std::abs(std::sqrt(greenAt(bad, row, column)) - level);
            sum += level;
            squares += level * level;
            ++marked;
        }
    }
    if (marked < enough) return false;
    const auto n = static_cast<float>(marked);
    const float unrest = std::sqrt(std::max(0.0F, squares / n - square(sum / n)));
    constexpr float kLeastChange = 6.0F / 255.0F;
    return change / n >= std::max(kLeastChange, 0.45F * unrest);
}

}  // namespace

std::span<const std::string_view> buzzerSegmentNames() {
    return kSegmentNames;
}

BuzzerPart drawBuzzer(std::uint64_t seed, std::string_view name, std::string_view defect, int size) {
    if (size < kMinBuzzerSize || size > kMaxBuzzerSize) {
        throw Error(ErrorCode::InvalidArgument, "size", "must be between 64 and 2048",
                    "Choose a size in that range, e.g. 256.");
    }
    const DefectRow* const row = defect.empty() ? nullptr : &defectRow(defect);
    const Scene good = goodScene(seed, name);
    const Frame frame(good.pose, size * kSupersampling);
    const std::uint64_t noiseSeed = SplitMix64(seed, std::string(name) + "/noise")();
    Surface ground = groundOf(good, frame);
    if (row == nullptr) {
        const Rendering plain = render(good, frame, std::move(ground));
        return {photograph(plain.light, size, good.camera, noiseSeed), labelsOf(plain, size),
                cv::Mat::zeros(size, size, CV_8UC1)};
    }
    const Rendering plain = render(good, frame, ground);
    // A defect that fell where it can't be seen is drawn again.
    constexpr int kAttempts = 12;
    for (int attempt = 0;; ++attempt) {
        Scene scene = good;
        Dice dice(seed, std::string(name) + '/' + std::string(defect) + '/' + std::to_string(attempt));
        row->apply(scene, dice);
        // Of the ground only the disc can change; painting it anew is half of the work.
        const Rendering bad = render(scene, frame, scene.disc == good.disc ? ground : groundOf(scene, frame));
        cv::Mat mask = maskOf(bad, plain, size, *row);
        if (attempt + 1 < kAttempts && !visible(mask, bad, plain, size)) continue;
        return {photograph(bad.light, size, scene.camera, noiseSeed), labelsOf(bad, size), mask};
    }
}

}  // namespace segad
