#include "core/project/state.h"
#include "core/project/words.h"

namespace segad {

InspectionId Inspections::start(RunId run, const std::string& folder) {
    Transaction transaction(state_);
    state_.main->run("INSERT INTO inspection (run_id, folder, started_at) VALUES (?1, ?2, ?3)", run, folder,
                     nowText());
    const InspectionId id = state_.main->lastRowId();
    transaction.commit();
    return id;
}

void Inspections::add(InspectionId id, std::span<const InspectedPart> parts) {
    Transaction transaction(state_);
    InspectionRecord more;
    for (const InspectedPart& part : parts) {
        if (part.verdict.has_value() != part.error.empty()) {
            throw Error(ErrorCode::InvalidArgument, part.path,
                        "needs either a verdict or the reason for none", "Give one of the two.");
        }
        std::optional<std::string> verdict;
        std::optional<std::string> error;
        if (part.verdict) {
            verdict = toString(*part.verdict);
        } else {
            error = part.error;
        }
        state_.main->run(
            "INSERT INTO inspection_result (inspection_id, path, verdict, score, top_segment, top_detector, "
            "seconds, error, detector_scores) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            id, part.path, verdict, part.score, part.topSegment, part.topDetector, part.seconds, error,
            jsonText(part.detectorScores));
        ++more.parts;
        more.pass += part.verdict == Verdict::Pass ? 1 : 0;
        more.review += part.verdict == Verdict::Review ? 1 : 0;
        more.reject += part.verdict == Verdict::Reject ? 1 : 0;
        more.failed += part.verdict ? 0 : 1;
    }
    state_.main->run(
        "UPDATE inspection SET parts = parts + ?2, pass = pass + ?3, review = review + ?4, reject = reject + "
        "?5, "
        "failed = failed + ?6 WHERE id = ?1",
        id, more.parts, more.pass, more.review, more.reject, more.failed);
    transaction.commit();
}

std::vector<InspectionRecord> Inspections::all() const {
    Query rows = state_.main->query(
        "SELECT id, run_id, folder, started_at, parts, pass, review, reject, failed FROM inspection ORDER BY "
        "id");
    std::vector<InspectionRecord> inspections;
    while (rows.step()) {
        inspections.push_back({.id = rows.integer(0),
                               .run = rows.integer(1),
                               .folder = rows.text(2),
                               .startedAt = rows.text(3),
                               .parts = rows.number(4),
                               .pass = rows.number(5),
                               .review = rows.number(6),
                               .reject = rows.number(7),
                               .failed = rows.number(8)});
    }
    return inspections;
}

std::vector<InspectedPart> Inspections::parts(InspectionId id) const {
    Query rows = state_.main->query(
        "SELECT path, verdict, score, top_segment, top_detector, seconds, error, detector_scores "
        "FROM inspection_result WHERE inspection_id = ?1 ORDER BY id",
        id);
    std::vector<InspectedPart> parts;
    while (rows.step()) {
        InspectedPart part{.path = rows.text(0),
                           .score = rows.real(2),
                           .topSegment = rows.text(3),
                           .topDetector = rows.text(4),
                           .seconds = rows.real(5),
                           .error = rows.text(6),
                           .detectorScores = numbersFrom(rows.view(7), state_)};
        if (!rows.isNull(1)) part.verdict = valueOfWord(kVerdicts, rows.view(1));
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace segad
