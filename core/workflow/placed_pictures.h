// Moves or copies pictures that were judged into a folder for their verdict. Private to the room.
#pragma once

#include <string>

#include "core/project/inspection_store.h"

namespace segad {

enum class Placing;

/// Brings the picture of a result from `folder` to `target`/<verdict>/<its path> ("failed" without a
/// verdict). Another file of that name stays: the newcomer gets "-2", "-3", … behind its name. Safe to repeat
/// after a crash: a picture that is there already, with its size and time, is not brought again. Returns
/// where it is; "" when there is no such picture any more. Throws Error{DiskFull, PermissionDenied, Io}
/// naming the file.
std::string placePicture(const InspectionResult& result, const Path& folder, const Path& target,
                         Placing placing);

}  // namespace segad
