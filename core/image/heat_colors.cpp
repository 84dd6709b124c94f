#include "core/image/heat_colors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/lab.h"

namespace segad {

namespace {
using Table = std::array<cv::Vec3b, 256>;
constexpr std::size_t kTables = 6;

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

/// Straight lines in CIE L*a*b* from Okabe and Ito's blue over a near white to an orange as dark as the blue:
/// equal steps away from the middle look equal on both sides, and blue against orange is told apart by every
/// eye.
Table differenceTable() {
    const Lab blue = toLab({0, 114, 178});
    const Lab middle{97, 0, 0};
    Lab orange = toLab({179, 88, 6});
    orange[0] = blue[0];
    Table table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double side = static_cast<double>(i) / 127.5 - 1;
        const Lab& end = side < 0 ? blue : orange;
        Lab mixed{};
        for (std::size_t k = 0; k < mixed.size(); ++k)
            mixed[k] = middle[k] + std::abs(side) * (end[k] - middle[k]);
        table[i] = fromLab(mixed);
    }
    return table;
}

cv::Vec4b withAlpha(const cv::Vec3b& rgb, std::uint8_t alpha) {
    return {rgb[0], rgb[1], rgb[2], alpha};
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
    static const std::array<Table, kTables> tables{publishedTable(cv::COLORMAP_INFERNO),
                                                   publishedTable(cv::COLORMAP_MAGMA),
                                                   publishedTable(cv::COLORMAP_VIRIDIS),
                                                   publishedTable(cv::COLORMAP_CIVIDIS),
                                                   greyTable(),
                                                   differenceTable()};
    return tables.at(static_cast<std::size_t>(colors));
}

const std::array<cv::Vec4b, 256>& heatOverlayTable(HeatColors colors) {
    static const auto tables = [] {
        std::array<std::array<cv::Vec4b, 256>, kTables> made;
        for (std::size_t k = 0; k < made.size(); ++k) {
            const auto id = static_cast<HeatColors>(k);
            for (int i = 0; i < 256; ++i) {
                const int steps = id == HeatColors::Difference ? std::abs(2 * i - 255) - 1 : i;
                const auto alpha = static_cast<std::uint8_t>(std::min(255, steps * 8));
                const auto at = static_cast<std::size_t>(i);
                made[k][at] = withAlpha(heatTable(id)[at], alpha);
            }
        }
        return made;
    }();
    return tables.at(static_cast<std::size_t>(colors));
}

cv::Mat colourize(const cv::Mat& map, float low, float high, HeatColors colors) {
    if (map.type() != CV_32FC1) throw std::invalid_argument("colourize takes CV_32FC1");
    const auto& table = heatOverlayTable(colors);
    const float scale = high > low ? 255.0F / (high - low) : std::numeric_limits<float>::infinity();
    cv::Mat rgba(map.size(), CV_8UC4);
    for (int y = 0; y < map.rows; ++y) {
        const auto* values = map.ptr<float>(y);
        auto* target = rgba.ptr<cv::Vec4b>(y);
        for (int x = 0; x < map.cols; ++x) {
            const float above = values[x] - low;
            const float step = std::min(above * scale, 255.0F) + 0.5F;
            target[x] = table[above > 0 ? static_cast<std::size_t>(step) : 0];
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
