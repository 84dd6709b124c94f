#include "core/project/inspection_store.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/project/state.h"
#include "core/project/words.h"

namespace segad {

namespace {
constexpr const char* kResultColumns =
    "SELECT id, path, verdict, score, top_segment, top_detector, seconds, error, detector_scores, bytes, "
    "modified_ns, judged_at, reasons, placed, ruled, no_verdict, remark FROM inspection_result ";

std::string selectResults(const char* rest) {
    return kResultColumns + std::string(rest);
}

Json toJson(const std::vector<ResultReason>& reasons) {
    Json list = Json::array();
    for (const ResultReason& reason : reasons)
        list.push_back({{"segment", reason.segment}, {"detector", reason.detector}, {"value", reason.value}});
    return list;
}

std::vector<ResultReason> reasonsFrom(std::string_view text, const ProjectState& state) {
    std::vector<ResultReason> reasons;
    for (const Json& each : jsonFrom(text, state)) {
        reasons.push_back({.segment = each.value("segment", ""),
                           .detector = each.value("detector", ""),
                           .value = each.value("value", 0.0)});
    }
    return reasons;
}

InspectionResult resultFrom(const Query& row, const ProjectState& state) {
    InspectionResult result{.id = row.integer(0),
                            .part = {.path = row.text(1),
                                     .score = row.real(3),
                                     .topSegment = row.text(4),
                                     .topDetector = row.text(5),
                                     .seconds = row.real(6),
                                     .error = row.text(7),
                                     .detectorScores = numbersFrom(row.view(8), state),
                                     .remark = row.text(16)},
                            .bytes = static_cast<std::uint64_t>(row.integer(9)),
                            .modifiedNs = row.integer(10),
                            .judgedAt = row.text(11),
                            .placed = row.text(13)};
    if (!row.isNull(2)) result.part.verdict = valueOfWord(kVerdicts, row.view(2));
    if (!row.isNull(12)) result.reasons = reasonsFrom(row.view(12), state);
    if (!row.isNull(14)) result.ruled = row.view(14) == "good" ? Label::Good : Label::Bad;
    if (!row.isNull(15)) result.part.noVerdict = valueOfWord(kNoVerdicts, row.view(15));
    return result;
}

std::vector<InspectionResult> resultsFrom(Query rows, const ProjectState& state) {
    std::vector<InspectionResult> results;
    while (rows.step())
        results.push_back(resultFrom(rows, state));
    return results;
}

std::int64_t limitOf(std::size_t count) {
    static constexpr auto kAll = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(count, kAll));
}

void insert(ProjectState& state, InspectionId id, InspectionResult& result) {
    const InspectedPart& part = result.part;
    if (part.verdict.has_value() != part.error.empty()) {
        throw Error(ErrorCode::InvalidArgument, part.path, "needs either a verdict or the reason for none",
                    "Give one of the two.");
    }
    std::optional<std::string> verdict;
    std::optional<std::string> error;
    if (part.verdict) {
        verdict = toString(*part.verdict);
    } else {
        error = part.error;
    }
    if (result.judgedAt.empty()) result.judgedAt = nowText();
    std::optional<std::string> placed;
    if (!result.placed.empty()) placed = result.placed;
    std::optional<std::string> ruled;
    if (result.ruled) ruled = *result.ruled == Label::Good ? "good" : "bad";
    std::optional<std::string_view> noVerdict;
    if (!part.verdict && part.noVerdict) noVerdict = wordOf(kNoVerdicts, *part.noVerdict);
    std::optional<std::string> remark;
    if (!part.remark.empty()) remark = part.remark;
    state.main->run(
        "INSERT INTO inspection_result (inspection_id, path, verdict, score, top_segment, top_detector, "
        "seconds, error, detector_scores, bytes, modified_ns, judged_at, reasons, placed, ruled, no_verdict, "
        "remark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
        "ON CONFLICT (inspection_id, path, bytes, modified_ns) DO NOTHING",
        id, part.path, verdict, part.score, part.topSegment, part.topDetector, part.seconds, error,
        jsonText(part.detectorScores), result.bytes, result.modifiedNs, result.judgedAt,
        jsonText(toJson(result.reasons)), placed, ruled, noVerdict, remark);
    if (state.main->changes() == 0) {
        throw Error(ErrorCode::AlreadyExists, part.path, "has been judged already in this inspection",
                    "Is the same inspection running twice? Stop one of the two.");
    }
    result.id = state.main->lastRowId();
}

Error noSuch(InspectionId id, const ProjectState& state) {
    return {ErrorCode::NotFound, state.file.string(), "has no inspection " + std::to_string(id),
            "List them: segad results " + state.file.string() + "."};
}
}  // namespace

