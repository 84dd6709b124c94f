// A package for people, and what became of its reference parts.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/workflow/package_comparison.h"
#include "core/workflow/packaging.h"

namespace segad::cli {

std::string packageText(const PackageInfo& info);

std::string referencesText(const ReferenceCheck& check);
Json toJson(const ReferenceCheck& check);

std::string comparisonText(const PackageComparison& comparison);
Json toJson(const PackageComparison& comparison);

}  // namespace segad::cli
