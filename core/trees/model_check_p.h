// Checks the structure of a stored model before the library sees it: XGBoost trusts node numbers, so that
// a damaged or hostile file could make it read and write outside its arrays.
#pragma once

#include <string>

#include "core/base/json.h"

namespace segad {

/// Throws Error{Corrupt} naming `subject`, or Error{Unsupported} for a model of another kind than numeric
/// gbtree with one output. Returns the number of columns.
std::size_t checkModel(const Json& document, const std::string& subject);

}  // namespace segad
