#include "core/workflow/segment_trial.h"

#include <algorithm>
#include <vector>

#include "core/base/threads.h"
#include "core/segment/catalog.h"
#include "core/workflow/segment_paintings.h"
#include "core/workflow/segment_parts.h"

namespace segad {

SegmentTrial::SegmentTrial(const Path& file, const std::string& source, const Json& params, Job& job)
    : project_(Project::open(file, true)) {
    const SegmentSourceInfo* info = findSegmentSource(source);
    if (info == nullptr || info->painting == SegmentPainting::None) {
        throw Error(ErrorCode::InvalidArgument, source, "does not learn from what is painted",
                    "Use the source 'strokes' or 'template'.");
    }
    // No part is over it: finding the usual doubt takes looking at many parts.
    Json tried = params;
    tried["bound"] = 1.0;
    source_ = createNamedSource(source, tried, {});
    source_->learnFrom(paintingsOf(project_, info->painting == SegmentPainting::Templates
                                                 ? PaintedPurpose::Template
                                                 : PaintedPurpose::Strokes));
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
    const SegmentedPart made = source_->segment(segmentPart(project_, *record));
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
            doubts[i] = source_->segment(parts[i].second).doubt.value_or(0);
        } catch (const Error&) {
            doubts[i] = -1;  // the run will tell of it
        }
    });
    const auto worst = std::ranges::max_element(doubts);
    if (worst == doubts.end() || *worst < 0) return {0, 0};
    return {parts[static_cast<std::size_t>(worst - doubts.begin())].first, *worst};
}

}  // namespace segad
