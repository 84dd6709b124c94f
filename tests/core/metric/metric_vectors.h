// The image-level cases of tests/data/metrics.json.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/metric/score_sets.h"
#include "tests/support/test_support.h"

namespace segad::test {

struct ImageCase {
    std::string name;
    ScoreSets scores;
    Json expected;
};

inline std::vector<ImageCase> imageCases() {
    std::vector<ImageCase> cases;
    const Json file = vectors("metrics.json");
    for (const Json& entry : file.at("image")) {
        const auto scores = entry["s"].get<std::vector<double>>();
        const auto labels = entry["y"].get<std::vector<std::uint8_t>>();
        cases.push_back({entry["name"].get<std::string>(), ScoreSets::from(scores, labels), entry});
    }
    return cases;
}

inline constexpr double kTolerance = 1e-12;

/// Scores as continuous as double, or on a grid of `levels` values, from the portable stream.
inline ScoreSets drawnScores(const std::string& name, std::size_t good, std::size_t bad, int levels = 0) {
    ScoreSets scores;
    std::vector<double> numbers = uniformStream(name, good + bad);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        double value = numbers[i] + (i < good ? 0.0 : 0.3);
        if (levels > 0) value = std::floor(value * levels);
        (i < good ? scores.good : scores.bad).push_back(value);
    }
    return scores;
}

}  // namespace segad::test
