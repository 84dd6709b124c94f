// Text files of other programs, whatever characters they are written in.
#pragma once

#include <string>
#include <string_view>

namespace segad {

/// The text in UTF-8 without its byte-order mark: UTF-8 or UTF-16 with a mark, UTF-8 without, else
/// Windows-1252, which spreadsheets on Windows write. A broken UTF-16 character becomes U+FFFD.
std::string utf8Text(std::string_view bytes);

}  // namespace segad
