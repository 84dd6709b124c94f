// Weight files the program recognises by their SHA-256 (backbones.md § 4). Private to the weight store.
#pragma once

#include <string>
#include <string_view>

namespace segad {

struct KnownWeights {
    std::string_view sha256;  ///< all 64 digits, or the first 8 where only the published name states them
    std::string_view architecture;
    std::string_view origin;   ///< "torchvision IMAGENET1K_V1"
    std::string_view licence;  ///< a note for the user
    std::string_view caution;  ///< why another file may be the better choice; mostly ""
};

/// nullptr for a file the program does not know.
const KnownWeights* findKnownWeights(std::string_view sha256) noexcept;

}  // namespace segad
