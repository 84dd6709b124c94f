// The rows of a project as plain data: what the window and the command line show, and what
// workflows pass on. Ids are SQLite row ids, positive; 0 means "not stored yet" or "none".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/dataset/part.h"

namespace segad {

using PartId = std::int64_t;
using RunId = std::int64_t;
using SourceId = std::int64_t;
using SnapshotId = std::int64_t;
using EvaluationId = std::int64_t;
using InspectionId = std::int64_t;

/// A folder of images that was imported. Images stay where they are.
struct SourceRecord {
    SourceId id = 0;
    std::string path;        ///< relative to the project's folder when below it or beside it, else absolute
    std::string layout;      ///< key of the dataset layout
    std::string importedAt;  ///< UTC, ISO 8601
};

struct PartRecord {
    PartId id = 0;
    SourceId source = 0;
    std::string path;  ///< relative to the source, '/'-separated; unique within it
    std::string sha256;
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0;
    int width = 0;
    int height = 0;
    Subset subset = Subset::Unspecified;
    bool unseenDefect = false;
    bool generated = false;
    std::string maskPath;  ///< ground-truth mask relative to the source, "" when there is none
    Label label = Label::Unlabelled;
    std::string defectType;
    std::string note;
};

/// What storing a part did.
enum class PutOutcome { Added, Updated, Unchanged };

/// A list of parts that the dataset itself publishes (VAD: one run of low_shot_train.json).
struct PublishedSubsetRecord {
    SourceId source = 0;
    std::string name;           ///< unique within the source
    std::vector<PartId> parts;  ///< in the order of the list
};

/// One label a part has had.
struct LabelHistoryRecord {
    std::string at;  ///< UTC, ISO 8601
    std::string who;
    std::string origin;  ///< "import", "user", "undo", "csv", …
    Label label = Label::Unlabelled;
    std::string defectType;
    std::string note;
};

/// What is known of the painted regions of a part, without their pixels.
struct RegionRecord {
    PartId part = 0;
    int count = 0;            ///< connected areas, diagonals included
    std::int64_t pixels = 0;  ///< that are painted
    double areaShare = 0;     ///< painted share of the picture, 0…1
    std::string origin;       ///< "user", "import", …
    std::string setAt;        ///< UTC, ISO 8601

    bool operator==(const RegionRecord&) const = default;
};

/// One component of the product; `index` is its value in segment maps.
struct SegmentRecord {
    int index = 0;
    std::string name;   ///< "soldering dot"
    std::string color;  ///< "#rrggbb"
};

/// What a painted map is for.
enum class PaintedPurpose {
    Template,  ///< a whole map, carried to other parts by registration
    Strokes,   ///< labels of a few pixels, PaintedMaps::kUnpainted elsewhere, to learn from
    Fix        ///< this part's map, whatever a source says
};

struct PaintedMapRecord {
    PartId part = 0;
    PaintedPurpose purpose = PaintedPurpose::Fix;
    int width = 0;
    int height = 0;
    std::string origin;  ///< "user", "import", …
    std::string setAt;   ///< UTC, ISO 8601
};

/// How far a part's segment map is from certain: a template's fit error, a classifier's uncertainty.
struct SegmentDoubtRecord {
    PartId part = 0;
    double doubt = 0;      ///< 0…1, more is worse; comparable within one run
    bool flagged = false;  ///< over the bound of the source
};

enum class SegmentFindingKind {
    NeverSeen,  ///< no part has this segment
    Absent,     ///< this part lacks a segment that nearly all parts have
    Area,       ///< the segment's area is far from the usual
    NoMap       ///< the part has no map
};

/// Something in the segment maps that a person should look at.
struct SegmentFindingRecord {
    SegmentFindingKind kind = SegmentFindingKind::Area;
    PartId part = 0;          ///< 0: of all parts
    int label = -1;           ///< -1: of the whole map
    double share = 0;         ///< of the picture that the segment covers, 0…1
    double usual = 0;         ///< median of it over the parts
    std::optional<double> z;  ///< robust z of the share: deviations from the median; Area only
};

enum class RunKind { Import, Segment, Train, Score, Fit, Evaluate, Inspect };
enum class RunOutcome { Running, Done, Failed, Cancelled };

/// One piece of work with everything that made its result. Nothing is shown without the run it came from.
struct RunRecord {
    RunId id = 0;
    RunKind kind = RunKind::Train;
    std::string subject;  ///< detector key, segment source key, forest kind, …
    Json params = Json::object();
    Json options = Json::object();  ///< what was asked for beside `params` (Train: which bad parts, …)
    std::uint64_t seed = 0;
    std::string backbone;       ///< name, "" when the run uses none
    std::string weightsSha256;  ///< of the backbone, "" when none or untrained
    SnapshotId snapshot = 0;
    std::vector<RunId> inputs;  ///< runs this one builds on, in order (fit: its detectors, then segments)
    std::string modelFile;      ///< file name in <name>.segad-models, "" when none
    std::string device;
    int threads = 0;
    std::string programVersion;
    std::string startedAt;
    double seconds = 0;
    RunOutcome outcome = RunOutcome::Running;
    std::string message;  ///< why it failed, or a remark ("untrained backbone")

