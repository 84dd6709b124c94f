// What is known of the segment maps of a run beside their pixels.
#include "core/project/state.h"
#include "core/project/words.h"

namespace segad {

void Segments::putDoubts(RunId run, std::span<const SegmentDoubtRecord> doubts) {
    Transaction transaction(state_);
    for (const SegmentDoubtRecord& record : doubts) {
        if (!(record.doubt >= 0 && record.doubt <= 1)) {
            throw Error(ErrorCode::InvalidArgument, "doubt of part " + std::to_string(record.part),
                        "is not between 0 and 1", "Report this as a bug.");
        }
        state_.main->run(
            "INSERT INTO segment_doubt (run_id, part_id, doubt, flagged) VALUES (?1, ?2, ?3, ?4) "
            "ON CONFLICT (run_id, part_id) DO UPDATE SET doubt = excluded.doubt, flagged = excluded.flagged",
            run, record.part, record.doubt, record.flagged ? 1 : 0);
    }
    transaction.commit();
}

std::vector<SegmentDoubtRecord> Segments::doubts(RunId run) const {
    Query rows = state_.main->query(
        "SELECT part_id, doubt, flagged FROM segment_doubt WHERE run_id = ?1 AND EXISTS (SELECT 1 FROM "
        "segment_map WHERE segment_map.run_id = segment_doubt.run_id AND segment_map.part_id = "
        "segment_doubt.part_id) ORDER BY flagged DESC, doubt DESC, part_id",
        run);
    std::vector<SegmentDoubtRecord> records;
    while (rows.step())
        records.push_back({.part = rows.integer(0), .doubt = rows.real(1), .flagged = rows.number(2) != 0});
    return records;
}

void Segments::putFindings(RunId run, std::span<const SegmentFindingRecord> findings) {
    Transaction transaction(state_);
    state_.main->run("DELETE FROM segment_finding WHERE run_id = ?1", run);
    for (const SegmentFindingRecord& finding : findings) {
        const auto orNull = [](bool there, auto value) {
            return there ? std::optional<std::int64_t>(value) : std::nullopt;
        };
        state_.main->run(
            "INSERT INTO segment_finding (run_id, kind, part_id, label_value, share, usual, z) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            run, toString(finding.kind), orNull(finding.part != 0, finding.part),
            orNull(finding.label >= 0, finding.label), finding.share, finding.usual, finding.z);
    }
    transaction.commit();
}

std::vector<SegmentFindingRecord> Segments::findings(RunId run) const {
    Query rows = state_.main->query(
        "SELECT kind, part_id, label_value, share, usual, z FROM segment_finding WHERE run_id = ?1 ORDER BY "
        "id",
        run);
    std::vector<SegmentFindingRecord> findings;
    while (rows.step()) {
        findings.push_back({.kind = valueOfWord(kSegmentFindingKinds, rows.view(0)),
                            .part = rows.integer(1),
                            .label = rows.isNull(2) ? -1 : rows.number(2),
                            .share = rows.real(3),
                            .usual = rows.real(4),
                            .z = rows.isNull(5) ? std::nullopt : std::optional(rows.real(5))});
    }
    return findings;
}

}  // namespace segad
