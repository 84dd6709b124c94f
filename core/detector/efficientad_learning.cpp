#include "core/detector/efficientad_learning_torch.h"
#include "core/detector/efficientad_losses_torch.h"
#include "core/nn/checkpoint_torch.h"

namespace segad::nn {

namespace {
at::Tensor withoutGradient(const std::function<at::Tensor(const at::Tensor&)>& teacher,
                           const at::Tensor& picture) {
    const at::NoGradGuard noGradient;
    return teacher(picture);
}
}  // namespace

std::vector<at::Tensor> EfficientAdNetworks::parameters() const {
    std::vector<at::Tensor> all = student->parameters();
    for (const at::Tensor& parameter : autoencoder->parameters())
        all.push_back(parameter);
    return all;
}

StateDict EfficientAdNetworks::state() const {
    StateDict state = withPrefix(student->state(), "student.");
    state.merge(withPrefix(autoencoder->state(), "autoencoder."));
    return state;
}

EfficientAdLosses learnFrom(const EfficientAdSample& sample, EfficientAdNetworks& networks,
                            const std::function<at::Tensor(const at::Tensor&)>& teacher,
                            double hardQuantile) {
    EfficientAdLosses losses;
    // Without jitter one pass through the student serves both of its halves.
    const bool shared = !sample.jittered.defined();
    const at::Tensor wanted = withoutGradient(teacher, sample.picture);
    const at::Tensor features = networks.student->features(sample.picture);
    HardLoss hard =
        hardFeatureLoss(wanted, networks.student->head(features, 0, kTeacherChannels), hardQuantile);
    losses.hard = hard.loss.item<double>();
    losses.threshold = hard.threshold;
    // Its activations go with it.
    if (!shared) std::exchange(hard.loss, {}).backward();

    if (sample.penalty.defined()) {
        const at::Tensor loss = penaltyLoss(
            networks.student->head(networks.student->features(sample.penalty), 0, kTeacherChannels));
        losses.penalty = loss.item<double>();
        loss.backward();
    }

    const at::Tensor& picture = shared ? sample.picture : sample.jittered;
    const at::Tensor target = shared ? wanted : withoutGradient(teacher, picture);
    const at::Tensor made = networks.autoencoder->forward(picture);
    const at::Tensor imitated = networks.student->head(
        shared ? features : networks.student->features(picture), kTeacherChannels, kTeacherChannels);
    const at::Tensor reconstruction = squaredLoss(target, made);
    const at::Tensor agreement = squaredLoss(made, imitated);
    losses.autoencoder = reconstruction.item<double>();
    losses.agreement = agreement.item<double>();
    (shared ? reconstruction + agreement + hard.loss : reconstruction + agreement).backward();
    return losses;
}

}  // namespace segad::nn
