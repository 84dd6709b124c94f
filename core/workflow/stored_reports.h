// Ablations and learning curves that the project keeps, and whether they are outdated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/workflow/ablation.h"

namespace segad {

struct FeatureInputs;

/// What their Evaluate runs are called, and the key of the report in the options of the run.
inline constexpr const char* kAblationSubject = "ablation";
inline constexpr const char* kLearningCurveSubject = "learning_curve";
/// Of an ablation's run: false when it has some sets of detectors only, made for another question.
inline constexpr const char* kAllSubsetsParam = "all_subsets";

/// What a report on these inputs is made from, now.
ReportBasis basisOf(const Project& project, const FeatureInputs& inputs);

struct StoredAblation {
    AblationReport report;
    std::string madeAt;  ///< UTC, ISO 8601
    /// Labels have changed since, or one of its detectors was trained or segment maps were made anew.
    bool outdated = false;
};

struct StoredCurve {
    LearningCurve curve;
    std::string madeAt;
    bool outdated = false;
};

/// The newest one with all sets of detectors; absent when none was made. A report that can't be read counts
/// as none.
std::optional<StoredAblation> storedAblation(const Project& project);
std::optional<StoredCurve> storedLearningCurve(const Project& project);

}  // namespace segad
