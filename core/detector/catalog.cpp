#include "core/detector/catalog.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/detector/devnet_row_p.h"
#include "core/detector/dra_row_p.h"
#include "core/detector/efficientad_row_p.h"
#include "core/detector/fast_flow_row_p.h"
#include "core/detector/patchcore_row_p.h"
#include "core/detector/reverse_distillation_row_p.h"
#include "core/detector/wide_resnet_classifier_row_p.h"
#include "core/nn/backbone_shape.h"

namespace segad {

bool DetectorInfo::fitsArchitecture(std::string_view architecture) const noexcept {
    if (backboneArchitectures.empty()) return findBackboneShape(architecture) != nullptr;
    return std::ranges::find(backboneArchitectures, architecture) != backboneArchitectures.end();
}

const std::vector<DetectorInfo>& detectorCatalog() {
    static const std::vector<DetectorInfo> rows{patchCoreRow(),
                                                reverseDistillationRow(),
                                                fastFlowRow(),
                                                efficientAdSmallRow(),
                                                efficientAdMediumRow(),
                                                devNetRow(),
                                                draRow(),
                                                wideResNetClassifierRow()};
    return rows;
}

const DetectorInfo* findDetector(std::string_view key) noexcept {
    const auto& rows = detectorCatalog();
    const auto row = std::ranges::find(rows, key, &DetectorInfo::key);
    return row == rows.end() ? nullptr : &*row;
}

const DetectorInfo& detectorInfo(std::string_view key) {
    if (const DetectorInfo* row = findDetector(key)) return *row;
    std::string known;
    for (const DetectorInfo& row : detectorCatalog())
        known += (known.empty() ? "" : ", ") + row.key;
    throw Error(ErrorCode::NotFound, std::string(key), "is not a detector this program knows",
                "Choose one of: " + known + ".");
}

}  // namespace segad
