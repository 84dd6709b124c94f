#include "core/segment/foreground_source.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/resize.h"
#include "core/segment/segment_source.h"

namespace segad {

namespace {
/// Median of each channel over the outermost pixels: what the part lies on.
cv::Vec3f medianBorderColor(const cv::Mat& rgb) {
    std::array<std::vector<std::uint8_t>, 3> values;
    const auto take = [&](int y, int x) {
        const auto& pixel = rgb.at<cv::Vec3b>(y, x);
        for (int channel = 0; channel < 3; ++channel)
            values[static_cast<std::size_t>(channel)].push_back(pixel[channel]);
    };
    for (int x = 0; x < rgb.cols; ++x) {
        take(0, x);
        take(rgb.rows - 1, x);
    }
    for (int y = 1; y + 1 < rgb.rows; ++y) {
        take(y, 0);
        take(y, rgb.cols - 1);
    }
    cv::Vec3f median;
    for (int channel = 0; channel < 3; ++channel) {
        auto& list = values[static_cast<std::size_t>(channel)];
        const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
        std::nth_element(list.begin(), middle, list.end());
        median[channel] = *middle;
    }
    return median;
}

/// Euclidean distance in RGB from `color`, scaled so that the largest possible is 255.
cv::Mat distanceFrom(const cv::Mat& rgb, const cv::Vec3f& color) {
    const float scale = 1.0F / std::sqrt(3.0F);
    cv::Mat distance(rgb.size(), CV_8UC1);
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* from = rgb.ptr<cv::Vec3b>(y);
        auto* to = distance.ptr<std::uint8_t>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const cv::Vec3f d(from[x][0] - color[0], from[x][1] - color[1], from[x][2] - color[2]);
            to[x] = cv::saturate_cast<std::uint8_t>(scale * std::sqrt(d.dot(d)));
        }
    }
    return distance;
}

/// Turns connected areas of `value` smaller than `minimumArea` into the other value.
void dropSmallAreas(cv::Mat& mask, int value, int minimumArea) {
    const cv::Mat chosen = mask == value;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(chosen, labels, stats, centroids, 8, CV_32S);
    std::vector<std::uint8_t> small(static_cast<std::size_t>(count), 0);
    for (int label = 1; label < count; ++label) {
        small[static_cast<std::size_t>(label)] = stats.at<int>(label, cv::CC_STAT_AREA) < minimumArea ? 1 : 0;
    }
    for (int y = 0; y < mask.rows; ++y) {
        const int* from = labels.ptr<int>(y);
        auto* to = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < mask.cols; ++x) {
            if (from[x] != 0 && small[static_cast<std::size_t>(from[x])] != 0)
                to[x] = static_cast<std::uint8_t>(1 - value);
        }
    }
}

/// Background that is not connected to the border becomes object.
void fillAllHoles(cv::Mat& mask) {
    cv::Mat outside;
    cv::copyMakeBorder(mask, outside, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::floodFill(outside, cv::Point(0, 0), cv::Scalar(2));
    const cv::Mat inner = outside(cv::Rect(1, 1, mask.cols, mask.rows));
    mask.setTo(1, inner == 0);
}

class ForegroundSource : public SegmentSource {
public:
    explicit ForegroundSource(const Json& params)
        : params_(params),
          options_{.side = params.at("side").get<int>(),
                   .close = params.at("close").get<int>(),
                   .minimumShare = params.at("minimum_share").get<double>(),
                   .fillHoles = params.at("fill_holes").get<bool>()} {
        if (options_.close % 2 == 0) {
            throw Error(ErrorCode::InvalidArgument, "close", "must be odd", "Use 5, 7 or 9.");
        }
    }

    void prepare(std::span<const SegmentPart>, Job&) override {}
    std::vector<std::string> names() const override { return {"background", "object"}; }
    SegmentMap segment(const SegmentPart& part) const override {
        return SegmentMap(foreground(part.rgb(), options_), 2, part.path);
    }
    Json settledParams() const override { return params_; }

private:
    Json params_;
    ForegroundOptions options_;
};
}  // namespace

cv::Mat foreground(const cv::Mat& rgb, const ForegroundOptions& options) {
    const cv::Size size(options.side, options.side);
    const cv::Mat reduced = resizeImage(rgb, size, ResizeMode::Antialias);
    const cv::Mat distance = distanceFrom(reduced, medianBorderColor(reduced));
    double largest = 0;
    cv::minMaxLoc(distance, nullptr, &largest);
    cv::Mat mask(size, CV_8UC1, cv::Scalar(0));
    if (largest == 0) return mask;
    cv::threshold(distance, mask, 0, 1, cv::THRESH_BINARY | cv::THRESH_OTSU);
    if (options.close > 1) {
        const cv::Mat element = cv::getStructuringElement(cv::MORPH_RECT, {options.close, options.close});
        cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, element);
    }
    const int minimumArea = static_cast<int>(std::ceil(options.minimumShare * size.area()));
    dropSmallAreas(mask, 1, minimumArea);
    dropSmallAreas(mask, 0, minimumArea);
    if (options.fillHoles) fillAllHoles(mask);
    return mask;
}

SegmentSourceInfo foregroundSourceRow() {
    return {
        .key = "foreground",
        .title = "Automatic foreground",
        .help =
            "Background and object, by how far a pixel's colour is from that of the picture's border. For "
            "parts photographed on a plain ground.",
        .params = {{.key = "side",
                    .title = "Map side",
                    .type = ParamType::Int,
                    .defaultValue = 256,
                    .minimum = 32,
                    .maximum = 2048,
                    .unit = "px",
                    .help = "Width and height of the segment map",
                    .advanced = true},
                   {.key = "close",
                    .title = "Closing",
                    .type = ParamType::Int,
                    .defaultValue = 7,
                    .minimum = 1,
                    .maximum = 63,
                    .unit = "px",
                    .help = "Gaps narrower than this are closed; odd"},
                   {.key = "minimum_share",
                    .title = "Smallest area",
                    .type = ParamType::Real,
                    .defaultValue = 0.001,
                    .minimum = 0,
                    .maximum = 0.5,
                    .help = "Share of the picture below which specks are dropped and holes filled"},
                   {.key = "fill_holes",
                    .title = "Fill all holes",
                    .type = ParamType::Bool,
                    .defaultValue = false,
                    .help = "Holes of any size belong to the object"}},
        .create = [](const Json& params) -> std::unique_ptr<SegmentSource> {
            return std::make_unique<ForegroundSource>(params);
        }};
}

}  // namespace segad
