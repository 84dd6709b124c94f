#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/defect/generate.h"

using namespace segad;

namespace {
DefectRecipe sample() {
    return {.kind = "stain",
            .params = requireDefectKind("stain").params.complete({{"strength_min", 0.4}}),
            .segments = {1, 3},
            .seed = ~std::uint64_t{0},
            .part = std::string(64, 'a'),
            .number = 12,
            .attempt = 3};
}

ErrorCode refusal(const Json& json) {
    try {
        recipeFromJson(json, "recipe 7");
    } catch (const Error& error) {
        EXPECT_EQ(error.subject().empty(), false);
        return error.code();
    }
    return ErrorCode::Internal;
}

TEST(Recipe, ComesBackFromItsText) {
    DefectRecipe recipe = sample();
    EXPECT_EQ(recipeFromJson(Json::parse(toJson(recipe).dump()), "text"), recipe);
    recipe.kind = "perlin";
    recipe.params = requireDefectKind("perlin").params.defaults();
    recipe.textureFile = "/textures/wood.png";
    recipe.textureSha256 = std::string(64, 'b');
    EXPECT_EQ(recipeFromJson(Json::parse(toJson(recipe).dump()), "text"), recipe);
    EXPECT_LT(toJson(recipe).dump().size(), 600U) << "small";
}

TEST(Recipe, OfSeveralDefectsComesBack) {
    DefectRecipe recipe = sample();
    recipe.defects = 3;
    EXPECT_EQ(recipeFromJson(Json::parse(toJson(recipe).dump()), "text"), recipe);
    EXPECT_FALSE(toJson(sample()).contains("defects")) << "one goes without saying";
}

TEST(Recipe, OfATimeWhenTheKindWasDrawnOtherwiseIsRefused) {
    DefectRecipe recipe = sample();
    EXPECT_EQ(toJson(recipe)["version"], 1) << "stains are drawn as ever: the same text, the same name";
    Json json = toJson(recipe);
    recipe.kind = "missing";
    recipe.params = requireDefectKind("missing").params.defaults();
    json = toJson(recipe);
    EXPECT_EQ(json["version"], 2);
    json["version"] = 1;
    EXPECT_EQ(refusal(json), ErrorCode::InvalidData);
}

TEST(Recipe, ParametersOfAnOlderProgramAreCompleted) {
    Json json = toJson(sample());
    json["params"].erase("colour");
    EXPECT_EQ(recipeFromJson(json, "old").params.at("colour"), "any");
}

TEST(Recipe, RefusesWhatIsNone) {
    const Json good = toJson(sample());
    EXPECT_EQ(refusal(Json::array()), ErrorCode::InvalidData);
    EXPECT_EQ(refusal("blur"), ErrorCode::InvalidData);
    for (const auto& [key, value] : good.items()) {
        Json without = good;
        without.erase(key);
        EXPECT_EQ(refusal(without), ErrorCode::InvalidData) << key;
        Json wrong = good;
        wrong[key] = Json::array({"x"});
        EXPECT_NE(refusal(wrong), ErrorCode::Internal) << key;
    }
    const auto with = [&](const char* key, const Json& value) {
        Json changed = good;
        changed[key] = value;
        return refusal(changed);
    };
    EXPECT_EQ(with("kind", "earthquake"), ErrorCode::NotFound);
    EXPECT_EQ(with("version", kDefectVersion + 1), ErrorCode::NewerVersion);
    EXPECT_EQ(with("attempt", kDefectAttempts), ErrorCode::InvalidData);
    EXPECT_EQ(with("attempt", -1), ErrorCode::InvalidData);
    EXPECT_EQ(with("number", -1), ErrorCode::InvalidData);
    EXPECT_EQ(with("defects", 0), ErrorCode::InvalidData);
    EXPECT_EQ(with("defects", kMostDefects + 1), ErrorCode::InvalidData);
    EXPECT_EQ(with("segments", Json::array({300})), ErrorCode::InvalidData);
    EXPECT_EQ(with("segments", Json(std::vector<int>(1000, 1))), ErrorCode::InvalidData);
    EXPECT_EQ(with("params", {{"strength_min", 7}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(with("params", {{"strength_max", nullptr}}), ErrorCode::InvalidArgument);
}
}  // namespace
