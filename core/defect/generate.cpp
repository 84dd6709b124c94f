#include "core/defect/generate.h"

#include <cstdlib>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/defect/draft.h"

namespace segad {

namespace {
/// On a small part there may be no room for another defect; that is soon known.
constexpr int kFurtherAttempts = 6;

SplitMix64 streamOf(const DefectRecipe& recipe, const std::string& further = "") {
    return SplitMix64(recipe.seed, "defect/" + recipe.kind + "/" + recipe.part + "/" +
                                       std::to_string(recipe.number) + "/" + std::to_string(recipe.attempt) +
                                       further);
}

/// Puts back what changed outside of the region, and measures the rest.
GeneratedDefect measured(const DefectScene& scene, const DefectDraft& draft) {
    GeneratedDefect made{
        .rgb = scene.rgb().clone(), .mask = cv::Mat::zeros(scene.size(), CV_8UC1), .segment = draft.segment};
    if (draft.region.empty()) return made;
    double sum = 0;
    std::int64_t pixels = 0;
    for (int y = 0; y < made.rgb.rows; ++y) {
        auto* into = made.rgb.ptr<cv::Vec3b>(y);
        const auto* drawn = draft.rgb.ptr<cv::Vec3b>(y);
        const auto* region = draft.region.ptr<std::uint8_t>(y);
        auto* mask = made.mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < made.rgb.cols; ++x) {
            if (region[x] == 0 || into[x] == drawn[x]) continue;
            for (int c = 0; c < 3; ++c)
                sum += std::abs(int{drawn[x][c]} - int{into[x][c]}) / 3.0;
            ++pixels;
            into[x] = drawn[x];
            mask[x] = 255;
        }
    }
    if (pixels > 0) {
        made.meanChange = sum / static_cast<double>(pixels);
        made.defects = 1;
    }
    return made;
}

/// Puts `more` beside what is there, unless it touches it.
bool added(GeneratedDefect& made, const GeneratedDefect& more) {
    cv::Mat near;
    cv::dilate(more.mask, near, cv::Mat());
    if (cv::countNonZero(near & made.mask) > 0) return false;
    const double before = cv::countNonZero(made.mask);
    const double with = cv::countNonZero(more.mask);
    more.rgb.copyTo(made.rgb, more.mask);
    made.mask |= more.mask;
    made.meanChange = (made.meanChange * before + more.meanChange * with) / (before + with);
    ++made.defects;
    return true;
}
}  // namespace

GeneratedDefect makeDefect(const DefectRecipe& recipe, const DefectScene& scene) {
    const DefectKind& kind = requireDefectKind(recipe.kind);
    const Json params = kind.params.complete(recipe.params);
    SplitMix64 random = streamOf(recipe);
    GeneratedDefect made = measured(scene, kind.draw(scene, params, random));
    if (!made.canBeSeen()) return made;
    for (int further = 1; further < recipe.defects; ++further) {
        for (int attempt = 0; attempt < kFurtherAttempts; ++attempt) {
            SplitMix64 dice = streamOf(recipe, "/" + std::to_string(further) + "/" + std::to_string(attempt));
            const GeneratedDefect more = measured(scene, kind.draw(scene, params, dice));
            if (more.canBeSeen() && added(made, more)) break;
        }
    }
    return made;
}

std::optional<GeneratedDefect> generateDefect(DefectRecipe& recipe, const DefectScene& scene) {
    recipe.params = requireDefectKind(recipe.kind).params.complete(recipe.params);
    for (recipe.attempt = 0; recipe.attempt < kDefectAttempts; ++recipe.attempt) {
        GeneratedDefect made = makeDefect(recipe, scene);
        if (made.canBeSeen()) return made;
    }
    recipe.attempt = 0;
    return std::nullopt;
}

}  // namespace segad
