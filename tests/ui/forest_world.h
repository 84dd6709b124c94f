// What a small project needs for reasons: a second detector, and a forest.
#pragma once

#include "tests/ui/ui_world.h"

namespace segad::test {

/// A training "fastflow" that sees everything in the last part, and nothing in the others; scores fall where
/// those of the world's own run rise.
RunId addContrary(const UiWorld& world);

/// A forest on the world's own run for which the mean of the second segment decides: it speaks against all
/// parts but the first, from which it has learned. The others are its test parts, and to be reviewed.
RunId addForest(const UiWorld& world);

}  // namespace segad::test