    /// Ended without a result.
    bool wasStopped() const noexcept {
        return outcome == RunOutcome::Cancelled || outcome == RunOutcome::Failed;
    }
};

struct ScoreRecord {
    PartId part = 0;
    double imageScore = 0;         ///< the detector's own score, or the forest's margin
    std::optional<double> mapMax;  ///< maximum of the anomaly map: the forest's feature
    double seconds = 0;
};

struct RolePair {
    PartId part = 0;
    Role role = Role::None;
    /// Of a bad part that a detector learned from, when a detector trained without the parts of this fold has
    /// scored it; absent for all others.
    std::optional<int> fold;

    bool operator==(const RolePair&) const = default;
};

/// What was decided by a fitted forest; the model itself is a text (JSON) of XGBoost.
struct ForestRecord {
    RunId run = 0;
    std::string kind;  ///< "brf", "rf", "bt"
    std::vector<std::string> columns;
    std::string model;
    std::vector<double> gains;  ///< per column
};

struct RocPointRecord {
    double threshold = 0;  ///< +inf for the first point
    double falsePositiveRate = 0;
    double truePositiveRate = 0;
};

/// Figures of one ranking of the test parts. Rates are fractions; an undefined figure is absent.
struct EvaluationRecord {
    EvaluationId id = 0;
    RunId run = 0;       ///< the Evaluate run
    RunId scoredBy = 0;  ///< the Train or Fit run whose scores were judged
    std::string name;    ///< "patchcore", "brf(patchcore)"
    std::vector<std::string> detectors;
    std::string forest;  ///< "" for a bare detector
    std::uint64_t seed = 0;
    int good = 0;
    int bad = 0;
    std::optional<double> auroc;
    std::optional<double> aurocLow;  ///< 95 % DeLong
    std::optional<double> aurocHigh;
    std::optional<double> averagePrecision;
    std::optional<double> f1Max;
    std::optional<double> f1Threshold;
    std::optional<double> fprAt95Tpr;
    std::optional<double> pixelAuroc;
    std::optional<double> aupro;
    double secondsPerPart = 0;
    std::string createdAt;
    Json extra = Json::object();  ///< breakdowns by defect type, seen / unseen, confusion, …
};

/// Margins at and above `reject` are bad; between the two a person looks.
struct ThresholdRecord {
    RunId run = 0;
    double review = 0;
    double reject = 0;
    std::string reason;
    std::string setAt;
    std::string setBy;
};

enum class Verdict { Pass, Review, Reject };

struct InspectionRecord {
    InspectionId id = 0;
    RunId run = 0;
    std::string folder;
    std::string startedAt;
    int parts = 0;
    int pass = 0;
    int review = 0;
    int reject = 0;
    int failed = 0;
};

/// Why a part has none.
enum class NoVerdict {
    Unreadable,  ///< its picture can't be read
    NoSegments,  ///< it has no segment map that the forest can use
    NotScored    ///< something else went wrong with it
};

struct InspectedPart {
    std::string path;
    std::optional<Verdict> verdict;      ///< absent when `error` is set
    std::optional<NoVerdict> noVerdict;  ///< with `error`; absent where an older program judged
    double score = 0;
    std::string topSegment;
    std::string topDetector;
    double seconds = 0;
    std::string error;
    std::vector<double> detectorScores;
    std::string remark;  ///< what should be known of the picture, e.g. that its size is unusual; usually ""
};

struct AuditRecord {
    std::int64_t id = 0;
    std::string at;
    std::string who;
    std::string action;  ///< "label", "import", "threshold", …
    std::string subject;
    Json detail = Json::object();
};

std::string_view toString(PaintedPurpose purpose) noexcept;
std::string_view toString(SegmentFindingKind kind) noexcept;
std::string_view toString(RunKind kind) noexcept;
std::string_view toString(RunOutcome outcome) noexcept;
std::string_view toString(Verdict verdict) noexcept;
std::string_view toString(NoVerdict why) noexcept;

}  // namespace segad
