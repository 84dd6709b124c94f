// The Detector around a fine-tuned network: training, saving, loading and scoring are the same for DevNet,
// DRA and the classifier; what differs is a FineTunedMethod.
//
// A model holds all weights, so that loading and scoring need no imported backbone; the one training began
// from is recorded.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/detector/detector.h"
#include "core/detector/fine_tuned_network_torch.h"
#include "core/detector/fine_tuning_torch.h"

namespace segad::nn {

/// What a trained network says about a picture. Immutable; from any number of threads.
class PictureScorer {
public:
    virtual ~PictureScorer() = default;
    /// `picture`: normalised, [1,3,S,S], on the network's device.
    virtual Scored score(const at::Tensor& picture) const = 0;
};

class FineTunedMethod {
public:
    virtual ~FineTunedMethod() = default;

    virtual std::string key() const = 0;
    virtual std::string title() const = 0;
    virtual const FineTuningOptions& options() const = 0;
    virtual std::shared_ptr<FineTunedNetwork> makeNetwork(const BackboneShape& shape) const = 0;
    virtual std::unique_ptr<Lesson> makeLesson(std::shared_ptr<FineTunedNetwork> network,
                                               const LessonMaterial& material) const = 0;
    /// `network`, made by makeNetwork(), is in evaluation mode, asks for no gradients and changes no more.
    virtual std::unique_ptr<PictureScorer> makeScorer(std::shared_ptr<FineTunedNetwork> network) const = 0;
};

/// A method as a configuration makes it.
using MakeMethod = std::function<std::unique_ptr<FineTunedMethod>(const DetectorConfig&)>;

std::unique_ptr<Detector> makeFineTunedDetector(const DetectorConfig& config, MakeMethod makeMethod);

/// The folded trunk of a network's backbone, for scoring without gradients.
std::shared_ptr<const Trunk> foldedBackbone(FineTunedNetwork& network);

}  // namespace segad::nn
