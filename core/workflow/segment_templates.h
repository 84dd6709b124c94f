// Which parts' maps serve as templates.
#pragma once

#include "core/base/file.h"
#include "core/project/records.h"

namespace segad {

/// The part's map in force serves as a template from now on, beside others. Throws Error{NotFound} when the
/// part has no map. The segments of templates become those of the maps in force; templates of other segments
/// are refused by the next run, which names them.
void addTemplate(const Path& project, PartId part);

/// No part's map serves as a template any more.
void clearTemplates(const Path& project);

}  // namespace segad
