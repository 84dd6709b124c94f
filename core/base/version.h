// Which program this is; recorded with every run.
#pragma once

#include <string_view>

namespace segad {

/// "0.1.0".
std::string_view programVersion() noexcept;

}  // namespace segad
