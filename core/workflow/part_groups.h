// Which parts know too much of each other to be on both sides of a test: byte-identical copies, and generated
// parts with the parts they show. Private to the room.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "core/forest/feature_table.h"
#include "core/project/project.h"

namespace segad {

struct PartGroups {
    /// Equal for byte-identical copies, 0 … ; a part whose hash is unknown is unlike every other.
    std::unordered_map<PartId, std::size_t> pictureOf;
    /// Equal for all that must not be parted, 0 … : copies, generated parts and what they were made from.
    std::unordered_map<PartId, std::size_t> groupOf;
    std::size_t groups = 0;
};

PartGroups partGroups(const Project& project, const std::vector<PartRecord>& parts);

/// The group of every row of the table; a row that is no part (generated in feature space, negative id) is a
/// group of its own. Throws std::out_of_range for a part that is not among those of `groups`.
std::vector<std::size_t> groupsOfRows(const PartGroups& groups, const FeatureTable& table);

}  // namespace segad
