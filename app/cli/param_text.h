// Parameters of a catalog's rows, for people and for --json.
#pragma once

#include <string>

#include "core/base/param_spec.h"

namespace segad::cli {

Json toJson(const ParamSpec& spec);

/// A table: parameter, default, range, meaning.
std::string paramText(const ParamSchema& schema);

}  // namespace segad::cli
