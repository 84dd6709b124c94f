#include "core/nn/loss_curve.h"

#include "core/base/error.h"

namespace segad {

Json toJson(const LossCurve& curve) {
    Json points = Json::array();
    for (const LossPoint& point : curve.points) {
        Json entry{{"step", point.step}, {"loss", point.loss}, {"seconds", point.learningSeconds}};
        if (point.validation) entry["validation"] = *point.validation;
        points.push_back(std::move(entry));
    }
    return {{"steps", curve.steps}, {"seconds", curve.seconds}, {"points", std::move(points)}};
}

LossCurve lossCurveFromJson(const Json& json, const std::string& subject) {
    try {
        LossCurve curve{.steps = json.at("steps").get<std::int64_t>(),
                        .seconds = json.at("seconds").get<double>()};
        for (const Json& entry : json.at("points")) {
            LossPoint point{.step = entry.at("step").get<std::int64_t>(),
                            .loss = entry.at("loss").get<double>(),
                            .learningSeconds = entry.at("seconds").get<double>()};
            if (entry.contains("validation")) point.validation = entry["validation"].get<double>();
            curve.points.push_back(point);
        }
        return curve;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::InvalidData, subject, "holds no loss curve", "Train again.");
    }
}

}  // namespace segad
