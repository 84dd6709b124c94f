#include "ui/viewer/contour_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace segad::ui {

namespace {
/// The sides of a square between four pixel centres.
enum Side : std::uint8_t { Top, Right, Bottom, Left };

struct Step {
    Side from;
    Side to;
};

/// One square of the grid of pixel centres; the grid goes one further on each side, where the outermost
/// values are repeated, so that lines reach the edge of the image.
struct Square {
    int x = 0;
    int y = 0;
};

class Tracer {
public:
    Tracer(const cv::Mat& map, float level, QSize picture)
        : map_(map),
          level_(level),
          stepX_(static_cast<double>(picture.width()) / map.cols),
          stepY_(static_cast<double>(picture.height()) / map.rows),
          columns_(map.cols + 1),
          rows_(map.rows + 1),
          done_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0) {}

    std::vector<ContourLine> trace() {
        std::vector<ContourLine> lines;
        for (int y = 0; y < rows_; ++y) {
            for (int x = 0; x < columns_; ++x) {
                const int count = stepCount({x, y});
                for (int k = 0; k < count; ++k)
                    if ((done({x, y}) & (1U << static_cast<unsigned>(k))) == 0)
                        lines.push_back(follow({x, y}, k));
            }
        }
        return lines;
    }

private:
    std::uint8_t& done(Square at) {
        return done_[static_cast<std::size_t>(at.y) * static_cast<std::size_t>(columns_) +
                     static_cast<std::size_t>(at.x)];
    }

    float value(int column, int row) const {
        return map_.at<float>(std::clamp(row, 0, map_.rows - 1), std::clamp(column, 0, map_.cols - 1));
    }

    /// Bit 0: top left, 1: top right, 2: bottom right, 3: bottom left corner is above the level.
    unsigned corners(Square at) const {
        const auto above = [&](int dx, int dy, unsigned bit) {
            return value(at.x - 1 + dx, at.y - 1 + dy) > level_ ? 1U << bit : 0U;
        };
        return above(0, 0, 0) | above(1, 0, 1) | above(1, 1, 2) | above(0, 1, 3);
    }

    int stepCount(Square at) const {
        const unsigned code = corners(at);
        if (code == 0 || code == 15) return 0;
        return code == 5 || code == 10 ? 2 : 1;
    }

    /// The larger values are on the right of each step.
    std::array<Step, 2> steps(Square at) const {
        switch (corners(at)) {
            case 1:
                return {{{Top, Left}}};
            case 2:
                return {{{Right, Top}}};
            case 3:
                return {{{Right, Left}}};
            case 4:
                return {{{Bottom, Right}}};
            case 6:
                return {{{Bottom, Top}}};
            case 7:
                return {{{Bottom, Left}}};
            case 8:
                return {{{Left, Bottom}}};
            case 9:
                return {{{Top, Bottom}}};
            case 11:
                return {{{Right, Bottom}}};
            case 12:
                return {{{Left, Right}}};
            case 13:
                return {{{Top, Right}}};
            case 14:
                return {{{Left, Top}}};
            case 5:
                if (meanIsAbove(at)) return {{{Top, Right}, {Bottom, Left}}};
                return {{{Top, Left}, {Bottom, Right}}};
            default:  // 10
                if (meanIsAbove(at)) return {{{Left, Top}, {Right, Bottom}}};
                return {{{Right, Top}, {Left, Bottom}}};
        }
    }

    bool meanIsAbove(Square at) const {
        const double sum = static_cast<double>(value(at.x - 1, at.y - 1)) + value(at.x, at.y - 1) +
                           value(at.x, at.y) + value(at.x - 1, at.y);
        return sum / 4 > level_;
    }

    /// The image point of the centre of a pixel; of one outside, the edge of the image.
    QPointF centre(int column, int row) const {
        return {std::clamp(column + 0.5, 0.0, static_cast<double>(map_.cols)) * stepX_,
                std::clamp(row + 0.5, 0.0, static_cast<double>(map_.rows)) * stepY_};
    }

    QPointF crossing(Square at, Side side) const {
        constexpr std::array<std::array<int, 4>, 4> kEnds{
            {{0, 0, 1, 0}, {1, 0, 1, 1}, {0, 1, 1, 1}, {0, 0, 0, 1}}};
        const auto& ends = kEnds[side];
        const int x0 = at.x - 1 + ends[0];
        const int y0 = at.y - 1 + ends[1];
        const int x1 = at.x - 1 + ends[2];
        const int y1 = at.y - 1 + ends[3];
        const double first = value(x0, y0);
        const double second = value(x1, y1);
        const double share = second == first ? 0.5 : (level_ - first) / (second - first);
        const QPointF from = centre(x0, y0);
        return from + (centre(x1, y1) - from) * share;
    }

