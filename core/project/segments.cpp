#include <algorithm>
#include <set>

#include "core/project/state.h"

namespace segad {

namespace {
constexpr const char* kCurrentRun = "segment_run";  // key in the settings
constexpr std::int64_t kMaxPixels = std::int64_t{1} << 30U;
/// Generated parts have the map of the part they were made from.
constexpr const char* kPartsWithMap =
    "SELECT part_id FROM segment_map WHERE run_id = ?1 UNION SELECT generated_part.part_id FROM "
    "generated_part "
    "JOIN segment_map ON segment_map.part_id = generated_part.made_from WHERE segment_map.run_id = ?1 "
    "ORDER BY part_id";

std::int64_t nameCount(ProjectState& state) {
    return state.main->integer("SELECT count(*) FROM segment").value_or(0);
}

std::vector<PartId> generatedFrom(ProjectState& state, PartId part) {
    std::vector<PartId> children;
    Query rows = state.main->query("SELECT part_id FROM generated_part WHERE made_from = ?1", part);
    while (rows.step())
        children.push_back(rows.integer(0));
    return children;
}

/// Features made with the maps of a segment run, of one part or of all (part 0), are out of date.
void dropFeatures(ProjectState& state, RunId segmentRun, PartId part) {
    Connection* companion = state.maps.reading();
    if (companion == nullptr) return;
    const auto key = state.maps.keyOf(*companion, segmentRun);
    if (!key) return;
    MapsWrite write(state);
    write.database().run("DELETE FROM feature_row WHERE segment_run_key = ?1 AND (?2 = 0 OR part_id = ?2)",
                         *key, part);
    write.commit();
}
}  // namespace

void requireValid(const std::vector<SegmentRecord>& segments) {
    const auto refuse = [](const std::string& subject, const std::string& message) {
        throw Error(ErrorCode::InvalidArgument, subject, message, "Give every segment a name of its own.");
    };
    if (segments.size() > 256) refuse("segments", "are more than the 256 a segment map can hold");
    std::set<std::string> names;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].index != static_cast<int>(i)) refuse("segments", "are not numbered 0, 1, 2, …");
        if (segments[i].name.empty()) refuse("segment " + std::to_string(i), "has no name");
        if (!names.insert(segments[i].name).second) refuse(segments[i].name, "names two segments");
    }
}

std::vector<SegmentRecord> Segments::names() const {
    Query rows = state_.main->query("SELECT label_value, name, color FROM segment ORDER BY label_value");
    std::vector<SegmentRecord> segments;
    while (rows.step())
        segments.push_back({.index = rows.number(0), .name = rows.text(1), .color = rows.text(2)});
    return segments;
}

void Segments::setNames(const std::vector<SegmentRecord>& segments) {
    requireValid(segments);
    Transaction transaction(state_);
    Json names = Json::array();
    state_.main->run("DELETE FROM segment");
    for (const SegmentRecord& segment : segments) {
        state_.main->run("INSERT INTO segment (label_value, name, color) VALUES (?1, ?2, ?3)", segment.index,
                         segment.name, segment.color);
        names.push_back(segment.name);
    }
    std::vector<RunId> outdated;
    {
        Query rows = state_.main->query("SELECT DISTINCT run_id FROM segment_map WHERE component_count <> ?1",
                                        static_cast<std::int64_t>(segments.size()));
        while (rows.step())
            outdated.push_back(rows.integer(0));
    }
    for (const RunId run : outdated)
        dropFeatures(state_, run, 0);
    if (!outdated.empty()) {
        state_.main->run("DELETE FROM segment_map WHERE component_count <> ?1",
                         static_cast<std::int64_t>(segments.size()));
    }
    addAudit(state_, "segments", "names", {{"names", names}});
    transaction.commit();
}

RunId Segments::currentRun() const {
    return state_.main
        ->integer(
            "SELECT run.id FROM setting JOIN run ON run.id = CAST(setting.value AS INTEGER) "
            "WHERE setting.key = ?1 AND EXISTS (SELECT 1 FROM segment_map WHERE run_id = run.id)",
            kCurrentRun)
        .value_or(0);
}

