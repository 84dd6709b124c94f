#include <atomic>
#include <mutex>
#include <optional>

#include <ATen/core/dispatch/Dispatcher.h>
#include <omp.h>

#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/winograd.h"

namespace segad::nn {

/// LibTorch's prepared oneDNN convolutions, called by name: their C++ headers are not installed, their
/// schemas are the same from 1.13 to 2.x.
class PreparedConvolution::OneDnn {
public:
    static const OneDnn* find() {
        static const OneDnn ops;
        return ops.prepare_ && ops.run_ ? &ops : nullptr;
    }

    /// `map`: height and width of what comes in.
    c10::IValue prepare(const at::Tensor& weight, const at::Tensor& bias, Map map,
                        const Options& options) const {
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

namespace {
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

/// Where minimal filtering is the faster way to the same numbers. Weights as channelsLast() returns them.
std::optional<Winograd> winogradFor(const at::Tensor& weight, const at::Tensor& bias,
                                    std::array<std::int64_t, 2> map,
                                    const PreparedConvolution::Options& options) {
    if (weight.scalar_type() != at::kFloat || weight.size(2) != 3 || weight.size(3) != 3 ||
        options.stride != 1 || options.padding != 1)
        return std::nullopt;
    const std::vector<Winograd::Code> codes = Winograd::codes();
    if (codes.empty()) return std::nullopt;
    const Winograd::Shape shape{.in = weight.size(1), .out = weight.size(0), .relu = options.relu};
    const auto tile = Winograd::bestTile(shape, map[0], map[1]);
    if (!tile) return std::nullopt;
    return std::make_optional<Winograd>(weight.data_ptr<float>(), bias.contiguous().data_ptr<float>(), shape,
                                        *tile, codes.front());
}

at::Tensor runWinograd(const Winograd& winograd, const at::Tensor& input) {
    TORCH_CHECK(input.dim() == 4 && input.size(1) == winograd.shape().in, "expected ", winograd.shape().in,
                " channels, not a map of ", input.sizes());
    const at::Tensor x = input.contiguous(at::MemoryFormat::ChannelsLast);
    at::Tensor output = at::empty({x.size(0), winograd.shape().out, x.size(2), x.size(3)},
                                  x.options().memory_format(at::MemoryFormat::ChannelsLast));
    const WinogradMaps maps{.input = x.data_ptr<float>(),
                            .output = output.data_ptr<float>(),
                            .pictures = x.size(0),
                            .height = x.size(2),
                            .width = x.size(3)};
    constexpr std::int64_t kGrain = 8;  // each thread reads all weights
    at::parallel_for(0, winograd.tiles(maps), kGrain,
                     [&](std::int64_t begin, std::int64_t end) { winograd.run(maps, begin, end); });
    return output;
}

/// Whether oneDNN chooses its code for the calling thread alone. (Inside a parallel region it computes with
/// that one, but chooses as outside.)
bool computesAlone() {
    return omp_get_max_threads() == 1;
}
}  // namespace

struct PreparedConvolution::Laid {
    /// oneDNN lays some weights out differently for one thread and for several, and anew at every call where
    /// they are laid out for the other: twenty times the time of the convolution itself.
    struct Prepared {
        std::once_flag once;
        c10::IValue convolution;
    };

    std::once_flag once;
    at::Tensor weight;  ///< empty once they are laid out in all ways
    at::Tensor bias;
    std::optional<Winograd> winograd;
    std::array<Prepared, 2> prepared;  ///< for several threads, and for one
    std::atomic<int> unprepared = 2;
};

PreparedConvolution::PreparedConvolution(const at::Tensor& weight, const at::Tensor& bias,
                                         const Options& options, const at::Device& device)
    : laid_(std::make_shared<Laid>()), options_(options) {
    const at::ScalarType arithmetic = arithmeticOf(options.type, device);
    laid_->weight = channelsLast(weight.to(options.type).to(arithmetic)).to(device);
    laid_->bias = bias.to(options.type).to(arithmetic).to(device);
}

// Whoever comes first, scoring or learning, lays out: an inference tensor is changed in inference mode only.

const Winograd* PreparedConvolution::winograd(Map map) const {
    Laid& laid = *laid_;
    std::call_once(laid.once, [&] {
        const c10::InferenceMode inference;
        laid.winograd = winogradFor(laid.weight, laid.bias, map, options_);
        if (laid.winograd) laid.weight.set_();
    });
    return laid.winograd ? &*laid.winograd : nullptr;
}

const c10::IValue& PreparedConvolution::prepared(const OneDnn& oneDnn, Map map) const {
    Laid& laid = *laid_;
    Laid::Prepared& mine = laid.prepared[computesAlone() ? 1 : 0];
    std::call_once(mine.once, [&] {
        const c10::InferenceMode inference;
        at::Tensor plain = laid.weight.detach();
        mine.convolution = oneDnn.prepare(plain, laid.bias, map, options_);
        // oneDNN's object keeps the plain weights for serialising itself, which nobody does; emptying the
        // tensor they share, a view of what the caller has, saves half the memory.
        plain.set_();
        if (--laid.unprepared == 0) laid.weight.set_();
    });
    return mine.convolution;
}

at::Tensor PreparedConvolution::operator()(const at::Tensor& input) const {
    const at::Tensor x = input.to(arithmeticOf(options_.type, input.device()));
    if (x.device().is_cpu()) {
        const Map map{x.size(2), x.size(3)};
        if (const Winograd* minimal = winograd(map)) return runWinograd(*minimal, x).to(options_.type);
        if (const OneDnn* oneDnn = OneDnn::find())
            return oneDnn->run(x, prepared(*oneDnn, map)).to(options_.type);
    }
    const at::Tensor output = at::conv2d(x, laid_->weight, laid_->bias, options_.stride, options_.padding);
    return (options_.relu ? output.relu_() : output).to(options_.type);
}

}  // namespace segad::nn
