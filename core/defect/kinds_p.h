// The drawing of each kind. Private to the room: the catalog's rows point here.
#pragma once

#include "core/defect/draft.h"

namespace segad {

DefectDraft drawBlur(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawRectangle(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawThinRectangle(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawPerlin(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawCutPaste(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawCutPasteScar(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawBlendedPatch(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawMissing(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawDisplaced(const DefectScene& scene, const Json& params, SplitMix64& random);
DefectDraft drawStain(const DefectScene& scene, const Json& params, SplitMix64& random);

}  // namespace segad
