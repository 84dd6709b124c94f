// The project's records as the JSON that CLI documents promise. Rates are fractions, times seconds.
#pragma once

#include "core/base/json.h"
#include "core/project/records.h"
#include "core/workflow/requests.h"

namespace segad::cli {

Json toJson(const EvaluationRecord& evaluation);
Json toJson(const std::vector<EvaluationRecord>& evaluations);
Json toJson(const RunRecord& run);
Json toJson(const Finding& finding);

/// AUROC and the like of several evaluations as a table for people.
std::string evaluationTable(const std::vector<EvaluationRecord>& evaluations);

}  // namespace segad::cli
