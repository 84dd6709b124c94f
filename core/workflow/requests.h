// What a user can ask for. The window and the command line fill in the same plain requests; every
// workflow runs blocking on the thread that calls it, reports to its Job, and leaves the project as it
// was when it is cancelled or fails.
//
// Each request names the project file, not an open handle: a workflow opens its own handle on its own
// thread (core/project/project.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/dataset/scan.h"
#include "core/forest/forest_options.h"
#include "core/nn/distil.h"
#include "core/project/records.h"
#include "core/workflow/bad_parts.h"

namespace segad {

/// Anomaly maps that another program made, one .npy a part.
struct MapFolder {
    std::string detector;  ///< the name they get in the project
    Path folder;
};

struct ImportRequest {
    Path project;
    Path folder;
    std::string layout = "auto";
    std::string className;
    bool dryRun = false;  ///< only the report
    Path segments;        ///< folder of segment maps for the parts, "" = none
    std::vector<MapFolder> maps;
};

struct ImportReport {
    std::string layout;
    SourceId source = 0;
    int added = 0;
    int updated = 0;  ///< known before, file changed
    int unchanged = 0;
    int rejected = 0;  ///< left out because of an error
    int segmentMaps = 0;
    int anomalyMaps = 0;
    int publishedSubsets = 0;  ///< lists of parts to fit with that the dataset publishes
    std::vector<Finding> findings;
};

/// A map of one part in a file of another program.
struct PartMapFile {
    Path map;          ///< .npy or picture of labels
    std::string part;  ///< its path, as Parts::findByPath() takes it
};

struct SegmentRequest {
    Path project;
    std::string source = "whole";  ///< key in the catalog of segment sources
    Json params = Json::object();
    std::vector<std::string> names;  ///< of the components, in order; empty = the source's own
    /// For sources that learn from templates: take the place of those the project has, when the run is done.
    std::vector<PartMapFile> templates;
};

/// Fixes the maps of single parts by hand, or takes that back.
struct FixSegmentsRequest {
    Path project;
    std::vector<PartMapFile> maps;
    std::vector<std::string> released;  ///< parts that get the map of the source again
};

struct TrainRequest {
    Path project;
    std::string detector = "patchcore";
    std::string backbone;  ///< "" = the best that is there: imported resnet18, else the embedded one
    Json params = Json::object();
    std::uint64_t seed = 0;
    std::string device = "auto";
    bool score = true;  ///< score all parts afterwards
    /// Go on with an equal training that was stopped, while it trained or while it scored; when there is
    /// none, train from the start.
    bool resume = false;
    bool deterministic = false;  ///< only algorithms that give the same bits each time

    // For detectors that learn from bad parts (Supervision::GoodAndBad); others take no notice.
    int badForFit = 0;  ///< as FitRequest's: 0 = the parts the layout has for it, else 10
    /// Of their draw: a forest fitted with this seed draws the same ones.
    std::uint64_t badSeed = kDefaultForestSeed;
    std::optional<std::string> publishedSubset;  ///< as FitRequest's
    /// Train further detectors, each without a fifth of the bad parts, and score that fifth by them, so that
    /// a forest may learn from the scores of the bad parts.
    bool crossFit = true;

