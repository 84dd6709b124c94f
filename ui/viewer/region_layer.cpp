#include "ui/viewer/region_layer.h"

#include <QImage>
#include <QPainter>
#include <QTransform>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <opencv2/imgproc.hpp>

namespace segad::ui {

const QColor RegionLayer::kColor(0xFF, 0x4F, 0xC3);

namespace {
constexpr int kSmallestLevel = 32;
/// The outline inside and the shadow around it, in pixels of the screen at 100 %.
constexpr double kLine = 2;
constexpr double kShadow = 1;
constexpr uchar kInside = 1;
constexpr uchar kOnLine = 2;
constexpr uchar kOnShadow = 4;
constexpr int kShadowAlpha = 190;

void halve(const cv::Mat& from, cv::Mat& to, const cv::Rect& area) {
    for (int y = area.y; y < area.br().y; ++y) {
        const uchar* upper = from.ptr(2 * y);
        const uchar* lower = from.ptr(std::min(2 * y + 1, from.rows - 1));
        uchar* row = to.ptr(y);
        // The last column of an odd width has no right neighbour.
        const int pairs = std::min(area.br().x, from.cols >> 1);
        for (int x = area.x; x < pairs; ++x) {
            const int left = 2 * x;
            row[x] = static_cast<uchar>(upper[left] | upper[left + 1] | lower[left] | lower[left + 1]);
        }
        const int last = 2 * pairs;
        if (area.br().x > pairs) row[pairs] = static_cast<uchar>(upper[last] | lower[last]);
    }
}

/// For `count` pixels of the screen, `density` to a unit of the widget, the first of them at `first`: which
/// pixel of a level they lie on, −1 outside.
std::vector<int> pixelsUnder(int count, double first, double density, double offset, double scale, int size) {
    std::vector<int> under(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double at = std::floor((first + (i + 0.5) / density - offset) / scale);
        under[static_cast<std::size_t>(i)] = at >= 0 && at < size ? static_cast<int>(at) : -1;
    }
    return under;
}

cv::Mat sampled(const cv::Mat& level, const std::vector<int>& columns, const std::vector<int>& rows) {
    cv::Mat inside(static_cast<int>(rows.size()), static_cast<int>(columns.size()), CV_8UC1, cv::Scalar(0));
    for (std::size_t y = 0; y < rows.size(); ++y) {
        if (rows[y] < 0) continue;
        uchar* to = inside.ptr(static_cast<int>(y));
        if (y > 0 && rows[y] == rows[y - 1]) {
            std::memcpy(to, inside.ptr(static_cast<int>(y) - 1), columns.size());
            continue;
        }
        const uchar* from = level.ptr(rows[y]);
        for (std::size_t x = 0; x < columns.size(); ++x)
            to[x] = columns[x] < 0 || from[columns[x]] == 0 ? 0 : kInside;
    }
    return inside;
}

QRgb premultiplied(const QColor& color, int alpha) {
    return qPremultiply(qRgba(color.red(), color.green(), color.blue(), alpha));
}
}  // namespace

void RegionLayer::setMask(const cv::Mat& mask) {
    levels_.clear();
    if (mask.empty()) return;
    levels_.push_back(mask);
    while (std::min(levels_.back().cols, levels_.back().rows) > kSmallestLevel) {
        const cv::Size size((levels_.back().cols + 1) >> 1, (levels_.back().rows + 1) >> 1);
        levels_.emplace_back(size, CV_8UC1, cv::Scalar(0));
    }
    refresh({0, 0, mask.cols, mask.rows});
}

void RegionLayer::refresh(const cv::Rect& area) {
    cv::Rect changed = area;
    for (std::size_t i = 1; i < levels_.size() && !changed.empty(); ++i) {
        const cv::Point first(changed.x >> 1, changed.y >> 1);
        const cv::Point end((changed.br().x + 1) >> 1, (changed.br().y + 1) >> 1);
        changed = cv::Rect(first, end);
        halve(levels_[i - 1], levels_[i], changed);
    }
}

QRect RegionLayer::onScreen(const cv::Rect& area, const QTransform& imageToWidget) {
    if (area.empty()) return {};
    // A pixel of a coarse level reaches beyond the changed ones, and the outline beyond that.
    const double reach = std::ceil(2 / std::min(1.0, imageToWidget.m11()));
    const QRectF wide =
        QRectF(area.x, area.y, area.width, area.height).adjusted(-reach, -reach, reach, reach);
    return imageToWidget.mapRect(wide).toAlignedRect().adjusted(-3, -3, 3, 3);
}

void RegionLayer::paint(QPainter& painter, const QRect& seen, const QTransform& imageToWidget,
                        double opacity) const {
    if (levels_.empty()) return;
    // Only where something is painted: the coarsest level knows.
    cv::Rect painted = cv::boundingRect(levels_.back());
    const auto coarsest = static_cast<int>(levels_.size()) - 1;
    painted = cv::Rect(painted.x << coarsest, painted.y << coarsest, painted.width << coarsest,
                       painted.height << coarsest);
    const QRect area = seen & onScreen(painted, imageToWidget);
    if (area.isEmpty()) return;

    const double density = painter.device()->devicePixelRatioF();
    const double zoom = imageToWidget.m11();
    // The level whose pixels are one to two pixels of the screen wide: none is skipped.
    const int halvings = zoom * density >= 1 ? 0 : static_cast<int>(std::ceil(-std::log2(zoom * density)));
    const std::size_t level = static_cast<std::size_t>(std::min(halvings, coarsest));
    const double scale = zoom * static_cast<double>(1U << level);
    const auto pixels = [density](double width) {
        return std::max(1, static_cast<int>(std::lround(width * density)));
    };
    const int line = pixels(kLine);
    const int width = static_cast<int>(std::ceil(area.width() * density));
    const int height = static_cast<int>(std::ceil(area.height() * density));
    // The outline depends on what is around the area.
    const auto under = [&](int count, int begin, double offset, int size) {
        return pixelsUnder(count + 2 * line, begin - line / density, density, offset, scale, size);
    };
    const cv::Mat inside =
        sampled(levels_[level], under(width, area.left(), imageToWidget.dx(), levels_[level].cols),
                under(height, area.top(), imageToWidget.dy(), levels_[level].rows));
    if (cv::countNonZero(inside) == 0) return;

    const auto square = [](int reach) {
        return cv::getStructuringElement(cv::MORPH_RECT, {2 * reach + 1, 2 * reach + 1});
    };
    cv::Mat core;
    cv::Mat reach;
    cv::erode(inside, core, square(line), {-1, -1}, 1, cv::BORDER_REPLICATE);
    cv::dilate(inside, reach, square(pixels(kShadow)), {-1, -1}, 1, cv::BORDER_REPLICATE);
    // 0 outside, 1 fill, 3 outline, 4 shadow.
    const cv::Mat kinds = inside + (inside - core) * kOnLine + (reach - inside) * kOnShadow;
    std::array<QRgb, kOnShadow + 1> colors{};
    colors[kInside] = premultiplied(kColor, static_cast<int>(std::lround(opacity * 255)));
    colors[kInside + kOnLine] = premultiplied(kColor, 255);
    colors[kOnShadow] = premultiplied(Qt::black, kShadowAlpha);
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(density);
    for (int y = 0; y < height; ++y) {
        const uchar* from = kinds.ptr(y + line) + line;
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x)
            to[x] = colors[from[x]];
    }
    painter.drawImage(area.topLeft(), image);
}

}  // namespace segad::ui
