#include "core/demo/noise.h"

#include <cstddef>
#include <vector>

namespace segad::demo {

namespace {
constexpr int kPeriod = 256;

const std::vector<float>& lattice() {
    static const std::vector<float> values = [] {
        std::vector<float> table(std::size_t{kPeriod} * kPeriod);
        SplitMix64 stream(0x5e6ad, "lattice");
        for (float& value : table)
            value = static_cast<float>(stream.uniform(-1, 1));
        return table;
    }();
    return values;
}
}  // namespace

float latticeNoise(float x, float y) {
    static const float* const table = lattice().data();
    const int ix = floorToInt(x);
    const int iy = floorToInt(y);
    const float fx = x - static_cast<float>(ix);
    const float fy = y - static_cast<float>(iy);
    const float u = fx * fx * (3.0F - 2.0F * fx);
    const float v = fy * fy * (3.0F - 2.0F * fy);
    const int x0 = ix & (kPeriod - 1);
    const int x1 = (ix + 1) & (kPeriod - 1);
    const float* const row0 = table + std::ptrdiff_t{iy & (kPeriod - 1)} * kPeriod;
    const float* const row1 = table + std::ptrdiff_t{(iy + 1) & (kPeriod - 1)} * kPeriod;
    return mix(mix(row0[x0], row0[x1], u), mix(row1[x0], row1[x1], u), v);
}

float fractalNoise(float x, float y, int octaves) {
    float sum = 0;
    float weight = 0.5F;
    for (int i = 0; i < octaves; ++i) {
        sum += weight * latticeNoise(x, y);
        // Off-grid step, so that octaves don't line up.
        x = x * 2.0F + 17.31F;
        y = y * 2.0F + 9.73F;
        weight *= 0.5F;
    }
    return sum;
}

}  // namespace segad::demo
