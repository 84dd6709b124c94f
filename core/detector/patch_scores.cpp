#include <algorithm>
#include <cmath>

#include "core/detector/distance.h"
#include "core/detector/map_operations.h"
#include "core/detector/patch_scores_torch.h"

namespace segad::nn {

PatchCoreScore scoreImage(const PatchBank& bank, const at::Tensor& patches,
                          const std::vector<Nearest>& nearest, int neighbours) {
    // max_element gives the first of equals: the lowest index, as § 4 asks.
    const auto farthest = std::ranges::max_element(nearest, {}, &Nearest::distance);
    PatchCoreScore score{.maxPatchDistance = farthest->distance, .patch = farthest - nearest.begin()};
    if (std::min<std::int64_t>(neighbours, bank.size()) > 1) {
        const float* patch = patches.data_ptr<float>() + score.patch * bank.dimension();
        std::vector<double> distances;
        for (const std::int64_t row : bank.neighbours(farthest->row, neighbours)) {
            distances.push_back(std::sqrt(exactSquaredDistance(patch, bank.row(row).data(),
                                                               static_cast<std::size_t>(bank.dimension()))));
        }
        // 1 − softmax(distances)[0], where slot 0 is the nearest row itself; distances are non-negative and
        // the largest is subtracted, so no exponential overflows.
        const double largest = std::ranges::max(distances);
        double sum = 0;
        for (const double distance : distances)
            sum += std::exp(distance - largest);
        score.weight = 1 - std::exp(distances.front() - largest) / sum;
    }
    score.imageScore = score.weight * score.maxPatchDistance;
    return score;
}

cv::Mat patchMap(const std::vector<Nearest>& nearest, cv::Size grid, const PatchCoreOptions& options) {
    cv::Mat distances(grid, CV_32FC1);
    std::ranges::transform(nearest, distances.begin<float>(),
                           [](const Nearest& n) { return static_cast<float>(n.distance); });
    const cv::Mat atInputSize = options.mapBilinear ? resizeMapBilinear(distances, options.input.size)
                                                    : resizeMapNearest(distances, options.input.size);
    return blurMap(atInputSize, options.blurSigma);
}

}  // namespace segad::nn
