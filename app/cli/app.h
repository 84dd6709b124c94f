// The command line as a function, so that main() has nothing to do and tests could call it.
#pragma once

namespace segad::cli {

/// Parses, runs the chosen command and returns the exit code. Installs a handler for SIGINT and SIGTERM
/// while the command runs: the first signal cancels it, a second one ends the process.
int runCommandLine(int argc, char** argv);

}  // namespace segad::cli
