// What a Project handle owns: the connections to the project and its companion, and the small helpers that
// every repository uses. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/project/codec.h"
#include "core/project/connection.h"
#include "core/project/maps_file.h"
#include "core/project/migrations.h"
#include "core/project/project.h"
#include "core/project/turnstile.h"

namespace segad {

/// Counts this process's open handles per file, so that only the first one checks the whole file.
class LiveHandle {
public:
    explicit LiveHandle(const Path& file);
    ~LiveHandle();
    LiveHandle(const LiveHandle&) = delete;
    LiveHandle& operator=(const LiveHandle&) = delete;
    /// No other handle of this process was open on the file when this one came.
    bool isFirst() const noexcept { return first_; }

private:
    std::pair<std::uint64_t, std::uint64_t> inode_;
    bool first_;
};

struct ProjectState {
    /// Opens an existing project file: identity, integrity, schema. Does not look at its contents.
    ProjectState(const Path& projectFile, bool openReadOnly);

    Path file;  ///< absolute
    bool readOnly;
    LiveHandle live;
    Turnstile turnstile;
    std::unique_ptr<Connection> main;
    Codec codec;
    MapsFile maps;
    int depth = 0;  ///< open Transactions
    std::vector<Error> notices;

    Path folder() const { return file.parent_path(); }
    Path modelFolder() const { return file.string() + "-models"; }
    /// Checkpoints of the run with this uid.
    Path checkpointFolder(const std::string& uid) const { return modelFolder() / (kCheckpointPrefix + uid); }
    static constexpr const char* kCheckpointPrefix = "training-";
};

/// Creates a project file with the given schema steps (all of them, except in tests of migrations).
void createProjectFile(const Path& file, std::span<const Migration> steps);

/// Throws what is wrong with a project file before it is used: InvalidData when it is none at all.
void checkIdentity(Connection& database);

/// Absolute, without "." and "..".
Path absolutePath(const Path& path);

/// Now as "2026-11-23T10:00:00.123Z".
std::string nowText();

/// The user's login name.
const std::string& userName();

/// Compact JSON; bytes that are not UTF-8 become U+FFFD.
std::string jsonText(const Json& value);

/// Parses a JSON text of the project; Error{Corrupt} naming the file.
Json jsonFrom(std::string_view text, const ProjectState& state);

/// A JSON list of texts, or of numbers (null, which stands for "not a number", reads as NaN).
std::vector<std::string> textsFrom(std::string_view text, const ProjectState& state);
std::vector<double> numbersFrom(std::string_view text, const ProjectState& state);

/// Throws unless segments are numbered 0, 1, 2, … and have names of their own.
void requireValid(const std::vector<SegmentRecord>& segments);

/// Marks runs that nobody works on any more as Failed ("interrupted"), with those of other machines when
/// `alsoUnknown`; how many.
int markInterruptedRuns(ProjectState& state, bool alsoUnknown);

std::int64_t addAudit(ProjectState& state, const std::string& action, const std::string& subject,
                      const Json& detail);

/// Forgets scores, maps, features and segment maps of a picture that is no longer the same. In a Transaction.
void dropComputed(ProjectState& state, PartId part);

/// Random name of a run, the same in project and companion.
std::string newUid();

}  // namespace segad
