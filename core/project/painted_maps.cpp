#include <algorithm>

#include <opencv2/core.hpp>

#include "core/image/map_shape.h"
#include "core/project/state.h"
#include "core/project/words.h"

namespace segad {

namespace {
constexpr const char* kSegmentsKey = "painted_segments";  // in the settings
constexpr std::int64_t kMaxPixels = std::int64_t{1} << 30U;

struct Picture {
    std::string path;
    cv::Size size;
};

Picture pictureOf(ProjectState& state, PartId part) {
    Query row = state.main->query("SELECT path, width, height FROM part WHERE id = ?1", part);
    if (!row.step()) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(part), "is not in the project",
                    "Reload the project.");
    }
    return {.path = row.text(0), .size = {row.number(1), row.number(2)}};
}

std::string subjectOf(const std::string& path, PaintedPurpose purpose) {
    return "painted " + std::string(toString(purpose)) + " of " + path;
}

void requireLabels(const cv::Mat& labels, const Picture& picture, PaintedPurpose purpose) {
    const std::string subject = subjectOf(picture.path, purpose);
    if (labels.type() != CV_8UC1) {
        throw Error(ErrorCode::InvalidData, subject, "is not a map of 8 bits a pixel",
                    "Use one number a pixel, 0 … 254.");
    }
    if (!hasShapeOf(labels.size(), picture.size)) {
        throw Error(ErrorCode::InvalidData, subject,
                    "is " + std::to_string(labels.cols) + " × " + std::to_string(labels.rows) +
                        " px, another shape than its picture (" + std::to_string(picture.size.width) + " × " +
                        std::to_string(picture.size.height) + ")",
                    "Make the map from this picture.");
    }
    if (purpose == PaintedPurpose::Strokes) return;
    if (cv::countNonZero(labels == PaintedMaps::kUnpainted) > 0) {
        throw Error(ErrorCode::InvalidData, subject, "has pixels without a segment",
                    "Give every pixel the number of its segment.");
    }
}

void store(ProjectState& state, PartId part, PaintedPurpose purpose, const cv::Mat& labels,
           const std::string& origin) {
    const cv::Mat whole = labels.isContinuous() ? labels : labels.clone();
    const auto packed =
        state.codec.pack(std::as_bytes(std::span(whole.ptr<std::uint8_t>(), whole.total())), 1);
    state.main->run(
        "INSERT OR REPLACE INTO painted_map (part_id, purpose, width, height, labels, origin, set_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        part, toString(purpose), whole.cols, whole.rows, packed, origin, nowText());
}

bool isEmpty(const cv::Mat& labels, PaintedPurpose purpose) {
    if (labels.empty()) return true;
    return purpose == PaintedPurpose::Strokes && labels.type() == CV_8UC1 &&
           cv::countNonZero(labels != PaintedMaps::kUnpainted) == 0;
}

Json jsonOf(const std::vector<SegmentRecord>& segments) {
    Json list = Json::array();
    for (const SegmentRecord& segment : segments)
        list.push_back({{"name", segment.name}, {"color", segment.color}});
    return list;
}

/// Every painted label under its new number.
void renumber(ProjectState& state, std::span<const int> moved) {
    cv::Mat table(1, 256, CV_8UC1);
    for (int i = 0; i < 256; ++i) {
        const auto at = static_cast<std::size_t>(i);
        table.at<std::uint8_t>(i) = static_cast<std::uint8_t>(at < moved.size() ? moved[at] : i);
    }
    PaintedMaps maps(state);
    for (const auto& [purpose, word] : kPaintedPurposes) {
        for (const PaintedMapRecord& record : maps.all(purpose)) {
            const cv::Mat before = maps.get(record.part, purpose).value();
            cv::Mat after;
            cv::LUT(before, table, after);
            store(state, record.part, purpose, after, record.origin);
        }
    }
}
}  // namespace

void PaintedMaps::put(PartId part, PaintedPurpose purpose, const cv::Mat& labels, const std::string& origin) {
    const Picture picture = pictureOf(state_, part);
    const bool removes = isEmpty(labels, purpose);
    if (!removes) requireLabels(labels, picture, purpose);
    Transaction transaction(state_);
    if (removes) {
        state_.main->run("DELETE FROM painted_map WHERE part_id = ?1 AND purpose = ?2", part,
                         toString(purpose));
        if (state_.main->changes() == 0) return;
    } else {
        store(state_, part, purpose, labels, origin);
    }
    addAudit(state_, "painted_map", picture.path,
             {{"purpose", toString(purpose)}, {"origin", origin}, {"removed", removes}});
    transaction.commit();
}

