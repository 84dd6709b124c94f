#include "core/workflow/inspector.h"

#include <algorithm>
#include <iterator>

#include "core/forest/features.h"
#include "core/image/image.h"
#include "core/segment/consistency.h"
#include "core/workflow/part_features.h"
#include "core/workflow/thresholds.h"

namespace segad {

namespace {
std::vector<double> imageScoresOf(const std::vector<Scored>& perDetector) {
    std::vector<double> scores;
    scores.reserve(perDetector.size());
    for (const Scored& scored : perDetector)
        scores.push_back(scored.imageScore);
    return scores;
}

/// Whose map is shown with a verdict: an area has none, so that of the detector that did most in its segment.
const std::string& shownDetector(const Attribution& parts, const Attribution::Cell& top) {
    const Attribution::Cell* shown = &top;
    for (const Attribution::Cell& cell : parts.cells) {
        if (cell.detector.empty() || cell.segment != top.segment) continue;
        if (shown->detector.empty() || cell.value > shown->value) shown = &cell;
    }
    return shown->detector;
}
}  // namespace

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
    const std::vector<double> imageScores = imageScoresOf(perDetector);
    Judgement judgement =
        complete(model_.forest ? decideByForest(model_.segments->make(rgb, file), std::move(perDetector))
                               : decideByDetector(std::move(perDetector)),
                 imageScores);
    if (!rgb.empty()) judgement.part.remark = model_.sizes.remarkOn(rgb.size());
    return judgement;
}

Judgement Inspector::decide(const SegmentMap& segments, std::vector<Scored> perDetector) const {
    const std::vector<double> imageScores = imageScoresOf(perDetector);
    return complete(decideByForest(segments, std::move(perDetector)), imageScores);
}

Judgement Inspector::complete(Judgement judgement, const std::vector<double>& imageScores) const {
    judgement.part.detectorScores = imageScores;
    judgement.part.verdict = verdictOf(judgement.part.score, model_.thresholds);
    return judgement;
}

Judgement Inspector::decideByForest(const SegmentMap& segments, std::vector<Scored> perDetector) const {
    std::vector<DetectorMap> maps;
    for (std::size_t d = 0; d < perDetector.size(); ++d)
        maps.push_back({.detector = model_.detectors[d].name, .map = perDetector[d].map.value()});
    std::vector<double> row = featureRow(maps, segments);
    if (areasOfFit(model_.judge)) std::ranges::copy(segmentShares(segments), std::back_inserter(row));
    Judgement judgement;
    judgement.segments = segments;
    judgement.reasons = model_.forest->explain(row);
    judgement.part.score = judgement.reasons->score;
    const Attribution& parts = judgement.reasons->parts;
    const auto top = std::ranges::max_element(parts.cells, {}, &Attribution::Cell::value);
    judgement.topSegment = top->segment;
    judgement.part.topSegment = segmentTitle(model_.segmentNames, top->segment);
    judgement.part.topDetector = top->detector.empty() ? kAreaTitle : top->detector;
    const auto shown =
        std::ranges::find(model_.detectors, shownDetector(parts, *top), &InspectionDetector::name);
    judgement.map = std::move(maps[static_cast<std::size_t>(shown - model_.detectors.begin())].map);
    judgement.range = shown->range;
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

JudgedFile judgeFile(const Inspector& inspector, const Path& file) {
    JudgedFile judged{.rgb = decodeImage(file).rgb, .judgement = {}};
    std::vector<Scored> perDetector;
    for (std::vector<Scored>& result : scoreTogether(inspector.detectors(), {&judged.rgb, 1}))
        perDetector.push_back(std::move(result.front()));
    judged.judgement = inspector.decide(judged.rgb, file, std::move(perDetector));
    return judged;
}

}  // namespace segad
