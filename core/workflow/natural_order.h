// The order people expect names in: "img2" before "img10". Private to the room.
#pragma once

#include <string_view>

namespace segad {

/// Whether path `a` comes before `b`: digits compare as numbers of any length, all else byte by byte; the
/// files of a folder stay together. A total order: only equal paths are equivalent.
bool naturalLess(std::string_view a, std::string_view b) noexcept;

}  // namespace segad
