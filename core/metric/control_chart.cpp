#include "core/metric/control_chart.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace segad {

namespace {
void require(bool holds, const char* what, const char* remedy) {
    if (!holds) throw Error(ErrorCode::InvalidArgument, "control chart", what, remedy);
}
}  // namespace

EwmaChart::EwmaChart(double mean, double deviation, Settings settings)
    : mean_(mean), deviation_(deviation), settings_(settings), average_(mean) {
    require(std::isfinite(mean) && std::isfinite(deviation) && deviation > 0,
            "needs a mean and a positive deviation", "Give those of parts as they should be.");
    require(settings.lambda > 0 && settings.lambda <= 1 && settings.width > 0, "has settings out of range",
            "Give a weight above 0 and up to 1, and a width above 0.");
}

EwmaChart::Point EwmaChart::add(double value) {
    require(std::isfinite(value), "got a value that is no number", "Leave such values out.");
    const double lambda = settings_.lambda;
    average_ = lambda * value + (1 - lambda) * average_;
    memory_ *= (1 - lambda) * (1 - lambda);
    ++count_;
    const double reach = settings_.width * deviation_ * std::sqrt(lambda / (2 - lambda) * (1 - memory_));
    return {.average = average_, .low = mean_ - reach, .high = mean_ + reach};
}

ProportionChart::ProportionChart(double usual, double raised, double threshold)
    : up_(std::log(raised / usual)), down_(std::log((1 - raised) / (1 - usual))), threshold_(threshold) {
    require(usual > 0 && usual < raised && raised < 1 && threshold > 0, "has shares out of range",
            "Give two shares between 0 and 1, the usual one first.");
}

bool ProportionChart::add(bool happened) {
    sum_ = std::clamp(sum_ + (happened ? up_ : down_), 0.0, threshold_);
    return sum_ >= threshold_;
}

}  // namespace segad
