// The shape of a backbone: all that differs between the architectures this program runs. Torch-free, and
// the one place that says it; tensor names, modules, folded trunks and cost estimates follow from it.
//
// Sources: He et al. 2016 (ResNet-18), Zagoruyko and Komodakis 2016 (WideResNet-50-2), both with
// torchvision's names; `compact_resnet` is this project's own: what `segad distil` trains.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace segad {

struct BackboneShape {
    std::string architecture;
    bool bottleneck = false;
    int stem = 64;        ///< channels of the 7×7 convolution with stride 2
    bool pooling = true;  ///< 3×3 maximum with stride 2 after the stem; without it layer1 halves instead
    int layerCount = 4;
    std::array<int, 4> blocks{};
    std::array<int, 4> inner{};  ///< channels inside a block
    std::array<int, 4> outer{};  ///< channels after a block
    /// Channels of the 1×1 convolution through which layerN is handed out, of students while they learn; 0:
    /// it is handed out as it is.
    std::array<int, 4> heads{};

    /// Channels that come into layer1 … layer4.
    int inputChannels(int layer) const { return layer == 1 ? stem : outer.at(index(layer - 1)); }
    int outerChannels(int layer) const { return outer.at(index(layer)); }
    int innerChannels(int layer) const { return inner.at(index(layer)); }
    int blockCount(int layer) const { return blocks.at(index(layer)); }
    int headChannels(int layer) const { return heads.at(index(layer)); }
    /// Channels of what is handed out for layerN; 0 beyond the last layer.
    int channels(int layer) const {
        if (layer > layerCount) return 0;
        return headChannels(layer) > 0 ? headChannels(layer) : outerChannels(layer);
    }
    /// channels() of layer1 … layer`layerCount`.
    std::vector<int> channelsByLayer() const;
    /// Stride of a layer's first block.
    int stride(int layer) const { return layer == 1 && pooling ? 1 : 2; }
    bool hasProjection(int layer) const {
        return stride(layer) != 1 || inputChannels(layer) != outerChannels(layer);
    }

private:
    static std::size_t index(int layer) { return static_cast<std::size_t>(layer - 1); }
};

/// In the order in which an unknown file is compared with them.
const std::vector<BackboneShape>& backboneShapes();

/// nullptr for an unknown architecture.
const BackboneShape* findBackboneShape(std::string_view architecture) noexcept;

/// Throws Error{NotFound} that lists the known ones.
const BackboneShape& backboneShape(std::string_view architecture);

/// Side of layerN's grid (layer 1…4; 0: after the stem and its pooling) for a picture whose side is
/// `pixels`: each halving is ceil(n/2), and all shapes have halved alike at every layer.
int featureSide(int pixels, int layer) noexcept;

/// Floating-point operations (2 per multiply-add) of one side × side picture up to layerN's output.
double backboneFlops(const BackboneShape& shape, int side, int layer);

}  // namespace segad
