// What the Defects workspace calls things.
#pragma once

#include <QString>

#include "core/defect/catalog.h"

namespace segad::ui {

/// "Thin rectangle"; a kind that this program does not know keeps its key.
QString defectTitle(const std::string& key);

/// Title of a parameter; of the two ends of a range without "from" and "to".
QString paramTitle(const ParamSpec& spec);

/// "%", "px", "mm" as they are listed.
QString unitTitle(SizeUnit unit);

}  // namespace segad::ui
