#include "app/cli/app.h"

#include <atomic>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>

#include <unistd.h>

#include "app/cli/command.h"
#include "app/cli/commands/commands.h"
#include "core/base/log.h"
#include "core/base/threads.h"
#include "core/base/version.h"

namespace segad::cli {

namespace {
std::atomic<Job*> runningJob{nullptr};

/// Only what a signal handler may do: one atomic store and one write.
extern "C" void onInterrupt(int) {
    if (Job* job = runningJob.load()) job->cancel();
    constexpr std::string_view message = "\nStopping. Press Ctrl+C again to end at once.\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, message.data(), message.size());
}

/// While alive, SIGINT and SIGTERM cancel the job; the second one has its usual effect.
class InterruptGuard {
public:
    explicit InterruptGuard(Job& job) {
        runningJob = &job;
        struct sigaction action {};
        action.sa_handler = onInterrupt;
        action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
        sigaction(SIGINT, &action, &oldInterrupt_);
        sigaction(SIGTERM, &action, &oldTerminate_);
    }
    ~InterruptGuard() {
        sigaction(SIGINT, &oldInterrupt_, nullptr);
        sigaction(SIGTERM, &oldTerminate_, nullptr);
        runningJob = nullptr;
    }
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

private:
    struct sigaction oldInterrupt_ {};
    struct sigaction oldTerminate_ {};
};

ExitCode runAction(Context& context) {
    Console console(context.common);
    Job job([&](const JobStatus& status) { console.progressBar().show(status); },
            [&](const Error& warning) { console.warn(warning); });
    const InterruptGuard guard(job);
    try {
        const ExitCode code = context.action(console, job);
        console.finish();
        return code;
    } catch (const Cancelled&) {
        console.finishCancelled(context.howToResume());
        return ExitCode::Cancelled;
    } catch (const Error& error) {
        console.finish(error);
        return context.exitCodeOfError(error.code());
    } catch (const std::bad_alloc&) {
        console.finish(Error(ErrorCode::OutOfMemory, "", "there is not enough memory",
                             "Close other programs, or use fewer threads (--threads 1)."));
        return ExitCode::CannotBeDone;
    } catch (const std::exception& failure) {
        console.finish(Error(ErrorCode::Internal, "", std::string("unexpected failure: ") + failure.what(),
                             "This is a fault of the program: please report it with the command you ran."));
        return ExitCode::CannotBeDone;
    }
}

/// A usage error is found before the options are known, so --json is looked for by hand.
bool asksForJson(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--json") == 0) return true;
    }
    return false;
}

/// "segad train" of the command that was being parsed, for the hint at its help.
std::string chosenCommand(const CLI::App& app) {
    std::string name = app.get_name();
    for (const CLI::App* chosen : app.get_subcommands())
        name += " " + chosenCommand(*chosen);
    return name;
}
}  // namespace

CLI::App& addCommand(CLI::App& parent, Context& context, const std::string& name,
                     const std::string& description, const std::string& example) {
    CLI::App& command = *parent.add_subcommand(name, description);
    command.footer("Example:\n  " + example + "\n");
    const std::string group = "Options of every command";
    command.add_flag("--json", context.common.json, "Print one JSON document on stdout")->group(group);
    command.add_flag("-q,--quiet", context.common.quiet, "No progress, notes or warnings")->group(group);
    command.add_flag("-v,--verbose", context.common.verbose, "Say what is being done")->group(group);
    command.add_option("--threads", context.common.threads, "Compute threads (default: all processors)")
        ->check(CLI::Range(1, 1024))
        ->group(group);
    command.add_option("--device", context.common.device, "auto, cpu or cuda[:i]")
        ->capture_default_str()
        ->group(group);
    return command;
}

void addDetectorChoice(CLI::App& command, std::vector<std::string>& detectors) {
    command.add_option("--detectors", detectors, "Whose maps to use (default: every scored detector)")
        ->delimiter(',');
}

void addForestChoice(CLI::App& command, std::string& forest) {
    command.add_option("--forest", forest, "brf, rf or bt")
        ->check(CLI::IsMember({"brf", "rf", "bt"}))
        ->capture_default_str();
}

int runCommandLine(int argc, char** argv) {
    CLI::App app{"SegAD Studio: finds defective parts from images.", "segad"};
    app.set_version_flag("--version", "segad " + std::string(programVersion()));
    app.require_subcommand(1);
    app.footer("Every command explains itself: segad COMMAND --help");

    Context context;
    for (const AddCommand add : commandTable())
        add(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        Console console({.json = asksForJson(argc, argv)});
        console.finishWrongUsage(error.what(),
                                 "Run '" + chosenCommand(app) + " --help' for what is possible.");
        return static_cast<int>(ExitCode::WrongUsage);
    }
    setThreadCount(context.common.threads);
    if (context.common.verbose) log::setConsoleLevel(log::Level::Info);
    return static_cast<int>(runAction(context));
}

}  // namespace segad::cli
