#include "core/project/state.h"

namespace segad {

namespace {
constexpr const char* kColumns =
    "SELECT id, run_id, folder, started_at, parts, pass, review, reject, failed FROM inspection ";

InspectionRecord inspectionFrom(const Query& row) {
    return {.id = row.integer(0),
            .run = row.integer(1),
            .folder = row.text(2),
            .startedAt = row.text(3),
            .parts = row.number(4),
            .pass = row.number(5),
            .review = row.number(6),
            .reject = row.number(7),
            .failed = row.number(8)};
}
}  // namespace

std::vector<InspectionRecord> Inspections::all() const {
    Query rows = state_.main->query(std::string(kColumns) + "ORDER BY id");
    std::vector<InspectionRecord> inspections;
    while (rows.step())
        inspections.push_back(inspectionFrom(rows));
    return inspections;
}

std::optional<InspectionRecord> Inspections::find(InspectionId id) const {
    Query row = state_.main->query(std::string(kColumns) + "WHERE id = ?1", id);
    if (!row.step()) return std::nullopt;
    return inspectionFrom(row);
}

}  // namespace segad
