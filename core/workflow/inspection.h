// Inspecting a folder: every picture below it gets a verdict. What is known is stored as it comes, in the
// project or in a results file (core/project/inspection_store.h), which is the truth; tables, reports and
// overlays are made from it.
//
// However it ends (done, cancelled, failed, killed), an inspection can be continued: no part is judged twice
// and none is left out. A part is a path together with the size and time of its file: a picture that was
// replaced is another part.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/job.h"
#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "core/project/inspection_store.h"
#include "core/project/records.h"
#include "core/workflow/heat_overlay.h"
#include "core/workflow/reference_check.h"
#include "core/workflow/shard.h"

namespace segad {

/// Waiting for pictures that are still to come. The folder is looked through again and again: unlike
/// notifications of the system that works on network drives too, and nothing is missed while the folder
/// itself is away.
struct WatchOptions {
    /// A file whose size and time have not changed for so long is complete.
    double settleSeconds = 1.0;
    /// Between two looks; longer where one look takes long.
    double pollSeconds = 0.25;
    /// A watch that has seen nothing new for so long ends; absent: it goes on until it is cancelled. The time
    /// counts only while nothing is being judged and the folder is there.
    std::optional<double> idleSeconds;
};

/// What happens to a picture that was judged.
enum class Placing { Leave, Copy, Move };

struct InspectionView;
struct InspectionStart;

struct InspectionRequest {
    Path model;   ///< project or package
    Path folder;  ///< its pictures are judged, those of its subfolders too
    /// Where the results are stored: a project or a results file, made when it isn't there. Empty: the
    /// project itself, or for a package resultsFileFor().
    Path results;
    Path csv;       ///< "" = none
    Path report;    ///< self-contained HTML, "" = none
    Path pdf;       ///< the same as PDF, "" = none
    Path overlays;  ///< folder for pictures with the deciding heatmap, "" = none
    std::optional<WatchOptions> watch;
    Shard shard;  ///< judge only the files of this share
    /// Go on with the newest inspection of this folder, share and model in `results`; when there is none,
    /// begin. Error{InvalidArgument} when it was begun with another model or other thresholds.
    bool resume = false;
    Placing placing = Placing::Leave;
    Path placeIn;  ///< gets folders "pass", "review", "reject", "failed"; nothing is overwritten
    std::optional<Verdict> failOn;  ///< InspectionOutcome::conditionMet for this verdict and worse ones
    /// A file that can't be read for a reason that may pass (a network drive) is tried again for so long;
    /// then the others go on, and it gets as long once more: at the end, or in a watch when a later look
    /// finds it.
    double patienceSeconds = 30;
    std::size_t ahead = 0;  ///< pictures under way at a time; 0 = eight more than there are threads
    std::string device = "auto";

    /// Once, before the first part; on the thread that inspects.
    std::function<void(const InspectionStart&)> started;
    /// For each part, in the order of the results, on the thread that inspects; the next part waits until it
    /// returns. The part is in the store at most about a second later.
    std::function<void(const InspectionView&)> judged;
    /// A watched folder can't be reached, with the reason, or can be again; on the thread that inspects.
    std::function<void(const std::optional<Error>&)> away;
};

/// What the inspection runs with.
struct InspectionStart {
    InspectionRecord totals;  ///< so far, when it is continued; `id` is that in the store
    Path store;
    Path model;                          ///< project or package, absolute
    std::string judge;                   ///< "brf(patchcore)" or "patchcore"
    std::string package;                 ///< SHA-256 that names the package; "" for a project
    std::vector<std::string> detectors;  ///< in the order of InspectedPart::detectorScores
    ThresholdRecord thresholds;
    std::vector<std::string> notes;  ///< what the user should know, a sentence each
    double loadSeconds = 0;
    double warmUpSeconds = 0;
    std::optional<ReferenceCheck> references;  ///< how a package's reference parts were scored here
    std::size_t listed = 0;                    ///< pictures of the share in the folder; 0 for a watch
};

/// One part as it was judged. References are valid during the call.
struct InspectionView {
    const InspectionResult& result;
    const InspectionRecord& totals;  ///< this part included
    const Path& file;                ///< where the picture was when it was judged
    const cv::Mat& rgb;              ///< CV_8UC3; empty when it could not be read
    const AnomalyMap* map;           ///< of the detector that decided; may be null
    HeatRange range;                 ///< its colour scale
    const SegmentMap* segments;      ///< null when a detector alone decides
    int topSegment;                  ///< label in `segments` of the one that decided; -1 = none
};

/// What the stages took, added up over the parts and the threads.
struct StageSeconds {
    double decode = 0;
    double score = 0;
    double decide = 0;  ///< segments, features, forest
};

struct InspectionOutcome {
    InspectionRecord totals;
    Path store;  ///< the project or results file that holds it
    std::vector<InspectedPart>
        failed;  ///< the first kMostFailuresTold that have no verdict; totals.failed counts
    std::uint64_t judgedBefore = 0;  ///< parts that an earlier, continued inspection had
    std::uint64_t vanished = 0;      ///< files that were deleted before they could be judged
    double seconds = 0;              ///< of this session
    StageSeconds stages;
    bool conditionMet = false;  ///< see InspectionRequest::failOn
    std::vector<std::string> notes;

    static constexpr std::size_t kMostFailuresTold = 1000;
};

/// Blocks until all pictures are judged; a watch, until it is cancelled or idle, which is its normal end.
/// Throws Cancelled when a folder's inspection is cancelled; Error{NotFound} for a folder without pictures
/// (not for a watch), Error{InvalidArgument} when results, overlays or placed pictures would come to lie
/// among the pictures that are judged, and what opening the model and writing the results throw.
InspectionOutcome inspect(const InspectionRequest& request, Job& job);

/// "<folder>-results.segad" beside the folder; with "-2-of-4" for a share.
Path resultsFileFor(const Path& folder, const Shard& shard = {});

}  // namespace segad
