#include <algorithm>
#include <stdexcept>

#include "core/base/error.h"
#include "core/detector/detector.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// Detectors that look at the same trunk through the same input, and all the layers they need.
struct Group {
    std::shared_ptr<const Trunk> trunk;
    NetworkInput input;
    std::vector<int> layers;
    std::vector<std::size_t> detectors;
};

std::vector<Group> groupByTrunk(std::span<const Detector* const> detectors) {
    std::vector<Group> groups;
    for (std::size_t d = 0; d < detectors.size(); ++d) {
        if (!detectors[d]->isTrained()) throw std::logic_error("an untrained detector can't score");
        const std::optional<TrunkNeed> need = detectors[d]->trunk();
        if (!need) continue;
        auto group = std::ranges::find_if(
            groups, [&](const Group& g) { return g.trunk == need->trunk && g.input == need->input; });
        if (group == groups.end()) group = groups.insert(groups.end(), {need->trunk, need->input, {}, {}});
        group->detectors.push_back(d);
        for (const int layer : need->layers) {
            if (std::ranges::find(group->layers, layer) == group->layers.end())
                group->layers.push_back(layer);
        }
    }
    return groups;
}

ScoredTogether scoreAll(std::span<const Detector* const> detectors, std::span<const cv::Mat> rgb) {
    const std::vector<Group> groups = groupByTrunk(detectors);
    ScoredTogether results(detectors.size());
    for (std::size_t d = 0; d < detectors.size(); ++d) {
        if (!detectors[d]->trunk()) results[d] = detectors[d]->score(rgb);
    }
    for (const cv::Mat& picture : rgb) {
        for (const Group& group : groups) {
            const TrunkFeatures features = guarded("picture", [&] {
                return group.trunk->forward(group.trunk->preprocess(picture, group.input), group.layers);
            });
            for (const std::size_t d : group.detectors)
                results[d].push_back(detectors[d]->scoreFeatures(features));
        }
    }
    return results;
}
}  // namespace

}  // namespace segad::nn

extern "C" segad::ScoredTogether segadScoreTogether(std::span<const segad::Detector* const> detectors,
                                                    std::span<const cv::Mat> rgb) {
    return segad::nn::scoreAll(detectors, rgb);
}
