// Colours for what is not a picture: anomaly maps and segment maps.
//
// The heat scales are perceptually even (equal steps of the value look like equal steps) and readable with
// every kind of colour blindness; the first eight segment colours are those of Okabe and Ito.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

enum class HeatColors {
    Inferno,
    Magma,
    Viridis,
    Cividis,
    Grey,
    Difference,  ///< blue, white, orange: for values with a sign; not in the catalog, as no map has one
};

struct HeatColorsInfo {
    HeatColors id = HeatColors::Inferno;
    std::string key;    ///< stable: "inferno"
    std::string title;  ///< "Inferno"
};

/// In the order they are offered; the first is the default.
const std::vector<HeatColorsInfo>& heatColorsCatalog();

/// Throws Error{InvalidArgument} that lists the known keys.
HeatColors heatColorsFromKey(std::string_view key);

/// 256 RGB colours from least to most.
const std::array<cv::Vec3b, 256>& heatTable(HeatColors colors);

/// The same with alpha (not multiplied in): the first colour is transparent, and opacity is full from an
/// eighth of the range on, so that weak responses fade in rather than end in an edge. Of Difference the
/// middle is transparent.
const std::array<cv::Vec4b, 256>& heatOverlayTable(HeatColors colors);

/// A CV_32FC1 map as CV_8UC4 RGBA by heatOverlayTable(): `low` and below is the first colour, `high` and
/// above the last. With high ≤ low everything above `low` has the last colour. Difference takes low = -high.
cv::Mat colourize(const cv::Mat& map, float low, float high, HeatColors colors);

/// RGB of a label, all 256 different; 0 is grey, as the background should be.
cv::Vec3b segmentColor(int label);

/// CV_8UC1 labels as CV_8UC4 RGBA; label 0 transparent unless `showBackground`.
cv::Mat colourizeSegments(const cv::Mat& labels, bool showBackground);

}  // namespace segad
