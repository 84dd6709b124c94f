#include <cmath>

#include "core/project/state.h"

namespace segad {

namespace {
constexpr std::int64_t kMaxPixels = std::int64_t{1} << 30U;
constexpr std::int64_t kMaxColumns = 1 << 20U;
constexpr int kPercentiles = 101;

void requirePart(ProjectState& state, PartId part) {
    if (state.main->integer("SELECT 1 FROM part WHERE id = ?1", part)) return;
    throw Error(ErrorCode::NotFound, "part " + std::to_string(part), "is not in the project",
                "Reload the project.");
}

Error damagedRow(const ProjectState& state, const std::string& what) {
    return {ErrorCode::Corrupt, MapsFile::pathFor(state.file).string(), what + " is damaged",
            "Run 'segad doctor " + state.file.string() + " --repair', then compute it again."};
}
}  // namespace

void Maps::put(RunId run, PartId part, const AnomalyMap& map) {
    requirePart(state_, part);
    const cv::Mat pixels = map.pixels().isContinuous() ? map.pixels() : map.pixels().clone();
    const auto packed = state_.codec.pack(std::as_bytes(std::span(pixels.ptr<float>(), pixels.total())), 4);
    MapsWrite write(state_);
    const std::int64_t key = state_.maps.makeKey(write.database(), run);
    write.database().run(
        "INSERT INTO map (run_key, part_id, width, height, format, pixels) "
        "VALUES (?1, ?2, ?3, ?4, 'float32-shuffle-zstd', ?5) ON CONFLICT (run_key, part_id) DO UPDATE SET "
        "width = excluded.width, height = excluded.height, format = excluded.format, pixels = "
        "excluded.pixels",
        key, part, pixels.cols, pixels.rows, packed);
    // Features were made from the map that was there before.
    write.database().run("DELETE FROM feature_row WHERE detector_run_key = ?1 AND part_id = ?2", key, part);
    write.commit();
}

std::optional<AnomalyMap> Maps::get(RunId run, PartId part) const {
    Connection* companion = state_.maps.reading();
    if (companion == nullptr) return std::nullopt;
    const auto key = state_.maps.keyOf(*companion, run);
    if (!key) return std::nullopt;
    Query row = companion->query("SELECT width, height, pixels FROM map WHERE run_key = ?1 AND part_id = ?2",
                                 *key, part);
    if (!row.step()) return std::nullopt;
    const std::string subject = "anomaly map of part " + std::to_string(part);
    const std::int64_t width = row.integer(0);
    const std::int64_t height = row.integer(1);
    if (width <= 0 || height <= 0 || width > kMaxPixels / height) throw damagedRow(state_, subject);
    cv::Mat pixels(static_cast<int>(height), static_cast<int>(width), CV_32FC1);
    state_.codec.unpack(row.blob(2), 4,
                        std::as_writable_bytes(std::span(pixels.ptr<float>(), pixels.total())), subject);
    return AnomalyMap(pixels, subject);
}

bool Maps::has(RunId run, PartId part) const {
    Connection* companion = state_.maps.reading();
    if (companion == nullptr) return false;
    const auto key = state_.maps.keyOf(*companion, run);
    return key && companion->integer("SELECT 1 FROM map WHERE run_key = ?1 AND part_id = ?2", *key, part);
}

std::vector<PartId> Maps::partsWithMap(RunId run) const {
    std::vector<PartId> parts;
    Connection* companion = state_.maps.reading();
    if (companion == nullptr) return parts;
    const auto key = state_.maps.keyOf(*companion, run);
    if (!key) return parts;
    Query rows = companion->query("SELECT part_id FROM map WHERE run_key = ?1 ORDER BY part_id", *key);
    while (rows.step())
        parts.push_back(rows.integer(0));
    return parts;
}

void Maps::clear(RunId run) {
    Connection* companion = state_.maps.reading();
    if (companion == nullptr) return;
    const auto key = state_.maps.keyOf(*companion, run);
    if (!key) return;
    MapsWrite write(state_);
    write.database().run("DELETE FROM run WHERE key = ?1", *key);
    write.commit();
}

void Maps::putFeatures(RunId detectorRun, RunId segmentRun, PartId part, std::span<const double> values) {
    if (values.empty()) {
        throw Error(ErrorCode::InvalidArgument, "part " + std::to_string(part), "has no features to store",
                    "Give at least one column.");
    }
    requirePart(state_, part);
    const auto packed = state_.codec.pack(std::as_bytes(values), 8);
    MapsWrite write(state_);
    const std::int64_t detectorKey = state_.maps.makeKey(write.database(), detectorRun);
    const std::int64_t segmentKey = state_.maps.makeKey(write.database(), segmentRun);
    write.database().run(
        "INSERT INTO feature_row (detector_run_key, segment_run_key, part_id, columns, numbers) "
        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (detector_run_key, segment_run_key, part_id) DO UPDATE SET "
        "columns = excluded.columns, numbers = excluded.numbers",
        detectorKey, segmentKey, part, static_cast<std::int64_t>(values.size()), packed);
    write.commit();
}

std::optional<std::vector<double>> Maps::features(RunId detectorRun, RunId segmentRun, PartId part) const {
    Connection* companion = state_.maps.reading();
    if (companion == nullptr) return std::nullopt;
    const auto detectorKey = state_.maps.keyOf(*companion, detectorRun);
    const auto segmentKey = state_.maps.keyOf(*companion, segmentRun);
    if (!detectorKey || !segmentKey) return std::nullopt;
    Query row = companion->query(
        "SELECT columns, numbers FROM feature_row "
        "WHERE detector_run_key = ?1 AND segment_run_key = ?2 AND part_id = ?3",
        *detectorKey, *segmentKey, part);
    if (!row.step()) return std::nullopt;
    const std::string subject = "feature row of part " + std::to_string(part);
    const std::int64_t columns = row.integer(0);
    if (columns <= 0 || columns > kMaxColumns) throw damagedRow(state_, subject);
    std::vector<double> values(static_cast<std::size_t>(columns));
    state_.codec.unpack(row.blob(1), 8, std::as_writable_bytes(std::span(values)), subject);
    return values;
}

void Maps::putPercentiles(RunId run, std::span<const double> percentiles) {
    bool valid = percentiles.size() == kPercentiles;
    for (const double value : percentiles)
        valid = valid && std::isfinite(value);
    if (!valid) {
        throw Error(ErrorCode::InvalidArgument, "run " + std::to_string(run),
                    "needs 101 finite percentiles for its colour scale", "Compute percentiles 0 to 100.");
    }
    MapsWrite write(state_);
    const std::int64_t key = state_.maps.makeKey(write.database(), run);
    write.database().run("DELETE FROM percentile WHERE run_key = ?1", key);
    for (int percent = 0; percent < kPercentiles; ++percent) {
        write.database().run("INSERT INTO percentile (run_key, percent, value) VALUES (?1, ?2, ?3)", key,
                             percent, percentiles[static_cast<std::size_t>(percent)]);
    }
    write.commit();
}

std::optional<std::vector<double>> Maps::percentiles(RunId run) const {
    Connection* companion = state_.maps.reading();
    if (companion == nullptr) return std::nullopt;
    const auto key = state_.maps.keyOf(*companion, run);
    if (!key) return std::nullopt;
    Query rows = companion->query("SELECT value FROM percentile WHERE run_key = ?1 ORDER BY percent", *key);
    std::vector<double> values;
    while (rows.step())
        values.push_back(rows.real(0));
    if (values.size() != kPercentiles) return std::nullopt;
    return values;
}

}  // namespace segad
