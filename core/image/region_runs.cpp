#include "core/image/region_runs.h"

#include <cstring>

#include <opencv2/core.hpp>

namespace segad {

namespace {
constexpr std::uint8_t kPainted = 255;

/// A painted stretch of one line, [begin, end), and the area it belongs to.
struct Stretch {
    int begin = 0;
    int end = 0;
    int area = 0;
};

/// Joins stretches of neighbouring lines to areas (union–find), which is much quicker than labelling pixels.
class AreaCounter {
public:
    void add(int begin, int end) {
        const auto area = static_cast<int>(parents_.size());
        parents_.push_back(area);
        // Those that end before this one begins touch none of what follows either.
        while (above_ < before_.size() && before_[above_].end < begin)
            ++above_;
        for (std::size_t i = above_; i < before_.size() && before_[i].begin <= end; ++i)
            parents_[static_cast<std::size_t>(rootOf(before_[i].area))] = rootOf(area);
        line_.push_back({begin, end, area});
    }

    void endLine() {
        before_.swap(line_);
        line_.clear();
        above_ = 0;
    }

    int count() const {
        int roots = 0;
        for (std::size_t i = 0; i < parents_.size(); ++i)
            roots += parents_[i] == static_cast<int>(i) ? 1 : 0;
        return roots;
    }

private:
    int rootOf(int area) {
        while (true) {
            int& parent = parents_[static_cast<std::size_t>(area)];
            if (parent == area) return area;
            parent = parents_[static_cast<std::size_t>(parent)];  // shortens the way for the next
            area = parent;
        }
    }

    std::vector<int> parents_;
    std::vector<Stretch> before_;
    std::vector<Stretch> line_;
    std::size_t above_ = 0;
};

/// Where `value` comes next in the line, or its end.
int next(const std::uint8_t* line, int from, int columns, std::uint8_t value) {
    const auto rest = static_cast<std::size_t>(columns - from);
    const void* found = std::memchr(line + from, value, rest);
    return found == nullptr ? columns : static_cast<int>(static_cast<const std::uint8_t*>(found) - line);
}
}  // namespace

std::optional<RegionRuns> regionRuns(const cv::Mat& mask) {
    RegionRuns runs{.size = mask.size()};
    if (mask.empty()) return runs;
    AreaCounter areas;
    std::uint32_t length = 0;
    bool painted = false;
    for (int y = 0; y < mask.rows; ++y) {
        const auto* line = mask.ptr<std::uint8_t>(y);
        int x = 0;
        while (x < mask.cols) {
            if ((line[x] == kPainted) != painted) {
                runs.lengths.push_back(length);
                length = 0;
                painted = !painted;
            }
            const int end = next(line, x, mask.cols, painted ? 0 : kPainted);
            length += static_cast<std::uint32_t>(end - x);
            if (painted) {
                areas.add(x, end);
                runs.pixels += end - x;
            }
            x = end;
        }
        areas.endLine();
    }
    runs.lengths.push_back(length);
    // The search for 0 and 255 passes over anything else: then there are more pixels than painted ones, or
    // darker ones among them.
    if (cv::countNonZero(mask) != runs.pixels) return std::nullopt;
    if (cv::sum(mask)[0] != static_cast<double>(runs.pixels) * kPainted) return std::nullopt;
    runs.count = areas.count();
    return runs;
}

cv::Mat drawRegions(const RegionRuns& runs) {
    cv::Mat mask(runs.size, CV_8UC1);
    auto* pixel = mask.ptr<std::uint8_t>();
    bool painted = false;
    for (const std::uint32_t length : runs.lengths) {
        std::memset(pixel, painted ? kPainted : 0, length);
        pixel += length;
        painted = !painted;
    }
    return mask;
}

}  // namespace segad
