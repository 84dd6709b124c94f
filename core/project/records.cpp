#include "core/project/records.h"

#include "core/project/words.h"

namespace segad {

std::string_view toString(PaintedPurpose purpose) noexcept {
    return wordOf(kPaintedPurposes, purpose);
}

std::string_view toString(SegmentFindingKind kind) noexcept {
    return wordOf(kSegmentFindingKinds, kind);
}

std::string_view toString(RunKind kind) noexcept {
    return wordOf(kRunKinds, kind);
}
std::string_view toString(RunOutcome outcome) noexcept {
    return wordOf(kRunOutcomes, outcome);
}
std::string_view toString(Verdict verdict) noexcept {
    return wordOf(kVerdicts, verdict);
}

std::string_view toString(NoVerdict why) noexcept {
    return wordOf(kNoVerdicts, why);
}

}  // namespace segad
