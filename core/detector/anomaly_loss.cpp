#include <cmath>
#include <stdexcept>
#include <vector>

#include "core/detector/anomaly_loss_torch.h"

namespace segad::nn {

namespace {
constexpr int kDraws = 5000;
constexpr double kMargin = 5;
}  // namespace

DeviationReference DeviationReference::drawn(SplitMix64& random) {
    std::vector<double> draws(kDraws);
    double sum = 0;
    for (double& draw : draws) {
        draw = random.normal();
        sum += draw;
    }
    const double mean = sum / kDraws;
    double squares = 0;
    for (const double draw : draws)
        squares += (draw - mean) * (draw - mean);
    return {.mean = mean, .deviation = std::sqrt(squares / (kDraws - 1))};
}

at::Tensor deviationLoss(const at::Tensor& scores, const at::Tensor& bad,
                         const DeviationReference& reference) {
    const at::Tensor deviation = (scores - reference.mean) / reference.deviation;
    return ((1 - bad) * deviation.abs() + bad * (kMargin - deviation).clamp_min(0)).mean();
}

at::Tensor focalLoss(const at::Tensor& logits, const at::Tensor& bad, double alpha, double gamma) {
    const at::Tensor entropy = at::binary_cross_entropy_with_logits(logits, bad, {}, {}, at::Reduction::None);
    const at::Tensor p = at::sigmoid(logits);
    const at::Tensor right = p * bad + (1 - p) * (1 - bad);  // p_t
    at::Tensor each = (1 - right).pow(gamma) * entropy;
    if (alpha >= 0) each = each * (alpha * bad + (1 - alpha) * (1 - bad));
    return each.mean();
}

AnomalyLoss anomalyLossNamed(const std::string& name) {
    if (name == "deviation") return AnomalyLoss::Deviation;
    if (name == "fixed_deviation") return AnomalyLoss::FixedDeviation;
    if (name == "cross_entropy") return AnomalyLoss::CrossEntropy;
    if (name == "focal") return AnomalyLoss::Focal;
    throw std::logic_error("no loss is called " + name);
}

at::Tensor anomalyLoss(AnomalyLoss kind, const at::Tensor& scores, const at::Tensor& bad, SplitMix64 random) {
    switch (kind) {
        case AnomalyLoss::Deviation:
            return deviationLoss(scores, bad, DeviationReference::drawn(random));
        case AnomalyLoss::FixedDeviation:
            return deviationLoss(scores, bad, {});
        case AnomalyLoss::CrossEntropy:
            return at::binary_cross_entropy_with_logits(scores, bad);
        case AnomalyLoss::Focal:
            break;
    }
    return focalLoss(scores, bad, -1, 2);
}

}  // namespace segad::nn
