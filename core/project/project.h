// A Project is one open handle on a .segad file (SQLite) and its companions:
//   name.segad         what can't be made again
//   name.segad-maps    anomaly maps and feature rows; may be deleted and recomputed
//   name.segad-models/ trained models, safetensors named by their hash
//
// Life:    create or open -> use the repositories -> destroy. Opening checks application_id, integrity
//          and schema version; an older schema is backed up (name.segad.v<N>.backup), then migrated; a
//          newer one is refused. A repository is a view of its handle and must not outlive it.
// Threads: a handle belongs to one thread; every thread opens its own on the same file (WAL, busy
//          timeout, one writer at a time). Handles are cheap.
// Errors:  Error{NotFound, PermissionDenied, Locked, NewerVersion, Corrupt, DiskFull, InvalidData};
//          SQLite's own codes never leave this room. A call that throws has changed nothing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/job.h"
#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "core/nn/loss_curve.h"
#include "core/project/generated_parts.h"
#include "core/project/records.h"

namespace segad {

struct ProjectState;  // the connections, private to this room

/// Everything inside happens or nothing does. Nested transactions are savepoints. The outermost one takes
/// the project's write lock, waiting up to five seconds for another writer (Error{Locked}), and keeps it:
/// compute first, then write in short transactions, or labels set elsewhere have to wait.
class Transaction {
public:
    explicit Transaction(ProjectState& state);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Durable when this returns. On an Error everything since the beginning is undone.
    void commit();

private:
    ProjectState& state_;
    int depth_;
    bool open_ = true;
};

/// Which parts a query returns; empty fields don't filter.
struct PartFilter {
    std::optional<SourceId> source;
    std::optional<Label> label;
    std::optional<Subset> subset;
    std::optional<bool> generated;
    std::string text;  ///< part of path, defect type or note; ASCII letters match in either case
};

class Parts {
public:
    explicit Parts(ProjectState& state) : state_(state) {}

    /// `source.path` is absolute, or relative to the project's folder; it is kept as SourceRecord says. A
    /// folder that is a source already keeps its id.
    SourceId addSource(const SourceRecord& source);
    std::vector<SourceRecord> sources() const;
    /// Absolute folder of a source as it is on this machine now.
    Path sourceFolder(SourceId id) const;
    /// Points a source to where its images have moved. Every part must be there with its size, and a
    /// sample spread over the source with its SHA-256; else Error{NotFound, InvalidData} names the first
    /// file that is not as it was, and nothing changes.
    void relocate(SourceId id, const Path& folder);

    /// Inserts, or updates the file facts (all fields up to maskPath) of a part known by (source, path).
    /// Label, defect type and note are taken from `part` as long as nobody but an import has set them.
    /// When the image's SHA-256 changed, what was computed from the old picture (scores, maps, features,
    /// segment map) is dropped, also of the parts generated from it; what people said of it (label, regions)
    /// stays. Returns the part's id;
    /// `outcome`, when given, says what happened.
    PartId put(const PartRecord& part, PutOutcome* outcome = nullptr);
    /// In the order of their ids, which is the order they were imported in.
    std::vector<PartRecord> all(const PartFilter& filter = {}) const;
    std::optional<PartRecord> find(PartId id) const;
    /// By path relative to its source, or by absolute path. Error{InvalidArgument} when a relative path
    /// names parts of several sources.
    std::optional<PartRecord> findByPath(const std::string& path) const;
    /// Byte-identical parts, in the order of their ids.
    std::vector<PartRecord> findByHash(const std::string& sha256) const;
    std::size_t count(const PartFilter& filter = {}) const;
    Path imageFile(const PartRecord& part) const;
    /// Empty when the part has no mask.
    Path maskFile(const PartRecord& part) const;

    /// Replaces the lists of a source; their order is kept. Error{InvalidArgument} for a part of another
    /// source. `source` of the records is ignored.
    void setPublishedSubsets(SourceId source, std::span<const PublishedSubsetRecord> subsets);
    /// Source by source, in the order of the dataset's file.
    std::vector<PublishedSubsetRecord> publishedSubsets() const;

