// The companion <name>.segad-maps of one project handle: opened when first needed, made when first written
// to, made anew when it is damaged or was deleted. Private to the room.
//
// Its rows are joined to the project by the runs' uids, so that rows of a run that was rolled back, removed
// or belongs to another copy of the project are never taken for those of a run with the same id.
#pragma once

#include <memory>
#include <optional>

#include "core/project/connection.h"
#include "core/project/records.h"

namespace segad {

struct ProjectState;
class Transaction;

class MapsFile {
public:
    explicit MapsFile(ProjectState& state) : state_(state) {}

    static Path pathFor(const Path& projectFile) { return projectFile.string() + "-maps"; }
    Path path() const;

    /// Null when there is no companion (or, for a read-only handle, none that can be read).
    Connection* reading();
    /// The companion, made if it isn't there.
    Connection& writing();
    /// Closes the connection: the next use looks at the file again.
    void close() noexcept;
    /// Moves a companion that can't be used out of the way and makes an empty one.
    void replace(const std::string& why);

    /// Key of a run's rows in the companion; absent when it has none.
    std::optional<std::int64_t> keyOf(Connection& companion, RunId run);
    /// The same, made if need be. Throws Error{NotFound} when the project has no such run.
    std::int64_t makeKey(Connection& companion, RunId run);

    /// Drops rows of runs the project doesn't know; how many runs.
    int dropForeignRuns();

    // Transactions: levels are begun on the companion only when something is written to it.
    void joinTransaction();
    void commitLevel(int depth);
    void rollBackLevel(int depth) noexcept;

private:
    friend class MapsWrite;
    bool usable();
    void openExisting();
    void createEmpty();
    bool knowsForeignRuns();

    ProjectState& state_;
    std::unique_ptr<Connection> connection_;
    int level_ = 0;
    bool unreadableReported_ = false;
};

/// A write to the companion: part of the open Transaction, or one of its own that locks the companion only.
class MapsWrite {
public:
    explicit MapsWrite(ProjectState& state);
    ~MapsWrite();
    MapsWrite(const MapsWrite&) = delete;
    MapsWrite& operator=(const MapsWrite&) = delete;
    Connection& database() noexcept { return *database_; }
    void commit();

private:
    ProjectState& state_;
    std::unique_ptr<Transaction> nested_;
    Connection* database_;
    bool open_ = true;
};

}  // namespace segad
