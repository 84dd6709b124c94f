// A recipe: all there is to know of a generated defect but the picture of the part, its segments and the
// picture it takes texture from. The same recipe on the same part gives the same pixels.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/json.h"

namespace segad {

/// Raised with every change after which a recipe gives another picture; DefectKind::drawnSince says which
/// kinds it concerns.
inline constexpr int kDefectVersion = 3;

struct DefectRecipe {
    std::string kind;
    Json params = Json::object();  ///< complete; sizes in per cent
    std::vector<int> segments;     ///< that the defect may be placed on; empty = all but the background
    std::uint64_t seed = 0;
    std::string part;         ///< what tells the part from others: the SHA-256 of its picture, or its path
    int number = 0;           ///< which of the defects of this kind on this part
    int defects = 1;          ///< how many of them the part has, 1 to kMostDefects
    int attempt = 0;          ///< the draw of the first that could be seen
    std::string textureFile;  ///< absolute path of the picture its texture is from; "" = procedural
    std::string textureSha256;

    bool operator==(const DefectRecipe&) const = default;
};

/// Requires a known kind.
Json toJson(const DefectRecipe& recipe);
/// Throws Error naming `subject`: InvalidData for what is no recipe, NotFound for an unknown kind,
/// InvalidArgument for parameters out of range, NewerVersion for the recipe of a newer program. InvalidData,
/// too, for one of a time when the kind was drawn otherwise: it would give another picture.
DefectRecipe recipeFromJson(const Json& json, const std::string& subject);

}  // namespace segad
