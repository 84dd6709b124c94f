#include "core/base/log.h"
#include "core/project/state.h"

namespace segad {

namespace {
std::string level(int depth) {
    return "level" + std::to_string(depth);
}
}  // namespace

Transaction::Transaction(ProjectState& state) : state_(state), depth_(state.depth + 1) {
    if (state_.readOnly) {
        throw Error(ErrorCode::PermissionDenied, state_.file.string(), "is open for reading only",
                    "Open it for writing, or copy it to a folder you may write to.");
    }
    Connection& main = *state_.main;
    if (depth_ == 1) {
        if (main.moved()) {
            throw Error(ErrorCode::NotFound, state_.file.string(), "was moved or deleted while it was open",
                        "Put it back or open it from its new place.");
        }
        const Turnstile::Turn turn(state_.turnstile);
        main.run("BEGIN IMMEDIATE");
    } else {
        // SQLite undoes the whole transaction by itself when the disk is full.
        if (!main.inTransaction()) {
            throw Error(ErrorCode::Io, state_.file.string(), "could not be written a moment ago",
                        "Repeat the last step.");
        }
        main.run("SAVEPOINT " + level(depth_));
    }
    state_.depth = depth_;
}

Transaction::~Transaction() {
    if (!open_) return;
    state_.maps.rollBackLevel(depth_);
    state_.depth = depth_ - 1;
    Connection& main = *state_.main;
    if (!main.inTransaction()) return;
    try {
        if (depth_ == 1) {
            main.run("ROLLBACK");
        } else {
            main.run("ROLLBACK TO " + level(depth_));
            main.run("RELEASE " + level(depth_));
        }
    } catch (const Error& error) {
        log::error(std::string("rolling back: ") + error.what());
    }
}

void Transaction::commit() {
    Connection& main = *state_.main;
    if (!main.inTransaction()) {
        throw Error(ErrorCode::Io, state_.file.string(), "could not be written a moment ago",
                    "Repeat the last step.");
    }
    // The companion first: what it has too much is recognised by its uid, what it lacks is computed again.
    state_.maps.commitLevel(depth_);
    main.run(depth_ == 1 ? "COMMIT" : "RELEASE " + level(depth_));
    state_.depth = depth_ - 1;
    open_ = false;
}

}  // namespace segad
