#include "core/image/resize.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
// PIL's 8-bit resampling (Resample.c): weights as integers with 22 fractional bits, one pass along rows,
// then one along columns, rounded to 8 bit in between.
constexpr int kFractionBits = 32 - 8 - 2;

/// The source pixels an output pixel is made of, and with which weights.
struct Window {
    int first = 0;
    int count = 0;
    std::size_t weights = 0;  ///< index of the first weight
};

struct Kernel {
    std::vector<Window> windows;
    std::vector<std::int32_t> weights;
};

Kernel triangleKernel(int in, int out) {
    const double scale = static_cast<double>(in) / out;
    const double support = std::max(scale, 1.0);
    const double perPixel = 1.0 / support;
    Kernel kernel;
    kernel.windows.reserve(static_cast<std::size_t>(out));
    std::vector<double> exact;
    for (int x = 0; x < out; ++x) {
        const double center = (x + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(std::floor(center - support + 0.5)));
        const int end = std::min(in, static_cast<int>(std::floor(center + support + 0.5)));
        exact.clear();
        double sum = 0;
        for (int i = first; i < end; ++i) {
            exact.push_back(std::max(0.0, 1.0 - std::abs((i - center + 0.5) * perPixel)));
            sum += exact.back();
        }
        kernel.windows.push_back({first, end - first, kernel.weights.size()});
        for (const double weight : exact) {
            const double normalised = sum == 0.0 ? weight : weight / sum;
            kernel.weights.push_back(
                static_cast<std::int32_t>(std::floor(0.5 + normalised * (1 << kFractionBits))));
        }
    }
    return kernel;
}

std::uint8_t toByte(std::int32_t sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kFractionBits, 0, 255));
}

template <int Channels>
cv::Mat alongRows(const cv::Mat& in, int width) {
    const Kernel kernel = triangleKernel(in.cols, width);
    cv::Mat out(in.rows, width, in.type());
    for (int y = 0; y < in.rows; ++y) {
        const std::uint8_t* source = in.ptr(y);
        std::uint8_t* target = out.ptr(y);
        for (const Window& window : kernel.windows) {
            const std::int32_t* weights = kernel.weights.data() + window.weights;
            const std::uint8_t* pixel = source + static_cast<std::ptrdiff_t>(window.first) * Channels;
            std::int32_t sums[Channels];
            std::fill_n(sums, Channels, 1 << (kFractionBits - 1));
            for (int i = 0; i < window.count; ++i, pixel += Channels) {
                for (int c = 0; c < Channels; ++c)
                    sums[c] += pixel[c] * weights[i];
            }
            for (int c = 0; c < Channels; ++c)
                *target++ = toByte(sums[c]);
        }
    }
    return out;
}

cv::Mat alongColumns(const cv::Mat& in, int height) {
    const Kernel kernel = triangleKernel(in.rows, height);
    cv::Mat out(height, in.cols, in.type());
    const auto width = static_cast<std::size_t>(in.cols) * in.elemSize();
    std::vector<std::int32_t> sums(width);
    for (int y = 0; y < height; ++y) {
        const Window& window = kernel.windows[static_cast<std::size_t>(y)];
        std::ranges::fill(sums, 1 << (kFractionBits - 1));
        for (int i = 0; i < window.count; ++i) {
            const std::int32_t weight = kernel.weights[window.weights + static_cast<std::size_t>(i)];
            const std::uint8_t* source = in.ptr(window.first + i);
            for (std::size_t x = 0; x < width; ++x)
                sums[x] += source[x] * weight;
        }
        std::ranges::transform(sums, out.ptr(y), toByte);
    }
    return out;
}

cv::Mat antialiased(const cv::Mat& image, cv::Size size) {
    cv::Mat result = image;
    if (size.width != image.cols) {
        result = image.channels() == 1 ? alongRows<1>(image, size.width) : alongRows<3>(image, size.width);
    }
    return size.height == image.rows ? result : alongColumns(result, size.height);
}
}  // namespace

cv::Mat resizeImage(const cv::Mat& image, cv::Size size, ResizeMode mode) {
    if (image.empty() || (image.type() != CV_8UC3 && image.type() != CV_8UC1) || size.width < 1 ||
        size.height < 1) {
        throw std::invalid_argument(
            "resizeImage takes CV_8UC3 or CV_8UC1 with pixels, and a size of at least 1 × 1");
    }
    if (size == image.size()) return image.clone();
    if (mode == ResizeMode::Antialias) return antialiased(image, size);
    cv::Mat result;
    cv::resize(image, result, size, 0, 0, cv::INTER_LINEAR);
    return result;
}

}  // namespace segad