void InspectionStore::createResultsFile(const Path& file) {
    createProjectFile(file, projectMigrations());
}

InspectionStore::InspectionStore(const Path& file, bool readOnly)
    : state_(std::make_unique<ProjectState>(file, readOnly)) {}
InspectionStore::~InspectionStore() = default;
InspectionStore::InspectionStore(InspectionStore&&) noexcept = default;
InspectionStore& InspectionStore::operator=(InspectionStore&&) noexcept = default;

const Path& InspectionStore::file() const {
    return state_->file;
}

InspectionId InspectionStore::start(RunId run, const InspectionFacts& facts) {
    const Json more{{"model", facts.model},     {"judge", facts.judge},         {"identity", facts.identity},
                    {"package", facts.package}, {"detectors", facts.detectors}, {"review", facts.review},
                    {"reject", facts.reject},   {"notes", facts.notes}};
    Transaction transaction(*state_);
    state_->main->run(
        "INSERT INTO inspection (run_id, folder, started_at, facts, shard_index, shard_count) VALUES (?1, "
        "?2, ?3, "
        "?4, ?5, ?6)",
        run, facts.folder, nowText(), jsonText(more), facts.shardIndex, facts.shardCount);
    const InspectionId id = state_->main->lastRowId();
    transaction.commit();
    return id;
}

std::optional<InspectionId> InspectionStore::newest(const std::string& folder, int shardIndex,
                                                    int shardCount) const {
    return state_->main->integer(
        "SELECT id FROM inspection WHERE folder = ?1 AND shard_index = ?2 AND shard_count = ?3 ORDER BY id "
        "DESC "
        "LIMIT 1",
        folder, shardIndex, shardCount);
}

std::optional<InspectionRecord> InspectionStore::find(InspectionId id) const {
    return Inspections(*state_).find(id);
}

InspectionFacts InspectionStore::facts(InspectionId id) const {
    Query row = state_->main->query(
        "SELECT folder, facts, shard_index, shard_count, finished_at FROM inspection WHERE id = ?1", id);
    if (!row.step()) throw noSuch(id, *state_);
    const Json more = jsonFrom(row.view(1), *state_);
    return {.folder = row.text(0),
            .model = more.value("model", ""),
            .judge = more.value("judge", ""),
            .identity = more.value("identity", ""),
            .package = more.value("package", ""),
            .detectors = more.value("detectors", std::vector<std::string>{}),
            .review = more.value("review", 0.0),
            .reject = more.value("reject", 0.0),
            .shardIndex = row.number(2),
            .shardCount = row.number(3),
            .notes = more.value("notes", std::vector<std::string>{}),
            .finishedAt = row.text(4)};
}

void InspectionStore::finish(InspectionId id, std::uint64_t vanished) {
    Transaction transaction(*state_);
    state_->main->run("UPDATE inspection SET finished_at = ?2, vanished = vanished + ?3 WHERE id = ?1", id,
                      nowText(), vanished);
    transaction.commit();
}

void InspectionStore::reopen(InspectionId id) {
    Transaction transaction(*state_);
    state_->main->run("UPDATE inspection SET finished_at = NULL WHERE id = ?1", id);
    transaction.commit();
}

bool InspectionStore::has(InspectionId id, const std::string& path, std::uint64_t bytes,
                          std::int64_t modifiedNs) const {
    return state_->main
        ->integer(
            "SELECT 1 FROM inspection_result WHERE inspection_id = ?1 AND path = ?2 AND bytes = ?3 AND "
            "modified_ns = "
            "?4",
            id, path, bytes, modifiedNs)
        .has_value();
}