void Segments::setCurrentRun(RunId run) {
    Transaction transaction(state_);
    const auto count = state_.main->integer(
        "SELECT segment_map.component_count FROM run JOIN segment_map ON segment_map.run_id = run.id "
        "WHERE run.id = ?1 AND run.kind = 'segment' AND run.outcome = 'done' LIMIT 1",
        run);
    if (!count) {
        throw Error(ErrorCode::InvalidArgument, "run " + std::to_string(run), "has no segment maps",
                    "Choose a finished segment run.");
    }
    if (*count != nameCount(state_)) {
        throw Error(ErrorCode::InvalidArgument, "run " + std::to_string(run),
                    "has " + std::to_string(*count) + " components, the project has " +
                        std::to_string(nameCount(state_)),
                    "Name that many segments first.");
    }
    state_.main->run(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = "
        "excluded.value",
        kCurrentRun, std::to_string(run));
    transaction.commit();
}

void Segments::putMap(RunId run, PartId part, const SegmentMap& map) {
    Transaction transaction(state_);
    if (!state_.main->integer("SELECT 1 FROM run WHERE id = ?1 AND kind = 'segment'", run)) {
        throw Error(ErrorCode::InvalidArgument, "run " + std::to_string(run), "is not a segment run",
                    "Start a run of that kind for segment maps.");
    }
    if (run == currentRun() && map.componentCount() != nameCount(state_)) {
        throw Error(ErrorCode::InvalidArgument, "segment map",
                    "has " + std::to_string(map.componentCount()) + " components, the project has " +
                        std::to_string(nameCount(state_)),
                    "Make the segment maps anew to change the number of components.");
    }
    const cv::Mat labels = map.labels().isContinuous() ? map.labels() : map.labels().clone();
    const auto packed =
        state_.codec.pack(std::as_bytes(std::span(labels.ptr<std::uint8_t>(), labels.total())), 1);
    state_.main->run(
        "INSERT INTO segment_map (run_id, part_id, width, height, component_count, labels) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (run_id, part_id) DO UPDATE SET width = excluded.width, "
        "height = excluded.height, component_count = excluded.component_count, labels = excluded.labels",
        run, part, labels.cols, labels.rows, map.componentCount(), packed);
    dropFeatures(state_, run, part);
    for (const PartId child : generatedFrom(state_, part))
        dropFeatures(state_, run, child);
    transaction.commit();
}

std::optional<SegmentMap> Segments::map(PartId part) const {
    const RunId run = currentRun();
    if (run == 0) return std::nullopt;
    return map(run, part);
}

std::optional<SegmentMap> Segments::map(RunId run, PartId part) const {
    Query row = state_.main->query(
        "SELECT width, height, component_count, labels FROM segment_map WHERE run_id = ?1 AND part_id IN "
        "(?2, (SELECT made_from FROM generated_part WHERE part_id = ?2)) ORDER BY part_id = ?2 DESC LIMIT 1",
        run, part);
    if (!row.step()) return std::nullopt;
    const std::string subject = "segment map of part " + std::to_string(part);
    const std::int64_t width = row.integer(0);
    const std::int64_t height = row.integer(1);
    if (width > kMaxPixels / height) {
        throw Error(ErrorCode::Corrupt, state_.file.string(), subject + " is larger than any can be",
                    "Run 'segad doctor " + state_.file.string() + " --repair'.");
    }
    cv::Mat labels(static_cast<int>(height), static_cast<int>(width), CV_8UC1);
    state_.codec.unpack(row.blob(3), 1,
                        std::as_writable_bytes(std::span(labels.ptr<std::uint8_t>(), labels.total())),
                        subject);
    return SegmentMap(labels, row.number(2), subject);
}

std::vector<PartId> Segments::partsWithMap() const {
    Query rows = state_.main->query(kPartsWithMap, currentRun());
    std::vector<PartId> parts;
    while (rows.step())
        parts.push_back(rows.integer(0));
    return parts;
}

std::size_t Segments::mapCount() const {
    static const std::string kCount = "SELECT count(*) FROM (" + std::string(kPartsWithMap) + ")";
    return static_cast<std::size_t>(state_.main->integer(kCount, currentRun()).value_or(0));
}

}  // namespace segad
