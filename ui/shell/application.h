// Starts the window: names, theme, translations, threads. The executable's main() only calls this.
#pragma once

namespace segad::ui {

/// Runs the window until it is closed; the process's exit status.
int runStudio(int argc, char** argv);

}  // namespace segad::ui
