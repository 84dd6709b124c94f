#include "ui/viewer/difference_maker.h"

#include "core/image/percentile_scale.h"
#include "ui/session/background.h"

namespace segad::ui {

namespace {
constexpr std::size_t kPercentiles = 101;

std::shared_ptr<const PartPicture> differenceOf(const DifferenceSide& first, const DifferenceSide& second,
                                                double from) {
    auto picture = std::make_shared<PartPicture>(*first.picture);
    picture->run = 0;
    picture->map.reset();
    picture->mapLevels.clear();
    const bool comparable = first.picture->map && second.picture->map &&
                            first.percentiles.size() == kPercentiles &&
                            second.percentiles.size() == kPercentiles;
    if (!comparable) return picture;
    picture->map =
        std::make_shared<AnomalyMap>(percentileDifference({*first.picture->map, first.percentiles},
                                                          {*second.picture->map, second.percentiles}, from),
                                     "difference");
    return picture;
}
}  // namespace

DifferenceMaker::DifferenceMaker(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

DifferenceMaker::~DifferenceMaker() {
    pool_.clear();
    pool_.waitForDone();
}

void DifferenceMaker::make(const DifferenceSide& first, const DifferenceSide& second, double from) {
    pool_.clear();
    runInBackground(
        this, pool_, [first, second, from] { return differenceOf(first, second, from); },
        [this, generation = ++generation_](const std::shared_ptr<const PartPicture>& picture) {
            if (generation == generation_) Q_EMIT made(picture);
        });
}

HeatScale DifferenceMaker::scale() {
    return {.colors = HeatColors::Difference, .low = -100, .high = 100, .percentiles = {}};
}

}  // namespace segad::ui
