#include <mutex>

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

    /// `map`: height and width of what comes in.
    c10::IValue prepare(const at::Tensor& weight, const at::Tensor& bias, std::array<std::int64_t, 2> map,
                        const PreparedConvolution::Options& options) const {
        torch::jit::Stack stack;
        stack.reserve(8);
        stack.emplace_back(weight);
        stack.emplace_back(bias);
        stack.emplace_back(std::vector<std::int64_t>{options.stride, options.stride});
        stack.emplace_back(std::vector<std::int64_t>{options.padding, options.padding});
        stack.emplace_back(std::vector<std::int64_t>{1, 1});
        stack.emplace_back(std::int64_t{1});
        stack.emplace_back(std::vector<std::int64_t>{1, weight.size(1), map[0], map[1]});
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

/// A view whose strides are those of channels-last also where one pixel leaves a choice: oneDNN's layout
/// follows from the strides, and a 1×1 kernel laid out for other maps is laid out anew at every call.
at::Tensor channelsLast(const at::Tensor& weight) {
    const at::Tensor last = weight.contiguous(at::MemoryFormat::ChannelsLast);
    const std::int64_t in = last.size(1);
    const std::int64_t row = last.size(3) * in;
    return last.as_strided(last.sizes(), {last.size(2) * row, 1, row, in});
}
}  // namespace

struct PreparedConvolution::Laid {
    std::once_flag once;
    at::Tensor weight;  ///< empty once they are laid out
    at::Tensor bias;
    c10::IValue prepared;  ///< none where there is no oneDNN
};

PreparedConvolution::PreparedConvolution(at::Tensor weight, const at::Tensor& bias, const Options& options,
                                         const at::Device& device)
    : laid_(std::make_shared<Laid>()), options_(options) {
    const at::ScalarType arithmetic = arithmeticOf(options.type, device);
    laid_->weight = channelsLast(weight.to(options.type).to(arithmetic)).to(device);
    laid_->bias = bias.to(options.type).to(arithmetic).to(device);
}

at::Tensor PreparedConvolution::operator()(const at::Tensor& input) const {
    const at::Tensor x = input.to(arithmeticOf(options_.type, input.device()));
    Laid& laid = *laid_;
    if (const OneDnn* oneDnn = x.device().is_cpu() ? OneDnn::find() : nullptr; oneDnn != nullptr) {
        std::call_once(laid.once, [&] {
            // Whoever comes first, scoring or learning: an inference tensor is changed in inference mode
            // only.
            const c10::InferenceMode inference;
            laid.prepared = oneDnn->prepare(laid.weight, laid.bias, {x.size(2), x.size(3)}, options_);
            // The prepared object keeps the plain weights for serialising itself, which nobody does; emptying
            // the tensor they share, a view of what the caller has, saves half the memory.
            laid.weight.set_();
        });
        return oneDnn->run(x, laid.prepared).to(options_.type);
    }
    const at::Tensor output = at::conv2d(x, laid.weight, laid.bias, options_.stride, options_.padding);
    return (options_.relu ? output.relu_() : output).to(options_.type);
}

}  // namespace segad::nn
