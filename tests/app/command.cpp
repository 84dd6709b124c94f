#include "tests/app/command.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace segad::test {

namespace {
/// In the child, between fork and exec: only what is safe there.
[[noreturn]] void become(const std::vector<char*>& arguments, const std::vector<char*>& environment,
                         const CommandOptions& options, int out, int err) {
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (options.largestFile > 0) {
        const rlimit limit{options.largestFile, options.largestFile};
        setrlimit(RLIMIT_FSIZE, &limit);
        signal(SIGXFSZ, SIG_IGN);  // writes fail with EFBIG instead
    }
    constexpr uid_t kNobody = 65534;
    if (options.unprivileged && geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) _exit(127);
    execve(arguments.front(), arguments.data(), environment.data());
    _exit(127);
}

/// Takes what is there; closes the pipe (−1) at its end.
void drain(int& descriptor, std::string& text) {
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(count));
        return;
    }
    close(descriptor);
    descriptor = -1;
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environmentFor(const CommandOptions& options) {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (options.dataHome.empty() || !std::string(*variable).starts_with("SEGAD_DATA_HOME=")) {
            variables.emplace_back(*variable);
        }
    }
    if (!options.dataHome.empty()) variables.push_back("SEGAD_DATA_HOME=" + options.dataHome.string());
    variables.insert(variables.end(), options.variables.begin(), options.variables.end());
    return variables;
}
}  // namespace

Json CommandResult::json() const {
    try {
        return Json::parse(out);
    } catch (const Json::parse_error& failure) {
        ADD_FAILURE() << "stdout is not one JSON document: " << failure.what() << "\n"
                      << out << "\nstderr: " << err;
        return nullptr;
    }
}

Command::Command(const std::vector<std::string>& arguments, const CommandOptions& options) {
    std::vector<std::string> words{SEGAD_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const std::vector<char*> pointers = pointersTo(words);
    std::vector<std::string> variables = environmentFor(options);
    const std::vector<char*> environment = pointersTo(variables);
    int out[2];
    int err[2];
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) become(pointers, environment, options, out[1], err[1]);
    close(out[1]);
    close(err[1]);
    out_ = out[0];
    err_ = err[0];
}

Command::~Command() {
    if (process_ > 0) {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    if (out_ >= 0) close(out_);
    if (err_ >= 0) close(err_);
}

void Command::signal(int number) const {
    kill(process_, number);
}

void Command::read(int milliseconds) {
    std::array<pollfd, 2> waiting{{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
    if (poll(waiting.data(), waiting.size(), milliseconds) <= 0) return;
    if (waiting[0].revents != 0) drain(out_, result_.out);
    if (waiting[1].revents != 0) drain(err_, result_.err);
}

bool Command::waitForError(const std::string& text, std::chrono::seconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (result_.err.find(text) == std::string::npos) {
        if (err_ < 0 || std::chrono::steady_clock::now() > end) return false;
        read(50);
    }
    return true;
}

CommandResult Command::wait() {
    while (out_ >= 0 || err_ >= 0)
        read(1000);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    result_.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result_;
}

}  // namespace segad::test
