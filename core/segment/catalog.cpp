#include "core/segment/catalog.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/segment/clusters_source.h"
#include "core/segment/files_source.h"
#include "core/segment/foreground_source.h"
#include "core/segment/segment_source.h"
#include "core/segment/strokes_source.h"
#include "core/segment/template_source.h"
#include "core/segment/whole_source.h"

namespace segad {

const std::vector<SegmentSourceInfo>& segmentCatalog() {
    static const std::vector<SegmentSourceInfo> rows{foregroundSourceRow(), filesSourceRow(),
                                                     wholeSourceRow(),      templateSourceRow(),
                                                     strokesSourceRow(),    clustersSourceRow()};
    return rows;
}

const SegmentSourceInfo* findSegmentSource(std::string_view key) noexcept {
    const auto& rows = segmentCatalog();
    const auto found = std::ranges::find(rows, key, &SegmentSourceInfo::key);
    return found == rows.end() ? nullptr : &*found;
}

std::unique_ptr<SegmentSource> createSegmentSource(std::string_view key, const Json& params) {
    const SegmentSourceInfo* row = findSegmentSource(key);
    if (row == nullptr) {
        std::string known;
        for (const SegmentSourceInfo& other : segmentCatalog())
            known += (known.empty() ? "" : ", ") + other.key;
        throw Error(ErrorCode::NotFound, std::string(key), "is not a segment source",
                    "Use one of: " + known + ".");
    }
    return row->create(row->params.complete(params));
}

}  // namespace segad
