// Forest kinds and sets of detectors side by side with the bare detectors, over the paper's seeds; what is
// lost without a detector or a segment; and AUROC against the number of bad labels. Forests are fitted and
// thrown away, nothing is stored in the project but the report (an Evaluate run's options, see
// core/workflow/stored_reports.h).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/metric/intervals.h"
#include "core/metric/seed_stats.h"
#include "core/project/project.h"
#include "core/workflow/report_basis.h"

namespace segad {

struct AblationReport;

struct AblationRequest {
    Path project;
    std::vector<std::string> detectors;  ///< empty: every scored one, newest training each
    std::vector<std::string> kinds;      ///< empty: brf, rf, bt
    Json params = Json::object();        ///< of all kinds, over the published ones
    int badForFit = 0;                   ///< as in FitRequest
    int seeds = 10;                      ///< the paper's first ones
    bool withoutSegments = true;         ///< also leave out each segment, when there are several
    bool allSubsets = true;              ///< false: all detectors, and all but one of them, only
    /// Sees the report before its run is stored, and may add to the run's options.
    std::function<void(const AblationReport&, RunRecord&)> store;
};

/// A figure over the seeds that have it.
using SeedFigure = std::optional<SeedStats>;

struct AblationRow {
    std::string name;                    ///< "patchcore", "brf(patchcore,rd4ad)", "brf without segment wire"
    std::string kind;                    ///< "" for a bare detector
    std::vector<std::string> detectors;  ///< that it uses
    std::string withoutSegment;          ///< "" = all segments are used
    SeedFigure auroc;
    SeedFigure averagePrecision;
    SeedFigure fprAt95Tpr;
    SeedFigure seen;                          ///< AUROC of defects that are also learned from …
    SeedFigure unseen;                        ///< … and of those that are not; absent where none are marked
    std::map<std::string, SeedStats> byType;  ///< AUROC of each defect type against all good parts
    /// Against the first kind on all detectors and segments: mean difference of the AUROC, and the medians
    /// over the seeds of the interval and the p value of DeLong's paired test. Absent for that row itself.
    std::optional<double> difference;
    std::optional<Interval> interval;
    std::optional<double> pValue;
    /// The same against the best bare detector; absent for that row itself.
    std::optional<double> bareDifference;
    std::optional<double> barePValue;
    std::optional<Interval> aurocInterval;  ///< DeLong's of the AUROC, its ends averaged over the seeds
    double secondsPerPart = 0;              ///< of its detectors; the forest's own part is too small to count
};

struct AblationReport {
    std::vector<AblationRow> rows;  ///< bare detectors first
    int seeds = 0;
    int good = 0;  ///< test parts of the first seed
    int bad = 0;
    int badForFit = 0;                  ///< bad parts learned from, likewise
    std::string bestBare;               ///< name of the row with the highest mean AUROC among the bare ones
    std::vector<std::string> warnings;  ///< what so few parts can't support, a sentence each
    ReportBasis basis;
    RunId run = 0;  ///< that keeps the report
};

/// With up to four detectors every subset of them, with more the single ones, all, and all but one. Throws
/// Error{NotFound} without maps or segment maps, Error{InvalidData} when no good or bad part is left to test,
/// and what drawing bad parts throws.
AblationReport ablate(const AblationRequest& request, Job& job);

struct LearningCurveRequest {
    Path project;
    std::vector<std::string> detectors;
    std::string forest = "brf";
    Json params = Json::object();
    int seeds = 10;
    std::vector<int> counts;  ///< of bad labels; empty: 1, 2, 3, 5, 10, 20, 50, … as far as they go
};

struct LearningPoint {
    int bad = 0;
    SeedFigure auroc;
    SeedFigure seen;
    SeedFigure unseen;
};

struct LearningCurve {
    std::vector<LearningPoint> points;
    std::map<std::string, double> bare;  ///< mean AUROC of each bare detector on the same parts
    int seeds = 0;
    int good = 0;  ///< test parts of the first seed, the same for all points
    int bad = 0;
    std::vector<std::string> warnings;
    std::string forest;
    ReportBasis basis;
    RunId run = 0;  ///< that keeps the curve
};

/// Every point of a seed is judged on the same test parts, and learns from the bad parts of the point before
/// and some more. Where the dataset has bad test parts only, half of them are for learning. Throws as
/// ablate() does.
LearningCurve learningCurve(const LearningCurveRequest& request, Job& job);

/// As `segad evaluate --json` has them, and as they are stored.
Json toJson(const AblationReport& report);
Json toJson(const LearningCurve& curve);
/// The reverse, but for `run`. What earlier versions did not store stays empty; throws Error{InvalidData} for
/// what is no report.
AblationReport ablationFromJson(const Json& json);
LearningCurve learningCurveFromJson(const Json& json);

}  // namespace segad
