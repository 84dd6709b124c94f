#include <optional>

#include <opencv2/core.hpp>

#include "core/detector/finite_torch.h"
#include "core/detector/map_operations.h"
#include "core/detector/reverse_distillation_network_torch.h"
#include "core/detector/reverse_distillation_scorer_torch.h"
#include "core/nn/folded_convolution_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// Reads the network's layers by name, checks their shapes and folds them.
class Folding {
public:
    Folding(const LearnedState& state, const at::Device& device, at::ScalarType type)
        : state_(state), device_(device), type_(type) {}

    struct Place {
        std::string convolution;
        std::string norm;
        int in = 0;
        int out = 0;
        int kernel = 1;
        bool relu = true;
    };

    PreparedConvolution convolution(const Place& place, int stride) const {
        learned(state_, place.convolution + ".weight", {place.out, place.in, place.kernel, place.kernel});
        requireNorm(place);
        return foldedConvolution(
            state_.tensors,
            {.convolution = place.convolution, .norm = place.norm, .stride = stride, .relu = place.relu},
            device_, type_);
    }

    /// A doubling one, before spreadSquares().
    PreparedConvolution squares(const Place& place) const {
        const at::Tensor weight = learned(state_, place.convolution + ".weight", {place.in, place.out, 2, 2});
        requireNorm(place);
        const FoldedNorm norm = foldNorm(state_.tensors, place.norm);
        return {asSquares(weight.to(at::kDouble) * norm.scale.view({1, -1, 1, 1})).to(at::kFloat),
                norm.shift.repeat({4}).to(at::kFloat),
                {.relu = place.relu, .type = type_},
                device_};
    }

private:
    void requireNorm(const Place& place) const {
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
            learned(state_, place.norm + part, {place.out});
    }

    const LearnedState& state_;
    at::Device device_;
    at::ScalarType type_;
};

class FoldedBlock {
public:
    FoldedBlock(const BlockShape& shape, const std::string& name, const Folding& folding)
        : doubles_(shape.resampling == Resampling::Double), resampler_(shape.bottleneck() ? 1 : 0) {
        const auto placeOf = [&](const std::string& convolution, const std::string& norm, int in, int out,
                                 int kernel, bool relu) {
            return Folding::Place{.convolution = name + convolution,
                                  .norm = name + norm,
                                  .in = in,
                                  .out = out,
                                  .kernel = kernel,
                                  .relu = relu};
        };
        const auto made = [&](const Folding::Place& place, bool resamples) {
            if (resamples && doubles_) return folding.squares(place);
            return folding.convolution(place, resamples && shape.resampling == Resampling::Halve ? 2 : 1);
        };
        for (int c = 1; c <= shape.convolutions(); ++c) {
            const std::string number = std::to_string(c);
            const bool last = c == shape.convolutions();
            const int inner = shape.bottleneck() ? shape.inner : shape.out;
            // The last convolution is added to the skip before its ReLU.
            path_.push_back(
                made(placeOf(".conv" + number, ".bn" + number, c == 1 ? shape.in : inner,
                             last ? shape.out : inner, shape.bottleneck() && c != 2 ? 1 : 3, !last),
                     c - 1 == resampler_));
        }
        if (!shape.hasSkip()) return;
        const std::string skip = doubles_ ? ".upsample." : ".downsample.";
        skip_.emplace(made(placeOf(skip + "0", skip + "1", shape.in, shape.out, 1, false), true));
    }

    at::Tensor operator()(const at::Tensor& x) const {
        at::Tensor y = x;
        for (std::size_t i = 0; i < path_.size(); ++i)
            y = spread(path_[i](y), static_cast<int>(i) == resampler_);
        const at::Tensor skip = skip_ ? spread((*skip_)(x), true) : x;
        return y.add_(skip).relu_();
    }

private:
    at::Tensor spread(const at::Tensor& x, bool resamples) const {
        return doubles_ && resamples ? spreadSquares(x) : x;
    }

    bool doubles_;
    int resampler_;  ///< which of the path changes the map's size
    std::vector<PreparedConvolution> path_;
    std::optional<PreparedConvolution> skip_;
};

