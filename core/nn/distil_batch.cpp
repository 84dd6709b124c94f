#include "core/base/threads.h"
#include "core/nn/distil_batch_torch.h"
#include "core/nn/runtime_torch.h"

namespace segad::nn {

namespace {
at::Tensor picture(const Trunk& teacher, const NumberedPictures& stream, std::int64_t number, int side) {
    return teacher.preprocess(stream(static_cast<std::uint64_t>(number), side), {.size = {side, side}});
}
}  // namespace

void forEachPicture(int count, const std::function<void(std::size_t)>& body) {
    parallelFor(static_cast<std::size_t>(count), [&](std::size_t i) {
        const SingleThreadScope alone;
        enterTorch();
        // Not inference mode: what is made here takes part in a loss.
        const at::NoGradGuard noGradient;
        body(i);
    });
    enterTorch();
}

DistilBatch makeBatch(const Trunk& teacher, const DistilPictures& from, std::int64_t number, int count,
                      int side, int twins) {
    if (!from.blemished) twins = 0;
    const std::vector<int> layers(kDistilledLayers.begin(), kDistilledLayers.end());
    std::vector<at::Tensor> pictures(static_cast<std::size_t>(count));
    std::vector<std::vector<at::Tensor>> maps(layers.size(), std::vector<at::Tensor>(pictures.size()));
    forEachPicture(count, [&](std::size_t i) {
        const auto own = static_cast<std::int64_t>(i);
        const std::int64_t plain = count - twins;
        pictures[i] = own < plain ? picture(teacher, from.plain, number + own, side)
                                  : picture(teacher, from.blemished, number + own - plain, side);
        const TrunkFeatures features = teacher.forward(pictures[i], layers);
        for (std::size_t l = 0; l < layers.size(); ++l)
            maps[l][i] = features.map(layers[l]);
    });
    DistilBatch batch{.pictures = at::cat(pictures), .twins = twins};
    for (const auto& layer : maps)
        batch.features.push_back(at::cat(layer));
    return batch;
}

at::Tensor makePictures(const Trunk& teacher, const NumberedPictures& from, std::int64_t number, int count,
                        int side) {
    std::vector<at::Tensor> pictures(static_cast<std::size_t>(count));
    forEachPicture(count, [&](std::size_t i) {
        pictures[i] = picture(teacher, from, number + static_cast<std::int64_t>(i), side);
    });
    return at::cat(pictures);
}

void ChannelMoments::add(const at::Tensor& features) {
    const at::Tensor values = features.detach().to(at::kDouble);
    const at::Tensor sum = values.sum({0, 2, 3}, true);
    const at::Tensor squares = values.square().sum({0, 2, 3}, true);
    sum_ = sum_.defined() ? sum_ + sum : sum;
    squares_ = squares_.defined() ? squares_ + squares : squares;
    count_ += values.size(0) * values.size(2) * values.size(3);
}

ChannelScale ChannelMoments::scale() const {
    const at::Tensor mean = sum_ / static_cast<double>(count_);
    // A channel that never moves must not blow up its rounding errors.
    const at::Tensor deviation =
        (squares_ / static_cast<double>(count_) - mean.square()).clamp_min(1e-12).sqrt();
    return {.mean = mean.to(at::kFloat), .deviation = deviation.to(at::kFloat)};
}

}  // namespace segad::nn
