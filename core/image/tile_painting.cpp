#include "core/image/tile_painting.h"

#include <algorithm>
#include <cstring>

#include <opencv2/core.hpp>

#include "core/base/error.h"

namespace segad {

namespace {
constexpr unsigned kLowBits = 0x7F;
constexpr unsigned kMoreFollows = 0x80;
constexpr unsigned kBitsPerByte = 7;

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

void putRun(std::string& bytes, uchar value, std::size_t length) {
    bytes.push_back(static_cast<char>(value));
    putNumber(bytes, length);
}

bool sameTile(const cv::Mat& a, const cv::Mat& b) {
    for (int y = 0; y < a.rows; ++y) {
        if (std::memcmp(a.ptr(y), b.ptr(y), static_cast<std::size_t>(a.cols)) != 0) return false;
    }
    return true;
}
}  // namespace

std::string packRuns(const cv::Mat& pixels) {
    std::string bytes;
    if (pixels.empty()) return bytes;
    uchar value = *pixels.ptr();
    std::size_t run = 0;
    for (int y = 0; y < pixels.rows; ++y) {
        const uchar* at = pixels.ptr(y);
        const uchar* const end = at + pixels.cols;
        while (at < end) {
            const uchar* const stop = std::find_if(at, end, [value](uchar other) { return other != value; });
            run += static_cast<std::size_t>(stop - at);
            at = stop;
            if (at == end) break;
            putRun(bytes, value, run);
            run = 0;
            value = *at;
        }
    }
    putRun(bytes, value, run);
    return bytes;
}

void unpackRuns(const std::string& runs, cv::Mat pixels) {
    const char* at = runs.data();
    std::size_t run = 0;
    uchar value = 0;
    for (int y = 0; y < pixels.rows; ++y) {
        uchar* row = pixels.ptr(y);
        for (std::size_t left = static_cast<std::size_t>(pixels.cols); left > 0;) {
            if (run == 0) {
                value = static_cast<uchar>(*at++);
                run = takeNumber(at);
            }
            const std::size_t count = std::min(run, left);
            std::memset(row, value, count);
            row += count;
            run -= count;
            left -= count;
        }
    }
}

std::vector<cv::Rect> PaintDelta::tiles() const {
    std::vector<cv::Rect> areas;
    areas.reserve(tiles_.size());
    for (const Tile& tile : tiles_)
        areas.push_back(tile.area);
    return areas;
}

std::size_t PaintDelta::bytes() const {
    std::size_t sum = tiles_.capacity() * sizeof(Tile);
    for (const Tile& tile : tiles_)
        sum += tile.before.capacity() + tile.after.capacity();
    return sum;
}

TilePainting::TilePainting(const cv::Mat& pixels) : pixels_(pixels.clone()) {}

cv::Rect TilePainting::tileAt(int column, int row) const {
    return cv::Rect(column * kTileSide, row * kTileSide, kTileSide, kTileSide) &
           cv::Rect({0, 0}, pixels_.size());
}

void TilePainting::keepTiles(const Span& span) {
    const int row = span.y / kTileSide;
    for (int column = span.begin / kTileSide; column <= (span.end - 1) / kTileSide; ++column) {
        cv::Mat& kept = open_[{row, column}];
        if (kept.empty()) kept = pixels_(tileAt(column, row)).clone();
    }
}

cv::Rect TilePainting::paint(std::span<const Span> spans, std::uint8_t value) {
    cv::Rect changed;
    for (const Span& wanted : spans) {
        const Span span{wanted.y, std::max(wanted.begin, 0), std::min(wanted.end, pixels_.cols)};
        if (span.y < 0 || span.y >= pixels_.rows || span.begin >= span.end) continue;
        uchar* const begin = pixels_.ptr(span.y) + span.begin;
        uchar* const end = pixels_.ptr(span.y) + span.end;
        if (std::all_of(begin, end, [value](uchar pixel) { return pixel == value; })) continue;
        keepTiles(span);
        std::fill(begin, end, value);
        changed |= cv::Rect(span.begin, span.y, span.end - span.begin, 1);
    }
    return changed;
}

PaintDelta TilePainting::commit() {
    PaintDelta step;
    step.imageSize_ = size();
    for (const auto& [place, before] : open_) {
        const cv::Rect area = tileAt(place.second, place.first);
        if (sameTile(before, pixels_(area))) continue;
        step.tiles_.push_back({area, packRuns(before), packRuns(pixels_(area))});
    }
    open_.clear();
    return step;
}

cv::Rect TilePainting::revert() {
    cv::Rect changed;
    for (const auto& [place, before] : open_) {
        const cv::Rect area = tileAt(place.second, place.first);
        cv::Mat now = pixels_(area);
        before.copyTo(now);
        changed |= area;
    }
    open_.clear();
    return changed;
}

cv::Rect TilePainting::apply(const PaintDelta& step, std::string PaintDelta::Tile::*state) {
    if (step.imageSize() != size()) {
        throw Error(ErrorCode::InvalidArgument, "region",
                    "the image has another size than when it was painted",
                    "Put the image back that was painted on.");
    }
    cv::Rect changed = revert();
    for (const PaintDelta::Tile& tile : step.tiles_) {
        unpackRuns(tile.*state, pixels_(tile.area));
        changed |= tile.area;
    }
    return changed;
}

cv::Rect TilePainting::undo(const PaintDelta& step) {
    return apply(step, &PaintDelta::Tile::before);
}
cv::Rect TilePainting::redo(const PaintDelta& step) {
    return apply(step, &PaintDelta::Tile::after);
}

}  // namespace segad
