#include "core/base/threads.h"
#include "core/nn/replicas_torch.h"
#include "core/nn/runtime_torch.h"

namespace segad::nn {

Replicas::Replicas(ResNet network, const BackboneShape& shape, int lastLayer, int count) {
    const at::NoGradGuard noGradient;
    const std::vector<at::Tensor> shared = network->parameters();
    const std::vector<at::Tensor> statistics = network->buffers();
    const at::Device device = shared.front().device();
    networks_.push_back(std::move(network));
    for (int i = 1; i < count; ++i) {
        ResNet replica(shape, lastLayer);
        replica->to(device);
        std::vector<at::Tensor> own = replica->parameters();
        for (std::size_t p = 0; p < own.size(); ++p)
            own[p].set_data(shared[p].detach());
        std::vector<at::Tensor> buffers = replica->buffers();
        for (std::size_t b = 0; b < buffers.size(); ++b)
            buffers[b].copy_(statistics[b]);
        networks_.push_back(std::move(replica));
    }
}

void Replicas::clearGradients() {
    for (ResNet& network : networks_)
        network->zero_grad();
}

void Replicas::run(std::span<const double> weights, const std::function<void(ResNet&, int)>& body) {
    const int share = std::max(1, threadCount() / count());
    parallelFor(networks_.size(), [&](std::size_t i) {
        const ThreadLimitScope limit(share);
        enterTorch();
        body(networks_[i], static_cast<int>(i));
    });
    enterTorch();
    const at::NoGradGuard noGradient;
    std::vector<at::Tensor> sums = networks_.front()->parameters();
    // Statistics that nobody changed would not survive the rounding of their mean.
    std::vector<at::Tensor> means =
        networks_.front()->is_training() ? networks_.front()->buffers() : std::vector<at::Tensor>();
    for (at::Tensor& parameter : sums)
        parameter.mutable_grad().mul_(weights[0]);
    for (at::Tensor& mean : means)
        if (mean.is_floating_point()) mean.mul_(weights[0]);
    for (std::size_t i = 1; i < networks_.size(); ++i) {
        const std::vector<at::Tensor> parameters = networks_[i]->parameters();
        const std::vector<at::Tensor> buffers = networks_[i]->buffers();
        for (std::size_t p = 0; p < sums.size(); ++p)
            sums[p].mutable_grad().add_(parameters[p].grad(), weights[i]);
        for (std::size_t b = 0; b < means.size(); ++b)
            if (means[b].is_floating_point()) means[b].add_(buffers[b], weights[i]);
    }
    for (std::size_t i = 1; i < networks_.size(); ++i) {
        std::vector<at::Tensor> buffers = networks_[i]->buffers();
        for (std::size_t b = 0; b < means.size(); ++b)
            buffers[b].copy_(means[b]);
    }
}

}  // namespace segad::nn
