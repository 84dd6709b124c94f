#include "core/image/region_mask.h"

#include <algorithm>
#include <cstring>

#include <opencv2/core.hpp>

#include "core/base/error.h"

namespace segad {

namespace {
constexpr unsigned kLowBits = 0x7F;
constexpr unsigned kMoreFollows = 0x80;
constexpr unsigned kBitsPerByte = 7;
constexpr uchar kPainted = 255;

void putNumber(std::string& bytes, std::size_t number) {
    for (; number > kLowBits; number >>= kBitsPerByte)
        bytes.push_back(static_cast<char>((number & kLowBits) | kMoreFollows));
    bytes.push_back(static_cast<char>(number));
}

std::size_t takeNumber(const char*& at) {
    std::size_t number = 0;
    for (unsigned shift = 0;; shift += kBitsPerByte) {
        const auto byte = static_cast<unsigned char>(*at++);
        number |= static_cast<std::size_t>(byte & kLowBits) << shift;
        if ((byte & kMoreFollows) == 0) return number;
    }
}

/// Lengths of runs, row after row as one line, beginning with a run of zeros.
std::string runLengths(const cv::Mat& tile) {
    std::string bytes;
    std::size_t run = 0;
    bool painted = false;
    for (int y = 0; y < tile.rows; ++y) {
        const uchar* at = tile.ptr(y);
        const uchar* const end = at + tile.cols;
        while (at < end) {
            const auto* next = static_cast<const uchar*>(
                std::memchr(at, painted ? 0 : kPainted, static_cast<std::size_t>(end - at)));
            const uchar* const stop = next == nullptr ? end : next;
            run += static_cast<std::size_t>(stop - at);
            at = stop;
            if (next == nullptr) break;
            putNumber(bytes, run);
            run = 0;
            painted = !painted;
        }
    }
    putNumber(bytes, run);
    return bytes;
}

void setRuns(cv::Mat tile, const std::string& bytes) {
    const char* at = bytes.data();
    std::size_t run = takeNumber(at);
    uchar value = 0;
    for (int y = 0; y < tile.rows; ++y) {
        uchar* row = tile.ptr(y);
        for (std::size_t left = static_cast<std::size_t>(tile.cols); left > 0;) {
            while (run == 0) {
                run = takeNumber(at);
                value = value == 0 ? kPainted : 0;
            }
            const std::size_t count = std::min(run, left);
            std::memset(row, value, count);
            row += count;
            run -= count;
            left -= count;
        }
    }
}

bool sameTile(const cv::Mat& a, const cv::Mat& b) {
    for (int y = 0; y < a.rows; ++y) {
        if (std::memcmp(a.ptr(y), b.ptr(y), static_cast<std::size_t>(a.cols)) != 0) return false;
    }
    return true;
}

int countPainted(const uchar* begin, const uchar* end) {
    int count = 0;
    for (; begin != end; ++begin)
        count += *begin & 1;
    return count;
}
}  // namespace

std::vector<cv::Rect> RegionDelta::tiles() const {
    std::vector<cv::Rect> areas;
    areas.reserve(tiles_.size());
    for (const Tile& tile : tiles_)
        areas.push_back(tile.area);
    return areas;
}

std::size_t RegionDelta::bytes() const {
    std::size_t sum = tiles_.capacity() * sizeof(Tile);
    for (const Tile& tile : tiles_)
        sum += tile.before.capacity() + tile.after.capacity();
    return sum;
}

RegionMask::RegionMask(cv::Size size) : pixels_(size, CV_8UC1, cv::Scalar(0)) {}

RegionMask::RegionMask(const cv::Mat& mask) : pixels_(mask != 0), area_(cv::countNonZero(pixels_)) {}

cv::Rect RegionMask::tileAt(int column, int row) const {
    return cv::Rect(column * kTileSide, row * kTileSide, kTileSide, kTileSide) &
           cv::Rect({0, 0}, pixels_.size());
}

void RegionMask::keepTiles(const Span& span) {
    const int row = span.y / kTileSide;
    for (int column = span.begin / kTileSide; column <= (span.end - 1) / kTileSide; ++column) {
        cv::Mat& kept = open_[{row, column}];
        if (kept.empty()) kept = pixels_(tileAt(column, row)).clone();
    }
}

cv::Rect RegionMask::paint(std::span<const Span> spans, bool on) {
    cv::Rect changed;
    for (const Span& wanted : spans) {
        const Span span{wanted.y, std::max(wanted.begin, 0), std::min(wanted.end, pixels_.cols)};
        if (span.y < 0 || span.y >= pixels_.rows || span.begin >= span.end) continue;
        uchar* row = pixels_.ptr(span.y);
        const int length = span.end - span.begin;
        const int painted = countPainted(row + span.begin, row + span.end);
        const int flips = on ? length - painted : painted;
        if (flips == 0) continue;
        keepTiles(span);
        std::memset(row + span.begin, on ? kPainted : 0, static_cast<std::size_t>(length));
        area_ += on ? flips : -flips;
        changed |= cv::Rect(span.begin, span.y, length, 1);
    }
    return changed;
}

RegionDelta RegionMask::commit() {
    RegionDelta step;
    step.imageSize_ = size();
    for (const auto& [place, before] : open_) {
        const cv::Rect area = tileAt(place.second, place.first);
        if (sameTile(before, pixels_(area))) continue;
        step.tiles_.push_back({area, runLengths(before), runLengths(pixels_(area))});
    }
    open_.clear();
    return step;
}

cv::Rect RegionMask::revert() {
    cv::Rect changed;
    for (const auto& [place, before] : open_) {
        const cv::Rect area = tileAt(place.second, place.first);
        cv::Mat now = pixels_(area);
        area_ += cv::countNonZero(before) - cv::countNonZero(now);
        before.copyTo(now);
        changed |= area;
    }
    open_.clear();
    return changed;
}

cv::Rect RegionMask::apply(const RegionDelta& step, std::string RegionDelta::Tile::*state) {
    if (step.imageSize() != size()) {
        throw Error(ErrorCode::InvalidArgument, "region",
                    "the image has another size than when it was painted",
                    "Put the image back that was painted on.");
    }
    cv::Rect changed = revert();
    for (const RegionDelta::Tile& tile : step.tiles_) {
        cv::Mat now = pixels_(tile.area);
        area_ -= cv::countNonZero(now);
        setRuns(now, tile.*state);
        area_ += cv::countNonZero(now);
        changed |= tile.area;
    }
    return changed;
}

cv::Rect RegionMask::undo(const RegionDelta& step) {
    return apply(step, &RegionDelta::Tile::before);
}
cv::Rect RegionMask::redo(const RegionDelta& step) {
    return apply(step, &RegionDelta::Tile::after);
}

}  // namespace segad
