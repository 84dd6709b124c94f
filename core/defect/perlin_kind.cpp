// DRAEM's defects (Zavrtanik et al. 2021, § 3.3; generated_defects.md § 2.1).
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/defect/augment.h"
#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"
#include "core/defect/perlin.h"
#include "core/procedural/pictures.h"

namespace segad {

namespace {
/// The noise is smooth: it is made at DRAEM's size and enlarged, so that a large picture costs no more.
constexpr int kNoiseSide = 256;
/// Textures are changed at this size at most, and enlarged to the picture as DRAEM does.
constexpr int kTextureSide = 512;

cv::Mat drawNoise(int finest, SplitMix64& random) {
    const auto cells = [&] { return 1 << random.below(static_cast<std::uint64_t>(finest) + 1); };
    const int down = cells();
    const int across = cells();
    std::vector<double> angles(static_cast<std::size_t>((down + 1) * (across + 1)));
    for (double& angle : angles)
        angle = 2 * std::numbers::pi * random.uniform();
    const cv::Mat noise = perlinNoise({kNoiseSide, kNoiseSide}, {across, down}, angles);
    const double degrees = random.uniform(-90, 90);
    const cv::Point2f centre(static_cast<float>(kNoiseSide - 1) / 2, static_cast<float>(kNoiseSide - 1) / 2);
    cv::Mat turned;
    cv::warpAffine(noise, turned, cv::getRotationMatrix2D(centre, degrees, 1), noise.size());
    return turned;
}

cv::Mat drawTexture(const DefectScene& scene, SplitMix64& random) {
    cv::Mat texture;
    if (scene.texture().empty()) {
        const int side = std::clamp(scene.side(), kProceduralMinSide, kTextureSide);
        texture = proceduralTexture(random(), 0, side);
    } else {
        const double shrink = std::min(
            1.0, static_cast<double>(kTextureSide) / std::max(scene.texture().rows, scene.texture().cols));
        cv::resize(scene.texture(), texture, {}, shrink, shrink, cv::INTER_AREA);
    }
    texture = augmented(texture, random);
    cv::Mat whole;
    cv::resize(texture, whole, scene.size(), 0, 0, cv::INTER_LINEAR);
    return whole;
}
}  // namespace

DefectDraft drawPerlin(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const double opacity = drawBetween(params, "opacity", random);
    cv::Mat noise;
    cv::resize(drawNoise(params.at("cells").get<int>(), random), noise, scene.size(), 0, 0, cv::INTER_LINEAR);
    DefectDraft draft{.rgb = scene.rgb().clone()};
    cv::Mat region = noise > params.at("threshold").get<double>();
    if (params.at("on_product").get<bool>()) region &= scene.wantedMask();
    const cv::Rect bounds = boundsOf(region, 3);
    if (bounds.empty()) return draft;
    draft.region = region;
    blendInto(draft.rgb, bounds, drawTexture(scene, random)(bounds), softened(region(bounds), 1) * opacity);
    return draft;
}

}  // namespace segad
