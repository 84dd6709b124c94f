// FastFlow's network as it is trained (Yu et al. 2021; fastflow.md § 2): for each layer of the frozen
// backbone a LayerNorm over the whole map and a chain of affine coupling steps, which turn the features of
// good parts into numbers that are normally distributed. Names are anomalib's; a permutation is an int64
// vector p with out[c] = y[p[c]] instead of anomalib's matrix.
//
// Scoring uses the folded form (fast_flow_scorer_torch.h), made from the same tensors.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <torch/nn/modules/normalization.h>

#include "core/detector/fast_flow_plan.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// By name: "fast_flow_blocks.<flow>.module_list.<step>.permutation".
using Permutations = std::map<std::string, std::vector<std::int64_t>>;

/// Random permutations of a seed, the same on every machine.
Permutations drawPermutations(const FastFlowShape& shape, std::uint64_t seed);

std::string permutationName(std::size_t flow, int step);

/// One affine coupling step.
class FlowStepImpl : public torch::nn::Module {
public:
    FlowStepImpl(const FastFlowShape& shape, const FlowShape& flow, int index,
                 const std::vector<std::int64_t>& permutation);

    /// x [N,C,H,W] -> what the step makes of it, and the logarithm of its Jacobian's determinant [N].
    std::pair<at::Tensor, at::Tensor> forward(const at::Tensor& x);
    /// x from what forward() made of it.
    at::Tensor inverse(const at::Tensor& y);

private:
    /// Logarithmic scale, clamped, and shift of the active half, from the passive one.
    std::pair<at::Tensor, at::Tensor> coupling(const at::Tensor& passive);
    /// The trained scale of each channel, positive: [1,C,1,1].
    at::Tensor channelScale() const;

    std::int64_t passive_;
    std::int64_t active_;
    double clamp_;
    torch::nn::Conv2d first_{nullptr};
    torch::nn::Conv2d second_{nullptr};
    at::Tensor globalScale_;
    at::Tensor globalOffset_;
    at::Tensor permutation_;
    at::Tensor inversePermutation_;
};
TORCH_MODULE(FlowStep);

class FastFlowNetImpl : public torch::nn::Module {
public:
    /// Convolutions as LibTorch initialises them, steps that change nothing but by them.
    FastFlowNetImpl(const FastFlowShape& shape, const Permutations& permutations);

    struct Output {
        at::Tensor z;       ///< [N,C,H,W]
        at::Tensor logDet;  ///< [N]
    };
    /// `features`: one map a flow.
    std::vector<Output> forward(const std::vector<at::Tensor>& features);

    at::Tensor normalise(std::size_t flow, const at::Tensor& features);
    FlowStep& step(std::size_t flow, std::size_t index) { return flows_.at(flow).at(index); }

    /// Parameters, sharing their memory.
    StateDict state() const;

private:
    std::vector<torch::nn::LayerNorm> norms_;
    std::vector<std::vector<FlowStep>> flows_;
};
TORCH_MODULE(FastFlowNet);

/// Σ over flows of the mean over parts of ½·Σz² − log-determinant (§ 3), a scalar in double.
at::Tensor fastFlowLoss(const std::vector<FastFlowNetImpl::Output>& outputs);

}  // namespace segad::nn
