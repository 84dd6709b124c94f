#include "core/workflow/made_up_parts.h"

#include <algorithm>
#include <span>

#include "core/base/sha256.h"
#include "core/defect/generate.h"

namespace segad {

namespace {
/// Maps are kept no larger: a training may have thousands of parts.
constexpr int kLargestMap = 256;
/// After so many kinds that come to nothing a part is given up.
constexpr int kTrials = 4;

const std::vector<std::string>& kindsInUse() {
    static const std::vector<std::string> kinds = [] {
        std::vector<std::string> found;
        for (const DefectKind& kind : defectCatalog()) {
            if (!kind.needsPartner) found.push_back(kind.key);
        }
        return found;
    }();
    return kinds;
}

SegmentMap reduced(SegmentMap map) {
    const cv::Size size(std::min(map.size().width, kLargestMap), std::min(map.size().height, kLargestMap));
    return size == map.size() ? map : map.resized(size);
}

/// On the segments, or, when all of them are too small to hold a defect, anywhere.
DefectScene sceneOf(const cv::Mat& rgb, const SegmentMap& segments, const std::string& subject) {
    try {
        return {rgb, segments, {}, subject};
    } catch (const Error& error) {
        if (error.code() != ErrorCode::NotFound) throw;
        return {rgb, SegmentMap::whole({1, 1}), {}, subject};
    }
}
}  // namespace

MadeUpParts::MadeUpParts(const Project& project, std::vector<PartRecord> parts)
    : PartImages(project, std::move(parts)) {
    for (const PartRecord& part : this->parts()) {
        std::optional<SegmentMap> map = project.segments().map(part.id);
        segments_.push_back(map ? reduced(*std::move(map)) : SegmentMap::whole({1, 1}));
    }
}

cv::Mat MadeUpParts::withDefect(std::size_t index, const cv::Mat& rgb, SplitMix64& random) const {
    const DefectScene scene = sceneOf(rgb, segments_.at(index), parts()[index].path);
    const std::vector<std::string>& kinds = kindsInUse();
    for (int trial = 0; trial < kTrials; ++trial) {
        DefectRecipe recipe{.kind = kinds[random.below(kinds.size())], .seed = random()};
        if (std::optional<GeneratedDefect> made = generateDefect(recipe, scene)) return made->rgb;
    }
    return {};
}

std::string MadeUpParts::identity() const {
    Sha256 hash;
    hash.update("version " + std::to_string(kDefectVersion) + '\n');
    for (const std::string& kind : kindsInUse())
        hash.update(kind + '\n');
    for (const SegmentMap& map : segments_) {
        const cv::Mat labels = map.labels().isContinuous() ? map.labels() : map.labels().clone();
        hash.update(std::to_string(labels.cols) + '\n');
        hash.update(std::as_bytes(std::span(labels.ptr<std::uint8_t>(), labels.total())));
    }
    return hash.hex();
}

}  // namespace segad
