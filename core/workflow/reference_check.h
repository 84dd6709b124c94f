// What became of the reference parts of a package: pictures that stand in it with the scores they got where
// it was made, and are scored again whenever it is opened.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace segad {

/// A score that came out otherwise.
struct ScoreDifference {
    std::string part;  ///< name of the reference part
    std::string by;    ///< who scored it: "brf(patchcore)", "patchcore"
    double expected = 0;
    double found = 0;

    /// Share of the score, or the plain difference for scores below 1.
    double size() const noexcept;
    /// Becomes the other one when that is larger. A score that is no number counts as the largest.
    void raiseTo(const ScoreDifference& other);
};

struct ReferenceCheck {
    /// More than this is another result.
    static constexpr double kTolerance = 1e-4;

    std::size_t parts = 0;
    ScoreDifference largest;           ///< of all parts, of the forest and of every detector
    std::size_t verdictsChanged = 0;   ///< of reference parts
    std::vector<std::string> changes;  ///< what is other here than where it was made, a sentence each
};

}  // namespace segad