    std::optional<Square> beyond(Square at, Side side) const {
        constexpr std::array<std::array<int, 2>, 4> kWays{{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}};
        const Square next{at.x + kWays[side][0], at.y + kWays[side][1]};
        const bool inside = next.x >= 0 && next.y >= 0 && next.x < columns_ && next.y < rows_;
        return inside ? std::optional(next) : std::nullopt;
    }

    static Side opposite(Side side) { return static_cast<Side>((side + 2) % 4); }

    /// Which step of a square begins (or, with `ends`, ends) at a side; -1 when none does.
    int stepAt(Square at, Side side, bool ends) const {
        const auto own = steps(at);
        const int count = stepCount(at);
        for (int k = 0; k < count; ++k) {
            const Step& step = own[static_cast<std::size_t>(k)];
            if ((ends ? step.to : step.from) == side) return k;
        }
        return -1;
    }

    /// Along the line from one step on, until it closes or leaves the image; then, if it left, the other way.
    ContourLine follow(Square start, int first) {
        QPolygonF points{crossing(start, steps(start)[static_cast<std::size_t>(first)].from)};
        const bool closed = walk(start, first, true, points);
        if (!closed) {
            QPolygonF before;
            const Side begin = steps(start)[static_cast<std::size_t>(first)].from;
            if (const auto previous = beyond(start, begin)) {
                const int step = stepAt(*previous, opposite(begin), true);
                if (step >= 0) walk(*previous, step, false, before);
            }
            std::ranges::reverse(before);
            before += points;
            points = std::move(before);
        }
        const QRectF bounds = points.boundingRect();
        return {std::move(points), bounds};
    }

    bool walk(Square at, int step, bool forwards, QPolygonF& points) {
        const Square start = at;
        const int first = step;
        while (true) {
            done(at) |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(step));
            const Step taken = steps(at)[static_cast<std::size_t>(step)];
            const Side out = forwards ? taken.to : taken.from;
            points << crossing(at, out);
            const auto next = beyond(at, out);
            if (!next) return false;
            step = stepAt(*next, opposite(out), !forwards);
            if (step < 0) return false;
            at = *next;
            if (at.x == start.x && at.y == start.y && step == first) return true;
        }
    }

    const cv::Mat& map_;
    float level_;
    double stepX_;
    double stepY_;
    int columns_;
    int rows_;
    std::vector<std::uint8_t> done_;  ///< per square: which of its steps belong to a line already
};

/// Points nearer to each other (in pixels of the screen) can't be told apart.
constexpr double kSmallestStep = 1.5;
/// What lies this far outside may still reach into sight with the width of its line.
constexpr double kReach = 4;

/// Whether a straight piece may be seen.
bool touches(const QRectF& seen, const QPointF& a, const QPointF& b) {
    return std::max(a.x(), b.x()) >= seen.left() && std::min(a.x(), b.x()) <= seen.right() &&
           std::max(a.y(), b.y()) >= seen.top() && std::min(a.y(), b.y()) <= seen.bottom();
}

/// The seen pieces of one line, at the screen's resolution.
void addPieces(const ContourLine& line, double scale, const QPointF& origin, const QRectF& seen,
               std::vector<QPolygonF>& pieces) {
    QPolygonF piece;
    const auto finish = [&] {
        // What became too small is still marked.
        if (piece.size() == 1) piece << piece.first() + QPointF(1, 0);
        if (!piece.isEmpty()) pieces.push_back(std::move(piece));
        piece = QPolygonF();
    };
    QPointF last = line.points.first() * scale + origin;
    piece << last;
    for (qsizetype i = 1; i < line.points.size(); ++i) {
        const QPointF at = line.points[i] * scale + origin;
        const bool isEnd = i + 1 == line.points.size();
        if (!isEnd && (at - last).manhattanLength() < kSmallestStep) continue;
        if (touches(seen, last, at)) {
            if (piece.isEmpty()) piece << last;
            piece << at;
        } else {
            if (piece.size() > 1) finish();
            piece.clear();
        }
        last = at;
    }
    finish();
}
}  // namespace

std::vector<ContourLine> contourLines(const cv::Mat& map, float level, QSize picture) {
    if (map.empty() || picture.isEmpty()) return {};
    return Tracer(map, level, picture).trace();
}

std::vector<QPolygonF> visiblePieces(const std::vector<ContourLine>& lines, double scale,
                                     const QPointF& origin, const QRectF& seen) {
    const QRectF reach = seen.adjusted(-kReach, -kReach, kReach, kReach);
    std::vector<QPolygonF> pieces;
    for (const ContourLine& line : lines) {
        const QPointF first = line.bounds.topLeft() * scale + origin;
        const QPointF last = line.bounds.bottomRight() * scale + origin;
        if (touches(reach, first, last)) addPieces(line, scale, origin, reach, pieces);
    }
    return pieces;
}

}  // namespace segad::ui