std::vector<FoldedBlock> foldStage(const std::vector<BlockShape>& shapes, const std::string& name,
                                   const Folding& folding) {
    std::vector<FoldedBlock> stage;
    for (std::size_t b = 0; b < shapes.size(); ++b)
        stage.emplace_back(shapes[b], name + "." + std::to_string(b), folding);
    return stage;
}

class ReverseDistillationScorer final : public FeatureScorer {
public:
    ReverseDistillationScorer(const ReverseDistillationShape& shape,
                              const ReverseDistillationOptions& options, const LearnedState& state,
                              const at::Device& device, at::ScalarType type)
        : shape_(shape), options_(options) {
        const Folding folding(state, device, type);
        const auto [c1, c2, c3] = shape.channels;
        const auto joining = [&](const char* number, int in, int out) {
            return folding.convolution({.convolution = std::string("bottleneck.conv") + number,
                                        .norm = std::string("bottleneck.bn") + number,
                                        .in = in,
                                        .out = out,
                                        .kernel = 3},
                                       2);
        };
        joining_.push_back(joining("1", c1, c2));
        joining_.push_back(joining("2", c2, c3));
        joining_.push_back(joining("3", c2, c3));
        embedding_ = foldStage(shape.embedding, "bottleneck.bn_layer", folding);
        for (std::size_t stage = 0; stage < 3; ++stage) {
            const std::string number = std::to_string(stage + 1);
            decoder_.push_back(foldStage(shape.decoder.at(stage), "decoder.layer" + number, folding));
        }
    }

    Scored score(const TrunkFeatures& features) const override {
        std::vector<at::Tensor> encoded;
        for (const int layer : reverseDistillationLayers()) {
            encoded.push_back(features.map(layer));
            requireFinite(encoded.back(), "picture");
        }
        const std::vector<at::Tensor> decoded = reconstruct(encoded);
        cv::Mat combined(options_.input.size, CV_32FC1, cv::Scalar(options_.multiplyMaps ? 1 : 0));
        for (std::size_t l = 0; l < 3; ++l) {
            const at::Tensor distance = 1 - at::cosine_similarity(encoded[l], decoded[l], 1);
            const cv::Mat map = resizeMapCorners(asMat(distance), options_.input.size);
            if (options_.multiplyMaps)
                cv::multiply(combined, map, combined);
            else
                combined += map;
        }
        AnomalyMap map(blurMap(combined, options_.blurSigma), "Reverse Distillation's map");
        const double score = map.maximum();
        return {.imageScore = score, .map = std::move(map)};
    }

private:
    std::vector<at::Tensor> reconstruct(const std::vector<at::Tensor>& encoded) const {
        const at::Tensor a = joining_[1](joining_[0](encoded[0]));
        const at::Tensor b = joining_[2](encoded[1]);
        at::Tensor x =
            at::cat({a, b, encoded[2].to(a.scalar_type())}, 1).contiguous(at::MemoryFormat::ChannelsLast);
        for (const FoldedBlock& block : embedding_)
            x = block(x);
        std::vector<at::Tensor> layers(3);
        for (std::size_t stage = 0; stage < 3; ++stage) {
            for (const FoldedBlock& block : decoder_[stage])
                x = block(x);
            const cv::Size size = shape_.maps.at(2 - stage);
            x = x.narrow(2, 0, size.height)
                    .narrow(3, 0, size.width)
                    .contiguous(at::MemoryFormat::ChannelsLast);
            layers[2 - stage] = x.to(at::kFloat);
        }
        return layers;
    }

    ReverseDistillationShape shape_;
    ReverseDistillationOptions options_;
    std::vector<PreparedConvolution> joining_;
    std::vector<FoldedBlock> embedding_;
    std::vector<std::vector<FoldedBlock>> decoder_;
};
}  // namespace

std::unique_ptr<FeatureScorer> makeReverseDistillationScorer(const ReverseDistillationShape& shape,
                                                             const ReverseDistillationOptions& options,
                                                             const LearnedState& state,
                                                             const at::Device& device, at::ScalarType type) {
    return std::make_unique<ReverseDistillationScorer>(shape, options, state, device, type);
}

}  // namespace segad::nn
