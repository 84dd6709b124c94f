#include "core/segment/whole_source.h"

#include "core/segment/segment_source.h"

namespace segad {

namespace {
class WholeSource : public SegmentSource {
public:
    void prepare(std::span<const SegmentPart>, Job&) override {}
    std::vector<std::string> names() const override { return {"whole part"}; }
    // Every pixel has the same label, so one pixel says it all; maps are resized to the anomaly map's size.
    SegmentedPart segment(const SegmentPart&) const override { return {.map = SegmentMap::whole({1, 1})}; }
    Json settledParams() const override { return Json::object(); }
};
}  // namespace

SegmentSourceInfo wholeSourceRow() {
    return {.key = "whole",
            .title = "Whole picture",
            .help = "One segment: the forest sees statistics of the whole anomaly map.",
            .create = [](const Json&) -> std::unique_ptr<SegmentSource> {
                return std::make_unique<WholeSource>();
            }};
}

}  // namespace segad
