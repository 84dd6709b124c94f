// The course of a training, as it is kept with its run and drawn. Torch-free.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/json.h"

namespace segad {

struct LossPoint {
    std::int64_t step = 0;  ///< steps taken so far
    double loss = 0;        ///< mean over the steps since the point before
    std::optional<double> validation;
    double learningSeconds = 0;  ///< of all sessions together
};

struct LossCurve {
    std::vector<LossPoint> points;  ///< at most some 500, evenly spread
    std::int64_t steps = 0;         ///< taken, all sessions together
    double seconds = 0;             ///< spent, all sessions together

    double finalLoss() const { return points.empty() ? 0 : points.back().loss; }
};

Json toJson(const LossCurve& curve);
/// Throws Error{InvalidData} naming `subject` for something else.
LossCurve lossCurveFromJson(const Json& json, const std::string& subject);

}  // namespace segad
