#include "core/segment/pixel_features.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
cv::Mat smooth(const cv::Mat& plane, double sigma) {
    cv::Mat out;
    cv::GaussianBlur(plane, out, {0, 0}, sigma, sigma, cv::BORDER_REFLECT_101);
    return out;
}

cv::Mat edges(const cv::Mat& plane) {
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(plane, dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(plane, dy, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::Mat magnitude;
    cv::magnitude(dx, dy, magnitude);
    return magnitude;
}

/// Deviation of the values in a square around each pixel.
cv::Mat roughness(const cv::Mat& plane, int side) {
    cv::Mat mean;
    cv::Mat squares;
    cv::boxFilter(plane, mean, CV_32F, {side, side});
    cv::boxFilter(plane.mul(plane), squares, CV_32F, {side, side});
    cv::Mat deviation;
    cv::sqrt(cv::max(squares - mean.mul(mean), 0), deviation);
    return deviation;
}

/// How much the brightness bends, at its most and at its least, towards the dark and towards the bright: a
/// dark line has one large number, a dark spot two, an edge next to none. Eigenvalues of the Hessian matrix,
/// weighed so that scales compare (Lindeberg 1998); they do not tell which way a line runs.
void addBends(const cv::Mat& plane, double sigma, std::vector<cv::Mat>& planes) {
    const cv::Mat soft = smooth(plane, sigma);
    const double weight = sigma * sigma / 4;  // the operators add up to four
    cv::Mat xx;
    cv::Mat yy;
    cv::Mat xy;
    cv::Sobel(soft, xx, CV_32F, 2, 0, 3, weight);
    cv::Sobel(soft, yy, CV_32F, 0, 2, 3, weight);
    cv::Sobel(soft, xy, CV_32F, 1, 1, 3, weight);
    const cv::Mat mean = (xx + yy) / 2;
    const cv::Mat half = (xx - yy) / 2;
    cv::Mat apart;
    cv::magnitude(half, xy, apart);
    planes.push_back(mean + apart);
    planes.push_back(mean - apart);
}

cv::Mat localFilters(const cv::Mat& rgb) {
    cv::Mat scaled;
    rgb.convertTo(scaled, CV_32F, 1.0 / 255);
    cv::Mat lab;
    cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
    std::vector<cv::Mat> planes;
    cv::split(lab, planes);
    const cv::Mat lightness = planes[0];
    std::vector<cv::Mat> lightnessAt;
    for (const double sigma : {1.5, 4.0, 10.0}) {
        std::vector<cv::Mat> softened;
        cv::split(smooth(lab, sigma), softened);
        lightnessAt.push_back(softened[0]);
        planes.insert(planes.end(), softened.begin(), softened.end());
    }
    // A tree compares one column with one number: differences have to be columns of their own.
    planes.push_back(lightness - lightnessAt[0]);
    planes.push_back(lightnessAt[0] - lightnessAt[1]);
    planes.push_back(lightnessAt[1] - lightnessAt[2]);
    planes.push_back(edges(smooth(lightness, 1.0)));
    planes.push_back(edges(smooth(lightness, 2.5)));
    planes.push_back(roughness(lightness, 5));
    planes.push_back(roughness(lightness, 13));
    for (const double sigma : {1.0, 1.6, 2.5, 4.0})
        addBends(lightness, sigma, planes);
    cv::Mat together;
    cv::merge(planes, together);
    return together;
}
}  // namespace

FeatureField::FeatureField(const FeatureMap& map)
    : channels_(map.channels), width_(map.width), height_(map.height), values_(map.values.size()) {
    const auto places = static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
    const auto channels = static_cast<std::size_t>(channels_);
    for (std::size_t c = 0; c < channels; ++c) {
        for (std::size_t place = 0; place < places; ++place)
            values_[place * channels + c] = map.values[c * places + place];
    }
}

void FeatureField::at(double x, double y, float* out) const {
    const double px = std::clamp(x * width_ - 0.5, 0.0, width_ - 1.0);
    const double py = std::clamp(y * height_ - 0.5, 0.0, height_ - 1.0);
    const int x0 = static_cast<int>(px);
    const int y0 = static_cast<int>(py);
    const int x1 = std::min(x0 + 1, width_ - 1);
    const int y1 = std::min(y0 + 1, height_ - 1);
    const auto fx = static_cast<float>(px - x0);
    const auto fy = static_cast<float>(py - y0);
    const auto place = [&](int column, int row) {
        return values_.data() + (static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                                 static_cast<std::size_t>(column)) *
                                    static_cast<std::size_t>(channels_);
    };
    const float* a = place(x0, y0);
    const float* b = place(x1, y0);
    const float* c = place(x0, y1);
    const float* d = place(x1, y1);
    const float wa = (1 - fx) * (1 - fy);
    const float wb = fx * (1 - fy);
    const float wc = (1 - fx) * fy;
    const float wd = fx * fy;
    for (int i = 0; i < channels_; ++i)
        out[i] = wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
}

PixelFeatures::PixelFeatures(const cv::Mat& rgb, const FeatureExtractor* backbone, bool position)
    : local_(localFilters(rgb)), position_(position) {
    columns_ = static_cast<std::size_t>(local_.channels()) + (position ? 2 : 0);
    if (backbone == nullptr) return;
    for (const FeatureMap& map : backbone->extract(rgb)) {
        fields_.emplace_back(map);
        columns_ += static_cast<std::size_t>(map.channels);
    }
}

void PixelFeatures::write(int x, int y, float* out) const {
    const int channels = local_.channels();
    const float* own = local_.ptr<float>(y) + static_cast<std::ptrdiff_t>(x) * channels;
    out = std::copy_n(own, channels, out);
    const double right = (x + 0.5) / local_.cols;
    const double down = (y + 0.5) / local_.rows;
    if (position_) {
        *out++ = static_cast<float>(right);
        *out++ = static_cast<float>(down);
    }
    for (const FeatureField& field : fields_) {
        field.at(right, down, out);
        out += field.channels();
    }
}

}  // namespace segad
