#include "ui/viewer/line_raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <opencv2/core/utility.hpp>

namespace segad::ui {

namespace {
/// Squared distances are kept as 0…254 of what is reached; 255 is farther away.
constexpr int kFar = 255;
/// Each stripe of rows looks at every line once.
constexpr int kRowsPerStripe = 192;

std::uint32_t scaled(std::uint32_t color, std::uint32_t share) {
    constexpr std::uint32_t kEven = 0x00FF00FF;
    const std::uint32_t even = (((color & kEven) * share + 0x00800080U) >> 8U) & kEven;
    const std::uint32_t odd = (((color >> 8U) & kEven) * share + 0x00800080U) & (kEven << 8U);
    return even | odd;
}

/// Premultiplied `color` over what is there.
void layOver(QRgb& target, std::uint32_t color) {
    const auto alpha = static_cast<std::uint32_t>(qAlpha(color));
    if (alpha == 0) return;
    target = alpha == 255 ? color : color + scaled(target, 256 - alpha - (alpha >> 7U));
}

double coverage(double width, double distance) {
    return std::clamp(width / 2 + 0.5 - distance, 0.0, 1.0);
}

std::uint32_t faded(const QColor& color, double share) {
    QColor seen = color;
    seen.setAlphaF(static_cast<float>(color.alphaF() * share));
    return qPremultiply(seen.rgba());
}

/// How near each pixel of some rows is to a line.
class Distances {
public:
    Distances(const QRect& rows, double reach)
        : rows_(rows),
          reach_(static_cast<float>(reach)),
          perUnit_(static_cast<float>(kFar / (reach * reach))),
          near_(static_cast<std::size_t>(rows.width()) * static_cast<std::size_t>(rows.height()), kFar) {}

    void add(const QPointF& from, const QPointF& to) {
        const double top = std::min(from.y(), to.y()) - reach_;
        const double bottom = std::max(from.y(), to.y()) + reach_;
        if (bottom < rows_.top() || top > rows_.bottom() + 1) return;
        const int first = std::max(rows_.top(), static_cast<int>(std::floor(top)));
        const int last = std::min(rows_.bottom(), static_cast<int>(std::floor(bottom)));
        for (int y = first; y <= last; ++y)
            addRow(from, to, y);
    }

    const std::uint8_t* row(int y) const {
        return near_.data() +
               static_cast<std::size_t>(y - rows_.top()) * static_cast<std::size_t>(rows_.width());
    }

private:
    void addRow(const QPointF& from, const QPointF& to, int y) {
        const QPointF along = to - from;
        double left = std::min(from.x(), to.x()) - reach_;
        double right = std::max(from.x(), to.x()) + reach_;
        const double down = y + 0.5 - from.y();
        if (std::abs(along.y()) > 1e-3) {
            const double middle = from.x() + down * along.x() / along.y();
            const double half = reach_ * std::hypot(along.x(), along.y()) / std::abs(along.y());
            left = std::max(left, middle - half);
            right = std::min(right, middle + half);
        }
        const int first = std::max(rows_.left(), static_cast<int>(std::floor(left)));
        const int last = std::min(rows_.right(), static_cast<int>(std::floor(right)));
        const auto dx = static_cast<float>(along.x());
        const auto dy = static_cast<float>(along.y());
        const float perLength = 1.0F / std::max(dx * dx + dy * dy, 1e-6F);
        const auto py = static_cast<float>(down);
        std::uint8_t* line =
            near_.data() +
            static_cast<std::size_t>(y - rows_.top()) * static_cast<std::size_t>(rows_.width()) -
            rows_.left();
        for (int x = first; x <= last; ++x) {
            const float px = static_cast<float>(x) + 0.5F - static_cast<float>(from.x());
            const float share = std::clamp((px * dx + py * dy) * perLength, 0.0F, 1.0F);
            const float ex = px - share * dx;
            const float ey = py - share * dy;
            const float near = std::min((ex * ex + ey * ey) * perUnit_, static_cast<float>(kFar));
            line[x] = std::min(line[x], static_cast<std::uint8_t>(near));
        }
    }

    QRect rows_;
    float reach_;
    float perUnit_;
    std::vector<std::uint8_t> near_;
};

/// Which colour a pixel gets by how near it is.
PixelTable colorsByDistance(const LineLook& look, double reach) {
    PixelTable colors{};
    for (int near = 0; near < kFar; ++near) {
        const double distance = std::sqrt(static_cast<double>(near) / kFar) * reach;
        QRgb color = faded(look.halo, coverage(look.haloWidth, distance));
        layOver(color, faded(look.color, coverage(look.width, distance)));
        colors[static_cast<std::size_t>(near)] = color;
    }
    return colors;
}
}  // namespace

void rasterLines(QImage& view, const QRect& area, const std::vector<QPolygonF>& pieces,
                 const LineLook& look) {
    if (pieces.empty() || area.isEmpty()) return;
    const double reach = std::max(look.width, look.haloWidth) / 2 + 0.5;
    const PixelTable colors = colorsByDistance(look, reach);
    view.bits();  // a shared image must detach once, before the threads write
    cv::parallel_for_(
        cv::Range(area.top(), area.bottom() + 1),
        [&](const cv::Range& range) {
            Distances distances(QRect(area.left(), range.start, area.width(), range.size()), reach);
            for (const QPolygonF& piece : pieces) {
                for (qsizetype i = 1; i < piece.size(); ++i)
                    distances.add(piece[i - 1], piece[i]);
            }
            for (int y = range.start; y < range.end; ++y) {
                QRgb* target = reinterpret_cast<QRgb*>(view.scanLine(y)) + area.left();
                const std::uint8_t* near = distances.row(y);
                for (int x = 0; x < area.width(); ++x)
                    if (near[x] != kFar) layOver(target[x], colors[near[x]]);
            }
        },
        std::max(1.0, static_cast<double>(area.height()) / kRowsPerStripe));
}

void rasterPixelGrid(QImage& view, const QRect& area, const ViewGeometry& geometry, const QColor& color) {
    const QRect seen = area & geometry.pictureRect();
    if (seen.isEmpty()) return;
    const QRgb line = qPremultiply(color.rgba());
    std::vector<int> columns;
    const auto edge = [&](int origin, int pixel) {
        return origin + static_cast<int>(std::lround(pixel * geometry.scale));
    };
    const auto firstPixel = [&](int from, int origin) {
        return static_cast<int>(std::floor((from - origin) / geometry.scale));
    };
    for (int x = firstPixel(seen.left(), geometry.origin.x()); edge(geometry.origin.x(), x) <= seen.right();
         ++x)
        if (edge(geometry.origin.x(), x) >= seen.left()) columns.push_back(edge(geometry.origin.x(), x));
    int nextRow = firstPixel(seen.top(), geometry.origin.y());
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        QRgb* target = reinterpret_cast<QRgb*>(view.scanLine(y));
        while (edge(geometry.origin.y(), nextRow) < y)
            ++nextRow;
        if (edge(geometry.origin.y(), nextRow) == y) {
            for (int x = seen.left(); x <= seen.right(); ++x)
                layOver(target[x], line);
        } else {
            for (const int x : columns)
                layOver(target[x], line);
        }
    }
}

}  // namespace segad::ui
