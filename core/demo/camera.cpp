#include "core/demo/camera.h"

#include <array>

#include "core/base/random.h"
#include "core/demo/surface.h"

namespace segad::demo {

namespace {

struct Planes {
    int side;
    std::array<std::vector<float>, 3> channel;

    explicit Planes(int s) : side(s) {
        for (auto& plane : channel)
            plane.resize(static_cast<std::size_t>(s) * static_cast<std::size_t>(s));
    }
};

/// Mean of each pixel's samples.
Planes gather(const std::vector<Rgb>& light, int side) {
    Planes planes(side);
    const auto n = static_cast<std::size_t>(side);
    const std::size_t fine = n * kSupersampling;
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t column = 0; column < n; ++column) {
            Rgb sum;
            for (std::size_t dy = 0; dy < kSupersampling; ++dy)
                for (std::size_t dx = 0; dx < kSupersampling; ++dx)
                    sum = sum + light[(row * kSupersampling + dy) * fine + column * kSupersampling + dx];
            const float share = 1.0F / (kSupersampling * kSupersampling);
            planes.channel[0][row * n + column] = sum.r * share;
            planes.channel[1][row * n + column] = sum.g * share;
            planes.channel[2][row * n + column] = sum.b * share;
        }
    }
    return planes;
}

/// Five taps of a Gaussian of `sigma` pixels (up to about 1.2).
std::array<float, 3> taps(float sigma) {
    const float s = std::max(sigma, 0.05F);
    const float one = exponential(-0.5F / (s * s));
    const float two = exponential(-2.0F / (s * s));
    const float sum = 1.0F + 2.0F * (one + two);
    return {1.0F / sum, one / sum, two / sum};
}

/// Separable blur whose width may change from top to bottom.
void blur(std::vector<float>& plane, int side, float sigmaTop, float sigmaBottom) {
    const auto n = static_cast<std::size_t>(side);
    std::vector<float> copy(plane.size());
    const auto weightsOf = [&](int row) {
        const float t = static_cast<float>(row) / static_cast<float>(side - 1);
        return taps(mix(sigmaTop, sigmaBottom, t));
    };
    const auto clampIndex = [&](int k) { return static_cast<std::size_t>(std::clamp(k, 0, side - 1)); };
    for (int row = 0; row < side; ++row) {
        const auto w = weightsOf(row);
        const float* in = plane.data() + static_cast<std::size_t>(row) * n;
        float* out = copy.data() + static_cast<std::size_t>(row) * n;
        for (int c = 0; c < side; ++c)
            out[c] = w[0] * in[c] + w[1] * (in[clampIndex(c - 1)] + in[clampIndex(c + 1)]) +
                     w[2] * (in[clampIndex(c - 2)] + in[clampIndex(c + 2)]);
    }
    for (int row = 0; row < side; ++row) {
        const auto w = weightsOf(row);
        const auto line = [&](int k) { return copy.data() + clampIndex(row + k) * n; };
        const float *a = line(-2), *b = line(-1), *m = line(0), *c = line(1), *d = line(2);
        float* out = plane.data() + static_cast<std::size_t>(row) * n;
        for (std::size_t k = 0; k < n; ++k)
            out[k] = w[0] * m[k] + w[1] * (b[k] + c[k]) + w[2] * (a[k] + d[k]);
    }
}

/// Sum of four uniforms from one draw: about normal, deviation 1.
float noiseSample(SplitMix64& stream) {
    const std::uint64_t bits = stream();
    const auto sum = static_cast<float>((bits & 0xFFFFU) + ((bits >> 16U) & 0xFFFFU) +
                                        ((bits >> 32U) & 0xFFFFU) + (bits >> 48U));
    return (sum * (1.0F / 65536.0F) - 2.0F) * 1.7320508F;
}

/// sRGB's curve with a camera's shoulder and a touch of contrast, 0…1 in 4,095 steps.
const std::array<float, 4096>& toneCurve() {
    static const std::array<float, 4096> curve = [] {
        std::array<float, 4096> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            const double x = static_cast<double>(i) / 4095.0 * 1.6;
            // Linear to the shoulder at 0.75, then rolled off towards 1.
            const double rolled =
                x < 0.75
                    ? x
                    : 0.75 + 0.25 * (1.0 - 1.0 / (1.0 + (x - 0.75) * 4.0 + (x - 0.75) * (x - 0.75) * 6.0));
            const double srgb =
                rolled <= 0.0031308 ? 12.92 * rolled : 1.055 * power(rolled, 1.0 / 2.4) - 0.055;
            table[i] = static_cast<float>(srgb + 0.035 * (srgb - 0.5) * 4.0 * srgb * (1.0 - srgb));
        }
        return table;
    }();
    return curve;
}

