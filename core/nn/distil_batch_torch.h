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
    int twins = 0;                     ///< so many at the end are the first ones with a blemish
};

/// `count` pictures: number, number + 1, … of the plain ones and, where there are twins, the first `twins` of
/// them again with their blemishes. With the teacher's features; the same whatever the number of threads.
DistilBatch makeBatch(const Trunk& teacher, const DistilPictures& pictures, std::int64_t number, int count,
                      int side, int twins = 0);

/// The pictures of such a batch alone, without anything that a teacher sees: [N,3,side,side].
at::Tensor makePictures(const Trunk& teacher, const NumberedPictures& pictures, std::int64_t number,
                        int count, int side);

/// How a layer's channels are standardised: float32 [1,C,1,1].
struct ChannelScale {
    at::Tensor mean;
    at::Tensor deviation;

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
