// Generated defects: a scene and a recipe give a picture with a defect and the exact mask of what changed.
//
// Deterministic: the recipe's seed, part, number and attempt name the stream of random numbers, so it does
// not matter in which order or on which thread defects are made. Thread-safe.
#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

#include "core/defect/catalog.h"
#include "core/defect/recipe.h"
#include "core/defect/scene.h"

namespace segad {

/// A change that is fainter on average (grey levels over the mask) can't be seen (generated_defects.md).
inline constexpr double kLeastChange = 3;
inline constexpr int kDefectAttempts = 20;

struct GeneratedDefect {
    cv::Mat rgb;            ///< CV_8UC3
    cv::Mat mask;           ///< CV_8UC1, 255 exactly where a channel changed
    int segment = -1;       ///< the first was placed on, -1 when it was placed without looking at segments
    int defects = 0;        ///< that are on it: fewer than wanted where there was no room for more
    double meanChange = 0;  ///< over the mask, mean of the channels, grey levels

    bool canBeSeen() const { return meanChange >= kLeastChange; }
};

/// Draws until the first defect can be seen, kDefectAttempts times at most, and notes the attempt in
/// `recipe`; absent when nothing came of it. `recipe.params` may be incomplete and is completed. Throws
/// Error{NotFound, InvalidArgument} for an unknown kind or wrong parameters.
std::optional<GeneratedDefect> generateDefect(DefectRecipe& recipe, const DefectScene& scene);

/// What `recipe` (its attempt is settled) gives on the scene. Further defects of the recipe are drawn as the
/// first is, on the part as it was, and each until it can be seen and touches none before it.
GeneratedDefect makeDefect(const DefectRecipe& recipe, const DefectScene& scene);

}  // namespace segad
