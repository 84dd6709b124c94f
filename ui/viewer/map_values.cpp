#include "ui/viewer/map_values.h"

#include <algorithm>
#include <cmath>

namespace segad::ui {

cv::Point onGrid(QPointF point, QSize picture, const cv::Mat& grid) {
    return {std::clamp(static_cast<int>(point.x() / picture.width() * grid.cols), 0, grid.cols - 1),
            std::clamp(static_cast<int>(point.y() / picture.height() * grid.rows), 0, grid.rows - 1)};
}

double interpolated(const cv::Mat& grid, QPointF point, QSize picture) {
    const double x = std::clamp(point.x() / picture.width() * grid.cols - 0.5, 0.0, grid.cols - 1.0);
    const double y = std::clamp(point.y() / picture.height() * grid.rows - 0.5, 0.0, grid.rows - 1.0);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const auto at = [&](int column, int row) {
        return static_cast<double>(
            grid.at<float>(std::min(row, grid.rows - 1), std::min(column, grid.cols - 1)));
    };
    const double upper = std::lerp(at(left, top), at(left + 1, top), x - left);
    const double lower = std::lerp(at(left, top + 1), at(left + 1, top + 1), x - left);
    return std::lerp(upper, lower, y - top);
}

}  // namespace segad::ui