void InspectionStore::add(InspectionId id, std::span<InspectionResult> results) {
    if (results.empty()) return;
    InspectionRecord more;
    Transaction transaction(*state_);
    for (InspectionResult& result : results) {
        insert(*state_, id, result);
        const std::optional<Verdict> verdict = result.part.verdict;
        ++more.parts;
        more.pass += verdict == Verdict::Pass ? 1 : 0;
        more.review += verdict == Verdict::Review ? 1 : 0;
        more.reject += verdict == Verdict::Reject ? 1 : 0;
        more.failed += verdict ? 0 : 1;
    }
    state_->main->run(
        "UPDATE inspection SET parts = parts + ?2, pass = pass + ?3, review = review + ?4, reject = reject + "
        "?5, "
        "failed = failed + ?6 WHERE id = ?1",
        id, more.parts, more.pass, more.review, more.reject, more.failed);
    transaction.commit();
}

void InspectionStore::setPlaced(std::span<const Place> places) {
    if (places.empty()) return;
    Transaction transaction(*state_);
    for (const Place& each : places)
        state_->main->run("UPDATE inspection_result SET placed = ?2 WHERE id = ?1", each.result, each.place);
    transaction.commit();
}

std::vector<InspectionResult> InspectionStore::unplaced(InspectionId id, std::int64_t afterResult,
                                                        std::size_t most) const {
    return resultsFrom(
        state_->main->query(
            selectResults("WHERE inspection_id = ?1 AND id > ?2 AND placed IS NULL ORDER BY id LIMIT ?3"), id,
            afterResult, limitOf(most)),
        *state_);
}

void InspectionStore::forEach(InspectionId id,
                              const std::function<void(const InspectionResult&)>& visit) const {
    Query rows = state_->main->query(selectResults("WHERE inspection_id = ?1 ORDER BY id"), id);
    while (rows.step())
        visit(resultFrom(rows, *state_));
}

std::optional<InspectionResult> InspectionStore::result(std::int64_t id) const {
    Query row = state_->main->query(selectResults("WHERE id = ?1"), id);
    if (!row.step()) return std::nullopt;
    return resultFrom(row, *state_);
}

std::vector<InspectionResult> InspectionStore::latest(InspectionId id, std::size_t count) const {
    return resultsFrom(
        state_->main->query(selectResults("WHERE inspection_id = ?1 ORDER BY id DESC LIMIT ?2"), id,
                            limitOf(count)),
        *state_);
}

std::vector<InspectionResult> InspectionStore::worst(InspectionId id, std::size_t count) const {
    return resultsFrom(
        state_->main->query(selectResults("WHERE inspection_id = ?1 AND verdict IS NOT NULL ORDER BY "
                                          "score DESC, id LIMIT ?2"),
                            id, limitOf(count)),
        *state_);
}

std::vector<InspectionResult> InspectionStore::failed(InspectionId id, std::size_t most) const {
    return resultsFrom(state_->main->query(
                           selectResults("WHERE inspection_id = ?1 AND verdict IS NULL ORDER BY id LIMIT ?2"),
                           id, limitOf(most)),
                       *state_);
}

ScoreHistogram InspectionStore::histogram(InspectionId id, std::size_t bins) const {
    ScoreHistogram histogram;
    {
        Query bounds = state_->main->query(
            "SELECT min(score), max(score) FROM inspection_result WHERE inspection_id = ?1 AND verdict IS "
            "NOT NULL",
            id);
        if (!bounds.step() || bounds.isNull(0)) return histogram;
        histogram.low = bounds.real(0);
        histogram.high = bounds.real(1);
    }
    if (histogram.high <= histogram.low) histogram.high = histogram.low + 1;
    histogram.counts.resize(bins);
    const double width = (histogram.high - histogram.low) / static_cast<double>(bins);
    Query rows = state_->main->query(
        "SELECT CAST((score - ?2) / ?3 AS INTEGER) AS bin, count(*) FROM inspection_result WHERE "
        "inspection_id = ?1 "
        "AND verdict IS NOT NULL GROUP BY bin",
        id, histogram.low, width);
    while (rows.step()) {
        const auto bin = std::clamp<std::int64_t>(rows.integer(0), 0, static_cast<std::int64_t>(bins) - 1);
        histogram.counts[static_cast<std::size_t>(bin)] += static_cast<std::uint64_t>(rows.integer(1));
    }
    return histogram;
}

