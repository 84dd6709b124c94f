// Numbers in the engine's sentences. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace segad {

/// "7.2 %", "5 %": a fraction with at most one decimal.
std::string percentText(double share);

/// "1 part", "3 parts".
std::string countText(std::uint64_t count, std::string_view singular, std::string_view plural);

}  // namespace segad