    /// A label is saved, safe from a crash and from a power failure, when this returns. One audit entry for
    /// the whole call. `origin` says who wants it: "user", "undo", "csv", …; labels of any origin but
    /// "import" are left alone by later imports.
    struct LabelChange {
        PartId part = 0;
        Label label = Label::Unlabelled;
        std::string defectType;
        std::string note;
    };
    void setLabels(std::span<const LabelChange> changes, const std::string& origin);
    /// Every label the part has had, newest first.
    std::vector<LabelHistoryRecord> labelHistory(PartId part) const;

private:
    ProjectState& state_;
};

/// Painted regions: where a bad part is bad, in the user's eyes. One mask a part, whose connected areas are
/// the single regions; the part's defect type names them.
class Regions {
public:
    explicit Regions(ProjectState& state) : state_(state) {}

    /// Stores the mask of a part: CV_8UC1, 0 = background, 255 = region, at the size of its picture; else
    /// Error{InvalidData}. An empty cv::Mat, or one without any 255, removes it. `origin` says who wants it:
    /// "user", "import", … Safe from a crash and from a power failure when this returns.
    void put(PartId part, const cv::Mat& mask, const std::string& origin = "user");
    /// Absent when the part has none, or when its picture has another size now (see misfits()).
    /// Error{Corrupt} naming the part for one that can't be read.
    std::optional<cv::Mat> get(PartId part) const;
    /// Without the pixels; absent when get() gives none.
    std::optional<RegionRecord> find(PartId part) const;
    /// Of all parts for which find() gives one, in the order of part ids.
    std::vector<RegionRecord> all() const;
    /// Parts whose regions were painted on a picture of another size than an import has found since. They are
    /// kept, out of sight, until the picture is as it was or put() replaces them.
    std::vector<PartId> misfits() const;

private:
    ProjectState& state_;
};

class Segments {
public:
    explicit Segments(ProjectState& state) : state_(state) {}

    std::vector<SegmentRecord> names() const;
    /// Fixes the component count of the project; segment maps of another count are dropped, and the
    /// features made with them. `segments` are in the order of their indices 0, 1, 2, …
    void setNames(const std::vector<SegmentRecord>& segments);

    /// The run whose maps are in force, 0 when there are none: the Segment run that finished last
    /// (outcome Done), unless setCurrentRun() chose another.
    RunId currentRun() const;
    void setCurrentRun(RunId run);

    /// Stores the map of a part under a Segment run. While that run is not in force its maps may have any
    /// component count; the usual way is: start the run, put the maps in short transactions, then in one
    /// transaction setNames() and Runs::finish(Done). For a run in force the count must be that of names().
    void putMap(RunId run, PartId part, const SegmentMap& map);
    /// The map in force; absent when the part has none. A generated part without one has that of the part it
    /// was made from.
    std::optional<SegmentMap> map(PartId part) const;
    std::optional<SegmentMap> map(RunId run, PartId part) const;
    /// Parts that have a map in force.
    std::vector<PartId> partsWithMap() const;
    std::size_t mapCount() const;

    /// Adds, or replaces those of parts that have one. Error{InvalidArgument} for one outside 0…1.
    void putDoubts(RunId run, std::span<const SegmentDoubtRecord> doubts);
    /// Of parts that have a map under the run; worst first.
    std::vector<SegmentDoubtRecord> doubts(RunId run) const;

    /// Replaces what a check has found in the maps of a run.
    void putFindings(RunId run, std::span<const SegmentFindingRecord> findings);
    /// In the order they were put.
    std::vector<SegmentFindingRecord> findings(RunId run) const;

private:
    ProjectState& state_;
};

/// What people paint for segment maps: templates, strokes, and maps fixed by hand, which survive every run of
/// a source. Labels are those of the painted segments.
class PaintedMaps {
public:
    static constexpr std::uint8_t kUnpainted = 255;

    explicit PaintedMaps(ProjectState& state) : state_(state) {}

    /// Stores a part's labels: CV_8UC1 of any size that has the shape of its picture, else
    /// Error{InvalidData}; strokes hold kUnpainted where nothing was said. An empty cv::Mat, or strokes
    /// without a painted pixel, removes them. Safe from a crash when this returns.
    void put(PartId part, PaintedPurpose purpose, const cv::Mat& labels, const std::string& origin = "user");
    /// Absent when there is none, or when the picture has another shape now. Error{Corrupt} naming the part
    /// for one that can't be read.
    std::optional<cv::Mat> get(PartId part, PaintedPurpose purpose) const;
    /// Those that get() gives, in the order of part ids.
    std::vector<PaintedMapRecord> all(PaintedPurpose purpose) const;
    /// Removes all of one purpose.
    void clear(PaintedPurpose purpose);

