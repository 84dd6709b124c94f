// What to label next: unlabelled parts by how much a label of theirs is expected to teach the forest.
//
// Usefulness of a part is a weighted mean of four ranks among the unlabelled parts (0…1, the most is 1):
//   disagreement  how far the forests that have not seen it are apart
//   closeness     how near its margin is to a threshold
//   suspicion     how high its margin is: bad parts are rare, and each teaches more than a good one
//   novelty       how far it is in feature space from every labelled part
// The parts of a batch are chosen one after another; each counts less the nearer it is to one that was chosen
// before. Without a forest (no bad label yet) closeness and disagreement say nothing, and the detectors'
// image scores stand for the margin.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/workflow/live_forest.h"

namespace segad {

/// Measured on the demo set and on real sets (`segad suggest --measure`); not negative, not all 0.
struct SuggestWeights {
    double disagreement = 1;
    double closeness = 1;
    double suspicion = 1;
    double novelty = 1;
    double diversity = 1;  ///< 0: the batch is taken in the order of usefulness
};

struct SuggestOptions {
    std::size_t count = 10;
    /// Review and reject, on the scale of the live margins; absent: where the counted parts are told apart
    /// best.
    std::optional<std::pair<double, double>> thresholds;
    SuggestWeights weights;
};

struct Suggestion {
    PartId part = 0;
    std::string path;
    double usefulness = 0;  ///< 0…1, before diversity
    // The ranks it comes from; 0 for those that said nothing.
    double disagreement = 0;
    double closeness = 0;
    double suspicion = 0;
    double novelty = 0;
    std::optional<double> margin;  ///< absent without a forest
    std::string reason;            ///< why this one, in words
};

/// Best first. Candidates are unlabelled, not generated, no copy of a labelled part, and of identical ones
/// one. `labels` are those that `live` was fitted with. The same input gives the same suggestions.
std::vector<Suggestion> suggestParts(const LiveFeatures& features, std::span<const Label> labels,
                                     const LiveForest& live, const SuggestOptions& options, Job& job);

}  // namespace segad
