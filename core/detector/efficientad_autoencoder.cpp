#include <array>

#include "core/detector/efficientad_autoencoder_torch.h"
#include "core/nn/pdn_shape.h"

namespace segad::nn {

namespace {
namespace tn = torch::nn;
constexpr double kDropout = 0.2;
/// To what the decoder's blocks enlarge; each convolution adds one.
constexpr std::array<std::int64_t, 6> kSides{3, 8, 15, 32, 63, 127};

at::Tensor enlarged(const at::Tensor& x, std::int64_t side) {
    return at::upsample_bilinear2d(x, {side, side}, /*align_corners=*/false);
}
}  // namespace

AutoencoderImpl::AutoencoderImpl(bool padding) : padding_(padding) {
    const auto add = [this](std::vector<tn::Conv2d>& list, int index, const tn::Conv2dOptions& options) {
        tn::Conv2d convolution(options);
        convolution->weight.set_data(convolution->weight.contiguous(at::MemoryFormat::ChannelsLast));
        list.push_back(register_module(std::to_string(index), convolution));
    };
    // Indices are those of the published sequential container, in which activations count.
    for (const auto& [index, in, out] :
         {std::array{0, 3, 32}, {2, 32, 32}, {4, 32, 64}, {6, 64, 64}, {8, 64, 64}})
        add(encoder_, index, tn::Conv2dOptions(in, out, 4).stride(2).padding(1));
    add(encoder_, 10, tn::Conv2dOptions(64, 64, 8));
    for (int block = 0; block < std::ssize(kSides); ++block)
        add(decoder_, 12 + 4 * block, tn::Conv2dOptions(64, 64, 4).padding(2));
    add(decoder_, 36, tn::Conv2dOptions(64, 64, 3).padding(1));
    add(decoder_, 38, tn::Conv2dOptions(64, kTeacherChannels, 3).padding(1));
}

at::Tensor AutoencoderImpl::forward(const at::Tensor& pictures) {
    at::Tensor x = pictures;
    for (std::size_t i = 0; i + 1 < encoder_.size(); ++i)
        x = encoder_[i]->forward(x).relu_();
    x = encoder_.back()->forward(x);
    for (std::size_t block = 0; block < kSides.size(); ++block) {
        x = decoder_[block]->forward(enlarged(x, kSides.at(block))).relu_();
        x = at::dropout(x, kDropout, is_training());
    }
    x = decoder_[kSides.size()]->forward(enlarged(x, pdnSide(padding_))).relu_();
    return decoder_.back()->forward(x);
}

StateDict AutoencoderImpl::state() const {
    StateDict state;
    for (const auto& item : named_parameters())
        state.emplace(item.key(), item.value().detach());
    return state;
}

}  // namespace segad::nn