    /// The segments as they are painted, which need not be those of the maps in force yet; those of the maps
    /// until setSegments() was called.
    std::vector<SegmentRecord> segments() const;
    /// Rules as for Segments::setNames(). `moved[i]` is what label i of everything painted becomes, when
    /// segments were merged, dropped or put in another order; empty: labels stay.
    void setSegments(const std::vector<SegmentRecord>& segments, std::span<const int> moved = {});

private:
    ProjectState& state_;
};

class Runs {
public:
    explicit Runs(ProjectState& state) : state_(state) {}

    /// Stores the exact part → role table; equal tables (in any order) share one snapshot.
    /// Error{InvalidArgument} when a part, or a byte-identical copy of it, would have two roles.
    SnapshotId putSnapshot(std::span<const RolePair> roles);
    /// In the order of part ids.
    std::vector<RolePair> snapshot(SnapshotId id) const;

    /// Starts a run as Running; finish() ends it. A run that is still Running when the project is
    /// opened and whose process is gone is marked Failed ("interrupted"). `id` and `outcome` of the record
    /// are ignored, an empty `startedAt` becomes now.
    RunId start(const RunRecord& run);
    /// Stores every field of `run` (found by its id) as it is now; `outcome` must not be Running.
    void finish(const RunRecord& run);
    /// Starts a Train run again that was cancelled, has failed or was interrupted, so that it can go on from
    /// its checkpoints: it is Running, the work of this process. Error{InvalidArgument} for any other run,
    /// and when somebody else was quicker.
    void restart(RunId id);
    std::optional<RunRecord> find(RunId id) const;
    /// Oldest first.
    std::vector<RunRecord> all() const;
    /// The newest run of a kind (and subject, when given) with outcome Done.
    std::optional<RunRecord> latest(RunKind kind, const std::string& subject = {}) const;
    /// Removes a run with its scores, maps, evaluations, checkpoints and, when no other run uses it, its
    /// model file.
    /// Error{InvalidArgument} when others build on it (runs that have it among their inputs, inspections
    /// made with it).
    void remove(RunId id);

    /// Adds, or replaces the scores of parts that have one. Error{InvalidArgument} for one that isn't finite.
    void putScores(RunId run, std::span<const ScoreRecord> scores);
    /// In the order of part ids.
    std::vector<ScoreRecord> scores(RunId run) const;
    /// Newest run first.
    std::vector<std::pair<RunRecord, ScoreRecord>> scoresOfPart(PartId part) const;

    void putForest(const ForestRecord& forest);
    std::optional<ForestRecord> forest(RunId run) const;

    void putThresholds(const ThresholdRecord& thresholds);
    std::optional<ThresholdRecord> thresholds(RunId run) const;

    /// Replaces the course of the loss of a Train run.
    void putLossCurve(RunId run, const LossCurve& curve);
    /// Empty for a run that has none: a detector that learns in one pass, or a training that was killed.
    LossCurve lossCurve(RunId run) const;

    /// The folder for model files, made on demand (not by a read-only handle). Put a file there
    /// (safetensors, named by its hash) before the run that names it is finished.
    Path modelFolder() const;
    /// Model file of a run; empty when it has none.
    Path modelFile(const RunRecord& run) const;

    /// Where a training keeps what it needs to go on after it was stopped: a folder beside the models. It
    /// belongs to the run and is of no use once that is Done. Nothing is made.
    Path checkpointFolder(RunId run) const;
    /// Removes that folder with all that is in it, if it is there.
    void dropCheckpoints(RunId run);

private:
    ProjectState& state_;
};

/// Anomaly maps and feature rows, in the companion file. Maps are lossless float32. Whatever was lost with
/// the companion is simply absent. Writes outside a Transaction lock the companion only.
class Maps {
public:
    explicit Maps(ProjectState& state) : state_(state) {}

    void put(RunId run, PartId part, const AnomalyMap& map);
    std::optional<AnomalyMap> get(RunId run, PartId part) const;
    bool has(RunId run, PartId part) const;
    std::vector<PartId> partsWithMap(RunId run) const;
    /// Forgets the maps and features of a run.
    void clear(RunId run);