    /// Called on the thread that trains, with each new point of the curve of the detector that will be kept.
    /// A training that goes on from a checkpoint gives only the points that are new.
    std::function<void(const LossPoint&)> onPoint;
};

/// What a training will use and cost, for the form and the command line to show before it starts.
struct TrainPlan {
    std::string backbone;  ///< "" for detectors without one
    std::string remark;    ///< what the user should know, e.g. that the backbone is untrained; may be empty
    int trainParts = 0;
    int calibrateParts = 0;
    int badParts = 0;  ///< it learns from, beside the train parts
    int scoreParts = 0;
    int folds = 0;               ///< of cross-fitting, 0 = none
    double trainSeconds = 0;     ///< right within a factor of about two; those of the folds included
    double crossFitSeconds = 0;  ///< of these, for the folds
    double scoreSeconds = 0;
    std::uint64_t memoryBytes = 0;   ///< at the peak
    std::uint64_t scratchBytes = 0;  ///< of a temporary file
    std::uint64_t modelBytes = 0;    ///< on disk, without the maps
    RunId resumable = 0;  ///< the stopped run that this request with `resume` would go on with; 0 = none
};

struct DistilRequest {
    /// "compact_resnet", or the architecture of a teacher of EfficientAD ("pdn_small", …).
    std::string student = "compact_resnet";
    std::string teacher;  ///< with layers 1 to 3 (2 and 3); "" = the best there is
    std::string initial;  ///< compact weights to start from, imported or embedded; "" = from chance
    /// The weights, .safetensors; a checkpoint stands beside it. Empty: distilledFile(importAs).
    Path out;
    Path images;  ///< a folder whose pictures are mixed with the procedural ones; empty = none
    std::int64_t steps = 30000;
    std::uint64_t seed = 0;
    double learningRate = 2e-3;
    int picturesPerStep = 8;
    std::string device = "auto";
    bool resume = false;
    std::string importAs;  ///< import the result under this name; "" = don't
    std::string note;      ///< kept inside the file
    std::function<void(const LossPoint&)> onPoint;
};

struct DistilReport {
    DistilResult result;
    std::string teacher;
    std::string remark;  ///< what the user should know of the teacher; may be empty
    Path file;
    std::string importedAs;
};

struct ScoreRequest {
    Path project;
    std::string detector;  ///< "" = the newest run of every trained detector
    bool onlyMissing = false;
    std::string device = "auto";
};

struct FitRequest {
    Path project;
    std::vector<std::string> detectors;  ///< "" = every scored detector, newest run each
    std::string forest = "brf";
    Json params = Json::object();
    int badForFit = 0;  ///< 0: the parts the layout has for it, else 10
    std::uint64_t seed = kDefaultForestSeed;
    /// Name of a list that the dataset publishes: exactly its bad parts fit, whatever `badForFit` says.
    std::optional<std::string> publishedSubset;
    /// Generated: those that are kept; without any, the paper's three kinds are generated first. They are
    /// scored where scores are missing.
    BadParts bad = BadParts::All;
    /// Kinds of rows generated in feature space, "local", "cluster", "global", "dependency": as many as there
    /// are good rows, learned from beside the bad parts.
    std::vector<std::string> featureDefects;
    std::string device = "auto";  ///< for scoring generated parts
};

struct PrecisionRequest {
    Path project;
    std::string detector;      ///< "" = every trained one that scores from a frozen trunk
    std::optional<RunId> run;  ///< this training of it instead of the newest
    std::string device = "auto";
};

/// What a trained detector's trunk gains and loses by bfloat16, on the calibrate parts of its training and
/// the bad parts that a forest learns from.
struct PrecisionComparison {
    struct Figures {
        std::optional<double> auroc;  ///< absent without bad parts
        double secondsPerPart = 0;    ///< of trunk and detector together, decoding left out
    };
    RunId run = 0;
    std::string detector;
    int good = 0;
    int bad = 0;
    Figures float32;
    Figures bfloat16;
    std::optional<double> aurocError;  ///< standard error of the difference (DeLong), where it is defined
    double largestChange =
        0;  ///< of a score, over the deviation of the good parts' scores; NaN when these are equal
    bool inHardware = false;  ///< the processor multiplies bfloat16 faster than float32
};

struct EvaluateRequest {
    Path project;
    bool pixel = false;
    std::vector<std::string> by;  ///< "defect_type", "segment"
    bool paperSeeds = false;      ///< refit for each of the paper's ten seeds, mean ± deviation
};

struct EvaluateReport {
    std::vector<EvaluationRecord> evaluations;
    Json seeds = Json::object();  ///< per name: mean, deviation, values (paperSeeds)
};

enum class ExportTable { Features, Scores, Roc, Labels, Loss };

struct ExportRequest {
    Path project;
    std::optional<ExportTable> table;
    Path file;  ///< CSV, for `table`
    Path maps;  ///< folder for .npy maps, "" = none
};

struct DemoRequest {
    Path folder;
    std::uint64_t seed = 333;
    bool small = false;  ///< a tenth of the parts: for tests and a first look
    std::string device = "auto";
};

struct DemoReport {
    Path project;
    std::vector<EvaluationRecord> evaluations;
    Path htmlReport;
    std::vector<std::string> notes;  ///< what the user should know, a sentence each
};

}  // namespace segad
