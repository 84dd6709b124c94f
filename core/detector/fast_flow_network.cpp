#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/detector/fast_flow_network_torch.h"

namespace segad::nn {

namespace {
namespace tn = torch::nn;
constexpr double kSubnetShare = 0.1;  // § 2: r = 0.1 · subnet(x1)
constexpr double kScaleShare = 0.1;   // S = 0.1 · softplus(global_scale)
constexpr double kScaleBeta = 0.5;

/// Where 0.1 · softplus is 1.
double neutralScale() {
    return 2 * std::log(std::expm1(5.0));
}

tn::Conv2d convolution(std::int64_t in, std::int64_t out, int kernel) {
    return tn::Conv2d(tn::Conv2dOptions(in, out, kernel).padding(kernel / 2));
}
}  // namespace

std::string permutationName(std::size_t flow, int step) {
    return "fast_flow_blocks." + std::to_string(flow) + ".module_list." + std::to_string(step) +
           ".permutation";
}

Permutations drawPermutations(const FastFlowShape& shape, std::uint64_t seed) {
    Permutations permutations;
    for (std::size_t flow = 0; flow < shape.flows.size(); ++flow) {
        for (int step = 0; step < shape.steps; ++step) {
            const std::string name = permutationName(flow, step);
            std::vector<std::int64_t> p(static_cast<std::size_t>(shape.flows[flow].channels));
            std::iota(p.begin(), p.end(), std::int64_t{0});
            SplitMix64 random(seed, name);
            for (std::size_t i = p.size() - 1; i > 0; --i)
                std::swap(p[i], p[random.below(i + 1)]);
            permutations.emplace(name, std::move(p));
        }
    }
    return permutations;
}

FlowStepImpl::FlowStepImpl(const FastFlowShape& shape, const FlowShape& flow, int index,
                           const std::vector<std::int64_t>& permutation)
    : passive_(flow.passive()), active_(flow.active()), clamp_(shape.clamp) {
    const std::int64_t inner = shape.hidden(flow);
    const int kernel = shape.kernel(index);
    // The numbers are positions in anomalib's sequence of padding, convolution, ReLU, padding, convolution.
    auto subnet = std::make_shared<tn::Module>("subnet");
    first_ = subnet->register_module("1", convolution(passive_, inner, kernel));
    second_ = subnet->register_module("4", convolution(inner, 2 * active_, kernel));
    register_module("subnet", subnet);
    globalScale_ = register_parameter("global_scale", at::full({1, flow.channels, 1, 1}, neutralScale()));
    globalOffset_ = register_parameter("global_offset", at::zeros({1, flow.channels, 1, 1}));
    // Not registered: a change of the network's type would change theirs, too.
    permutation_ = at::tensor(permutation, at::kLong);
    inversePermutation_ = at::argsort(permutation_);
}

at::Tensor FlowStepImpl::channelScale() const {
    return kScaleShare * at::softplus(globalScale_, kScaleBeta, 20);
}

std::pair<at::Tensor, at::Tensor> FlowStepImpl::coupling(const at::Tensor& passive) {
    const at::Tensor r = kSubnetShare * second_->forward(at::relu(first_->forward(passive)));
    return {clamp_ * at::tanh(r.narrow(1, 0, active_)), r.narrow(1, active_, active_)};
}

std::pair<at::Tensor, at::Tensor> FlowStepImpl::forward(const at::Tensor& x) {
    const at::Tensor x1 = x.narrow(1, 0, passive_);
    const auto [logScale, shift] = coupling(x1);
    const at::Tensor x2 = x.narrow(1, passive_, active_) * at::exp(logScale) + shift;
    const at::Tensor scale = channelScale();
    const at::Tensor y = scale * at::cat({x1, x2}, 1) + globalOffset_;
    const auto pixels = static_cast<double>(x.size(2) * x.size(3));
    return {y.index_select(1, permutation_.to(y.device())),
            logScale.sum({1, 2, 3}) + pixels * at::log(scale).sum()};
}

at::Tensor FlowStepImpl::inverse(const at::Tensor& y) {
    const at::Tensor x =
        (y.index_select(1, inversePermutation_.to(y.device())) - globalOffset_) / channelScale();
    const at::Tensor x1 = x.narrow(1, 0, passive_);
    const auto [logScale, shift] = coupling(x1);
    return at::cat({x1, (x.narrow(1, passive_, active_) - shift) * at::exp(-logScale)}, 1);
}

FastFlowNetImpl::FastFlowNetImpl(const FastFlowShape& shape, const Permutations& permutations) {
    tn::ModuleList norms;
    tn::ModuleList blocks;
    for (std::size_t flow = 0; flow < shape.flows.size(); ++flow) {
        const FlowShape& map = shape.flows[flow];
        norms_.emplace_back(tn::LayerNormOptions({map.channels, map.height, map.width}));
        norms->push_back(norms_.back());
        tn::ModuleList list;
        std::vector<FlowStep> steps;
        for (int step = 0; step < shape.steps; ++step) {
            steps.emplace_back(shape, map, step, permutations.at(permutationName(flow, step)));
            list->push_back(steps.back());
        }
        flows_.push_back(std::move(steps));
        auto block = std::make_shared<tn::Module>("block");
        block->register_module("module_list", list);
        blocks->push_back(block);
    }
    register_module("norms", norms);
    register_module("fast_flow_blocks", blocks);
}

at::Tensor FastFlowNetImpl::normalise(std::size_t flow, const at::Tensor& features) {
    return norms_.at(flow)->forward(features.contiguous());
}

std::vector<FastFlowNetImpl::Output> FastFlowNetImpl::forward(const std::vector<at::Tensor>& features) {
    std::vector<Output> outputs;
    for (std::size_t flow = 0; flow < flows_.size(); ++flow) {
        at::Tensor x = normalise(flow, features.at(flow));
        at::Tensor logDet = at::zeros({x.size(0)}, x.options());
        for (FlowStep& step : flows_[flow]) {
            auto [y, stepLogDet] = step->forward(x);
            x = y;
            logDet = logDet + stepLogDet;
        }
        outputs.push_back({x, logDet});
    }
    return outputs;
}

StateDict FastFlowNetImpl::state() const {
    StateDict state;
    for (const auto& item : named_parameters())
        state.emplace(item.key(), item.value().detach());
    return state;
}

at::Tensor fastFlowLoss(const std::vector<FastFlowNetImpl::Output>& outputs) {
    at::Tensor loss;
    for (const FastFlowNetImpl::Output& output : outputs) {
        const at::Tensor energy = 0.5 * output.z.square().sum({1, 2, 3});
        const at::Tensor term = (energy.to(at::kDouble) - output.logDet.to(at::kDouble)).mean();
        loss = loss.defined() ? loss + term : term;
    }
    return loss;
}

}  // namespace segad::nn
