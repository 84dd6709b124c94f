#include "core/workflow/defect_places.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

#include "core/base/log.h"
#include "core/workflow/part_images.h"

namespace segad {

namespace {
/// The most frequent label under the mask; absent when the mask is empty.
std::optional<int> labelUnder(const cv::Mat& mask, const SegmentMap& segments) {
    cv::Mat scaled;
    cv::resize(mask, scaled, segments.size(), 0, 0, cv::INTER_NEAREST);
    std::array<std::size_t, 256> counts{};
    std::size_t total = 0;
    for (int y = 0; y < scaled.rows; ++y) {
        const auto* inside = scaled.ptr<std::uint8_t>(y);
        const auto* label = segments.labels().ptr<std::uint8_t>(y);
        for (int x = 0; x < scaled.cols; ++x) {
            if (inside[x] == 0) continue;
            ++counts[label[x]];
            ++total;
        }
    }
    if (total == 0) return std::nullopt;
    return static_cast<int>(std::ranges::max_element(counts) - counts.begin());
}
}  // namespace

std::unordered_map<PartId, std::string> segmentsOfDefects(const Project& project,
                                                          const std::vector<PartRecord>& parts) {
    std::unordered_map<PartId, std::string> places;
    const std::vector<SegmentRecord> names = project.segments().names();
    const PartMasks masks(project, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!masks.has(i)) continue;
        const std::optional<SegmentMap> segments = project.segments().map(parts[i].id);
        if (!segments) continue;
        try {
            const std::optional<int> label = labelUnder(masks.mask(i), *segments);
            if (label) places[parts[i].id] = names.at(static_cast<std::size_t>(*label)).name;
        } catch (const Error& error) {
            log::debug(error.what());
        }
    }
    return places;
}

}  // namespace segad
