// What the commands that import have in common.
#pragma once

#include <string>

#include "app/cli/command.h"
#include "core/workflow/requests.h"

namespace segad::cli {

/// --layout and --class.
void addLayoutOptions(CLI::App& command, std::string& layout, std::string& className);

/// Prints the report; SomeFailed when a file was left out.
ExitCode showImport(const std::string& project, const ImportReport& report, Console& console, const Job& job);

}  // namespace segad::cli
