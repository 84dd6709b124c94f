#include "core/procedural/fields.h"

#include <opencv2/imgproc.hpp>

namespace segad::procedural {

cv::Mat whiteNoise(Dice& dice, int rows, int cols) {
    cv::Mat noise(rows, cols, CV_32FC1);
    std::uint64_t state = dice.bits();
    for (int y = 0; y < rows; ++y) {
        float* row = noise.ptr<float>(y);
        for (int x = 0; x < cols; ++x) {
            // SplitMix64, inlined: this loop is most of the cost of fine noise.
            std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
            z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
            z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
            z ^= z >> 31U;
            // The sum of four 16-bit numbers is about normal.
            const auto sum = static_cast<std::int32_t>((z & 0xFFFFU) + ((z >> 16U) & 0xFFFFU) +
                                                       ((z >> 32U) & 0xFFFFU) + (z >> 48U));
            row[x] = static_cast<float>(sum - 131'070) * (1.7320508F / 65'536.0F);
        }
    }
    return noise;
}

namespace {

/// Twice as fine, cut to rows × cols.
cv::Mat doubled(const cv::Mat& field, int rows, int cols) {
    cv::Mat fine;
    cv::resize(field, fine, cv::Size(field.cols * 2, field.rows * 2), 0, 0, cv::INTER_CUBIC);
    // One cell in from the border, where the interpolation has no neighbours.
    return fine(cv::Rect(1, 1, cols, rows));
}

}  // namespace

cv::Mat spectrumNoise(Dice& dice, int rows, int cols, const Spectrum& spectrum) {
    const float longest = static_cast<float>(std::max(rows, cols));
    const float coarsest = spectrum.coarsest > 0 ? std::min(spectrum.coarsest, longest) : longest;
    int levels = 0;
    while (static_cast<float>(2 << levels) <= coarsest)
        ++levels;
    // A grid of each level covers the picture with a margin for the next finer one.
    const auto sizeAt = [](int pixels, int level) {
        return ((pixels - 1) >> level) + 1 + (level > 0 ? 3 : 0);
    };
    const auto amplitudeAt = [&](int level) {
        return static_cast<float>(power(static_cast<double>(1 << level), spectrum.slope));
    };
    cv::Mat field = whiteNoise(dice, sizeAt(rows, levels), sizeAt(cols, levels));
    field *= amplitudeAt(levels);
    for (int level = levels - 1; level >= 0; --level) {
        field = doubled(field, sizeAt(rows, level), sizeAt(cols, level));
        if (static_cast<float>(1 << level) >= spectrum.finest) {
            const float amplitude = amplitudeAt(level);
            combine(field, whiteNoise(dice, field.rows, field.cols),
                    [=](float a, float b) { return a + amplitude * b; });
        }
    }
    if (!field.isContinuous()) field = field.clone();
    normalise(field);
    return field;
}

cv::Mat directedNoise(Dice& dice, int side, const Spectrum& spectrum, float stretch, float turns) {
    // The rotated square must lie inside the drawn one.
    const int drawn = side + side / 2;
    const int cols = std::max(4, static_cast<int>(static_cast<float>(drawn) / stretch) + 4);
    const cv::Mat compressed = spectrumNoise(dice, drawn, cols, spectrum);
    const float across = static_cast<float>(cols) / static_cast<float>(drawn);
    const Vec2 along = directionOf(turns);
    const float centre = static_cast<float>(side) / 2;
    // Where in `compressed` a pixel looks: along the direction `stretch` times more slowly.
    const cv::Matx23f look(along.x * across, along.y * across,
                           static_cast<float>(cols) / 2 - (along.x + along.y) * centre * across, -along.y,
                           along.x, static_cast<float>(drawn) / 2 - (along.x - along.y) * centre);
    cv::Mat field;
    cv::warpAffine(compressed, field, look, cv::Size(side, side), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REFLECT);
    normalise(field);
    return field;
}

void normalise(cv::Mat& field) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(field, mean, deviation);
    const float shift = static_cast<float>(mean[0]);
    const float scale = deviation[0] > 1e-9 ? static_cast<float>(1.0 / deviation[0]) : 0.0F;
    transform(field, [=](float v) { return (v - shift) * scale; });
}

void stretchToUnit(cv::Mat& field) {
    double low = 0;
    double high = 0;
    cv::minMaxLoc(field, &low, &high);
    if (high - low < 1e-9) {
        field.setTo(0.5);
        return;
    }
    const float shift = static_cast<float>(low);
    const float scale = static_cast<float>(1.0 / (high - low));
    transform(field, [=](float v) { return (v - shift) * scale; });
}

cv::Mat displaced(const cv::Mat& picture, const cv::Mat& dx, const cv::Mat& dy) {
    const cv::Mat mapX = [&] {
        cv::Mat map = dx.clone();
        for (int y = 0; y < map.rows; ++y)
            for (int x = 0; x < map.cols; ++x)
                map.ptr<float>(y)[x] += static_cast<float>(x);
        return map;
    }();
    cv::Mat mapY = dy.clone();
    for (int y = 0; y < mapY.rows; ++y)
        for (int x = 0; x < mapY.cols; ++x)
            mapY.ptr<float>(y)[x] += static_cast<float>(y);
    cv::Mat result;
    cv::remap(picture, result, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return result;
}

cv::Mat lit(const cv::Mat& height, float steepness, float turns) {
    cv::Mat light(height.size(), CV_32FC1);
    const Vec2 from = directionOf(turns) * steepness;
    for (int y = 0; y < height.rows; ++y) {
        const float* above = height.ptr<float>(std::max(y - 1, 0));
        const float* here = height.ptr<float>(y);
        const float* below = height.ptr<float>(std::min(y + 1, height.rows - 1));
        float* into = light.ptr<float>(y);
        const int last = height.cols - 1;
        for (int x = 0; x <= last; ++x) {
            const float slopeX = here[std::min(x + 1, last)] - here[std::max(x - 1, 0)];
            const float slopeY = below[x] - above[x];
            const float tilt = slopeX * from.x + slopeY * from.y;
            // Like the cosine of the angle to a low light, without its square roots.
            into[x] = 0.5F - 0.5F * tilt / (1.0F + (tilt < 0 ? -tilt : tilt));
        }
    }
    return light;
}

}  // namespace segad::procedural