std::optional<cv::Mat> PaintedMaps::get(PartId part, PaintedPurpose purpose) const {
    Query row = state_.main->query(
        "SELECT part.path, part.width, part.height, painted_map.width, painted_map.height, "
        "painted_map.labels "
        "FROM painted_map JOIN part ON part.id = painted_map.part_id WHERE part_id = ?1 AND purpose = ?2",
        part, toString(purpose));
    if (!row.step()) return std::nullopt;
    const std::string subject = subjectOf(row.text(0), purpose);
    const std::int64_t width = row.integer(3);
    const std::int64_t height = row.integer(4);
    const auto damaged = [&](const std::string& why) {
        return Error(ErrorCode::Corrupt, subject, why,
                     "Run 'segad doctor " + state_.file.string() + " --repair', then paint it again.");
    };
    if (width > kMaxPixels / height) throw damaged("is larger than any map can be");
    cv::Mat labels(static_cast<int>(height), static_cast<int>(width), CV_8UC1);
    if (!hasShapeOf(labels.size(), {row.number(1), row.number(2)})) return std::nullopt;
    try {
        state_.codec.unpack(row.blob(5), 1,
                            std::as_writable_bytes(std::span(labels.ptr<std::uint8_t>(), labels.total())),
                            subject);
    } catch (const Error& error) {
        throw damaged(error.message());
    }
    return labels;
}

std::vector<PaintedMapRecord> PaintedMaps::all(PaintedPurpose purpose) const {
    Query rows = state_.main->query(
        "SELECT part_id, painted_map.width, painted_map.height, origin, set_at, part.width, part.height FROM "
        "painted_map JOIN part ON part.id = painted_map.part_id WHERE purpose = ?1 ORDER BY part_id",
        toString(purpose));
    std::vector<PaintedMapRecord> records;
    while (rows.step()) {
        PaintedMapRecord record{.part = rows.integer(0),
                                .purpose = purpose,
                                .width = rows.number(1),
                                .height = rows.number(2),
                                .origin = rows.text(3),
                                .setAt = rows.text(4)};
        if (hasShapeOf({record.width, record.height}, {rows.number(5), rows.number(6)}))
            records.push_back(std::move(record));
    }
    return records;
}

void PaintedMaps::clear(PaintedPurpose purpose) {
    Transaction transaction(state_);
    state_.main->run("DELETE FROM painted_map WHERE purpose = ?1", toString(purpose));
    if (const std::int64_t count = state_.main->changes()) {
        addAudit(state_, "painted_map", std::string(toString(purpose)), {{"removed_parts", count}});
    }
    transaction.commit();
}

std::vector<SegmentRecord> PaintedMaps::segments() const {
    Query row = state_.main->query("SELECT value FROM setting WHERE key = ?1", kSegmentsKey);
    if (!row.step()) return Segments(state_).names();
    const Json list = jsonFrom(row.view(0), state_);
    std::vector<SegmentRecord> segments;
    for (const Json& each : list) {
        segments.push_back({.index = static_cast<int>(segments.size()),
                            .name = each.value("name", ""),
                            .color = each.value("color", "")});
    }
    return segments;
}

void PaintedMaps::setSegments(const std::vector<SegmentRecord>& segments, std::span<const int> moved) {
    requireValid(segments);
    const auto missing = [&](int label) { return label < 0 || label >= static_cast<int>(segments.size()); };
    if (std::ranges::any_of(moved, missing)) {
        throw Error(ErrorCode::InvalidArgument, "segments", "are moved to numbers that don't exist",
                    "Report this as a bug.");
    }
    Transaction transaction(state_);
    if (!moved.empty()) renumber(state_, moved);
    state_.main->run(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = "
        "excluded.value",
        kSegmentsKey, jsonText(jsonOf(segments)));
    addAudit(state_, "painted_map", "segments", {{"segments", jsonOf(segments)}});
    transaction.commit();
}

}  // namespace segad
