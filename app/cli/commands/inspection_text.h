// What the commands about inspections say alike.
#pragma once

#include <string>

#include "app/cli/text.h"
#include "core/project/records.h"

namespace segad::cli {

/// "3 parts: 1 pass, 1 review, 1 reject, 0 unreadable."
inline std::string countsText(const InspectionRecord& totals) {
    return counted(totals.parts, "part", "parts") + ": " + std::to_string(totals.pass) + " pass, " +
           std::to_string(totals.review) + " review, " + std::to_string(totals.reject) + " reject, " +
           std::to_string(totals.failed) + " unreadable.";
}

}  // namespace segad::cli
