#include "app/cli/progress_bar.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "app/cli/text.h"

namespace segad::cli {

namespace {
constexpr int kBarCells = 24;
constexpr int kFallbackColumns = 80;
constexpr auto kLineInterval = std::chrono::seconds(5);
constexpr double kMinSecondsForRate = 0.5;

int terminalColumns() {
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return kFallbackColumns;
}

/// The stage is what stands before the dash; what follows changes with every part.
std::string stageOf(const std::string& what) {
    return what.substr(0, what.find(" — "));
}

/// " · loss 0.123" of a training that says so.
std::string lossOf(const std::string& what) {
    const std::size_t begin = what.find(" — loss ");
    return begin == std::string::npos ? "" : " ·" + what.substr(begin + std::string_view(" —").size());
}
}  // namespace

std::string clockText(double seconds) {
    const auto whole = static_cast<long>(std::llround(std::max(0.0, seconds)));
    char text[32];
    if (whole >= 3600) {
        std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    } else {
        std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    }
    return text;
}

ProgressBar::Style ProgressBar::styleForStderr() {
    const char* terminal = std::getenv("TERM");
    const bool redraws = terminal != nullptr && std::string_view(terminal) != "dumb";
    return isatty(STDERR_FILENO) != 0 && redraws ? Style::Bar : Style::Lines;
}

void ProgressBar::show(const JobStatus& status) {
    if (style_ == Style::None) return;
    const std::string stage = stageOf(status.what);
    const bool newStage = stage != stage_ || status.total != stageTotal_ || status.done < lastDone_;
    if (newStage) {
        stage_ = stage;
        stageTotal_ = status.total;
        stageFirstDone_ = status.done;
        stageStart_ = Clock::now();
        lossShown_ = false;
    }
    // The first loss is the sign that a training has really begun.
    const bool firstLoss = !lossShown_ && !lossOf(status.what).empty();
    lossShown_ = lossShown_ || firstLoss;
    lastDone_ = status.done;
    if (style_ == Style::Bar) {
        drawBar(status);
    } else if (!stage.empty() && (newStage || firstLoss || Clock::now() - lastLine_ >= kLineInterval)) {
        printLine(status);
    }
}

std::string ProgressBar::figures(const JobStatus& status) const {
    std::string text;
    if (status.total > 0) text += " " + std::to_string(status.done) + "/" + std::to_string(status.total);
    const double seconds = std::chrono::duration<double>(Clock::now() - stageStart_).count();
    if (seconds >= kMinSecondsForRate && status.done > stageFirstDone_) {
        const double rate = static_cast<double>(status.done - stageFirstDone_) / seconds;
        text += rate >= 1 ? " · " + fixed(rate, 1) + "/s" : " · " + fixed(1 / rate, 1) + " s each";
    }
    text += lossOf(status.what);
    if (status.secondsRemaining) text += " · " + clockText(*status.secondsRemaining) + " left";
    return text;
}

void ProgressBar::drawBar(const JobStatus& status) {
    const int filled = static_cast<int>(std::lround(status.fraction * kBarCells));
    std::string line = "[";
    for (int cell = 0; cell < kBarCells; ++cell)
        line += cell < filled ? "=" : (cell == filled ? ">" : " ");
    char percent[16];
    std::snprintf(percent, sizeof percent, "] %3.0f %% ", status.fraction * 100);
    line += percent + stage_ + figures(status);
    line = clipped(line, static_cast<std::size_t>(std::max(20, terminalColumns() - 1)));
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
    visible_ = true;
}

void ProgressBar::printLine(const JobStatus& status) {
    lastLine_ = Clock::now();
    std::fprintf(stderr, "%3.0f %% %s%s\n", status.fraction * 100, stage_.c_str(), figures(status).c_str());
}

void ProgressBar::clear() {
    if (!visible_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    visible_ = false;
}

}  // namespace segad::cli
