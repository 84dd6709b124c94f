// Lists of parts that a dataset publishes.
#include "core/project/state.h"

namespace segad {

void Parts::setPublishedSubsets(SourceId source, std::span<const PublishedSubsetRecord> subsets) {
    Transaction transaction(state_);
    state_.main->run("DELETE FROM published_subset WHERE source_id = ?1", source);
    std::int64_t position = 0;
    for (const PublishedSubsetRecord& subset : subsets) {
        state_.main->run("INSERT INTO published_subset (source_id, position, name) VALUES (?1, ?2, ?3)",
                         source, position++, subset.name);
        const std::int64_t id = state_.main->lastRowId();
        std::int64_t place = 0;
        for (const PartId part : subset.parts) {
            if (!state_.main->integer("SELECT 1 FROM part WHERE id = ?1 AND source_id = ?2", part, source)) {
                throw Error(ErrorCode::InvalidArgument, "part " + std::to_string(part),
                            "is on the list '" + subset.name + "' of a source it does not belong to",
                            "Import the source again.");
            }
            state_.main->run(
                "INSERT INTO published_subset_part (subset_id, position, part_id) VALUES (?1, ?2, ?3)", id,
                place++, part);
        }
    }
    transaction.commit();
}

std::vector<PublishedSubsetRecord> Parts::publishedSubsets() const {
    std::vector<PublishedSubsetRecord> subsets;
    std::vector<std::int64_t> ids;
    Query rows =
        state_.main->query("SELECT id, source_id, name FROM published_subset ORDER BY source_id, position");
    while (rows.step()) {
        ids.push_back(rows.integer(0));
        subsets.push_back({.source = rows.integer(1), .name = rows.text(2), .parts = {}});
    }
    for (std::size_t i = 0; i < subsets.size(); ++i) {
        Query parts = state_.main->query(
            "SELECT part_id FROM published_subset_part WHERE subset_id = ?1 ORDER BY position", ids[i]);
        while (parts.step())
            subsets[i].parts.push_back(parts.integer(0));
    }
    return subsets;
}

}  // namespace segad
