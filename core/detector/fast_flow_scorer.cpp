#include <algorithm>
#include <optional>

#include <ATen/Parallel.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/detector/coupling.h"
#include "core/detector/fast_flow_network_torch.h"
#include "core/detector/fast_flow_scorer_torch.h"
#include "core/detector/finite_torch.h"
#include "core/detector/map_operations.h"
#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
template <class T>
std::vector<T> numbers(const at::Tensor& tensor) {
    const at::Tensor typed = tensor.to(c10::CppTypeToScalarType<T>::value).contiguous();
    const T* data = typed.data_ptr<T>();
    return {data, data + typed.numel()};
}

/// A coupling step in which y = permute(S·cat(x1, x2·exp(s) + t) + offset) is computed as
/// x·S + offset on the passive half, (x2·S)·exp(s) + (S·t + offset) on the active one.
class FoldedStep {
public:
    FoldedStep(const FastFlowShape& shape, std::size_t flow, int index, const LearnedState& state,
               const at::Device& device, at::ScalarType type)
        : passive_(shape.flows[flow].passive()), active_(shape.flows[flow].active()) {
        const FlowShape& map = shape.flows[flow];
        const std::string prefix =
            "fast_flow_blocks." + std::to_string(flow) + ".module_list." + std::to_string(index) + ".";
        const std::int64_t inner = shape.hidden(map);
        const std::int64_t kernel = shape.kernel(index);
        const auto get = [&](const char* name, const std::vector<std::int64_t>& sizes) {
            return learned(state, prefix + name, sizes).to(at::kDouble);
        };
        const at::Tensor scale =
            0.1 * at::softplus(get("global_scale", {1, map.channels, 1, 1}), 0.5, 20).view({-1});
        const at::Tensor offset = get("global_offset", {1, map.channels, 1, 1}).view({-1});
        // r = 0.1·subnet, whose first half is s and whose second, scaled and shifted, t.
        const at::Tensor factor =
            0.1 * at::cat({at::ones({active_}, at::kDouble), scale.narrow(0, passive_, active_)});
        const at::Tensor shift =
            at::cat({at::zeros({active_}, at::kDouble), offset.narrow(0, passive_, active_)});
        const at::Tensor weight =
            get("subnet.4.weight", {2 * active_, inner, kernel, kernel}) * factor.view({-1, 1, 1, 1});
        const at::Tensor bias = get("subnet.4.bias", {2 * active_}) * factor + shift;
        const PreparedConvolution::Options options{
            .padding = static_cast<int>(kernel / 2), .relu = true, .type = type};
        first_.emplace(get("subnet.1.weight", {inner, passive_, kernel, kernel}).to(at::kFloat),
                       get("subnet.1.bias", {inner}).to(at::kFloat), options, device);
        PreparedConvolution::Options linear = options;
        linear.relu = false;
        second_.emplace(weight.to(at::kFloat), bias.to(at::kFloat), linear, device);
        const at::Tensor permutation = readPermutation(state, flow, index, map.channels);
        const at::Tensor passiveOffset = offset.narrow(0, 0, passive_);
        coupling_ = {.passive = static_cast<std::size_t>(passive_),
                     .active = static_cast<std::size_t>(active_),
                     .clamp = static_cast<float>(shape.clamp),
                     .scale = numbers<float>(scale),
                     .offset = numbers<float>(passiveOffset),
                     .permutation = numbers<std::int32_t>(permutation)};
        if (device.is_cpu()) return;
        const auto perChannel = [&](const at::Tensor& values) {
            return values.to(device, at::kFloat).view({1, -1, 1, 1});
        };
        scale_ = perChannel(scale);
        offset_ = perChannel(at::cat({passiveOffset, at::zeros({active_}, at::kDouble)}));
        permutation_ = permutation.to(device);
    }

    struct State {
        at::Tensor x;     ///< [1,C,h,w], channels-last
        at::Tensor seen;  ///< its passive channels by themselves
    };

    State begin(const at::Tensor& x) const {
        return {x, x.narrow(1, 0, passive_).contiguous(at::MemoryFormat::ChannelsLast)};
    }

    State operator()(const State& state) const {
        const at::Tensor r = (*second_)((*first_)(state.seen)).to(at::kFloat);
        return state.x.device().is_cpu() ? onProcessor(state.x, r) : inTensors(state.x, r);
    }

private:
    State inTensors(const at::Tensor& x, const at::Tensor& r) const {
        const at::Tensor y = at::mul(x, scale_).add_(offset_);
        const at::Tensor growth = r.narrow(1, 0, active_).tanh().mul_(coupling_.clamp).exp_();
        y.narrow(1, passive_, active_).mul_(growth).add_(r.narrow(1, active_, active_));
        return begin(y.index_select(1, permutation_));
    }

