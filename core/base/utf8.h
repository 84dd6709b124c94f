// Whether bytes are text.
#pragma once

#include <string_view>

namespace segad {

/// Whether `text` is well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text) noexcept;

}  // namespace segad
