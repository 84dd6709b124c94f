#include "core/defect/recipe.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/defect/catalog.h"
#include "core/defect/generate.h"

namespace segad {

namespace {
constexpr int kMostSegments = 256;

Error noRecipe(const std::string& subject, const std::string& why) {
    return Error(ErrorCode::InvalidData, subject, "is no recipe of a generated defect: " + why,
                 "Generate the defects again.");
}

void requireSound(const DefectRecipe& recipe, const std::string& subject) {
    if (recipe.attempt < 0 || recipe.attempt >= kDefectAttempts) throw noRecipe(subject, "attempt");
    if (recipe.number < 0) throw noRecipe(subject, "number");
    if (recipe.defects < 1 || recipe.defects > kMostDefects) throw noRecipe(subject, "defects");
    if (recipe.segments.size() > kMostSegments) throw noRecipe(subject, "segments");
    for (const int segment : recipe.segments) {
        if (segment < 0 || segment >= kMostSegments) throw noRecipe(subject, "segments");
    }
}
}  // namespace

Json toJson(const DefectRecipe& recipe) {
    // The oldest version that draws it: what is stored of kinds that are drawn as ever stays the same text.
    const int version = std::max(requireDefectKind(recipe.kind).drawnSince, recipe.defects > 1 ? 2 : 1);
    Json json{{"version", version},          {"kind", recipe.kind},      {"params", recipe.params},
              {"segments", recipe.segments}, {"seed", recipe.seed},      {"part", recipe.part},
              {"number", recipe.number},     {"attempt", recipe.attempt}};
    if (recipe.defects > 1) json["defects"] = recipe.defects;
    if (!recipe.textureFile.empty())
        json["texture"] = {{"file", recipe.textureFile}, {"sha256", recipe.textureSha256}};
    return json;
}

DefectRecipe recipeFromJson(const Json& json, const std::string& subject) {
    DefectRecipe recipe;
    int version = 0;
    try {
        version = json.at("version").get<int>();
        if (version > kDefectVersion) {
            throw Error(ErrorCode::NewerVersion, subject, "is a recipe of a newer program",
                        "Update SegAD Studio.");
        }
        recipe.kind = json.at("kind").get<std::string>();
        recipe.params = json.at("params");
        recipe.segments = json.at("segments").get<std::vector<int>>();
        recipe.seed = json.at("seed").get<std::uint64_t>();
        recipe.part = json.at("part").get<std::string>();
        recipe.number = json.at("number").get<int>();
        recipe.defects = json.value("defects", 1);
        recipe.attempt = json.at("attempt").get<int>();
        if (json.contains("texture")) {
            recipe.textureFile = json.at("texture").at("file").get<std::string>();
            recipe.textureSha256 = json.at("texture").at("sha256").get<std::string>();
        }
    } catch (const Json::exception& error) {
        throw noRecipe(subject, error.what());
    }
    requireSound(recipe, subject);
    const DefectKind& kind = requireDefectKind(recipe.kind);
    if (version < kind.drawnSince) {
        throw Error(ErrorCode::InvalidData, subject,
                    "was generated when defects of kind " + kind.key + " were drawn otherwise",
                    "Generate the defects again.");
    }
    recipe.params = kind.params.complete(recipe.params);
    return recipe;
}

}  // namespace segad