    /// Feature columns of one detector run on one segment run: 4 · C numbers, NaN allowed.
    void putFeatures(RunId detectorRun, RunId segmentRun, PartId part, std::span<const double> values);
    std::optional<std::vector<double>> features(RunId detectorRun, RunId segmentRun, PartId part) const;

    /// Percentiles 0…100 (101 values) of the calibrate parts' pixels, for the fixed colour scale.
    void putPercentiles(RunId run, std::span<const double> percentiles);
    std::optional<std::vector<double>> percentiles(RunId run) const;

private:
    ProjectState& state_;
};

class Evaluations {
public:
    explicit Evaluations(ProjectState& state) : state_(state) {}

    /// `roc` from threshold +inf downwards. An empty `createdAt` becomes now.
    EvaluationId put(const EvaluationRecord& evaluation, std::span<const RocPointRecord> roc);
    /// Oldest first.
    std::vector<EvaluationRecord> all() const;
    std::optional<EvaluationRecord> find(EvaluationId id) const;
    void remove(EvaluationId id);
    std::vector<RocPointRecord> roc(EvaluationId id) const;

private:
    ProjectState& state_;
};

/// Which inspections there are; InspectionStore (inspection_store.h) makes them and has their parts.
class Inspections {
public:
    explicit Inspections(ProjectState& state) : state_(state) {}

    /// Oldest first.
    std::vector<InspectionRecord> all() const;
    std::optional<InspectionRecord> find(InspectionId id) const;

private:
    ProjectState& state_;
};

class AuditLog {
public:
    explicit AuditLog(ProjectState& state) : state_(state) {}
    void add(const std::string& action, const std::string& subject, const Json& detail = Json::object());
    /// Newest first.
    std::vector<AuditRecord> latest(std::size_t count, const std::string& subject = {}) const;

private:
    ProjectState& state_;
};

class Project {
public:
    /// Throws Error{AlreadyExists} when the file is there. Companions left by a project that was deleted
    /// under the same name are emptied when first used.
    static Project create(const Path& file);
    /// `readOnly` needs no write permission and never migrates (an older schema is then Error{Unsupported}).
    static Project open(const Path& file, bool readOnly = false);
    /// For a file that open() refuses as Corrupt: saves what can be read of it into a fresh project in its
    /// place; the damaged file is kept as name.segad.damaged. Says what was saved and what was lost.
    static std::vector<std::string> rescue(const Path& file);
    ~Project();
    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;

    /// Absolute.
    const Path& file() const;
    bool readOnly() const;
    /// What opening found and mended: runs that were interrupted, a companion that had to be made anew.
    const std::vector<Error>& notices() const;
    int schemaVersion() const;

    Parts parts() const { return Parts(*state_); }
    GeneratedParts generated() const { return GeneratedParts(*state_); }
    Regions regions() const { return Regions(*state_); }
    Segments segments() const { return Segments(*state_); }
    PaintedMaps paintedMaps() const { return PaintedMaps(*state_); }
    Runs runs() const { return Runs(*state_); }
    Maps maps() const { return Maps(*state_); }
    Evaluations evaluations() const { return Evaluations(*state_); }
    Inspections inspections() const { return Inspections(*state_); }
    AuditLog audit() const { return AuditLog(*state_); }

    Transaction transaction() { return Transaction(*state_); }

    /// Free-form settings kept in the project ("name", "default_detector", …).
    std::optional<std::string> setting(const std::string& key) const;
    void setSetting(const std::string& key, const std::string& value);

    /// Changes whenever another handle (thread or process) has committed to the project file; cheap to poll.
    std::int64_t changeToken() const;

    /// Full check of both files, foreign keys, every stored map, model files (missing, unused) and
    /// checkpoints; empty when all is well. Reads everything: minutes for a project with many gigabytes of
    /// maps.
    std::vector<Error> check() const;
    std::vector<Error> check(Job& job) const;
    /// Repairs what can be repaired (drops unreadable maps, rebuilds indices, marks interrupted runs, deletes
    /// unused model files and checkpoints); says what it did.
    std::vector<std::string> repair();

    /// Suffix of project files, with dot.
    static constexpr const char* kSuffix = ".segad";
    static constexpr int kApplicationId = 0x53474144;  // "SGAD"

private:
    explicit Project(std::unique_ptr<ProjectState> state);
    std::unique_ptr<ProjectState> state_;
};

}  // namespace segad
