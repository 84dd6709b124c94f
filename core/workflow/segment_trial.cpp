#include "core/workflow/segment_trial.h"

#include <algorithm>
#include <vector>

#include "core/base/threads.h"
#include "core/image/image.h"
#include "core/segment/catalog.h"
#include "core/workflow/segment_paintings.h"
#include "core/workflow/segment_parts.h"

namespace segad {

namespace {
constexpr std::size_t kKeptBytes = std::size_t{256} << 20U;

PaintedPurpose purposeOf(const std::string& source) {
    const SegmentSourceInfo* info = findSegmentSource(source);
    if (info != nullptr && info->painting == SegmentPainting::Templates) return PaintedPurpose::Template;
    if (info != nullptr && info->painting == SegmentPainting::Strokes) return PaintedPurpose::Strokes;
    throw Error(ErrorCode::InvalidArgument, source, "does not learn from what is painted",
                "Use the source 'strokes' or 'template'.");
}
}  // namespace

SegmentTrial::SegmentTrial(const Path& file, const std::string& source, const Json& params)
    : project_(Project::open(file, true)), purpose_(purposeOf(source)) {
    // No part is over it: finding the usual doubt takes looking at many parts.
    Json tried = params;
    tried["bound"] = 1.0;
    source_ = createNamedSource(source, tried, {});
}

cv::Mat SegmentTrial::picture(const PartRecord& part) {
    const auto known = pictures_.find(part.id);
    if (known != pictures_.end() && known->second.first == part.sha256) return known->second.second;
    cv::Mat rgb = decodeImage(project_.parts().imageFile(part)).rgb;
    std::size_t bytes = rgb.total() * rgb.elemSize();
    for (const auto& [id, kept] : pictures_)
        bytes += kept.second.total() * kept.second.elemSize();
    if (bytes <= kKeptBytes) pictures_.insert_or_assign(part.id, std::pair(part.sha256, rgb));
    return rgb;
}

void SegmentTrial::learn(Job& job) {
    job.throwIfCancelled();
    source_->learnFrom(
        paintingsOf(project_, purpose_, [this](const PartRecord& part) { return picture(part); }));
    job.throwIfCancelled();
    source_->prepare({}, job);
}

SegmentTrial::~SegmentTrial() = default;

TriedPart SegmentTrial::look(PartId part) const {
    const std::optional<PartRecord> record = project_.parts().find(part);
    if (!record) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(part), "is not in the project",
                    "Reload the project.");
    }
    const SegmentedPart made = source_->glance(segmentPart(project_, *record));
    return {.map = made.map, .doubt = made.doubt, .uncertainty = made.uncertainty};
}

std::pair<PartId, double> SegmentTrial::leastCertain(std::span<const PartId> among, std::size_t most,
                                                     Job& job) const {
    const std::size_t count = std::min(most, among.size());
    // The project has one handle: pictures are read side by side, records are not.
    std::vector<std::pair<PartId, SegmentPart>> parts;
    for (std::size_t i = 0; i < count; ++i) {
        const PartId id = among[i * among.size() / count];
        if (const auto record = project_.parts().find(id))
            parts.emplace_back(id, segmentPart(project_, *record));
    }
    std::vector<double> doubts(parts.size(), -1);
    parallelFor(parts.size(), [&](std::size_t i) {
        job.throwIfCancelled();
        const SingleThreadScope single;
        try {
            doubts[i] = source_->glance(parts[i].second).doubt.value_or(0);
        } catch (const Error&) {
            doubts[i] = -1;  // the run will tell of it
        }
    });
    const auto worst = std::ranges::max_element(doubts);
    if (worst == doubts.end() || *worst < 0) return {0, 0};
    return {parts[static_cast<std::size_t>(worst - doubts.begin())].first, *worst};
}

}  // namespace segad
