// Everything that judges new parts, as plain values: what an Inspector is made of. It comes from a project as
// that stands, or from a package (packaging.h), and needs neither of the two any more once it is loaded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/detector/detector.h"
#include "core/forest/forest.h"
#include "core/project/records.h"
#include "core/workflow/heat_overlay.h"
#include "core/workflow/known_pictures.h"
#include "core/workflow/picture_sizes.h"
#include "core/workflow/reference_check.h"
#include "core/workflow/segment_maker.h"

namespace segad {

class Inspector;
class Project;
struct JudgingRuns;

/// A trained detector and how its heatmaps are coloured.
struct InspectionDetector {
    std::string name;  ///< key: "patchcore"
    std::unique_ptr<Detector> detector;
    HeatRange range;
};

struct InspectionModel {
    std::string name;     ///< "brf(patchcore)" or "patchcore"
    Path file;            ///< the project or the package it is from, absolute
    std::string package;  ///< SHA-256 that names the package; "" for a project
    RunRecord judge;      ///< the Train or Fit run whose scores are the verdicts' basis, of its project
    ThresholdRecord thresholds;
    std::vector<InspectionDetector> detectors;  ///< in the order of the forest's columns
    std::vector<std::string> segmentNames;      ///< by index; empty without a forest
    std::unique_ptr<Forest> forest;             ///< absent when the first detector's score decides
    std::unique_ptr<SegmentMaker> segments;     ///< absent without a forest
    std::string segmentSource;                  ///< key of what makes the segment maps; "" without a forest
    KnownPictures learned;                      ///< what somebody in here has learned from
    PictureSizes sizes;                         ///< of the pictures it comes from
    std::vector<std::string> notes;             ///< what the user should know, a sentence each
    double loadSeconds = 0;                     ///< opening, models and backbones
    double warmUpSeconds = 0;                   ///< first pictures; 0 when there were none
    std::optional<ReferenceCheck> references;   ///< how a package's reference parts were scored here
};

/// What these runs of the project judge by. `precision`: of frozen trunks, instead of the trainings' own.
/// Throws what loading a model throws.
InspectionModel modelOfProject(const Project& project, const JudgingRuns& runs, const std::string& device,
                               std::optional<Precision> precision = {});
/// By the project's newest forest, or its newest detector when none was fitted. Throws Error{NotFound} when
/// nothing is trained or no thresholds are set.
InspectionModel modelOfProject(const Project& project, const std::string& device);

/// Opens a project or a package for judging; which of the two it is, the file itself says, whatever it is
/// called. A package is checked: that it is whole, and that its reference parts get the scores here that they
/// got where it was made. Throws what opening throws: Error{NotFound, Corrupt, NewerVersion, MissingWeights,
/// …}, and Error{Unsupported} for a package that scores its references otherwise here.
std::unique_ptr<Inspector> openInspector(const Path& projectOrPackage, const std::string& device, Job& job,
                                         std::optional<Precision> precision = {});

}  // namespace segad
