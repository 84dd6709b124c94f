#include "core/project/process_mark.h"

#include <fstream>
#include <optional>
#include <sstream>

#include <unistd.h>

#include "core/base/machine.h"

namespace segad {

namespace {
struct Mark {
    std::string host;
    std::string boot;
    std::string pidNamespace;
    long pid = 0;
    std::string startTime;
};

std::string firstWordOf(const char* file) {
    std::ifstream in(file);
    std::string word;
    in >> word;
    return word.empty() ? "-" : word;
}

std::string pidNamespace() {
    char target[128] = {};
    const ssize_t length = ::readlink("/proc/self/ns/pid", target, sizeof target - 1);
    return length > 0 ? std::string(target, static_cast<std::size_t>(length)) : "-";
}

/// Start time of a process in clock ticks since boot (proc(5), stat field 22); absent when it is gone.
std::optional<std::string> startTimeOf(long pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    if (!std::getline(in, line)) return std::nullopt;
    // The second field is the program's name in parentheses and may hold anything: count after the last one.
    const std::size_t end = line.rfind(')');
    if (end == std::string::npos) return std::nullopt;
    std::istringstream rest(line.substr(end + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number) {
        if (!(rest >> field)) return std::nullopt;
        if (number == 3 && (field == "Z" || field == "X")) return std::nullopt;  // killed, not yet reaped
    }
    return field;
}

std::optional<Mark> parse(const std::string& text) {
    Mark mark;
    std::istringstream in(text);
    if (!(in >> mark.host >> mark.boot >> mark.pidNamespace >> mark.pid >> mark.startTime))
        return std::nullopt;
    return mark;
}
}  // namespace

const std::string& currentProcessMark() {
    static const std::string mark = hostName() + ' ' + firstWordOf("/proc/sys/kernel/random/boot_id") + ' ' +
                                    pidNamespace() + ' ' + std::to_string(::getpid()) + ' ' +
                                    startTimeOf(::getpid()).value_or("0");
    return mark;
}

ProcessState processStateOf(const std::string& text) {
    const std::optional<Mark> mark = parse(text);
    const std::optional<Mark> own = parse(currentProcessMark());
    if (!mark || !own) return ProcessState::Unknown;
    if (mark->boot != own->boot) {
        // The same machine, started anew since: whatever ran then is gone.
        return mark->host == own->host ? ProcessState::Gone : ProcessState::Unknown;
    }
    if (mark->pidNamespace != own->pidNamespace) return ProcessState::Unknown;
    const std::optional<std::string> started = startTimeOf(mark->pid);
    return started && *started == mark->startTime ? ProcessState::Alive : ProcessState::Gone;
}

}  // namespace segad
