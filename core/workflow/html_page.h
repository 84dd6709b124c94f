// Pieces of the self-contained HTML reports: one file, no script, nothing fetched. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/project/records.h"

namespace segad {

/// Text as it may stand in an element or a quoted attribute.
std::string htmlEscaped(std::string_view text);

/// A whole document; light and dark by the reader's setting.
std::string htmlPage(std::string_view title, std::string_view body);

/// <img> with the picture (CV_8UC3 RGB) inside, at most `longestSide` pixels a side.
std::string htmlPicture(const cv::Mat& rgb, std::string_view description, int longestSide);

/// The same for a picture that is a JPEG already, at its own size.
std::string htmlJpeg(std::string_view jpeg, std::string_view description);

/// "<span class=…>reject</span>" in the verdict's colour.
std::string htmlVerdict(Verdict verdict);

/// One curve of the plot below.
struct NamedRoc {
    std::string name;
    std::vector<RocPointRecord> points;
};

/// False against true positive rate as inline SVG, with a legend. Curves of many points are thinned to what
/// can be seen.
std::string htmlRoc(const std::vector<NamedRoc>& curves);

}  // namespace segad
