// A queue for the project's write lock. SQLite's lock is polled: whoever commits and begins again at once
// overtakes everybody who sleeps between two polls, and a label could starve beside a loop of small
// transactions. Whoever waits for the write lock holds the turnstile meanwhile, so that the one who has
// just committed has to queue.
//
// It is an advisory lock (flock) on the project's folder, which needs no file of its own. It decides only
// who is next, never whether data is safe: where the lock is not to be had, one goes on without it.
// A program that keeps the folder locked for reasons of its own (`flock FOLDER COMMAND`) costs two waits.
//
// Threads: one thread at a time, like the handle it belongs to.
#pragma once

#include "core/base/file.h"

namespace segad {

class Turnstile {
public:
    explicit Turnstile(const Path& folder);
    ~Turnstile();
    Turnstile(const Turnstile&) = delete;
    Turnstile& operator=(const Turnstile&) = delete;

    /// Held until the write lock is taken.
    class Turn {
    public:
        explicit Turn(Turnstile& turnstile);
        ~Turn();
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        int descriptor_;
        bool held_ = false;
    };

private:
    int descriptor_;
    int givenUp_ = 0;  ///< turns in a row that went on without
};

}  // namespace segad
