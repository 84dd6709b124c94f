// Judges one picture after another by a loaded model. See inspection_model.h for where that comes from.
//
// Life:    openInspector() or a model -> decide, decide, …
// Threads: decide() from several at once; the detectors may score on others meanwhile.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/workflow/inspection_model.h"

namespace segad {

/// What is said of one picture.
struct Judgement {
    InspectedPart part;                  ///< path and seconds are the caller's
    std::optional<AnomalyMap> map;       ///< of the detector that decided
    HeatRange range;                     ///< its colour scale
    std::optional<SegmentMap> segments;  ///< of the part; absent when a detector alone decides
    int topSegment = kWholePart;         ///< index in `segments` of the one that decided
    std::optional<Explanation> reasons;  ///< how the forest came to its score; absent without one
};

class Inspector {
public:
    explicit Inspector(InspectionModel model) : model_(std::move(model)) {}

    const InspectionModel& model() const noexcept { return model_; }
    /// Run of the model's project whose scores are the verdicts' basis.
    const RunRecord& judge() const noexcept { return model_.judge; }
    /// "brf(patchcore)" or "patchcore".
    const std::string& name() const noexcept { return model_.name; }
    const ThresholdRecord& thresholds() const noexcept { return model_.thresholds; }
    /// What the user should know, a sentence each.
    const std::vector<std::string>& notes() const noexcept { return model_.notes; }

    /// In the order their results must be given in.
    std::vector<const Detector*> detectors() const;
    std::vector<std::string> detectorNames() const;
    /// Whether decide() looks at the picture itself.
    bool needsPicture() const noexcept { return model_.segments != nullptr; }

    /// `rgb` is the picture in `file`; may be empty unless needsPicture(). Throws Error naming the file.
    Judgement decide(const cv::Mat& rgb, const Path& file, std::vector<Scored> perDetector) const;
    /// With a segment map that is there already, of as many segments as the forest knows.
    Judgement decide(const SegmentMap& segments, std::vector<Scored> perDetector) const;

    /// The model back, for whoever has more to say of it.
    InspectionModel intoModel() && { return std::move(model_); }

private:
    Judgement decideByForest(const SegmentMap& segments, std::vector<Scored> perDetector) const;
    Judgement decideByDetector(std::vector<Scored> perDetector) const;
    /// With verdict and image scores.
    Judgement complete(Judgement judgement, const std::vector<double>& imageScores) const;

    InspectionModel model_;
};

/// A picture of a file with what is said of it.
struct JudgedFile {
    cv::Mat rgb;
    Judgement judgement;
};

/// Decodes and judges one picture alone. Throws what decoding and deciding throw, naming the file.
JudgedFile judgeFile(const Inspector& inspector, const Path& file);

}  // namespace segad
