// The program's log: messages for whoever looks for the cause of something, not for the user's eyes.
// Goes to stderr at level Warn (Info with --verbose) and, when a file is set, there from Debug on.
#pragma once

#include <filesystem>
#include <string_view>

namespace segad::log {

enum class Level { Debug, Info, Warn, Error };

/// Lowest level that reaches stderr.
void setConsoleLevel(Level level);

/// Also writes to `file` (rotated at 5 MiB, 3 kept). A file that can't be opened is a warning only.
void setFile(const std::filesystem::path& file);

void write(Level level, std::string_view message);
inline void debug(std::string_view message) {
    write(Level::Debug, message);
}
inline void info(std::string_view message) {
    write(Level::Info, message);
}
inline void warn(std::string_view message) {
    write(Level::Warn, message);
}
inline void error(std::string_view message) {
    write(Level::Error, message);
}

}  // namespace segad::log
