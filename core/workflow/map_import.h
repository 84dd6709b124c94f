// Anomaly maps that another program made. Private to the room.
#pragma once

#include "core/base/job.h"
#include "core/workflow/requests.h"

namespace segad {

/// Stores the .npy maps below `folder` as results of a training of that name, so that everything after
/// detectors (segments, forest, evaluation) works with them. A map belongs to the part whose path without
/// extension ends like its own; "good" and "bad" folders of the SegAD repository
/// (<class>/anomaly_maps/good/0001.npy) are found by label and stem. A map that can't be used is a warning
/// that names it. Returns how many maps were stored; throws Error{NotFound} when none fits a part.
int importMaps(const Path& project, const MapFolder& folder, Job& job);

}  // namespace segad
