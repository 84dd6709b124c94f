// The Detector of every method that learns a network, step by step, on what a frozen trunk sees in good
// parts. What is particular to a method is a FeatureMethod: which layers, which network and loss, how it
// scores. Everything else is here once: features kept while learning, batches, the training loop with its
// checkpoints, saving and loading, one trunk pass a picture when scoring.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <torch/optim/optimizer.h>

#include "core/detector/detector.h"
#include "core/detector/feature_plan.h"
#include "core/detector/feature_scorer_torch.h"
#include "core/nn/backbone_shape.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

/// A network while it is trained.
class FeatureLearner {
public:
    virtual ~FeatureLearner() = default;

    /// Loss of a batch, a scalar whose gradients are those of parameters(). `features`: for each of the
    /// method's layers [N,C,h,w]. With learnsInShares() it is called from several threads at once.
    virtual at::Tensor loss(const std::vector<at::Tensor>& features) = 0;

    virtual std::vector<at::Tensor> parameters() = 0;
    virtual torch::optim::Optimizer& optimiser() = 0;

    /// Everything learnt so far: tensors that share the network's memory.
    virtual LearnedState state() = 0;
};

/// What does not depend on the backbone.
struct FeatureMethodSettings {
    NetworkInput input;
    std::vector<int> layers;
    int epochs = 1;
    std::size_t batchSize = 1;
    /// 0: a batch goes through the network as a whole. Else: the loss of a batch is the mean of its parts'
    /// losses, and so many parts are learnt from together, on one processor each share.
    std::size_t share = 0;
};

class FeatureMethod {
public:
    virtual ~FeatureMethod() = default;

    virtual std::string key() const = 0;    ///< of the catalog row
    virtual std::string title() const = 0;  ///< for messages
    virtual FeatureMethodSettings settings(const Json& params) const = 0;

    virtual std::unique_ptr<FeatureLearner> learner(const Json& params, const BackboneShape& backbone,
                                                    std::uint64_t seed, const at::Device& device) const = 0;
    /// `type`: what its convolutions compute in, the trunk's. Throws Error{InvalidData} when `state` does not
    /// fit parameters and backbone.
    virtual std::unique_ptr<FeatureScorer> scorer(const Json& params, const BackboneShape& backbone,
                                                  const LearnedState& state, const at::Device& device,
                                                  at::ScalarType type) const = 0;
};

std::unique_ptr<Detector> makeFeatureDetector(std::unique_ptr<const FeatureMethod> method,
                                              const DetectorConfig& config);

}  // namespace segad::nn
