#include "core/detector/reverse_distillation_plan.h"

#include <functional>

#include "core/nn/backbones.h"

namespace segad {

namespace {
/// What one convolution is, for counting; a BatchNorm follows.
struct Counted {
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t taps = 0;            ///< of its kernel that meet one output pixel
    std::int64_t weightsPerPair = 0;  ///< of one input and one output channel
    std::int64_t pixels = 0;          ///< of the output
};

std::int64_t areaOf(cv::Size size) {
    return std::int64_t{size.width} * size.height;
}

void countBlock(const BlockShape& block, std::int64_t pixelsBefore, std::int64_t pixels,
                const std::function<void(const Counted&)>& count) {
    const auto add = [&](int in, int out, int kernel, bool resamples, std::int64_t at) {
        const bool doubles = resamples && block.resampling == Resampling::Double;
        const std::int64_t taps = doubles ? 1 : std::int64_t{kernel} * kernel;
        count({.in = in, .out = out, .taps = taps, .weightsPerPair = doubles ? 4 : taps, .pixels = at});
    };
    if (block.bottleneck()) {
        add(block.in, block.inner, 1, false, pixelsBefore);
        add(block.inner, block.inner, 3, true, pixels);
        add(block.inner, block.out, 1, false, pixels);
    } else {
        add(block.in, block.out, 3, true, pixels);
        add(block.out, block.out, 3, false, pixels);
    }
    if (block.hasSkip()) add(block.in, block.out, 1, true, pixels);
}

void forEachConvolution(const ReverseDistillationShape& shape,
                        const std::function<void(const Counted&)>& count) {
    const auto [c1, c2, c3] = shape.channels;
    const std::array<std::int64_t, 3> pixels{areaOf(shape.maps[0]), areaOf(shape.maps[1]),
                                             areaOf(shape.maps[2])};
    for (const auto& [in, out, at] :
         {std::tuple{c1, c2, pixels[1]}, {c2, c3, pixels[2]}, {c2, c3, pixels[2]}})
        count({.in = in, .out = out, .taps = 9, .weightsPerPair = 9, .pixels = at});
    const std::int64_t code = areaOf(shape.code);
    for (std::size_t b = 0; b < shape.embedding.size(); ++b)
        countBlock(shape.embedding[b], b == 0 ? pixels[2] : code, code, count);
    for (std::size_t stage = 0; stage < 3; ++stage) {
        const std::int64_t before = stage == 0 ? code : pixels.at(3 - stage);
        const std::int64_t after = pixels.at(2 - stage);
        for (std::size_t b = 0; b < shape.decoder.at(stage).size(); ++b)
            countBlock(shape.decoder.at(stage)[b], b == 0 ? before : after, after, count);
    }
}
}  // namespace

const std::vector<int>& reverseDistillationLayers() {
    static const std::vector<int> layers{1, 2, 3};
    return layers;
}

ReverseDistillationOptions ReverseDistillationOptions::fromParams(const Json& params) {
    const int side = params.at("image_size").get<int>();
    return {
        .input = {.size = {side, side},
                  .resize = params.at("resize") == "antialias" ? ResizeMode::Antialias : ResizeMode::Linear},
        .embeddingWidth = std::stoi(params.at("ocbe_width").get<std::string>()),
        .multiplyMaps = params.at("map_combination").get<std::string>() == "multiply",
        .lossPerPixel = params.at("loss").get<std::string>() == "pixel",
        .blurSigma = params.at("blur_sigma").get<double>(),
        .learningRate = params.at("learning_rate").get<double>(),
        .beta1 = params.at("beta1").get<double>(),
        .beta2 = params.at("beta2").get<double>(),
        .epochs = params.at("epochs").get<int>(),
        .batchSize = params.at("batch_size").get<int>()};
}

ReverseDistillationShape reverseDistillationShape(const ReverseDistillationOptions& options,
                                                  const BackboneShape& backbone) {
    ReverseDistillationShape shape;
    const auto& layers = reverseDistillationLayers();
    for (std::size_t l = 0; l < 3; ++l) {
        shape.channels.at(l) = backbone.channels(layers[l]);
        shape.maps.at(l) = {featureSide(options.input.size.width, layers[l]),
                            featureSide(options.input.size.height, layers[l])};
    }
    shape.code = {(shape.maps[2].width + 1) / 2, (shape.maps[2].height + 1) / 2};

    const auto stageOf = [&](int in, int inner, int out, int blocks, Resampling first) {
        std::vector<BlockShape> stage;
        stage.reserve(static_cast<std::size_t>(blocks));
        for (int b = 0; b < blocks; ++b) {
            stage.push_back({.in = b == 0 ? in : out,
                             .inner = backbone.bottleneck ? inner : 0,
                             .out = out,
                             .resampling = b == 0 ? first : Resampling::None});
        }
        return stage;
    };
    const int deepest = shape.channels[2];
    shape.embedding = stageOf(3 * deepest, options.embeddingWidth, 2 * deepest,
                              backbone.blockCount(backbone.layerCount), Resampling::Halve);
    int in = 2 * deepest;
    for (std::size_t stage = 0; stage < 3; ++stage) {
        const int out = shape.channels.at(2 - stage);
        // § 3: the inner width is half of the outer, as in the wide encoder.
        shape.decoder.at(stage) =
            stageOf(in, out / 2, out, backbone.blockCount(static_cast<int>(stage) + 1), Resampling::Double);
        in = out;
    }
    return shape;
}

std::uint64_t ReverseDistillationShape::parameters() const noexcept {
    std::int64_t sum = 0;
    forEachConvolution(*this, [&](const Counted& c) { sum += c.in * c.out * c.weightsPerPair + 2 * c.out; });
    return static_cast<std::uint64_t>(sum);
}

double ReverseDistillationShape::flops() const noexcept {
    double sum = 0;
    forEachConvolution(*this, [&](const Counted& c) {
        sum += 2.0 * static_cast<double>(c.in * c.out * c.taps) * static_cast<double>(c.pixels);
    });
    return sum;
}

std::uint64_t ReverseDistillationShape::activationBytes() const noexcept {
    // Of each convolution's output: itself, normalised, after its ReLU, and its gradient on the way back.
    std::int64_t floats = 0;
    forEachConvolution(*this, [&](const Counted& c) { floats += 4 * c.out * c.pixels; });
    return static_cast<std::uint64_t>(floats) * sizeof(float);
}

}  // namespace segad
