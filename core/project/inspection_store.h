// The results of inspections, as they come and as they are read again. One store for both places they may lie
// in: the project they were made with, or, on a machine that has only a package, a results file. A results
// file is a project without parts, so everything that works on projects works on it: several readers beside
// one writer, check and repair, migrations, the audit log.
//
// Life:    create (a results file) or open -> start -> add, add, … -> finish
// Threads: a store is a handle of its own (see project.h) and belongs to one thread.
// Errors:  as Project's. A call that throws has changed nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/project/records.h"

namespace segad {

struct ProjectState;

/// One of the things that moved a score most.
struct ResultReason {
    std::string segment;
    std::string detector;
    double value = 0;  ///< what the two add to the score
};

/// A part as it was judged.
struct InspectionResult {
    std::int64_t id = 0;  ///< ascending in the order of judging; 0 = not stored yet
    InspectedPart part;   ///< its path is relative to the folder, '/'-separated
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0;  ///< of the file when it was judged
    std::string judgedAt;         ///< UTC, ISO 8601; of one that is added, "" becomes now
    std::vector<ResultReason> reasons;
    std::string placed;          ///< where the picture was moved or copied to, "" = nowhere
    std::optional<Label> ruled;  ///< what a person says it is, against or for the verdict
};

/// What an inspection is of and with.
struct InspectionFacts {
    std::string folder;    ///< absolute
    std::string model;     ///< project or package, absolute
    std::string judge;     ///< "brf(patchcore)"
    std::string identity;  ///< SHA-256 of all that makes up verdicts: detectors, forest, thresholds
    std::string package;   ///< SHA-256 of the package, "" for a project
    std::vector<std::string> detectors;
    double review = 0;
    double reject = 0;
    int shardIndex = 1;
    int shardCount = 1;
    std::vector<std::string> notes;
    std::string finishedAt;  ///< "" while it goes on, or when it was stopped
};

/// JPEGs of one of the worst parts, for reports.
struct InspectionPicture {
    std::string picture;
    std::string overlay;  ///< the same with the deciding heatmap and the deciding segment
};

/// Parts in score order, counted between equally wide bounds.
struct ScoreHistogram {
    double low = 0;
    double high = 0;
    std::vector<std::uint64_t> counts;  ///< empty when no part was judged
};

/// Consecutive parts taken together.
struct TrendPoint {
    std::string at;  ///< of its last part, UTC
    std::uint64_t parts = 0;
    std::uint64_t reject = 0;
    std::uint64_t review = 0;
    double meanScore = 0;  ///< of those with a verdict; NaN when there are none
    double lowest = 0;
    double highest = 0;
};

class InspectionStore {
public:
    /// Pictures are kept of so many parts of an inspection, those with the highest scores.
    static constexpr std::size_t kPictures = 48;

    /// Error{AlreadyExists} when the file is there.
    static void createResultsFile(const Path& file);

    explicit InspectionStore(const Path& file, bool readOnly = false);
    ~InspectionStore();
    InspectionStore(InspectionStore&&) noexcept;
    InspectionStore& operator=(InspectionStore&&) noexcept;

    const Path& file() const;

    InspectionId start(RunId run, const InspectionFacts& facts);
    /// The newest inspection of this folder and share.
    std::optional<InspectionId> newest(const std::string& folder, int shardIndex, int shardCount) const;
    std::optional<InspectionRecord> find(InspectionId id) const;
    /// Of an inspection that an older program made only the folder is known.
    InspectionFacts facts(InspectionId id) const;
    /// Marks the end; `vanished` files more were deleted before they could be judged.
    void finish(InspectionId id, std::uint64_t vanished);
    /// An inspection that ended goes on.
    void reopen(InspectionId id);

    /// Whether exactly this picture has a result.
    bool has(InspectionId id, const std::string& path, std::uint64_t bytes, std::int64_t modifiedNs) const;
    /// Stores results and gives them their ids. Durable when it returns. Error{AlreadyExists} for a picture
    /// that has one.
    void add(InspectionId id, std::span<InspectionResult> results);
    struct Place {
        std::int64_t result = 0;
        std::string place;
    };
    void setPlaced(std::span<const Place> places);
    /// Results that were not placed yet, in order.
    std::vector<InspectionResult> unplaced(InspectionId id, std::int64_t afterResult, std::size_t most) const;

    /// In order, one after the other, without holding them all.
    void forEach(InspectionId id, const std::function<void(const InspectionResult&)>& visit) const;
    std::optional<InspectionResult> result(std::int64_t id) const;
    /// The last ones, newest first.
    std::vector<InspectionResult> latest(InspectionId id, std::size_t count) const;
    /// Highest scores first; parts without a verdict are left out.
    std::vector<InspectionResult> worst(InspectionId id, std::size_t count) const;
    /// Parts without a verdict, in order.
    std::vector<InspectionResult> failed(InspectionId id, std::size_t most) const;
    ScoreHistogram histogram(InspectionId id, std::size_t bins) const;
    /// At most `points`, of equally many parts each.
    std::vector<TrendPoint> trend(InspectionId id, std::size_t points) const;
    std::uint64_t vanished(InspectionId id) const;

    /// The lowest score whose picture is kept, when kPictures are; parts below it need none.
    std::optional<double> lowestPicture(InspectionId id) const;
    struct Kept {
        std::int64_t result = 0;
        InspectionPicture picture;
    };
    /// Keeps pictures of stored results of one inspection, and drops those of the least bad parts beyond
    /// kPictures. Durable together: one wait for the disk, however many they are.
    void putPictures(InspectionId id, std::span<const Kept> pictures);
    std::optional<InspectionPicture> picture(std::int64_t result) const;

    /// What a person says of the newest result of a path; nothing takes that back. The audit log has who and
    /// when. Error{NotFound} when there is no such result.
    void rule(InspectionId id, const std::string& path, std::optional<Label> label);

private:
    std::unique_ptr<ProjectState> state_;
};

}  // namespace segad
