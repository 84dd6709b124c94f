#include "core/workflow/inspector.h"

#include <algorithm>

#include "core/forest/features.h"
#include "core/workflow/part_features.h"
#include "core/workflow/thresholds.h"

namespace segad {

std::vector<const Detector*> Inspector::detectors() const {
    std::vector<const Detector*> borrowed;
    for (const InspectionDetector& each : model_.detectors)
        borrowed.push_back(each.detector.get());
    return borrowed;
}

std::vector<std::string> Inspector::detectorNames() const {
    std::vector<std::string> names;
    for (const InspectionDetector& each : model_.detectors)
        names.push_back(each.name);
    return names;
}

Judgement Inspector::decide(const cv::Mat& rgb, const Path& file, std::vector<Scored> perDetector) const {
    std::vector<double> imageScores;
    imageScores.reserve(perDetector.size());
    for (const Scored& scored : perDetector)
        imageScores.push_back(scored.imageScore);
    Judgement judgement = model_.forest ? decideByForest(rgb, file, std::move(perDetector))
                                        : decideByDetector(std::move(perDetector));
    judgement.part.detectorScores = std::move(imageScores);
    judgement.part.verdict = verdictOf(judgement.part.score, model_.thresholds);
    return judgement;
}

Judgement Inspector::decideByForest(const cv::Mat& rgb, const Path& file,
                                    std::vector<Scored> perDetector) const {
    std::vector<DetectorMap> maps;
    for (std::size_t d = 0; d < perDetector.size(); ++d)
        maps.push_back({.detector = model_.detectors[d].name, .map = perDetector[d].map.value()});
    Judgement judgement;
    judgement.segments = model_.segments->make(rgb, file);
    judgement.reasons = model_.forest->explain(featureRow(maps, *judgement.segments));
    judgement.part.score = judgement.reasons->score;
    const auto top = std::ranges::max_element(judgement.reasons->parts.cells, {}, &Attribution::Cell::value);
    judgement.topSegment = top->segment;
    judgement.part.topSegment = segmentTitle(model_.segmentNames, top->segment);
    judgement.part.topDetector = top->detector;
    const auto deciding = std::ranges::find(model_.detectors, top->detector, &InspectionDetector::name);
    judgement.map = std::move(maps[static_cast<std::size_t>(deciding - model_.detectors.begin())].map);
    judgement.range = deciding->range;
    return judgement;
}

Judgement Inspector::decideByDetector(std::vector<Scored> perDetector) const {
    const InspectionDetector& deciding = model_.detectors.front();
    Judgement judgement;
    judgement.part.score = perDetector.front().imageScore;
    judgement.part.topDetector = deciding.name;
    judgement.part.topSegment = segmentTitle({}, kWholePart);
    judgement.map = std::move(perDetector.front().map);
    judgement.range = deciding.range;
    return judgement;
}

}  // namespace segad
