// From a package to an inspector that has shown that it scores as it did where it was made. Private to the
// room.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/workflow/inspector.h"

namespace segad {

/// Throws as openInspector() says. With a `precision` that is not the package's, its references may differ:
/// how much stands in the notes.
std::unique_ptr<Inspector> openPackage(const Path& file, const std::string& device,
                                       std::optional<Precision> precision, Job& job);

}  // namespace segad
