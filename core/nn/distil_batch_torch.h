// Pictures and what the teacher sees in them, for distillation.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/nn/distil.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

inline constexpr std::array<int, 3> kDistilledLayers{1, 2, 3};

/// Runs body(i) for a batch's pictures side by side, each on one thread: pictures and features are many small
/// works. What is made there may take part in a loss.
void forEachPicture(int count, const std::function<void(std::size_t)>& body);

struct DistilBatch {
    at::Tensor pictures;               ///< [N,3,side,side], normalised, channels-last
    std::vector<at::Tensor> features;  ///< per distilled layer [N,C,h,w], raw
};

/// Pictures number, number + 1, … of the stream, with the teacher's features. The same whatever the number
/// of threads.
DistilBatch makeBatch(const Trunk& teacher, const PictureStream& stream, std::int64_t number, int count,
                      int side);

/// The pictures alone.
at::Tensor makePictures(const Trunk& teacher, const PictureStream& stream, std::int64_t number, int count,
                        int side);

/// How a layer's channels are standardised: float32 [1,C,1,1].
struct ChannelScale {
    at::Tensor mean;
    at::Tensor deviation;
    at::Tensor weight;  ///< of a channel in the loss; mean 1

    at::Tensor standardise(const at::Tensor& features) const { return (features - mean) / deviation; }
};

/// Mean and variance of channels, in double precision.
class ChannelMoments {
public:
    /// [N,C,h,w]
    void add(const at::Tensor& features);
    ChannelScale scale() const;

private:
    at::Tensor sum_;
    at::Tensor squares_;
    std::int64_t count_ = 0;
};

}  // namespace segad::nn
