#include "core/procedural/camera.h"

#include <algorithm>
#include <array>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/procedural/colours.h"
#include "core/procedural/fields.h"

namespace segad::procedural {
namespace {

/// Families draw nothing sensible on less.
constexpr int kSmallestCapture = 64;

/// A slope of brightness across the picture, and corners darker than the middle.
void illuminate(cv::Mat& canvas, Dice& dice) {
    const float size = static_cast<float>(canvas.cols);
    const Vec2 towards = directionOf(dice.uniform(0, 1));
    const Vec2 slope = towards * (dice.uniform(0, 0.7F) / size);
    const float vignette = dice.chance(0.5F) ? 0.0F : dice.uniform(0, 1.2F) / (size * size);
    const float spot = dice.chance(0.85F) ? 0.0F : dice.uniform(0.1F, 0.6F);
    const Vec2 centre{size * dice.uniform(0.2F, 0.8F), size * dice.uniform(0.2F, 0.8F)};
    const float reach = 4 / (size * size * dice.uniform(0.05F, 0.5F));
    for (int y = 0; y < canvas.rows; ++y) {
        auto* row = canvas.ptr<Rgb>(y);
        const float v = static_cast<float>(y) - size / 2;
        for (int x = 0; x < canvas.cols; ++x) {
            const float u = static_cast<float>(x) - size / 2;
            const float sx = static_cast<float>(x) - centre.x;
            const float sy = static_cast<float>(y) - centre.y;
            const float light = 1 + u * slope.x + v * slope.y - vignette * (u * u + v * v) +
                                spot / (1 + reach * (sx * sx + sy * sy));
            row[x] = row[x] * (std::max(light, 0.05F) / (1 + 0.5F * spot));
        }
    }
}

void motionBlur(cv::Mat& canvas, Dice& dice) {
    const float reach = dice.uniform(1, 5);
    const Vec2 along = directionOf(dice.uniform(0, 1));
    const int half = static_cast<int>(reach) + 1;
    cv::Mat kernel(2 * half + 1, 2 * half + 1, CV_32FC1, cv::Scalar(0));
    for (int i = -8; i <= 8; ++i) {
        const Vec2 at = along * (reach * static_cast<float>(i) / 8);
        kernel.ptr<float>(half + floorToInt(at.y + 0.5F))[half + floorToInt(at.x + 0.5F)] += 1.0F / 17;
    }
    cv::filter2D(canvas, canvas, -1, kernel, {-1, -1}, 0, cv::BORDER_REFLECT_101);
}

void blur(cv::Mat& canvas, Dice& dice) {
    const float kind = dice.uniform(0, 1);
    if (kind < 0.42F) return;
    if (kind < 0.8F) {
        const double sigma = static_cast<double>(dice.logUniform(0.4F, 1.3F));
        cv::GaussianBlur(canvas, canvas, cv::Size(5, 5), sigma, sigma, cv::BORDER_REFLECT_101);
    } else if (kind < 0.92F) {
        const int width = 2 * dice.between(1, 3) + 1;
        cv::blur(canvas, canvas, cv::Size(width, width), {-1, -1}, cv::BORDER_REFLECT_101);
        cv::blur(canvas, canvas, cv::Size(3, 3), {-1, -1}, cv::BORDER_REFLECT_101);
    } else {
        motionBlur(canvas, dice);
    }
}

void sharpen(cv::Mat& canvas, Dice& dice) {
    cv::Mat soft;
    cv::GaussianBlur(canvas, soft, cv::Size(5, 5), 1.0, 1.0, cv::BORDER_REFLECT_101);
    const float amount = dice.uniform(0.2F, 1.5F);
    combine(canvas, soft, [=](float a, float b) { return a + amount * (a - b); });
}

/// Contrast about the middle grey, exposure and gamma as a curve of 1024 steps over −0.25…1.25.
class Curve {
public:
    explicit Curve(Dice& dice) {
        const float contrast = dice.chance(0.5F) ? 1.0F : dice.logUniform(0.3F, 1.6F);
        const float exposure = dice.chance(0.4F) ? 1.0F : dice.logUniform(0.65F, 1.25F);
        const float offset = dice.chance(0.6F) ? 0.0F : dice.uniform(-0.12F, 0.12F);
        const double gamma = dice.chance(0.5F) ? 1.0 : static_cast<double>(dice.logUniform(0.6F, 1.7F));
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const float in = static_cast<float>(i) / 682.0F - 0.25F;
            const float light = clamp01(0.5F + contrast * (in * exposure - 0.5F) + offset);
            values_[i] = 255.0F * static_cast<float>(power(static_cast<double>(light), gamma));
        }
    }
    float operator()(float value) const {
        const float at = (value + 0.25F) * 682.0F;
        return values_[static_cast<std::size_t>(std::min(std::max(at, 0.0F), 1023.0F))];
    }

private:
    std::array<float, 1024> values_{};
};

/// Grain of the sensor, alike in all colours or not, stronger where it is light.
void addNoise(cv::Mat& canvas, Dice& dice) {
    const float level = 255.0F * dice.logUniform(0.002F, 0.05F);
    const float shot = dice.uniform(0, 1);
    const bool coloured = dice.chance(0.5F);
    cv::Mat noise = whiteNoise(dice, canvas.rows, coloured ? canvas.cols * 3 : canvas.cols);
    if (coloured) noise = noise.reshape(3);
    if (dice.chance(0.25F)) cv::blur(noise, noise, cv::Size(2, 2));
    for (int y = 0; y < canvas.rows; ++y) {
        auto* row = canvas.ptr<Rgb>(y);
        for (int x = 0; x < canvas.cols; ++x) {
            const float strength = level * (1 - shot + shot * row[x].g * (1.0F / 160));
            if (coloured) {
                row[x] = row[x] + noise.ptr<Rgb>(y)[x] * strength;
            } else {
                const float grain = noise.ptr<float>(y)[x] * strength;
                row[x] = row[x] + Rgb{grain, grain, grain};
            }
        }
    }
}

/// Blocks of 8 × 8 whose cosine coefficients are rounded, the finer the coarser, as JPEG does to each
/// channel.
void compressBlocks(cv::Mat& canvas, Dice& dice) {
    const float base = dice.logUniform(3, 16);
    std::vector<cv::Mat> channels;
    cv::split(canvas, channels);
    for (cv::Mat& channel : channels) {
        for (int y = 0; y + 8 <= channel.rows; y += 8) {
            for (int x = 0; x + 8 <= channel.cols; x += 8) {
                cv::Mat block = channel(cv::Rect(x, y, 8, 8));
                cv::Mat spectrum;
                cv::dct(block, spectrum);
                for (int v = 0; v < 8; ++v) {
                    for (int u = 0; u < 8; ++u) {
                        const float step = base * (1 + 0.6F * static_cast<float>(u + v));
                        float& value = spectrum.ptr<float>(v)[u];
                        value = step * static_cast<float>(floorToInt(value / step + 0.5F));
                    }
                }
                cv::idct(spectrum, block);
            }
        }
    }
    cv::merge(channels, canvas);
}

void toGrey(cv::Mat& canvas) {
    for (int y = 0; y < canvas.rows; ++y) {
        auto* row = canvas.ptr<Rgb>(y);
        for (int x = 0; x < canvas.cols; ++x) {
            const float grey = luminance(row[x]);
            row[x] = {grey, grey, grey};
        }
    }
}

/// As a camera does it by itself: what is nearly the brightest becomes light grey or white.
void expose(cv::Mat& canvas, Dice& dice) {
    std::vector<float> samples;
    for (int y = 3; y < canvas.rows; y += 8) {
        const auto* row = canvas.ptr<Rgb>(y);
        for (int x = 3; x < canvas.cols; x += 8)
            samples.push_back(std::max({row[x].r, row[x].g, row[x].b}));
    }
    const auto bright = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() * 19 / 20);
    std::nth_element(samples.begin(), bright, samples.end());
    const float gain = std::clamp(dice.uniform(0.55F, 1) / std::max(*bright, 0.02F), 0.6F, 4.0F);
    transform(canvas, [=](float v) { return v * gain; });
}

}  // namespace

