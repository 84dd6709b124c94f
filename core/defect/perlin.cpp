#include "core/defect/perlin.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace segad {

namespace {
double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
}

double lerp(double a, double b, double weight) {
    return (b - a) * weight + a;
}

struct Gradient {
    double row;
    double column;
};
}  // namespace

cv::Mat perlinNoise(cv::Size size, cv::Size cells, std::span<const double> angles) {
    const int across = cells.width + 1;
    std::vector<Gradient> gradients;
    gradients.reserve(angles.size());
    for (const double angle : angles)
        gradients.push_back({std::cos(angle), std::sin(angle)});
    const auto at = [&](int row, int column) {
        return gradients[static_cast<std::size_t>(row) * static_cast<std::size_t>(across) +
                         static_cast<std::size_t>(column)];
    };
    const int cellRows = size.height / cells.height;
    const int cellColumns = size.width / cells.width;
    cv::Mat noise(size, CV_32FC1);
    for (int i = 0; i < size.height; ++i) {
        const int r = i / cellRows;
        const double f0 = static_cast<double>(i % cellRows) / cellRows;
        auto* row = noise.ptr<float>(i);
        for (int j = 0; j < size.width; ++j) {
            const int c = j / cellColumns;
            const double f1 = static_cast<double>(j % cellColumns) / cellColumns;
            const auto corner = [&](int down, int right) {
                const Gradient g = at(r + down, c + right);
                return g.row * (f0 - down) + g.column * (f1 - right);
            };
            const double top = lerp(corner(0, 0), corner(1, 0), fade(f0));
            const double bottom = lerp(corner(0, 1), corner(1, 1), fade(f0));
            row[j] = static_cast<float>(std::numbers::sqrt2 * lerp(top, bottom, fade(f1)));
        }
    }
    return noise;
}

}  // namespace segad
