// Where on the product the defects of bad parts are. Private to the room.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/project/project.h"

namespace segad {

/// For each bad part with a truth (PartMasks) and a segment map, the name of the segment that most of it lies
/// in. A mask that can't be read is passed over: whoever needs its pixels reports it.
std::unordered_map<PartId, std::string> segmentsOfDefects(const Project& project,
                                                          const std::vector<PartRecord>& parts);

}  // namespace segad