std::vector<TrendPoint> InspectionStore::trend(InspectionId id, std::size_t points) const {
    const std::int64_t parts =
        state_->main->integer("SELECT parts FROM inspection WHERE id = ?1", id).value_or(0);
    const auto wanted = static_cast<std::int64_t>(std::max<std::size_t>(points, 1));
    const std::int64_t together = std::max<std::int64_t>((parts + wanted - 1) / wanted, 1);
    // Numbered without a window function, which would sort a copy of all rows.
    Query rows = state_->main->query(
        "SELECT verdict, score, judged_at FROM inspection_result WHERE inspection_id = ?1 ORDER BY id", id);
    std::vector<TrendPoint> trend;
    TrendPoint point;
    std::uint64_t judged = 0;
    const auto close = [&] {
        point.meanScore = judged > 0 ? point.meanScore / static_cast<double>(judged)
                                     : std::numeric_limits<double>::quiet_NaN();
        trend.push_back(std::exchange(point, {}));
        judged = 0;
    };
    while (rows.step()) {
        ++point.parts;
        point.at = rows.text(2);
        if (!rows.isNull(0)) {
            const double score = rows.real(1);
            point.lowest = judged == 0 ? score : std::min(point.lowest, score);
            point.highest = judged == 0 ? score : std::max(point.highest, score);
            point.meanScore += score;
            point.reject += rows.view(0) == "reject" ? 1 : 0;
            point.review += rows.view(0) == "review" ? 1 : 0;
            ++judged;
        }
        if (point.parts == static_cast<std::uint64_t>(together)) close();
    }
    if (point.parts > 0) close();
    return trend;
}

std::uint64_t InspectionStore::vanished(InspectionId id) const {
    return static_cast<std::uint64_t>(
        state_->main->integer("SELECT vanished FROM inspection WHERE id = ?1", id).value_or(0));
}

std::optional<double> InspectionStore::lowestPicture(InspectionId id) const {
    Query row = state_->main->query(
        "SELECT count(*), min(score) FROM inspection_picture WHERE inspection_id = ?1", id);
    if (!row.step() || row.integer(0) < static_cast<std::int64_t>(kPictures)) return std::nullopt;
    return row.real(1);
}

void InspectionStore::putPictures(InspectionId id, std::span<const Kept> pictures) {
    if (pictures.empty()) return;
    const auto bytes = [](const std::string& text) { return std::as_bytes(std::span(text)); };
    Transaction transaction(*state_);
    for (const Kept& each : pictures) {
        state_->main->run(
            "INSERT OR REPLACE INTO inspection_picture (result_id, inspection_id, score, picture, overlay) "
            "SELECT id, inspection_id, score, ?3, ?4 FROM inspection_result WHERE id = ?2 AND "
            "inspection_id = ?1",
            id, each.result, bytes(each.picture.picture), bytes(each.picture.overlay));
    }
    state_->main->run(
        "DELETE FROM inspection_picture WHERE result_id IN (SELECT result_id FROM inspection_picture WHERE "
        "inspection_id = ?1 ORDER BY score DESC, result_id LIMIT -1 OFFSET ?2)",
        id, limitOf(kPictures));
    transaction.commit();
}

std::optional<InspectionPicture> InspectionStore::picture(std::int64_t result) const {
    Query row =
        state_->main->query("SELECT picture, overlay FROM inspection_picture WHERE result_id = ?1", result);
    if (!row.step()) return std::nullopt;
    const auto text = [&](int column) {
        const std::span<const std::byte> bytes = row.blob(column);
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    return InspectionPicture{.picture = text(0), .overlay = text(1)};
}

void InspectionStore::rule(InspectionId id, const std::string& path, std::optional<Label> label) {
    std::optional<std::string> word;
    if (label) word = *label == Label::Good ? "good" : "bad";
    Transaction transaction(*state_);
    const std::optional<std::int64_t> result = state_->main->integer(
        "SELECT id FROM inspection_result WHERE inspection_id = ?1 AND path = ?2 ORDER BY id DESC LIMIT 1",
        id, path);
    if (!result) {
        throw Error(ErrorCode::NotFound, path, "has no result in inspection " + std::to_string(id),
                    "Wait a second until it is stored.");
    }
    state_->main->run("UPDATE inspection_result SET ruled = ?2 WHERE id = ?1", *result, word);
    addAudit(*state_, "overrule", path, {{"inspection", id}, {"label", word.value_or("")}});
    transaction.commit();
}

}  // namespace segad
