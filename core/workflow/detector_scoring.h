// Maps and scores of parts by trained detectors, stored as they come. Private to the room; train, score
// and fit share it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/detector/detector.h"
#include "core/project/project.h"

namespace segad {

/// A trained detector and the Train run its results belong to.
struct TrainedDetector {
    RunRecord run;
    std::unique_ptr<Detector> detector;
};

/// Newest finished training of each detector, or of those named only, in the order of the names (of the
/// catalog when there are none). Throws Error{NotFound} for a name that was never trained.
std::vector<RunRecord> newestTrainings(const Project& project, const std::vector<std::string>& names = {});

/// True for maps that came from another program: there is nothing to score with.
bool isImported(const RunRecord& training) noexcept;

/// Opens the run's model; `precision` as in DetectorConfig. Throws Error{NotFound} saying how to get it back,
/// and what loading throws.
TrainedDetector loadTrained(const Project& project, const RunRecord& run, const std::string& device,
                            std::optional<Precision> precision = {});

/// Those of `parts` that have no score under the run, or, when its detector makes maps, no map.
std::vector<PartRecord> unscored(const Project& project, const RunRecord& run,
                                 const std::vector<PartRecord>& parts, bool makesMaps);
/// The same, for all parts that the run's model can score: those scored out of fold (RolePair::fold) are left
/// out, since the model has learned from them.
std::vector<PartRecord> unscored(const Project& project, const RunRecord& run,
                                 const std::vector<PartRecord>& parts);

/// Scores parts that `trained` has not learned from and stores the results under its run.
void scoreUnseen(const Project& project, const TrainedDetector& trained, std::vector<PartRecord> parts,
                 Job& job);

/// Scores `parts` with all `detectors`, calibration parts first; a picture that can't be read is a
/// warning. A run's parts that were scored out of fold keep those results. Afterwards every run has the
/// percentiles of its colour scale and proposed thresholds, as far as its calibration parts are scored.
/// Returns how many parts were scored. When cancelled, what was scored before is stored.
int scoreAndStore(Project& project, std::span<const TrainedDetector> detectors,
                  const std::vector<PartRecord>& parts, Job& job);

/// Colour scale and thresholds from the scored calibration parts of a Train run, unless it has them.
void completeCalibration(Project& project, const RunRecord& run);

}  // namespace segad
