#include "ui/viewer/view_sampling.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/core/utility.hpp>

namespace segad::ui {

namespace {
constexpr int kWeightOne = 256;
/// Fewer rows are not worth waking a thread for.
constexpr int kRowsPerThread = 64;

/// For each pixel of the view along one axis the two cells it lies between.
struct Axis {
    int first = 0;  ///< pixels of the view before it and from `end` on are outside the image
    int end = 0;
    std::vector<int> low;
    std::vector<int> high;
    std::vector<std::uint32_t> weight;  ///< of `high`, 0…256

    std::size_t at(int pixel) const { return static_cast<std::size_t>(pixel - first); }
};

struct Span {
    int from = 0;
    int to = 0;
};

/// How many pixels have their centre in a length.
int wholePixels(double length) {
    return static_cast<int>(std::ceil(length - 0.5));
}

/// `shown`: pixels of the view that the `cells` take together. With `sharp`, enlarged cells keep their edges.
Axis makeAxis(Span wanted, int origin, double shown, int cells, bool sharp) {
    Axis axis;
    axis.first = std::max(wanted.from, origin);
    axis.end = std::max(axis.first, std::min(wanted.to, origin + wholePixels(shown)));
    const auto count = static_cast<std::size_t>(axis.end - axis.first);
    axis.low.reserve(count);
    axis.high.reserve(count);
    axis.weight.reserve(count);
    const double size = shown / cells;
    for (int pixel = axis.first; pixel < axis.end; ++pixel) {
        const double position = (pixel + 0.5 - origin) / size - 0.5;
        const double before = std::floor(position);
        double share = position - before;
        if (sharp && size > 1) share = std::clamp(0.5 + (share - 0.5) * size, 0.0, 1.0);
        axis.low.push_back(std::clamp(static_cast<int>(before), 0, cells - 1));
        axis.high.push_back(std::clamp(static_cast<int>(before) + 1, 0, cells - 1));
        axis.weight.push_back(static_cast<std::uint32_t>(std::lround(share * kWeightOne)));
    }
    return axis;
}

/// The cell each pixel lies in; `low` only.
Axis nearestAxis(Span wanted, int origin, double shown, int cells) {
    Axis axis;
    axis.first = std::max(wanted.from, origin);
    axis.end = std::max(axis.first, std::min(wanted.to, origin + wholePixels(shown)));
    for (int pixel = axis.first; pixel < axis.end; ++pixel) {
        const int cell = static_cast<int>((pixel + 0.5 - origin) / shown * cells);
        axis.low.push_back(std::clamp(cell, 0, cells - 1));
    }
    return axis;
}

Span across(const QRect& area) {
    return {area.left(), area.right() + 1};
}

Span down(const QRect& area) {
    return {area.top(), area.bottom() + 1};
}

QRgb* lineOf(QImage& view, int y) {
    return reinterpret_cast<QRgb*>(view.scanLine(y));
}

/// What of the area is not image becomes transparent.
void clearOutside(QImage& view, const QRect& area, const ViewGeometry& geometry) {
    const QRect image = area & geometry.pictureRect();
    for (int y = area.top(); y <= area.bottom(); ++y) {
        QRgb* line = lineOf(view, y);
        const bool beside = y >= image.top() && y <= image.bottom();
        const int left = beside ? image.left() : area.right() + 1;
        std::fill(line + area.left(), line + left, 0U);
        if (beside) std::fill(line + image.right() + 1, line + area.right() + 1, 0U);
    }
}

/// Calls work(from, to) for stripes of rows that cover axis.first … axis.end.
template <class Work>
void overRows(QImage& view, const Axis& axis, const Work& work) {
    const int rows = axis.end - axis.first;
    if (rows <= 0) return;
    view.bits();  // a shared image must detach once, before the threads write
    const double stripes = std::max(1.0, static_cast<double>(rows) / kRowsPerThread);
    cv::parallel_for_(
        cv::Range(axis.first, axis.end), [&](const cv::Range& range) { work(range.start, range.end); },
        stripes);
}

/// Between two colours, channel by channel, two channels at a time.
std::uint32_t mix(std::uint32_t a, std::uint32_t b, std::uint32_t weight) {
    constexpr std::uint32_t kEven = 0x00FF00FF;
    constexpr std::uint32_t kHalf = 0x00800080;
    const std::uint32_t rest = kWeightOne - weight;
    const std::uint32_t even = (((a & kEven) * rest + (b & kEven) * weight + kHalf) >> 8U) & kEven;
    const std::uint32_t odd =
        (((a >> 8U) & kEven) * rest + ((b >> 8U) & kEven) * weight + kHalf) & (kEven << 8U);
    return even | odd;
}

/// Opaque.
std::uint32_t packed(const std::uint8_t* rgb) {
    return 0xFF000000U | static_cast<std::uint32_t>(rgb[0]) << 16U |
           static_cast<std::uint32_t>(rgb[1]) << 8U | rgb[2];
}

/// The same for the pixel in a column of a row, in one access: the byte before it comes along.
std::uint32_t packedAt(const std::uint8_t* row, int column) {
    static_assert(std::endian::native == std::endian::little);
    if (column == 0) return packed(row);
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, row + std::ptrdiff_t{3} * column - 1, sizeof(bytes));
    return 0xFF000000U | (bytes & 0x0000FF00U) << 8U | (bytes & 0x00FF0000U) >> 8U | bytes >> 24U;
}

/// The last two source rows, interpolated along x.
template <class Value, class Fill>
class RowPair {
public:
    RowPair(std::size_t width, const Fill& fill) : fill_(fill) {
        for (auto& row : rows_)
            row.resize(width);
    }

