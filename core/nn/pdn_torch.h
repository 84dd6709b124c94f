// Patch description networks: as a module that learns, and frozen, made for speed (efficientad.md § 1).
#pragma once

#include <string>
#include <vector>

#include <torch/nn/modules/conv.h>

#include "core/nn/feature_extractor.h"
#include "core/nn/pdn_shape.h"
#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class PdnImpl : public torch::nn::Module {
public:
    /// `out` channels; parameters as LibTorch initialises them, weights channels-last.
    PdnImpl(const PdnShape& shape, int out, bool padding);

    /// Normalised pictures [N,3,H,W] -> [N,out,h,w].
    at::Tensor forward(const at::Tensor& pictures) { return head(features(pictures), 0, out_); }

    /// All but the last convolution.
    at::Tensor features(const at::Tensor& pictures);
    /// Channels first … first + count − 1 of the output, from features(): who needs half of a student's
    /// channels does not pay for the others.
    at::Tensor head(const at::Tensor& features, int first, int count);

    /// Asked after each stage of features() and of its backward pass.
    void watch(StepWatch watch) { watch_ = std::move(watch); }

    /// Parameters by name ("0.weight"), sharing their memory.
    StateDict state() const;

private:
    struct Stage {
        torch::nn::Conv2d convolution{nullptr};
        bool pooled = false;
    };
    int out_;
    int poolPadding_;
    std::vector<Stage> stages_;
    StepWatch watch_;
};
TORCH_MODULE(Pdn);

/// A network that no longer learns. Pictures go through it one by one, so that what it says of one does not
/// depend on others. Threads: any number at once.
class FrozenPdn {
public:
    /// `state` as of PdnImpl::state().
    FrozenPdn(const PdnShape& shape, const StateDict& state, int out, bool padding, const at::Device& device);

    /// One normalised picture [1,3,H,W], channels-last -> [1,out,h,w], channels-last.
    at::Tensor operator()(const at::Tensor& picture) const;

private:
    struct Stage {
        PreparedConvolution convolution;
        bool pooled = false;
    };
    int poolPadding_;
    std::vector<Stage> stages_;
};

/// A teacher's tensors and who they are.
struct Teacher {
    const PdnShape* shape = nullptr;
    StateDict state;  ///< float32, on the processor
    BackboneIdentity identity;
};

/// From the weight store, or the fixed untrained tensors of a catalog row that has them. Throws
/// Error{MissingWeights} that says which file is wanted and how else to come by a teacher.
Teacher openTeacher(const std::string& name);

}  // namespace segad::nn
