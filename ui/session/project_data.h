// Everything of a project that the window shows in lists, as one plain snapshot: loaded off the GUI
// thread, swapped in whole. Pictures and maps are not part of it (PictureLoader).
#pragma once

#include <QMetaType>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/file.h"
#include "core/project/records.h"
#include "core/workflow/stopped_trainings.h"
#include "ui/session/part_index.h"
#include "ui/session/run_results.h"

namespace segad::ui {

/// Image scores of one run, by part.
struct RunScores {
    std::unordered_map<PartId, ScoreRecord> byPart;
    double lowest = 0;
    double highest = 0;
};

struct ProjectData {
    std::vector<SourceRecord> sources;
    std::vector<PartRecord> parts;
    std::unordered_map<PartId, std::size_t> rowOf;
    std::unordered_map<PartId, RegionRecord> regions;  ///< of the parts that have some
    std::vector<SegmentRecord> segments;
    std::size_t segmentMaps = 0;
    std::vector<RunRecord> runs;  ///< newest last
    std::unordered_map<RunId, RunScores> scores;
    std::unordered_map<RunId, std::vector<double>> percentiles;  ///< per detector run, 101 values
    std::unordered_map<RunId, ThresholdRecord> thresholds;
    std::unordered_map<PartId, Role> roles;  ///< in the newest run that has a snapshot
    std::vector<EvaluationRecord> evaluations;
    std::unordered_map<RunId, RunResult> results;  ///< of runs that have scored parts
    std::vector<InspectionRecord> inspections;
    std::vector<StoppedTraining> stopped;  ///< those one can go on with
    PartIndex index;                       ///< of `parts`

    const RunRecord* run(RunId id) const;
    /// Finished runs that scored parts, newest first: detectors (Train), then forests (Fit).
    std::vector<const RunRecord*> scoredRuns(RunKind kind) const;
    const ScoreRecord* score(RunId run, PartId part) const;
};

/// Opens a handle of its own and reads everything; throws Error as Project::open.
std::shared_ptr<ProjectData> loadProjectData(const Path& file);

}  // namespace segad::ui