    const Value* get(int y) {
        const auto slot = static_cast<std::size_t>(y & 1);
        if (held_[slot] != y) {
            fill_(y, rows_[slot].data());
            held_[slot] = y;
        }
        return rows_[slot].data();
    }

private:
    const Fill& fill_;
    std::array<std::vector<Value>, 2> rows_;
    std::array<int, 2> held_{-1, -1};
};
}  // namespace

QRect ViewGeometry::pictureRect() const {
    const QSizeF shown = pictureOnScreen();
    return {origin, QSize(wholePixels(shown.width()), wholePixels(shown.height()))};
}

void samplePicture(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source) {
    clearOutside(view, area, geometry);
    const QSizeF shown = geometry.pictureOnScreen();
    const Axis x = makeAxis(across(area), geometry.origin.x(), shown.width(), source.cols, true);
    const Axis y = makeAxis(down(area), geometry.origin.y(), shown.height(), source.rows, true);
    const std::size_t width = x.low.size();
    const auto fill = [&](int row, std::uint32_t* target) {
        const std::uint8_t* pixels = source.ptr(row);
        for (std::size_t i = 0; i < width; ++i) {
            const std::uint32_t left = packedAt(pixels, x.low[i]);
            // Inside an enlarged pixel there is nothing to mix.
            target[i] = x.weight[i] == 0 ? left : mix(left, packedAt(pixels, x.high[i]), x.weight[i]);
        }
    };
    overRows(view, y, [&](int from, int to) {
        RowPair<std::uint32_t, decltype(fill)> rows(width, fill);
        for (int line = from; line < to; ++line) {
            const std::size_t at = y.at(line);
            const std::uint32_t* upper = rows.get(y.low[at]);
            const std::uint32_t* lower = rows.get(y.high[at]);
            QRgb* target = lineOf(view, line) + x.first;
            if (y.weight[at] == 0) {
                std::copy_n(upper, width, target);
                continue;
            }
            for (std::size_t i = 0; i < width; ++i)
                target[i] = mix(upper[i], lower[i], y.weight[at]);
        }
    });
}

void sampleMap(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source,
               float low, float high, const PixelTable& colors) {
    clearOutside(view, area, geometry);
    const QSizeF shown = geometry.pictureOnScreen();
    const Axis x = makeAxis(across(area), geometry.origin.x(), shown.width(), source.cols, false);
    const Axis y = makeAxis(down(area), geometry.origin.y(), shown.height(), source.rows, false);
    const std::size_t width = x.low.size();
    constexpr float kUnit = 1.0F / kWeightOne;
    const auto fill = [&](int row, float* target) {
        const auto* values = source.ptr<float>(row);
        for (std::size_t i = 0; i < width; ++i) {
            const float left = values[x.low[i]];
            target[i] = left + (values[x.high[i]] - left) * static_cast<float>(x.weight[i]) * kUnit;
        }
    };
    const float perStep = high > low ? 255.0F / (high - low) : std::numeric_limits<float>::infinity();
    overRows(view, y, [&](int from, int to) {
        RowPair<float, decltype(fill)> rows(width, fill);
        for (int line = from; line < to; ++line) {
            const std::size_t at = y.at(line);
            const float* upper = rows.get(y.low[at]);
            const float* lower = rows.get(y.high[at]);
            const float weight = static_cast<float>(y.weight[at]) * kUnit;
            QRgb* target = lineOf(view, line) + x.first;
            for (std::size_t i = 0; i < width; ++i) {
                const float above = upper[i] + (lower[i] - upper[i]) * weight - low;
                const float step = above > 0 ? std::min(above * perStep, 255.0F) + 0.5F : 0.0F;
                target[i] = colors[static_cast<std::size_t>(step)];
            }
        }
    });
}

