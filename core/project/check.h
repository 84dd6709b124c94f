// What the full check looks for and what repair and rescue share. Private to the room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/project/state.h"

namespace segad {

/// What SQLite's own full check says of a file; empty when it is sound.
std::vector<std::string> integrityProblems(Connection& database, Job& job);

/// A stored blob that can't be decoded.
struct UnreadableBlob {
    std::int64_t run = 0;  ///< run id (segment maps) or the companion's run key
    PartId part = 0;
    std::int64_t rowid = 0;
};
std::vector<UnreadableBlob> unreadableSegmentMaps(ProjectState& state, Job& job);
/// Parts whose painted regions can't be decoded.
std::vector<PartId> unreadableRegions(ProjectState& state, Job& job);
/// Painted templates, strokes and fixes that can't be decoded.
std::vector<UnreadableBlob> unreadablePaintedMaps(ProjectState& state, Job& job);
std::vector<UnreadableBlob> unreadableMaps(ProjectState& state, Connection& companion, Job& job);
std::vector<UnreadableBlob> unreadableFeatures(ProjectState& state, Connection& companion, Job& job);

/// Files in the folder of models that no run names, and checkpoints of trainings that are done or gone.
std::vector<Path> unusedModelFiles(ProjectState& state);

/// True for the name of a folder of checkpoints.
bool isCheckpointFolder(std::string_view name) noexcept;

/// Some run is at work right now, in this process or another.
bool anyRunAlive(ProjectState& state);

struct Salvage {
    std::int64_t rows = 0;
    std::vector<std::string> sentences;  ///< one per table about which there is something to say
};

/// Copies the rows of `tables` that can still be read from a damaged database into a sound one of the same
/// schema.
Salvage salvage(Connection& damaged, Connection& sound, const std::vector<std::string>& tables);

/// Tables of a sound database, in the order they were made.
std::vector<std::string> tablesOf(Connection& database);

/// Deletes rows that refer to rows that don't exist; how many.
std::int64_t dropDanglingRows(Connection& database);

/// First free name of "<file>.damaged", "<file>.damaged-2", …
Path damagedNameFor(const Path& file);

}  // namespace segad
