// A Project is one open handle on a .segad file (SQLite) and its companions:
//   name.segad         what can't be made again
//   name.segad-maps    anomaly maps and feature rows; may be deleted and recomputed
//   name.segad-models/ trained models, safetensors named by their hash
//
// Life:    create or open -> use the repositories -> destroy. Opening checks application_id, integrity
//          and schema version; an older schema is backed up, then migrated; a newer one is refused.
// Threads: a handle belongs to one thread; every thread opens its own on the same file (WAL, busy
//          timeout, one writer at a time). Handles are cheap.
// Errors:  Error{NotFound, PermissionDenied, Locked, NewerVersion, Corrupt, DiskFull, InvalidData};
//          SQLite's own codes never leave this room. A statement that throws has changed nothing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "core/project/records.h"

namespace segad {

struct ProjectState;  // the connections, private to this room

/// Everything inside happens or nothing does. Nested transactions are savepoints.
class Transaction {
public:
    explicit Transaction(ProjectState& state);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    ProjectState& state_;
    int depth_;
    bool open_ = true;
};

/// Which parts a query returns; empty fields don't filter.
struct PartFilter {
    std::optional<Label> label;
    std::optional<Subset> subset;
    std::optional<bool> generated;
    std::string text;  ///< part of path, defect type or note
};

class Parts {
public:
    explicit Parts(ProjectState& state) : state_(state) {}

    SourceId addSource(const SourceRecord& source);
    std::vector<SourceRecord> sources() const;
    /// Absolute folder of a source as it is on this machine now.
    Path sourceFolder(SourceId id) const;
    /// Points a source to where its images have moved.
    void relocate(SourceId id, const Path& folder);

    /// Inserts, or updates file facts of a part known by (source, path). Returns its id.
    PartId put(const PartRecord& part);
    std::vector<PartRecord> all(const PartFilter& filter = {}) const;
    std::optional<PartRecord> find(PartId id) const;
    /// By path relative to its source, or by absolute path.
    std::optional<PartRecord> findByPath(const std::string& path) const;
    std::size_t count(const PartFilter& filter = {}) const;
    Path imageFile(const PartRecord& part) const;
    Path maskFile(const PartRecord& part) const;

    /// Saved when this returns (synchronous = FULL for labels). One audit entry for the whole call.
    struct LabelChange {
        PartId part = 0;
        Label label = Label::Unlabelled;
        std::string defectType;
        std::string note;
    };
    void setLabels(std::span<const LabelChange> changes, const std::string& origin);

private:
    ProjectState& state_;
};

class Segments {
public:
    explicit Segments(ProjectState& state) : state_(state) {}

    std::vector<SegmentRecord> names() const;
    /// Fixes the component count of the project; segment maps of another count are dropped.
    void setNames(const std::vector<SegmentRecord>& segments);
    /// The run whose maps are in force, 0 when there are none.
    RunId currentRun() const;
    void putMap(RunId run, PartId part, const SegmentMap& map);
    /// Absent when the part has no map.
    std::optional<SegmentMap> map(PartId part) const;
    std::size_t mapCount() const;

private:
    ProjectState& state_;
};

class Runs {
public:
    explicit Runs(ProjectState& state) : state_(state) {}

    /// Stores the exact part → role table; equal tables share one snapshot.
    SnapshotId putSnapshot(std::span<const RolePair> roles);
    std::vector<RolePair> snapshot(SnapshotId id) const;

    /// Starts a run as Running; finish() ends it. A run that is still Running when the project is
    /// opened and whose process is gone is marked Failed ("interrupted").
    RunId start(const RunRecord& run);
    void finish(const RunRecord& run);
    std::optional<RunRecord> find(RunId id) const;
    std::vector<RunRecord> all() const;
    /// The newest finished run of a kind (and subject, when given).
    std::optional<RunRecord> latest(RunKind kind, const std::string& subject = {}) const;
    /// Removes a run with its scores, maps and evaluations; Error{InvalidArgument} when others build on it.
    void remove(RunId id);

    void putScores(RunId run, std::span<const ScoreRecord> scores);
    std::vector<ScoreRecord> scores(RunId run) const;
    std::vector<std::pair<RunRecord, ScoreRecord>> scoresOfPart(PartId part) const;

    void putForest(const ForestRecord& forest);
    std::optional<ForestRecord> forest(RunId run) const;

    void putThresholds(const ThresholdRecord& thresholds);
    std::optional<ThresholdRecord> thresholds(RunId run) const;

    Path modelFolder() const;

private:
    ProjectState& state_;
};

/// Anomaly maps and feature rows, in the companion file. Maps are lossless float32.
class Maps {
public:
    explicit Maps(ProjectState& state) : state_(state) {}

    void put(RunId run, PartId part, const AnomalyMap& map);
    std::optional<AnomalyMap> get(RunId run, PartId part) const;
    bool has(RunId run, PartId part) const;
    std::vector<PartId> partsWithMap(RunId run) const;

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

    EvaluationId put(const EvaluationRecord& evaluation, std::span<const RocPointRecord> roc);
    std::vector<EvaluationRecord> all() const;
    std::vector<RocPointRecord> roc(EvaluationId id) const;

private:
    ProjectState& state_;
};

class Inspections {
public:
    explicit Inspections(ProjectState& state) : state_(state) {}

    InspectionId start(RunId run, const std::string& folder);
    void add(InspectionId id, std::span<const InspectedPart> parts);
    std::vector<InspectionRecord> all() const;
    std::vector<InspectedPart> parts(InspectionId id) const;

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
    /// Throws Error{AlreadyExists} when the file is there.
    static Project create(const Path& file);
    /// `readOnly` needs no write permission and never migrates.
    static Project open(const Path& file, bool readOnly = false);
    ~Project();
    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;

    const Path& file() const;
    int schemaVersion() const;

    Parts parts() const { return Parts(*state_); }
    Segments segments() const { return Segments(*state_); }
    Runs runs() const { return Runs(*state_); }
    Maps maps() const { return Maps(*state_); }
    Evaluations evaluations() const { return Evaluations(*state_); }
    Inspections inspections() const { return Inspections(*state_); }
    AuditLog audit() const { return AuditLog(*state_); }

    Transaction transaction() { return Transaction(*state_); }

    /// Free-form settings kept in the project ("name", "default_detector", …).
    std::optional<std::string> setting(const std::string& key) const;
    void setSetting(const std::string& key, const std::string& value);

    /// Changes whenever another handle (thread or process) has committed; cheap to poll.
    std::int64_t changeToken() const;

    /// Full check of both files, foreign keys and model files; empty when all is well.
    std::vector<Error> check() const;
    /// Repairs what can be repaired (drops unreadable maps, marks interrupted runs); says what it did.
    std::vector<std::string> repair();

    /// Suffix of project files, with dot.
    static constexpr const char* kSuffix = ".segad";
    static constexpr int kApplicationId = 0x53474144;  // "SGAD"

private:
    explicit Project(std::unique_ptr<ProjectState> state);
    std::unique_ptr<ProjectState> state_;
};

}  // namespace segad
