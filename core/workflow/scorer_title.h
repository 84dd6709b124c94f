// What scorers are called where people read of them; their keys stand wherever programs read. Private to the
// room.
#pragma once

#include <string>
#include <string_view>

namespace segad {

/// "PatchCore" of "patchcore"; what is no detector's key stays.
std::string detectorTitle(std::string_view key);

/// "Boosted random forest on PatchCore + RD4AD" of "brf(patchcore,rd4ad)", else the detector's.
std::string scorerTitle(std::string_view name);

}  // namespace segad