float toned(float light) {
    const float position = clamp01(light * (1.0F / 1.6F)) * 4095.0F;
    const int i = std::min(floorToInt(position), 4094);
    const auto& curve = toneCurve();
    return mix(curve[static_cast<std::size_t>(i)], curve[static_cast<std::size_t>(i) + 1],
               position - static_cast<float>(i));
}

void expose(Planes& planes, const Camera& camera, std::uint64_t noiseSeed) {
    SplitMix64 noise(noiseSeed);
    const float middle = 0.5F * static_cast<float>(planes.side - 1);
    const float scale = 1.0F / middle;
    const auto n = static_cast<std::size_t>(planes.side);
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t column = 0; column < n; ++column) {
            const float dx = (static_cast<float>(column) - middle) * scale;
            const float dy = (static_cast<float>(row) - middle) * scale;
            const float gain = camera.exposure * (1.0F - camera.vignette * 0.5F * (dx * dx + dy * dy));
            for (auto& plane : planes.channel) {
                float& value = plane[row * n + column];
                const float light = std::max(0.0F, value * gain);
                const float deviation =
                    std::sqrt(square(camera.readNoise) + camera.shotNoise * camera.shotNoise * 60.0F * light);
                value = std::max(0.0F, light + deviation * noiseSample(noise));
            }
        }
    }
}

/// As a camera's own JPEG would: colour smoothed, brightness sharpened with a small halo.
void develop(Planes& planes, const Camera& camera) {
    std::vector<float> luma(planes.channel[0].size());
    std::vector<float> warm(luma.size());
    std::vector<float> cold(luma.size());
    for (std::size_t i = 0; i < luma.size(); ++i) {
        const float r = toned(planes.channel[0][i]);
        const float g = toned(planes.channel[1][i]);
        const float b = toned(planes.channel[2][i]);
        luma[i] = 0.299F * r + 0.587F * g + 0.114F * b;
        warm[i] = r - luma[i];
        cold[i] = b - luma[i];
    }
    blur(warm, planes.side, camera.chromaBlur, camera.chromaBlur);
    blur(cold, planes.side, camera.chromaBlur, camera.chromaBlur);
    std::vector<float> soft = luma;
    blur(soft, planes.side, 1.0F, 1.0F);
    for (std::size_t i = 0; i < luma.size(); ++i) {
        const float y = luma[i] + camera.sharpening * std::clamp(luma[i] - soft[i], -0.12F, 0.12F);
        planes.channel[0][i] = y + warm[i];
        planes.channel[2][i] = y + cold[i];
        planes.channel[1][i] = y - (0.299F * warm[i] + 0.114F * cold[i]) / 0.587F;
    }
}

}  // namespace

cv::Mat photograph(const std::vector<Rgb>& light, int side, const Camera& camera, std::uint64_t noiseSeed) {
    Planes planes = gather(light, side);
    // Blur grows with the picture's resolution: it is the lens's, not the sensor's.
    const float scale = std::min(static_cast<float>(side) / 256.0F, 2.0F);
    const float top = std::max(0.25F, camera.blur - 0.5F * camera.focusSlope) * scale;
    const float bottom = std::max(0.25F, camera.blur + 0.5F * camera.focusSlope) * scale;
    for (auto& plane : planes.channel)
        blur(plane, side, top, bottom);
    expose(planes, camera, noiseSeed);
    develop(planes, camera);
    cv::Mat rgb(side, side, CV_8UC3);
    for (int row = 0; row < side; ++row) {
        auto* out = rgb.ptr<cv::Vec3b>(row);
        for (int column = 0; column < side; ++column) {
            const std::size_t i = static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                                  static_cast<std::size_t>(column);
            for (int c = 0; c < 3; ++c) {
                const float value = clamp01(planes.channel[static_cast<std::size_t>(c)][i]) * 255.0F + 0.5F;
                out[column][c] = static_cast<std::uint8_t>(std::min(255, floorToInt(value)));
            }
        }
    }
    return rgb;
}

}  // namespace segad::demo
