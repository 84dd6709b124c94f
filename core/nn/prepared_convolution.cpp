#include <ATen/core/dispatch/Dispatcher.h>

#include "core/nn/prepared_convolution_torch.h"

namespace segad::nn {

namespace {
/// LibTorch's prepared oneDNN convolutions, called by name: their C++ headers are not installed, their
/// schemas are the same from 1.13 to 2.x.
class OneDnn {
public:
    static const OneDnn* find() {
        static const OneDnn ops;
        return ops.prepare_ && ops.run_ ? &ops : nullptr;
    }

    c10::IValue prepare(const at::Tensor& weight, const at::Tensor& bias,
                        const PreparedConvolution::Options& options) const {
        torch::jit::Stack stack;
        stack.reserve(8);
        stack.emplace_back(weight);
        stack.emplace_back(bias);
        stack.emplace_back(std::vector<std::int64_t>{options.stride, options.stride});
        stack.emplace_back(std::vector<std::int64_t>{options.padding, options.padding});
        stack.emplace_back(std::vector<std::int64_t>{1, 1});
        stack.emplace_back(std::int64_t{1});
        stack.emplace_back(
            std::vector<std::int64_t>{1, weight.size(1), options.inputSize[0], options.inputSize[1]});
        stack.emplace_back(std::string(options.relu ? "relu" : "none"));
        prepare_->callBoxed(&stack);
        return std::move(stack.front());
    }

    at::Tensor run(const at::Tensor& input, const c10::IValue& prepared) const {
        torch::jit::Stack stack;
        stack.reserve(2);
        stack.emplace_back(input);
        stack.emplace_back(prepared);
        run_->callBoxed(&stack);
        return std::move(stack.front()).toTensor();
    }

private:
    OneDnn() {
        if (!at::globalContext().hasMKLDNN()) return;
        auto& dispatcher = c10::Dispatcher::singleton();
        prepare_ = dispatcher.findSchema({"mkldnn_prepacked::conv2d_prepack", ""});
        run_ = dispatcher.findSchema({"mkldnn_prepacked::conv2d_run", ""});
    }

    // c10's optional in 1.13, the standard's in 2.x.
    using MaybeOperator = decltype(c10::Dispatcher::singleton().findSchema({"", ""}));
    MaybeOperator prepare_;
    MaybeOperator run_;
};

/// With what a convolution of `type` computes. oneDNN has none in bfloat16 for processors without AVX-512;
/// there weights and results are rounded to it and the sums are the same float32.
at::ScalarType arithmeticOf(at::ScalarType type, const at::Device& device) {
    static const bool hasBFloat16 = __builtin_cpu_supports("avx512bw") &&
                                    __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    return type == at::kBFloat16 && device.is_cpu() && !hasBFloat16 ? at::kFloat : type;
}
}  // namespace

PreparedConvolution::PreparedConvolution(at::Tensor weight, const at::Tensor& bias, const Options& options,
                                         const at::Device& device)
    : options_(options) {
    // An alias: a weight that has its form already (a 1×1 one has every) is still the caller's afterwards.
    const at::ScalarType arithmetic = arithmeticOf(options.type, device);
    weight = at::alias(weight.to(options.type).to(arithmetic).contiguous(at::MemoryFormat::ChannelsLast));
    const at::Tensor shift = bias.to(options.type).to(arithmetic);
    const OneDnn* oneDnn = device.is_cpu() ? OneDnn::find() : nullptr;
    if (oneDnn == nullptr) {
        weight_ = weight.to(device);
        bias_ = shift.to(device);
        return;
    }
    prepared_ = oneDnn->prepare(weight, shift, options);
    // The prepared object keeps the plain weights for serialising itself, which nobody does; emptying the
    // tensor they share saves half the memory.
    weight.set_();
}

at::Tensor PreparedConvolution::operator()(const at::Tensor& input) const {
    const at::Tensor x = input.to(arithmeticOf(options_.type, input.device()));
    if (!prepared_.isNone()) return OneDnn::find()->run(x, prepared_).to(options_.type);
    const at::Tensor output = at::conv2d(x, weight_, bias_, options_.stride, options_.padding);
    return (options_.relu ? output.relu_() : output).to(options_.type);
}

}  // namespace segad::nn
