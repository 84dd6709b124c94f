// The live forest: what a forest makes of the labels as they stand, within a second, judged only by forests
// that had not seen the part. Plain records: a session reads the features once, keeps them, refreshes single
// parts, and fits after each label.
//
//   features = readLiveFeatures(...)              once, and when runs or segment maps have changed
//   features = refreshed(features, parts, job)    when pictures or maps of single parts have changed
//   live = fitLive(features, labels, {}, job)     after each label; only reads `features`
//
// Threads: blocking, on the thread that calls; the functions that read the project open a handle of their
// own. `features` may be shared by any number of fits at once.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/forest/feature_table.h"
#include "core/forest/forest_options.h"
#include "core/metric/intervals.h"
#include "core/metric/roc.h"
#include "core/metric/score_sets.h"
#include "core/project/records.h"

namespace segad {

/// What is known of a part beside its label and features.
struct LivePart {
    std::string path;
    std::size_t picture = 0;  ///< equal for byte-identical copies
    std::size_t group = 0;    ///< equal for parts that must not be on both sides of a test
    bool generated = false;
    bool knownToDetector = false;  ///< a detector has learned from it, a copy of it, or what it was made from
};

/// Feature rows of all parts that have maps of every detector.
struct LiveFeatures {
    Path project;
    std::vector<std::string> wanted;   ///< detectors as asked for; empty: all
    std::vector<RunRecord> detectors;  ///< their trainings, in column order
    RunId segmentRun = 0;
    int segments = 1;
    bool areas = false;  ///< with columns of the segments' areas, as in the newest forest
    FeatureTable table;
    std::vector<LivePart> parts;  ///< of the table's rows
    std::vector<Label> labels;    ///< of the table's rows, as they were when the parts were read
};

/// Throws Error{NotFound} when no detector has maps or the parts have no segment maps.
LiveFeatures readLiveFeatures(const Path& project, const std::vector<std::string>& detectors, Job& job);

/// `known` with the rows of `parts` read anew; those that have gone, or have no maps now, drop out; parts
/// that were not among the rows come in as soon as they have maps, whether they are named or not. Everything
/// is read anew when a detector was trained or segment maps were made since. Labels and what is known of the
/// parts are always those of now.
LiveFeatures refreshed(const LiveFeatures& known, std::span<const PartId> parts, Job& job);

/// What a labelled part was good for.
enum class LiveUse {
    Counted,          ///< learned from by other forests than the one that scores it, and part of the figures
    Generated,        ///< learned from, never part of the figures
    Unlabelled,       ///< scored only
    Copy,             ///< of a part that is counted: learned from and counted once
    Contradicted,     ///< identical pictures have both labels: neither learned from nor counted
    KnownToDetector,  ///< its scores are a detector's memory: neither learned from nor counted
};

struct LiveScore {
    PartId part = 0;
    Label label = Label::Unlabelled;
    LiveUse use = LiveUse::Unlabelled;
    double margin = 0;     ///< mean over the forests that have seen neither it nor anything of its group
    double deviation = 0;  ///< of their margins
    int forests = 0;
};

struct LiveForest {
    /// Of the rows of the table, in order; empty when there are too few labels (see `missing`).
    std::vector<LiveScore> parts;
    ScoreSets counted;  ///< margins of the counted parts
    std::size_t folds = 0;
    int repeats = 0;
    /// True whenever there are figures: each part was judged by forests that had not seen it.
    bool outOfFold = false;
    std::optional<RocCurve> roc;
    std::optional<double> auroc;
    std::optional<DeLong> interval;
    std::optional<double> averagePrecision;
    std::string missing;  ///< what is missing for figures, a sentence; "" when there are some
    double seconds = 0;

    std::size_t good() const noexcept { return counted.good.size(); }
    std::size_t bad() const noexcept { return counted.bad.size(); }
};

/// `labels` has the label of every row of features.table. The same input gives the same forest. With fewer
/// than two good and two bad pictures to learn from nothing is scored: there is no forest that has not seen
/// them. Throws Error{InvalidArgument} when the number of labels differs from that of the rows.
LiveForest fitLive(const LiveFeatures& features, std::span<const Label> labels, const ForestOptions& options,
                   Job& job);

}  // namespace segad
