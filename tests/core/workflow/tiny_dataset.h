// A dataset small enough that the whole main job takes seconds, drawn rather than stored.
#pragma once

#include "core/base/file.h"
#include "core/base/json.h"

namespace segad::test {

struct TinyDataset {
    int trainGood = 12;
    int testGood = 4;
    int testBad = 8;
    int side = 64;

    /// Writes MVTec AD's layout below `folder`: a textured square on a plain ground; bad parts have a bright
    /// blot on the square ("spot") or a dark one ("hole"), with masks; and segments/…/*.npy with two
    /// components, ground 0 and square 1.
    void write(const Path& folder) const;
    int parts() const { return trainGood + testGood + testBad; }
};

/// PatchCore's parameters for such pictures: small input, no projection, whole seconds at most.
Json tinyPatchCore();

/// A forest's parameters for a handful of rows: the published ones would not split at all.
Json tinyForest();

}  // namespace segad::test
