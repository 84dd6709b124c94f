// In which order a forest of the benchmark sees what it learns from: XGBoost draws rows by their place, so
// that published figures follow only from the published order. Private to the room.
#pragma once

#include <cstdint>

#include "core/forest/feature_table.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/roles.h"

namespace segad {

/// Good parts first, as the 10 % split deals them (splits.md § 2), then bad ones, as the draw by `seed` deals
/// them (§ 1). Where roles did not come about by these draws (lists, generated defects, tables of maps made
/// elsewhere), the order of `roles.parts` holds, which must be that of splits.md § 4 or of the table.
std::vector<PartId> learningOrder(const RoleTable& roles, std::uint64_t seed);

/// The rows of `table` for learningOrder(); parts without a row are left out.
FitRows rowsInOrder(const FeatureTable& table, const RoleTable& roles, std::uint64_t seed);

}  // namespace segad
