// Shares as people type them.
#pragma once

#include <optional>
#include <string>

namespace segad::cli {

/// "1%", "1 %" or "0.01"; absent for an empty text. Throws Error{InvalidArgument} for anything else and for a
/// share outside [0, 1].
std::optional<double> shareOf(const std::string& text);

}  // namespace segad::cli
