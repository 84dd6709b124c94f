// The progress of a job on stderr: a bar with rate and remaining time on a terminal, plain lines
// elsewhere (a log file has no use for carriage returns).
//
// Life:    show() while the job runs; clear() before anything else is written to the terminal; finish().
// Threads: one thread, the one that runs the job.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/base/job.h"

namespace segad::cli {

class ProgressBar {
public:
    enum class Style { Bar, Lines, None };

    explicit ProgressBar(Style style) : style_(style) {}

    void show(const JobStatus& status);
    /// Takes the bar off the terminal; the next show() draws it again.
    void clear();
    /// Leaves nothing of the bar behind.
    void finish() { clear(); }

    /// Bar when stderr is a terminal that can redraw a line, else Lines.
    static Style styleForStderr();

private:
    using Clock = std::chrono::steady_clock;

    std::string figures(const JobStatus& status) const;
    void drawBar(const JobStatus& status);
    void printLine(const JobStatus& status);

    Style style_;
    bool visible_ = false;
    std::string stage_;  // the rate is measured within one stage
    std::uint64_t stageTotal_ = 0;
    std::uint64_t stageFirstDone_ = 0;
    std::uint64_t lastDone_ = 0;
    bool lossShown_ = false;
    Clock::time_point stageStart_{};
    Clock::time_point lastLine_{};
};

/// "0:07", "12:05", "1:02:03".
std::string clockText(double seconds);

}  // namespace segad::cli
