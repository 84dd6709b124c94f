#include "core/image/heat_colors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace segad {

namespace {
using Table = std::array<cv::Vec3b, 256>;

Table greyTable() {
    Table table;
    for (int i = 0; i < 256; ++i)
        table[static_cast<std::size_t>(i)] = cv::Vec3b::all(static_cast<std::uint8_t>(i));
    return table;
}

/// OpenCV carries matplotlib's published tables (CC0).
Table publishedTable(cv::ColormapTypes type) {
    cv::Mat ramp(1, 256, CV_8UC1);
    for (int i = 0; i < 256; ++i)
        ramp.at<std::uint8_t>(i) = static_cast<std::uint8_t>(i);
    cv::Mat bgr;
    cv::applyColorMap(ramp, bgr, type);
    Table table;
    for (int i = 0; i < 256; ++i) {
        const auto& color = bgr.at<cv::Vec3b>(i);
        table[static_cast<std::size_t>(i)] = {color[2], color[1], color[0]};
    }
    return table;
}

cv::Vec4b withAlpha(const cv::Vec3b& rgb, std::uint8_t alpha) {
    return {rgb[0], rgb[1], rgb[2], alpha};
}

using Lab = std::array<double, 3>;

/// CIE L*a*b* (D65) of an sRGB colour; distances in it are roughly what the eye sees.
Lab toLab(const cv::Vec3b& rgb) {
    std::array<double, 3> light{};
    for (int i = 0; i < 3; ++i) {
        const double v = rgb[i] / 255.0;
        light[static_cast<std::size_t>(i)] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    }
    const auto curve = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
    const auto [r, g, b] = light;
    const double x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// Okabe and Ito's palette (with grey in place of black, which dark parts hide), then always the colour of a
/// coarse grid that is farthest from all before it.
Table makeSegmentTable() {
    Table table;
    constexpr std::array<std::array<std::uint8_t, 3>, 8> kOkabeIto{{{153, 153, 153},
                                                                    {230, 159, 0},
                                                                    {86, 180, 233},
                                                                    {0, 158, 115},
                                                                    {240, 228, 66},
                                                                    {0, 114, 178},
                                                                    {213, 94, 0},
                                                                    {204, 121, 167}}};
    struct Candidate {
        cv::Vec3b rgb;
        Lab lab;
        double distance = std::numeric_limits<double>::max();
    };
    std::vector<Candidate> candidates;
    for (int code = 0; code < 16 * 16 * 16; ++code) {
        const auto level = [&](int shift) { return static_cast<std::uint8_t>(((code >> shift) & 15) * 17); };
        const cv::Vec3b rgb(level(8), level(4), level(0));
        const Lab lab = toLab(rgb);
        if (lab[0] > 30 && lab[0] < 92)
            candidates.push_back({rgb, lab});  // neither near black nor near white
    }
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (i < kOkabeIto.size()) {
            table[i] = {kOkabeIto[i][0], kOkabeIto[i][1], kOkabeIto[i][2]};
        } else {
            table[i] = std::ranges::max_element(candidates, {}, &Candidate::distance)->rgb;
        }
        const Lab chosen = toLab(table[i]);
        for (Candidate& candidate : candidates) {
            double squares = 0;
            for (std::size_t k = 0; k < 3; ++k)
                squares += (candidate.lab[k] - chosen[k]) * (candidate.lab[k] - chosen[k]);
            candidate.distance = std::min(candidate.distance, squares);
        }
    }
    return table;
}

const Table& segmentTable() {
    static const Table table = makeSegmentTable();
    return table;
}
}  // namespace

const std::vector<HeatColorsInfo>& heatColorsCatalog() {
    static const std::vector<HeatColorsInfo> rows{{HeatColors::Inferno, "inferno", "Inferno"},
                                                  {HeatColors::Magma, "magma", "Magma"},
                                                  {HeatColors::Viridis, "viridis", "Viridis"},
                                                  {HeatColors::Cividis, "cividis", "Cividis"},
                                                  {HeatColors::Grey, "grey", "Grey"}};
    return rows;
}

HeatColors heatColorsFromKey(std::string_view key) {
    std::string known;
    for (const HeatColorsInfo& row : heatColorsCatalog()) {
        if (row.key == key) return row.id;
        known += (known.empty() ? "" : ", ") + row.key;
    }
    throw Error(ErrorCode::InvalidArgument, std::string(key), "is not a colour scale",
                "Choose one of: " + known + ".");
}

const std::array<cv::Vec3b, 256>& heatTable(HeatColors colors) {
    static const std::array<Table, 5> tables{
        publishedTable(cv::COLORMAP_INFERNO), publishedTable(cv::COLORMAP_MAGMA),
        publishedTable(cv::COLORMAP_VIRIDIS), publishedTable(cv::COLORMAP_CIVIDIS), greyTable()};
    return tables.at(static_cast<std::size_t>(colors));
}

cv::Mat colourize(const cv::Mat& map, float low, float high, HeatColors colors) {
    if (map.type() != CV_32FC1) throw std::invalid_argument("colourize takes CV_32FC1");
    std::array<cv::Vec4b, 256> table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto alpha = static_cast<std::uint8_t>(std::min<std::size_t>(255, i * 8));
        table[i] = withAlpha(heatTable(colors)[i], alpha);
    }
    const cv::Vec4b clear = withAlpha(heatTable(colors)[0], 0);
    const float scale = high > low ? 255.0F / (high - low) : std::numeric_limits<float>::infinity();
    cv::Mat rgba(map.size(), CV_8UC4);
    for (int y = 0; y < map.rows; ++y) {
        const auto* values = map.ptr<float>(y);
        auto* target = rgba.ptr<cv::Vec4b>(y);
        for (int x = 0; x < map.cols; ++x) {
            const float above = values[x] - low;
            const float step = std::floor(std::min(above * scale, 255.0F) + 0.5F);
            target[x] = above > 0 ? table[static_cast<std::size_t>(step)] : clear;
        }
    }
    return rgba;
}

cv::Vec3b segmentColor(int label) {
    return segmentTable().at(static_cast<std::size_t>(label));
}

cv::Mat colourizeSegments(const cv::Mat& labels, bool showBackground) {
    if (labels.type() != CV_8UC1) throw std::invalid_argument("colourizeSegments takes CV_8UC1");
    cv::Mat rgba(labels.size(), CV_8UC4);
    for (int y = 0; y < labels.rows; ++y) {
        const std::uint8_t* label = labels.ptr(y);
        auto* target = rgba.ptr<cv::Vec4b>(y);
        for (int x = 0; x < labels.cols; ++x) {
            const bool shown = label[x] != 0 || showBackground;
            target[x] = withAlpha(segmentTable()[label[x]], shown ? 255 : 0);
        }
    }
    return rgba;
}

}  // namespace segad