    State onProcessor(const at::Tensor& x, const at::Tensor& r) const {
        const auto empty = [&](std::int64_t channels) {
            return at::empty({x.size(0), channels, x.size(2), x.size(3)}, x.options(),
                             at::MemoryFormat::ChannelsLast);
        };
        State next{empty(x.size(1)), empty(passive_)};
        const float* from = x.data_ptr<float>();
        const float* grown = r.data_ptr<float>();
        float* to = next.x.data_ptr<float>();
        float* seen = next.seen.data_ptr<float>();
        constexpr std::int64_t kGrain = 32768;
        at::parallel_for(0, x.size(0) * x.size(2) * x.size(3), std::max<std::int64_t>(1, kGrain / x.size(1)),
                         [&](std::int64_t begin, std::int64_t end) {
                             couple(coupling_, from + begin * x.size(1), grown + begin * 2 * active_,
                                    static_cast<std::size_t>(end - begin), to + begin * x.size(1),
                                    seen + begin * passive_);
                         });
        return next;
    }

    static at::Tensor readPermutation(const LearnedState& state, std::size_t flow, int index,
                                      std::int64_t channels) {
        const std::string name = permutationName(flow, index);
        const auto found = state.integers.find(name);
        std::vector<std::int64_t> sorted;
        if (found != state.integers.end()) sorted = found->second;
        std::ranges::sort(sorted);
        bool complete = std::ssize(sorted) == channels;
        for (std::int64_t c = 0; complete && c < channels; ++c)
            complete = sorted[static_cast<std::size_t>(c)] == c;
        if (!complete) {
            throw Error(ErrorCode::InvalidData, "model", "its '" + name + "' is no permutation of channels",
                        "Train the detector again.");
        }
        return at::tensor(found->second, at::kLong);
    }

    std::int64_t passive_;
    std::int64_t active_;
    std::optional<PreparedConvolution> first_;
    std::optional<PreparedConvolution> second_;
    Coupling coupling_;
    // The same where tensors are not in this processor's memory.
    at::Tensor scale_;
    at::Tensor offset_;
    at::Tensor permutation_;
};

class FastFlowScorer final : public FeatureScorer {
public:
    FastFlowScorer(const FastFlowShape& shape, const NetworkInput& input, bool energyMap,
                   const LearnedState& state, const at::Device& device, at::ScalarType type)
        : input_(input), energyMap_(energyMap) {
        for (std::size_t flow = 0; flow < shape.flows.size(); ++flow) {
            const FlowShape& map = shape.flows[flow];
            const auto channelsLast = [&](const char* what) {
                return learned(state, "norms." + std::to_string(flow) + what,
                               {map.channels, map.height, map.width})
                    .permute({1, 2, 0})
                    .contiguous()
                    .to(device);
            };
            Flow folded{.shape = map, .weight = channelsLast(".weight"), .bias = channelsLast(".bias")};
            for (int step = 0; step < shape.steps; ++step)
                folded.steps.emplace_back(shape, flow, step, state, device, type);
            flows_.push_back(std::move(folded));
        }
    }

    Scored score(const TrunkFeatures& features) const override {
        cv::Mat sum = cv::Mat::zeros(input_.size, CV_32FC1);
        for (std::size_t flow = 0; flow < flows_.size(); ++flow) {
            const at::Tensor energy = energyOf(flows_[flow], features.map(fastFlowLayers()[flow]));
            // § 5: the likelihood up to its constant, turned round; it vanishes where features are far off.
            const at::Tensor map = energyMap_ ? energy : energy.neg().exp_().neg_();
            sum += resizeMapBilinear(asMat(map), input_.size);
        }
        sum /= static_cast<double>(flows_.size());
        AnomalyMap map(sum, "FastFlow's map");
        const double score = map.maximum();
        return {.imageScore = score, .map = std::move(map)};
    }

private:
    struct Flow {
        FlowShape shape;
        at::Tensor weight;  ///< of the LayerNorm, [h,w,C]
        at::Tensor bias;
        std::vector<FoldedStep> steps;
    };

    /// ½ · mean of z² over channels: [1,h,w].
    static at::Tensor energyOf(const Flow& flow, const at::Tensor& features) {
        requireFinite(features, "picture");
        const at::Tensor normal = at::layer_norm(features.permute({0, 2, 3, 1}),
                                                 {flow.shape.height, flow.shape.width, flow.shape.channels},
                                                 flow.weight, flow.bias);
        FoldedStep::State z = flow.steps.front().begin(normal.permute({0, 3, 1, 2}));
        for (const FoldedStep& step : flow.steps)
            z = step(z);
        return z.x.square().mean(1).mul_(0.5);
    }

    NetworkInput input_;
    bool energyMap_;
    std::vector<Flow> flows_;
};
}  // namespace

std::unique_ptr<FeatureScorer> makeFastFlowScorer(const FastFlowShape& shape, const NetworkInput& input,
                                                  bool energyMap, const LearnedState& state,
                                                  const at::Device& device, at::ScalarType type) {
    return std::make_unique<FastFlowScorer>(shape, input, energyMap, state, device, type);
}

}  // namespace segad::nn