void sampleLabels(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source,
                  const PixelTable& colors) {
    clearOutside(view, area, geometry);
    const QSizeF shown = geometry.pictureOnScreen();
    const Axis x = nearestAxis(across(area), geometry.origin.x(), shown.width(), source.cols);
    const Axis y = nearestAxis(down(area), geometry.origin.y(), shown.height(), source.rows);
    overRows(view, y, [&](int from, int to) {
        for (int line = from; line < to; ++line) {
            const std::uint8_t* labels = source.ptr(y.low[y.at(line)]);
            QRgb* target = lineOf(view, line) + x.first;
            for (const int cell : x.low)
                *target++ = colors[labels[cell]];
        }
    });
}

namespace {
/// The labels under the last few rows of the view, each looked up once.
class LabelRows {
public:
    LabelRows(const cv::Mat& source, const Axis& x, const Axis& y, int reach)
        : source_(source), x_(x), y_(y), rows_(static_cast<std::size_t>(2 * reach + 1)) {}

    /// Beyond the image the outermost row is repeated.
    const std::uint8_t* at(int line) {
        const int inside = std::clamp(line, y_.first, y_.end - 1);
        Row& row = rows_[static_cast<std::size_t>(inside) % rows_.size()];
        if (row.line != inside) {
            row.line = inside;
            row.labels.resize(x_.low.size());
            const std::uint8_t* from = source_.ptr(y_.low[y_.at(inside)]);
            std::ranges::transform(x_.low, row.labels.begin(), [from](int cell) { return from[cell]; });
        }
        return row.labels.data();
    }

private:
    struct Row {
        int line = -1;
        std::vector<std::uint8_t> labels;
    };
    const cv::Mat& source_;
    const Axis& x_;
    const Axis& y_;
    std::vector<Row> rows_;
};

/// edge[i] is set where the label of `own` is another one in a neighbouring row or `reach` to a side.
void markEdges(const std::uint8_t* upper, const std::uint8_t* own, const std::uint8_t* lower, int reach,
               std::vector<std::uint8_t>& edge) {
    const auto count = edge.size();
    const auto step = std::min(static_cast<std::size_t>(reach), count);
    for (std::size_t i = 0; i < count; ++i)
        edge[i] = static_cast<std::uint8_t>((own[i] ^ upper[i]) | (own[i] ^ lower[i]));
    for (std::size_t i = step; i < count; ++i)
        edge[i] |= own[i] ^ own[i - step];
    for (std::size_t i = 0; i + step < count; ++i)
        edge[i] |= own[i] ^ own[i + step];
}
}  // namespace

void sampleLabelEdges(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source,
                      const PixelTable& colors, int width) {
    const QSizeF shown = geometry.pictureOnScreen();
    const QRect wider = area.adjusted(-width, -width, width, width);
    const Axis x = nearestAxis(across(wider), geometry.origin.x(), shown.width(), source.cols);
    const Axis y = nearestAxis(down(wider), geometry.origin.y(), shown.height(), source.rows);
    if (x.low.empty() || y.low.empty()) return;
    const int left = std::max(area.left(), x.first);
    const int right = std::min(area.right() + 1, x.end);
    Axis lines;
    lines.first = std::max(area.top(), y.first);
    lines.end = std::min(area.bottom() + 1, y.end);
    overRows(view, lines, [&](int from, int to) {
        LabelRows rows(source, x, y, width);
        std::vector<std::uint8_t> edge(x.low.size());
        for (int line = from; line < to; ++line) {
            const std::uint8_t* own = rows.at(line);
            markEdges(rows.at(line - width), own, rows.at(line + width), width, edge);
            QRgb* target = lineOf(view, line);
            const auto end = edge.begin() + (right - x.first);
            const auto isEdge = [](std::uint8_t marked) { return marked != 0; };
            for (auto at = std::find_if(edge.begin() + (left - x.first), end, isEdge); at < end;
                 at = std::find_if(at + 1, end, isEdge)) {
                const auto i = at - edge.begin();
                if (colors[own[i]] != 0) target[x.first + i] = colors[own[i]];
            }
        }
    });
}

}  // namespace segad::ui
