// What every command is made of. A command registers itself with its options (commands/<name>.cpp,
// add<Name>Command) and says what to do when it was chosen; app.cpp runs it, shows its progress and
// turns what it throws into words and an exit code.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "core/base/job.h"

namespace segad::cli {

struct Context {
    CommonOptions common;

    /// What the chosen command does. Reports to the Job; prints to the Console.
    std::function<ExitCode(Console&, Job&)> action;
    /// What an Error of the action makes of it.
    std::function<ExitCode(ErrorCode)> exitCodeOfError = exitCodeFor;
    /// Asked after a cancellation: what was kept and how to go on.
    std::function<std::string()> howToResume = [] {
        return std::string("Nothing was changed; run the command again to start over.");
    };
};

/// Adds a subcommand with the options all commands share; `example` is shown at the end of its help.
CLI::App& addCommand(CLI::App& parent, Context& context, const std::string& name,
                     const std::string& description, const std::string& example);

/// --detectors: whose maps a forest is made on. Empty: every scored detector.
void addDetectorChoice(CLI::App& command, std::vector<std::string>& detectors);

/// --forest: its kind.
void addForestChoice(CLI::App& command, std::string& forest);

/// Done, or SomeFailed when the job has warnings.
inline ExitCode exitCodeOf(const Job& job) {
    return job.warnings().empty() ? ExitCode::Done : ExitCode::SomeFailed;
}

}  // namespace segad::cli
