#include "core/detector/patch_embedding_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

at::Tensor embedPatches(const TrunkFeatures& features, const PatchCoreOptions& options) {
    std::vector<at::Tensor> maps;
    for (const int layer : options.layers) {
        at::Tensor map = at::avg_pool2d(features.map(layer), 3, 1, 1, false, options.poolCountsBorder);
        if (!maps.empty() && map.sizes().slice(2) != maps.front().sizes().slice(2)) {
            const at::IntArrayRef grid = maps.front().sizes().slice(2);
            map = options.upsampleBilinear ? at::upsample_bilinear2d(map, grid, false)
                                           : at::upsample_nearest2d(map, grid);
        }
        maps.push_back(std::move(map));
    }
    // [1,C,h,w] -> [h·w, C]; free of copies when the maps are channels-last.
    for (at::Tensor& map : maps)
        map = map.permute({0, 2, 3, 1}).reshape({-1, map.size(1)});
    const at::Tensor rows = maps.size() == 1 ? maps.front() : at::cat(maps, 1);
    return rows.to(at::kCPU).contiguous();
}

}  // namespace segad::nn
