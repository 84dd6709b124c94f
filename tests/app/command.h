// Runs the real segad program in a process of its own.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

#include "core/base/file.h"
#include "core/base/json.h"

namespace segad::test {

struct CommandResult {
    int exitCode = -1;  ///< 128 + signal when a signal ended it
    std::string out;
    std::string err;

    /// stdout parsed; a test failure (and null) when it isn't one JSON document.
    Json json() const;
};

struct CommandOptions {
    Path dataHome;                       ///< SEGAD_DATA_HOME; "" = the one of the test process
    std::uint64_t largestFile = 0;       ///< RLIMIT_FSIZE in bytes, 0 = none; stands in for a full disk
    std::vector<std::string> variables;  ///< "NAME=value", beside those of the test process
    bool unprivileged = false;  ///< as "nobody" when the test runs as root; 127 when it may not be run
};

/// A running segad; killed when it goes out of scope.
class Command {
public:
    explicit Command(const std::vector<std::string>& arguments, const CommandOptions& options = {});
    ~Command();
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    void signal(int number) const;
    /// Waits until stderr holds `text`; false when the program ends or `patience` passes before.
    bool waitForError(const std::string& text, std::chrono::seconds patience = std::chrono::seconds(60));
    CommandResult wait();

private:
    void read(int milliseconds);

    pid_t process_ = -1;
    int out_ = -1;
    int err_ = -1;
    CommandResult result_;
};

inline CommandResult run(const std::vector<std::string>& arguments, const CommandOptions& options = {}) {
    return Command(arguments, options).wait();
}

}  // namespace segad::test