int drawCaptureSide(Dice& dice, int side) {
    const float kind = dice.uniform(0, 1);
    const float factor = kind < 0.22F   ? dice.uniform(1.2F, 2)
                         : kind < 0.28F ? dice.uniform(0.5F, 0.9F)
                                        : 1.0F;
    return std::max(kSmallestCapture, static_cast<int>(static_cast<float>(side) * factor));
}

cv::Mat shownAt(const cv::Mat& photograph, int side, Dice& dice) {
    if (photograph.cols == side) return photograph;
    cv::Mat shown;
    if (photograph.cols > side && dice.chance(0.35F)) {
        // Corners of the part that is seen, each anywhere in its own part of the picture.
        const float size = static_cast<float>(photograph.cols - 1);
        std::array<cv::Point2f, 4> from;
        for (int corner = 0; corner < 4; ++corner) {
            const float x = dice.uniform(0, 0.25F);
            const float y = dice.uniform(0, 0.25F);
            const bool right = corner == 1 || corner == 2;
            from[static_cast<std::size_t>(corner)] = {size * (right ? 1 - x : x),
                                                      size * (corner >= 2 ? 1 - y : y)};
        }
        const float last = static_cast<float>(side - 1);
        const std::array<cv::Point2f, 4> into{{{0, 0}, {last, 0}, {last, last}, {0, last}}};
        const cv::Mat look = cv::getPerspectiveTransform(into.data(), from.data());
        cv::warpPerspective(photograph, shown, look, cv::Size(side, side),
                            cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    } else {
        // With and without antialiasing, as programs differ.
        const bool smooth = photograph.cols < side || dice.chance(0.5F);
        const int how = !smooth                  ? cv::INTER_LINEAR
                        : photograph.cols < side ? cv::INTER_CUBIC
                                                 : cv::INTER_AREA;
        cv::resize(photograph, shown, cv::Size(side, side), 0, 0, how);
    }
    return shown;
}

cv::Mat photographed(cv::Mat& canvas, Dice& dice) {
    if (dice.chance(0.5F)) illuminate(canvas, dice);
    if (dice.chance(0.12F)) toGrey(canvas);
    if (dice.chance(0.55F)) expose(canvas, dice);
    blur(canvas, dice);
    if (dice.chance(0.15F)) sharpen(canvas, dice);
    transform(canvas, Curve(dice));
    if (dice.chance(0.7F)) addNoise(canvas, dice);
    if (dice.chance(0.06F)) compressBlocks(canvas, dice);
    cv::Mat picture;
    canvas.convertTo(picture, CV_8UC3);
    return picture;
}

}  // namespace segad::procedural
