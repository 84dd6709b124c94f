// Feature rows of a project's parts: from its cache where they are there, else pooled from the stored maps
// and cached. Private to the room; fit, evaluate, inspect and export share it.
#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/forest/feature_table.h"
#include "core/project/project.h"

namespace segad {

/// What feature rows are made of: trained detectors in column order, and one run of segment maps.
struct FeatureInputs {
    std::vector<RunRecord> detectors;
    RunId segmentRun = 0;
    int segments = 1;    ///< components of the project
    bool areas = false;  ///< columns for the areas of the segments follow

    std::vector<std::string> detectorNames() const;
};

/// The newest training of each detector, or of those named only, that has maps to pool, in column order.
/// Throws Error{NotFound} when there is none, or when a named one has none.
std::vector<RunRecord> detectorsWithMaps(const Project& project, const std::vector<std::string>& names);

/// Those detectors, and the project's segment maps in force. Whether there are columns of areas is as
/// `forestParams` say, else as in the newest forest. Throws Error{NotFound} when there are no maps, too.
FeatureInputs newestInputs(const Project& project, const std::vector<std::string>& detectors,
                           const Json& forestParams = Json::object());

/// Whether a fit with these parameters of its forest has columns of areas.
bool wantsAreas(const Json& forestParams);
/// Whether this fit has them; fits of earlier versions don't say and have none.
bool areasOfFit(const RunRecord& fit);

/// Name of a segment; an image score that is a warning of its own has no place on the product ("whole part").
std::string segmentTitle(const std::vector<std::string>& names, int segment);

/// What stands in a detector's place for a column that is none's: the area of a segment.
inline constexpr const char* kAreaTitle = "area";

/// "brf(patchcore,efficientad)".
std::string forestName(const std::string& kind, const std::vector<RunRecord>& detectors);

/// A forest that was fitted, with what it is.
struct FittedForest {
    RunRecord fit;
    ForestRecord record;
};

/// Throws Error{NotFound} when none was fitted.
FittedForest newestForest(const Project& project);

/// The inputs of a Fit run, as it stored them. Throws Error{NotFound} when one of its runs has gone.
FeatureInputs inputsOfFit(const Project& project, const RunRecord& fit);

/// One row for each of `parts` that has a map of every detector, in order; the others are left out. A part
/// without a segment map counts as component 0 throughout, with a warning. Columns are featureNames() of
/// the inputs, and areaNames() when it has areas.
FeatureTable featureTable(Project& project, const FeatureInputs& inputs, const std::vector<PartRecord>& parts,
                          Job& job);

/// Opens a project for featureTable(), which caches what it computes; one that may not be written, for
/// reading: it is asked for what it has cached.
Project openForFeatures(const Path& file);

/// Joins the rows of single detectors (each featureRow() of that detector alone: 4 numbers a segment, then
/// its score) into one in the order of featureNames().
std::vector<double> joinedRow(const std::vector<std::vector<double>>& perDetector, int segments);

}  // namespace segad
