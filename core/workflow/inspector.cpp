#include "core/workflow/inspector.h"

#include <algorithm>
#include <iterator>

#include "core/forest/features.h"
#include "core/segment/consistency.h"
#include "core/workflow/thresholds.h"

namespace segad {

namespace {
RunRecord newestDetector(const Project& project) {
    std::vector<RunRecord> runs = newestTrainings(project);
    std::erase_if(runs, isImported);
    if (runs.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no trained detector to inspect with",
                    "Train one first: segad train " + project.file().string() + " --detector patchcore.");
    }
    return *std::ranges::max_element(runs, {}, &RunRecord::id);
}

ThresholdRecord thresholdsOf(const Project& project, const RunRecord& run) {
    if (std::optional<ThresholdRecord> thresholds = project.runs().thresholds(run.id)) return *thresholds;
    throw Error(ErrorCode::NotFound, project.file().string(), "has no thresholds to give verdicts by",
                "Score the calibration parts ('segad score " + project.file().string() +
                    " --only-missing') or fit the forest again.");
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

Inspector::Inspector(const Project& project, const std::string& device) {
    if (std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit)) {
        judge_ = std::move(*fit);
        inputs_ = inputsOfFit(project, judge_);
        loadForest(project);
    } else {
        judge_ = newestDetector(project);
        inputs_.detectors = {judge_};
        notes_.push_back("No forest was fitted, so verdicts come from the image score of " + judge_.subject);
    }
    thresholds_ = thresholdsOf(project, judge_);
    for (const RunRecord& run : inputs_.detectors) {
        detectors_.push_back(loadTrained(project, run, device));
        const std::optional<std::vector<double>> percentiles = project.maps().percentiles(run.id);
        ranges_.push_back(percentiles ? heatRange(*percentiles) : HeatRange{});
        if (!run.message.empty() && run.weightsSha256.empty() && !run.backbone.empty())
            notes_.push_back(run.message);
    }
}

void Inspector::loadForest(const Project& project) {
    const std::optional<ForestRecord> record = project.runs().forest(judge_.id);
    if (!record) {
        throw Error(ErrorCode::Corrupt, project.file().string(),
                    "has lost the forest of run " + std::to_string(judge_.id),
                    "Fit it again: segad fit " + project.file().string() + ".");
    }
    forest_ = std::make_unique<Forest>(
        Forest::deserialize(record->model, "forest of run " + std::to_string(judge_.id)));
    const std::optional<RunRecord> segmentRun = project.runs().find(inputs_.segmentRun);
    segments_ = std::make_unique<SegmentMaker>(project, segmentRun.value(), inputs_.segments);
    for (const SegmentRecord& segment : project.segments().names())
        segmentNames_.push_back(segment.name);
    if (static_cast<int>(segmentNames_.size()) != inputs_.segments) {
        throw Error(ErrorCode::InvalidData, project.file().string(),
                    "has other segments now than when the forest was fitted",
                    "Fit it again: segad fit " + project.file().string() + ".");
    }
}

std::string Inspector::name() const {
    return forest_ ? forestName(judge_.subject, inputs_.detectors) : judge_.subject;
}

std::vector<const Detector*> Inspector::detectors() const {
    std::vector<const Detector*> borrowed;
    for (const TrainedDetector& trained : detectors_)
        borrowed.push_back(trained.detector.get());
    return borrowed;
}

std::size_t Inspector::detectorIndex(const std::string& name) const {
    const auto found = std::ranges::find(inputs_.detectors, name, &RunRecord::subject);
    return static_cast<std::size_t>(found - inputs_.detectors.begin());
}

Judgement Inspector::decide(const cv::Mat& rgb, const Path& file, std::vector<Scored> perDetector) const {
    std::vector<double> imageScores;
    imageScores.reserve(perDetector.size());
    for (const Scored& scored : perDetector)
        imageScores.push_back(scored.imageScore);
    Judgement judgement = forest_ ? decideByForest(rgb, file, std::move(perDetector))
                                  : decideByDetector(std::move(perDetector));
    judgement.part.detectorScores = std::move(imageScores);
    judgement.part.verdict = verdictOf(judgement.part.score, thresholds_);
    return judgement;
}

Judgement Inspector::decideByForest(const cv::Mat& rgb, const Path& file,
                                    std::vector<Scored> perDetector) const {
    std::vector<DetectorMap> maps;
    for (std::size_t d = 0; d < perDetector.size(); ++d)
        maps.push_back({.detector = inputs_.detectors[d].subject, .map = perDetector[d].map.value()});
    const SegmentMap segments = segments_->make(rgb, file);
    std::vector<double> row = featureRow(maps, segments);
    if (inputs_.areas) std::ranges::copy(segmentShares(segments), std::back_inserter(row));
    const Explanation explanation = forest_->explain(row);
    Judgement judgement;
    judgement.part.score = explanation.score;
    const auto top = std::ranges::max_element(explanation.parts.cells, {}, &Attribution::Cell::value);
    judgement.part.topSegment = segmentTitle(segmentNames_, top->segment);
    judgement.part.topDetector = top->detector.empty() ? kAreaTitle : top->detector;
    const std::size_t deciding = detectorIndex(shownDetector(explanation.parts, *top));
    judgement.map = std::move(maps[deciding].map);
    judgement.range = ranges_[deciding];
    return judgement;
}

Judgement Inspector::decideByDetector(std::vector<Scored> perDetector) const {
    Judgement judgement;
    judgement.part.score = perDetector.front().imageScore;
    judgement.part.topDetector = inputs_.detectors.front().subject;
    judgement.part.topSegment = segmentTitle({}, kWholePart);
    judgement.map = std::move(perDetector.front().map);
    judgement.range = ranges_.front();
    return judgement;
}

}  // namespace segad
