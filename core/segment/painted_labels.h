// What sources that learn from paintings share. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "core/segment/segment_source.h"

namespace segad {

/// "a,b,c" → its pieces without spaces at their ends; empty for "".
std::vector<std::string> namesFromList(const std::string& list);
std::string listOfNames(const std::vector<std::string>& names);

/// Throws Error{InvalidData} naming the part when its labels are no CV_8UC1 in its picture's shape, or one of
/// them is neither kUnpainted nor the number of a name.
void requireLabels(const PaintedPart& part, std::size_t names);

}  // namespace segad
