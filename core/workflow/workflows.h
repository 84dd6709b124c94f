// The use-cases. See requests.h for the rules they share.
#pragma once

#include "core/base/job.h"
#include "core/workflow/requests.h"

namespace segad {

/// Creates an empty project; Error{AlreadyExists} when the file is there.
void createProject(const Path& file);

/// Scans, then stores parts, layout labels and masks in one transaction. Labels the user has set stay.
ImportReport importFolder(const ImportRequest& request, Job& job);

/// Makes the segment maps of all parts and puts them in force; the run's id.
RunId makeSegments(const SegmentRequest& request, Job& job);

/// Fixes maps: they are in force at once and stay when a source is run again, until they are released.
/// Without maps in force they wait for the first run. All parts or none. Throws Error{NotFound} for a part
/// that is not there, Error{InvalidData} naming the file for a map that does not fit its part or the
/// project's segments.
void fixSegments(const FixSegmentsRequest& request, Job& job);

/// What trainDetector() would do; quick, trains nothing. Throws what it would throw before it starts.
TrainPlan planTraining(const TrainRequest& request);

/// Trains one detector on the snapshot's train parts, then scores all parts; the run's id.
RunId trainDetector(const TrainRequest& request, Job& job);

/// Trains a small backbone to see what an imported one sees (segad distil); see core/nn/distil.h.
DistilReport distil(const DistilRequest& request, Job& job);

/// Maps and scores for parts that lack them (or all); how many parts were scored.
int scoreParts(const ScoreRequest& request, Job& job);

/// Scores with the trunk in float32 and in bfloat16; nothing is stored. Throws Error{NotFound} when no such
/// detector is trained, Error{InvalidArgument} for one that has no frozen trunk.
std::vector<PrecisionComparison> comparePrecision(const PrecisionRequest& request, Job& job);

/// Whether comparePrecision() can be asked for this run.
bool hasPrecision(const RunRecord& run);

/// The same training with the trunk in bfloat16.
TrainRequest inBFloat16(const Path& project, const RunRecord& run);

/// Features, roles and the forest, then scores of all test parts; the run's id.
RunId fitForest(const FitRequest& request, Job& job);

/// Figures and ROC of every scored detector and of the newest forest, stored with the project.
EvaluateReport evaluateProject(const EvaluateRequest& request, Job& job);

/// Writes tables or maps for other tools; how many rows or files.
int exportData(const ExportRequest& request, Job& job);

/// Draws the demo dataset and puts the whole main job through it.
DemoReport runDemo(const DemoRequest& request, Job& job);

/// Versions, device, threads, weights and, when `project` is not empty, its integrity (and repair).
Json doctorReport(const Path& project, bool repair, Job& job);

}  // namespace segad
