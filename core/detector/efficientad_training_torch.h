// From good parts to a trained EfficientAD (efficientad.md §§ 3–5).
#pragma once

#include "core/detector/detector.h"
#include "core/detector/efficientad_maps_torch.h"
#include "core/detector/efficientad_options.h"
#include "core/nn/pdn_torch.h"

namespace segad::nn {

/// The trained networks, made for scoring. Pictures go through one by one: what it says of one does not
/// depend on others. Threads: any number at once.
class FrozenEfficientAd {
public:
    /// `networks`: "student.0.weight", …, "autoencoder.0.weight", …
    FrozenEfficientAd(const Teacher& teacher, const TeacherScale& scale, const StateDict& networks,
                      bool padding, const at::Device& device);

    const at::Device& device() const noexcept { return device_; }
    MapPair maps(const cv::Mat& rgb) const;

private:
    at::Device device_;
    TeacherScale scale_;
    FrozenPdn teacher_;
    FrozenPdn student_;
    mutable Autoencoder autoencoder_;  ///< in evaluation mode: forward() changes nothing
};

struct TrainedEfficientAd {
    TeacherScale scale;
    StateDict networks;  ///< on the processor
    std::unique_ptr<FrozenEfficientAd> frozen;
    MapQuantiles quantiles;
    LossCurve curve;
    Json facts = Json::object();
};

/// `description`: of the detector as it will be. Throws as Detector::train().
TrainedEfficientAd trainEfficientAd(const EfficientAdOptions& options, const Teacher& teacher,
                                    const DetectorDescription& description, const TrainingSet& parts,
                                    const TrainingOptions& wishes, const at::Device& device, Job& job);

}  // namespace segad::nn
