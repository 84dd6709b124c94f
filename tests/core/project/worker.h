// The second process of the tests, seen from the first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace segad::test {

/// Runs tests/core/project/project_worker.cpp with arguments; killed at the end of the scope.
class Worker {
public:
    explicit Worker(const std::vector<std::string>& arguments);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// The next line it prints, without its end; absent when it has ended or `seconds` have passed.
    std::optional<std::string> line(double seconds = 20);
    /// Closes its standard input: waiting workers go on.
    void release();
    /// SIGKILL, in the middle of whatever it does.
    void kill();
    /// Waits for its end; the exit status, or minus the signal.
    int wait();

private:
    pid_t pid_ = -1;
    int in_ = -1;
    int out_ = -1;
    std::string buffer_;
};

}  // namespace segad::test
