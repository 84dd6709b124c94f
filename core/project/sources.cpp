// Where the images are: folders of sources, and finding them again after they moved.
#include <algorithm>
#include <cerrno>

#include "core/base/sha256.h"
#include "core/project/copy_p.h"
#include "core/project/state.h"

namespace segad {

namespace {
/// How many parts of a moved source are compared by hash; all are compared by size.
constexpr std::size_t kHashedSample = 20;

Path withoutTrailingSlash(const Path& folder) {
    return folder.has_filename() || folder == folder.root_path() ? folder : folder.parent_path();
}

/// Relative to the project's folder when below it or beside it, so that the two can be moved together.
std::string storedPath(const ProjectState& state, const Path& folder) {
    const Path absolute = withoutTrailingSlash((state.folder() / folder).lexically_normal());
    std::error_code failure;
    const Path home = std::filesystem::weakly_canonical(state.folder(), failure);
    const Path there = std::filesystem::weakly_canonical(absolute, failure);
    const Path relative = there.lexically_relative(home);
    const auto ups = std::ranges::count(relative, Path(".."));
    const bool beside = ups == 1 && home.parent_path() != home.root_path();
    if (!relative.empty() && (ups == 0 || beside)) return toUtf8(relative);
    return toUtf8(absolute);
}

Path resolved(const ProjectState& state, const std::string& stored) {
    return withoutTrailingSlash((state.folder() / stored).lexically_normal());
}

SourceRecord sourceOf(ProjectState& state, SourceId id) {
    Query row = state.main->query("SELECT id, path, layout, imported_at FROM source WHERE id = ?1", id);
    if (!row.step()) {
        throw Error(ErrorCode::NotFound, "source " + std::to_string(id), "is not in the project",
                    "Reload the project.");
    }
    return {.id = row.integer(0), .path = row.text(1), .layout = row.text(2), .importedAt = row.text(3)};
}

/// Throws for the first part that is not in `folder` as it was when it was imported.
void requireSameParts(const std::vector<PartRecord>& parts, const Path& folder) {
    const std::string remedy = "Choose the folder the images were moved to, or import it as a new source.";
    const std::size_t stride = std::max<std::size_t>(1, parts.size() / kHashedSample);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const PartRecord& part = parts[i];
        const Path file = folder / part.path;
        std::error_code failure;
        const auto bytes = std::filesystem::file_size(file, failure);
        if (failure) {
            throw Error(ErrorCode::NotFound, file.string(), "is missing from the new folder", remedy);
        }
        const bool hashed = i % stride == 0 && !part.sha256.empty();
        if (bytes != part.bytes || (hashed && sha256OfFile(file) != part.sha256)) {
            throw Error(ErrorCode::InvalidData, file.string(), "is not the image that was imported", remedy);
        }
    }
}
}  // namespace

SourceId Parts::addSource(const SourceRecord& source) {
    if (source.path.empty()) {
        throw Error(ErrorCode::InvalidArgument, "source", "has no folder", "Give the folder of the images.");
    }
    Transaction transaction(state_);
    const std::string stored = storedPath(state_, source.path);
    SourceId id = state_.main->integer("SELECT id FROM source WHERE path = ?1", stored).value_or(0);
    if (id == 0) {
        state_.main->run("INSERT INTO source (path, layout, imported_at) VALUES (?1, ?2, ?3)", stored,
                         source.layout, source.importedAt.empty() ? nowText() : source.importedAt);
        id = state_.main->lastRowId();
    }
    transaction.commit();
    return id;
}

std::vector<SourceRecord> Parts::sources() const {
    Query rows = state_.main->query("SELECT id, path, layout, imported_at FROM source ORDER BY id");
    std::vector<SourceRecord> sources;
    while (rows.step()) {
        sources.push_back({.id = rows.integer(0),
                           .path = rows.text(1),
                           .layout = rows.text(2),
                           .importedAt = rows.text(3)});
    }
    return sources;
}

Path Parts::sourceFolder(SourceId id) const {
    return resolved(state_, sourceOf(state_, id).path);
}

Path Parts::imageFile(const PartRecord& part) const {
    return sourceFolder(part.source) / part.path;
}

Path Parts::maskFile(const PartRecord& part) const {
    return part.maskPath.empty() ? Path() : sourceFolder(part.source) / part.maskPath;
}

void Parts::relocate(SourceId id, const Path& folder) {
    const SourceRecord source = sourceOf(state_, id);
    const Path absolute = absolutePath(folder);
    if (!std::filesystem::is_directory(absolute)) {
        throw errorFromErrno(ENOENT, absolute.string(), "open the folder");
    }
    requireSameParts(all({.source = id, .generated = false}), absolute);
    Transaction transaction(state_);
    const std::string stored = storedPath(state_, absolute);
    if (state_.main->integer("SELECT id FROM source WHERE path = ?1 AND id <> ?2", stored, id)) {
        throw Error(ErrorCode::AlreadyExists, absolute.string(), "is another source of this project already",
                    "Choose the folder the images were moved to.");
    }
    state_.main->run("UPDATE source SET path = ?2 WHERE id = ?1", id, stored);
    addAudit(state_, "relocate", source.path, {{"to", stored}});
    transaction.commit();
}

void rebaseSources(ProjectState& copy, ProjectState& original) {
    for (const SourceRecord& source : Parts(original).sources()) {
        copy.main->run("UPDATE source SET path = ?2 WHERE id = ?1", source.id,
                       storedPath(copy, resolved(original, source.path)));
    }
}

}  // namespace segad
