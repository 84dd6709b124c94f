#include "core/detector/efficientad_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/random.h"
#include "core/dataset/picture_folder.h"
#include "core/image/image.h"
#include "core/procedural/pictures.h"

namespace segad {

namespace {
constexpr int kWholeSide = 512;
constexpr double kGreyShare = 0.3;

/// PIL's L: fixed-point weights .299, .587, .114.
std::uint8_t grey(const cv::Vec3b& pixel) {
    return static_cast<std::uint8_t>((pixel[0] * 19595 + pixel[1] * 38470 + pixel[2] * 7471 + 0x8000) >> 16);
}

/// PIL's mean of the grey picture, rounded.
double meanGrey(const cv::Mat& rgb) {
    std::uint64_t sum = 0;
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* row = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x)
            sum += grey(row[x]);
    }
    return std::floor(static_cast<double>(sum) / static_cast<double>(rgb.total()) + 0.5);
}

class ProceduralPenalty final : public PenaltyPictures {
public:
    explicit ProceduralPenalty(std::uint64_t seed)
        : PenaltyPictures(SplitMix64(seed, "penalty pictures")()) {}
    std::string identity() const override { return "procedural " + std::to_string(kProceduralVersion); }

private:
    cv::Mat whole(std::int64_t step) const override {
        return proceduralPicture(seed_, static_cast<std::uint64_t>(step), kWholeSide);
    }
};

class FolderPenalty final : public PenaltyPictures {
public:
    FolderPenalty(const Path& folder, std::uint64_t seed, Job& job)
        : PenaltyPictures(seed), folder_(readPictureFolder(folder, job)) {}
    std::string identity() const override { return folder_.identity; }

private:
    cv::Mat whole(std::int64_t step) const override {
        SplitMix64 random(seed_, "penalty picture " + std::to_string(step));
        return resizeImage(decodeImage(folder_.files[random.below(folder_.files.size())]).rgb,
                           {kWholeSide, kWholeSide}, ResizeMode::Antialias);
    }

    PictureFolder folder_;
};
}  // namespace

cv::Mat changedColour(const cv::Mat& rgb, ColourChange change, double factor) {
    const double mean = change == ColourChange::Contrast ? meanGrey(rgb) : 0;
    cv::Mat changed(rgb.size(), CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* from = rgb.ptr<cv::Vec3b>(y);
        auto* to = changed.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const double origin = change == ColourChange::Saturation ? grey(from[x]) : mean;
            for (int c = 0; c < 3; ++c) {
                const double value = origin + factor * (from[x][c] - origin);
                to[x][c] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
            }
        }
    }
    return changed;
}

cv::Mat jitteredColour(const cv::Mat& rgb, std::uint64_t seed, std::int64_t step) {
    constexpr std::array kChanges{ColourChange::Brightness, ColourChange::Contrast, ColourChange::Saturation};
    SplitMix64 random(seed, "jitter " + std::to_string(step));
    const ColourChange change = kChanges.at(random.below(kChanges.size()));
    return changedColour(rgb, change, random.uniform(0.8, 1.2));
}

cv::Mat greyed(const cv::Mat& rgb) {
    cv::Mat result(rgb.size(), CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* from = rgb.ptr<cv::Vec3b>(y);
        auto* to = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x)
            to[x] = cv::Vec3b::all(grey(from[x]));
    }
    return result;
}

cv::Mat PenaltyPictures::at(std::int64_t step) const {
    const cv::Size size = EfficientAdOptions::input().size;
    const int margin = (kWholeSide - size.width) / 2;
    const cv::Mat middle = whole(step)(cv::Rect({margin, margin}, size)).clone();
    SplitMix64 random(seed_, "penalty grey " + std::to_string(step));
    return random.uniform() < kGreyShare ? greyed(middle) : middle;
}

std::unique_ptr<PenaltyPictures> makePenaltyPictures(const EfficientAdOptions& options, std::uint64_t seed,
                                                     Job& job) {
    switch (options.penalty) {
        case PenaltyPictureSource::None:
            return nullptr;
        case PenaltyPictureSource::Procedural:
            return std::make_unique<ProceduralPenalty>(seed);
        case PenaltyPictureSource::Folder:
            break;
    }
    return std::make_unique<FolderPenalty>(options.penaltyFolder, seed, job);
}

}  // namespace segad
