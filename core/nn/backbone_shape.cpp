#include "core/nn/backbone_shape.h"

#include <algorithm>

#include "core/base/error.h"

namespace segad {

std::vector<int> BackboneShape::channelsByLayer() const {
    std::vector<int> all;
    for (int layer = 1; layer <= layerCount; ++layer)
        all.push_back(channels(layer));
    return all;
}

const std::vector<BackboneShape>& backboneShapes() {
    // A wide bottleneck doubles the inner width only: 128 → 256 where ResNet-50 has 64 → 256.
    static const std::vector<BackboneShape> shapes{{.architecture = "resnet18",
                                                    .blocks = {2, 2, 2, 2},
                                                    .inner = {64, 128, 256, 512},
                                                    .outer = {64, 128, 256, 512}},
                                                   {.architecture = "wide_resnet50_2",
                                                    .bottleneck = true,
                                                    .blocks = {3, 4, 6, 3},
                                                    .inner = {128, 256, 512, 1024},
                                                    .outer = {256, 512, 1024, 2048}},
                                                   {.architecture = "compact_resnet",
                                                    .stem = 24,
                                                    .pooling = false,
                                                    .layerCount = 3,
                                                    .blocks = {1, 2, 2, 0},
                                                    .inner = {48, 96, 192, 0},
                                                    .outer = {48, 96, 192, 0}}};
    return shapes;
}

const BackboneShape* findBackboneShape(std::string_view architecture) noexcept {
    const auto& shapes = backboneShapes();
    const auto found = std::ranges::find(shapes, architecture, &BackboneShape::architecture);
    return found == shapes.end() ? nullptr : &*found;
}

const BackboneShape& backboneShape(std::string_view architecture) {
    if (const BackboneShape* shape = findBackboneShape(architecture)) return *shape;
    std::string known;
    for (const BackboneShape& shape : backboneShapes())
        known += (known.empty() ? "" : ", ") + shape.architecture;
    throw Error(ErrorCode::NotFound, std::string(architecture), "is no architecture this program knows",
                "Use one of: " + known + ".");
}

int featureSide(int pixels, int layer) noexcept {
    int side = pixels;
    for (int halving = 0; halving < std::max(layer, 1) + 1; ++halving)
        side = (side + 1) / 2;
    return side;
}

double backboneFlops(const BackboneShape& shape, int side, int layer) {
    const auto convolution = [](int at, int in, int out, int kernel) {
        return 2.0 * at * at * in * out * kernel * kernel;
    };
    const int stemSide = (side + 1) / 2;
    double flops = convolution(stemSide, 3, shape.stem, 7);
    for (int l = 1; l <= layer; ++l) {
        const int out = featureSide(side, l);
        const int before = l > 1 ? featureSide(side, l - 1) : shape.pooling ? out : stemSide;
        const int inner = shape.innerChannels(l);
        const int outer = shape.outerChannels(l);
        for (int block = 0; block < shape.blockCount(l); ++block) {
            const int in = block == 0 ? shape.inputChannels(l) : outer;
            if (shape.bottleneck) {
                flops += convolution(block == 0 ? before : out, in, inner, 1) +
                         convolution(out, inner, inner, 3) + convolution(out, inner, outer, 1);
            } else {
                flops += convolution(out, in, outer, 3) + convolution(out, outer, outer, 3);
            }
            if (block == 0 && shape.hasProjection(l)) flops += convolution(out, in, outer, 1);
        }
    }
    return flops;
}

}  // namespace segad
