// What scored parts, as people call it: "BRF on PatchCore + RD4AD" where files and the command line have
// "brf(patchcore,rd4ad)".
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/project/records.h"

namespace segad::ui {

/// `forest` is the kind, "" for a bare detector. Of more than three detectors only the number is said; of
/// `all` detectors that there are, or of all but one, that.
QString scorerTitle(const std::string& forest, const std::vector<std::string>& detectors,
                    const std::vector<std::string>& all = {});

/// A bare detector as the engine names its two scores: "patchcore", "patchcore (map maximum)".
QString bareTitle(const std::string& name);

/// Of any name that the engine gives a scorer: "patchcore", "brf(patchcore,rd4ad)".
QString titleOfName(const std::string& name);

QString scorerTitle(const EvaluationRecord& evaluation);
/// Of a Train or Fit run.
QString scorerTitle(const RunRecord& run);

/// "PatchCore, RD4AD": every one of them.
QString detectorTitles(const std::vector<std::string>& detectors);

}  // namespace segad::ui
