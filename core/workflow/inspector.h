// Judges one picture after another as a project stands: its newest forest, or its newest detector when no
// forest was fitted. Private to the room.
//
// Threads: one thread; the detectors may score on others meanwhile.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/forest/forest.h"
#include "core/project/project.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/heat_overlay.h"
#include "core/workflow/part_features.h"
#include "core/workflow/segment_maker.h"

namespace segad {

/// What is said of one picture.
struct Judgement {
    InspectedPart part;             ///< path and seconds are the caller's
    std::optional<AnomalyMap> map;  ///< of the detector that decided
    HeatRange range;                ///< its colour scale
};

class Inspector {
public:
    /// Throws Error{NotFound} when nothing is trained or no thresholds are set.
    Inspector(const Project& project, const std::string& device);

    /// Train or Fit run whose scores are the verdicts' basis.
    const RunRecord& judge() const noexcept { return judge_; }
    /// "brf(patchcore)" or "patchcore".
    std::string name() const;
    const ThresholdRecord& thresholds() const noexcept { return thresholds_; }
    /// What the user should know, a sentence each.
    const std::vector<std::string>& notes() const noexcept { return notes_; }

    /// In the order their results must be given in.
    std::vector<const Detector*> detectors() const;
    std::vector<std::string> detectorNames() const { return inputs_.detectorNames(); }
    /// Whether decide() looks at the picture itself.
    bool needsPicture() const noexcept { return segments_ != nullptr; }

    /// `rgb` is the picture in `file`; may be empty unless needsPicture(). Throws Error naming the file.
    Judgement decide(const cv::Mat& rgb, const Path& file, std::vector<Scored> perDetector) const;

private:
    void loadForest(const Project& project);
    Judgement decideByForest(const cv::Mat& rgb, const Path& file, std::vector<Scored> perDetector) const;
    Judgement decideByDetector(std::vector<Scored> perDetector) const;
    std::size_t detectorIndex(const std::string& name) const;

    RunRecord judge_;
    ThresholdRecord thresholds_;
    FeatureInputs inputs_;
    std::vector<TrainedDetector> detectors_;
    std::vector<HeatRange> ranges_;
    std::vector<std::string> segmentNames_;
    std::unique_ptr<Forest> forest_;
    std::unique_ptr<SegmentMaker> segments_;
    std::vector<std::string> notes_;
};

}  // namespace segad
