// DRA (Ding et al. 2022) as a fine-tuned method; dra.md holds every choice.
#include "core/detector/dra_lesson_torch.h"
#include "core/detector/fine_tuned_torch.h"
#include "core/detector/gradient_map_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
std::map<std::string, double> extrasOf(double holistic, double seen, double pseudo, double residual) {
    return {{"holistic", holistic}, {"seen", seen}, {"pseudo", pseudo}, {"residual", residual}};
}

class DraGradientScorer final : public PictureScorer {
public:
    explicit DraGradientScorer(std::shared_ptr<DraNetwork> network) : network_(std::move(network)) {}

    Scored score(const at::Tensor& picture) const override {
        Scored result;
        GradientMap found = gradientMap(picture, true, [&](const at::Tensor& input) {
            const DraScores scores = network_->compare(input);
            result.extras = extrasOf(scores.holistic.item<double>(), scores.seen.item<double>(),
                                     scores.pseudo.item<double>(), scores.residual.item<double>());
            return scores.combined();
        });
        result.imageScore = found.score;
        result.map = AnomalyMap(std::move(found.map), "DRA's map");
        return result;
    }

private:
    std::shared_ptr<DraNetwork> network_;
};

/// Sum over the three heads that look at positions of what each position adds; mean over scales.
class DraResponseScorer final : public PictureScorer {
public:
    DraResponseScorer(std::shared_ptr<DraNetwork> network, const DraOptions& options)
        : network_(std::move(network)),
          trunk_(foldedBackbone(*network_)),
          comparison_(foldedComparison(*network_)),
          options_(options) {}

    Scored score(const at::Tensor& picture) const override {
        const c10::InferenceMode inference;
        const int layer = options_.tuning.lastLayer;
        double holistic = 0;
        std::array<double, 3> sums{};
        cv::Mat map(options_.tuning.input.size, CV_32FC1, cv::Scalar(0));
        for (int scale = 0; scale < options_.scales; ++scale) {
            const at::Tensor features = trunk_->forward(atScale(picture, scale), {layer}).map(layer);
            const at::Tensor difference =
                (network_->reference(scale) - features).contiguous(at::MemoryFormat::ChannelsLast);
            holistic += network_->holistic(features).item<double>() / options_.scales;
            const std::array<at::Tensor, 3> responses{network_->seen(features), network_->pseudo(features),
                                                      network_->residual(comparison_(difference))};
            for (std::size_t head = 0; head < responses.size(); ++head) {
                sums.at(head) +=
                    meanOfLargest(responses.at(head), options_.topRatio).item<double>() / options_.scales;
                addResponses(map, responses.at(head), 1.0 / options_.scales);
            }
        }
        return {.imageScore = sums[0] + sums[1] + sums[2] - holistic,
                .map = AnomalyMap(std::move(map), "DRA's map"),
                .extras = extrasOf(holistic, sums[0], sums[1], sums[2])};
    }

private:
    /// Convolution, BatchNorm and ReLU of the composite head as one.
    static PreparedConvolution foldedComparison(const DraNetwork& network) {
        const StateDict state = network.state();
        const auto tensor = [&](const char* name) {
            return state.at(std::string("composite_head.conv.") + name).to(at::kDouble);
        };
        constexpr double kNormEpsilon = 1e-5;
        const at::Tensor factor = tensor("1.weight") / (tensor("1.running_var") + kNormEpsilon).sqrt();
        const at::Tensor bias = tensor("1.bias") + (tensor("0.bias") - tensor("1.running_mean")) * factor;
        return {(tensor("0.weight") * factor.view({-1, 1, 1, 1})).to(at::kFloat),
                bias.to(at::kFloat),
                {.padding = 1, .relu = true},
                network.reference(0).device()};
    }

    std::shared_ptr<DraNetwork> network_;
    std::shared_ptr<const Trunk> trunk_;
    PreparedConvolution comparison_;
    DraOptions options_;
};

class DraMethod final : public FineTunedMethod {
public:
    explicit DraMethod(const Json& params) : options_(DraOptions::fromParams(params)) {}

    std::string key() const override { return "dra"; }
    std::string title() const override { return "DRA"; }
    const FineTuningOptions& options() const override { return options_.tuning; }

    std::shared_ptr<FineTunedNetwork> makeNetwork(const BackboneShape& shape) const override {
        return std::make_shared<DraNetwork>(shape, options_);
    }

    std::unique_ptr<Lesson> makeLesson(std::shared_ptr<FineTunedNetwork> network,
                                       const LessonMaterial& material) const override {
        return std::make_unique<DraLesson>(std::static_pointer_cast<DraNetwork>(std::move(network)), options_,
                                           material);
    }

    std::unique_ptr<PictureScorer> makeScorer(std::shared_ptr<FineTunedNetwork> network) const override {
        auto own = std::static_pointer_cast<DraNetwork>(std::move(network));
        if (options_.gradientMap) return std::make_unique<DraGradientScorer>(std::move(own));
        return std::make_unique<DraResponseScorer>(std::move(own), options_);
    }

private:
    DraOptions options_;
};
}  // namespace

}  // namespace segad::nn

extern "C" std::unique_ptr<segad::Detector> segadCreateDra(const segad::DetectorConfig& config) {
    return segad::nn::makeFineTunedDetector(config, [](const segad::DetectorConfig& own) {
        return std::make_unique<segad::nn::DraMethod>(own.params);
    });
}
