// Live features made from words instead of pictures.
#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/forest/feature_names.h"
#include "core/workflow/live_forest.h"

namespace segad::test {

/// Parts under one detector with one segment (five columns), each a picture of its own until told otherwise.
class LiveCase {
public:
    LiveCase() {
        const std::vector<std::string> detectors{"patchcore"};
        features.table = FeatureTable(featureNames(1, detectors));
        features.detectors = {{.id = 1, .subject = "patchcore"}};
    }

    /// A part whose features are noise around `level`. Its row.
    std::size_t add(Label label, double level, double noise = 1) {
        std::vector<double> row;
        for (std::size_t i = 0; i < features.table.columns().size(); ++i)
            row.push_back(level + noise * dice_.normal());
        return addRow(label, row);
    }

    std::size_t addRow(Label label, const std::vector<double>& row) {
        const std::size_t index = features.table.rows();
        features.table.append(static_cast<PartId>(index) + 1, row);
        features.parts.push_back({.path = "part " + std::to_string(index), .picture = index, .group = index});
        features.labels.push_back(label);
        return index;
    }

    /// The same picture once more. Its row.
    std::size_t copy(std::size_t row, Label label) {
        const std::span<const double> values = features.table.row(row);
        const std::size_t index = addRow(label, {values.begin(), values.end()});
        features.parts[index].picture = features.parts[row].picture;
        features.parts[index].group = features.parts[row].group;
        return index;
    }

    /// `good` parts around 0 and `bad` ones around `distance`.
    void addLabelled(std::size_t good, std::size_t bad, double distance) {
        for (std::size_t i = 0; i < good; ++i)
            add(Label::Good, 0);
        for (std::size_t i = 0; i < bad; ++i)
            add(Label::Bad, distance);
    }

    LiveForest fit() const {
        Job job;
        return fitLive(features, features.labels, options, job);
    }

    LiveFeatures features;
    ForestOptions options;

private:
    SplitMix64 dice_{7, "live case"};
};

}  // namespace segad::test
