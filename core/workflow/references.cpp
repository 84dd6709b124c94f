#include "core/workflow/references.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/machine.h"
#include "core/base/threads.h"
#include "core/detector/scoring.h"
#include "core/detector/trunk_precision.h"

namespace segad {

namespace {
struct Candidate {
    double score = 0;
    PartRecord part;
    bool learned = false;
};

bool isLearned(const Candidate& candidate) {
    return candidate.learned;
}

/// `count` of them, from the lowest to the highest score at even distances.
void spread(std::vector<Candidate> candidates, std::size_t count, std::vector<PartRecord>& chosen) {
    const auto learned = static_cast<std::size_t>(std::ranges::count_if(candidates, isLearned));
    if (candidates.size() - learned >= count) std::erase_if(candidates, isLearned);
    std::ranges::stable_sort(candidates, {}, &Candidate::score);
    count = std::min(count, candidates.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = count == 1 ? candidates.size() / 2 : i * (candidates.size() - 1) / (count - 1);
        chosen.push_back(std::move(candidates[at].part));
    }
}

class ReferenceImages : public ImageSource {
public:
    explicit ReferenceImages(const std::vector<ReferencePicture>& pictures) : pictures_(pictures) {}
    std::size_t size() const override { return pictures_.size(); }
    cv::Mat rgb(std::size_t index) const override { return pictures_[index].rgb; }

private:
    const std::vector<ReferencePicture>& pictures_;
};

/// Of the frozen trunk; "" for a detector without one.
std::string precisionOf(const Detector& detector, std::optional<Precision> asked) {
    if (!detector.trunk()) return "";
    return toString(trunkPrecision({.params = detector.description().params, .precision = asked}));
}
}  // namespace

std::vector<PartRecord> chooseReferences(const Project& project, const RunRecord& judge,
                                         const KnownPictures& learned, int count) {
    std::map<PartId, double> scores;
    for (const ScoreRecord& score : project.runs().scores(judge.id))
        scores[score.part] = score.imageScore;
    std::map<Label, std::vector<Candidate>> byLabel;
    for (PartRecord& part : project.parts().all({.generated = false})) {
        const auto score = scores.find(part.id);
        std::error_code absent;
        if (score == scores.end() || !std::filesystem::exists(project.parts().imageFile(part), absent))
            continue;
        const bool known = learned.contains({.bytes = part.bytes, .sha256 = part.sha256});
        byLabel[part.label].push_back({.score = score->second, .part = std::move(part), .learned = known});
    }
    const auto wanted = static_cast<std::size_t>(count);
    const std::size_t bad = std::min(byLabel[Label::Bad].size(), wanted / 2);
    const std::size_t good = std::min(byLabel[Label::Good].size(), wanted - bad);
    std::vector<PartRecord> chosen;
    spread(std::move(byLabel[Label::Good]), good, chosen);
    spread(std::move(byLabel[Label::Bad]), std::max(bad, wanted - good), chosen);
    if (chosen.empty()) spread(std::move(byLabel[Label::Unlabelled]), wanted, chosen);
    if (!chosen.empty()) return chosen;
    throw Error(ErrorCode::NotFound, project.file().string(),
                "has no scored part whose picture is there, to be a reference",
                "Score parts first: segad score " + project.file().string() + " --only-missing.");
}

std::vector<Judgement> judgeReferences(const Inspector& inspector,
                                       const std::vector<ReferencePicture>& pictures, Job& job) {
    std::vector<Judgement> judgements(pictures.size());
    ScoringCallbacks callbacks;
    callbacks.scored = [&](std::size_t index, std::vector<Scored> perDetector, double) {
        const ReferencePicture& picture = pictures[index];
        judgements[index] = picture.segments
                                ? inspector.decide(*picture.segments, std::move(perDetector))
                                : inspector.decide(picture.rgb, picture.file, std::move(perDetector));
    };
    const std::vector<const Detector*> detectors = inspector.detectors();
    scoreSource(detectors, ReferenceImages(pictures), callbacks, job);
    return judgements;
}

ReferenceCheck compareReferences(const Inspector& inspector, const PackageContents& contents,
                                 const std::vector<Judgement>& found, std::optional<Precision> precision) {
    ReferenceCheck check{.parts = found.size()};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const PackagedReference& reference = contents.references[i];
        const std::vector<std::string> detectors = inspector.detectorNames();
        for (std::size_t d = 0; d < detectors.size(); ++d) {
            check.largest.raiseTo({reference.name, detectors[d], reference.detectorScores.at(d),
                                   found[i].part.detectorScores.at(d)});
        }
        if (inspector.model().forest)
            check.largest.raiseTo({reference.name, inspector.name(), reference.score, found[i].part.score});
        check.verdictsChanged += toString(found[i].part.verdict.value()) == reference.verdict ? 0 : 1;
    }
    check.changes = changesBetween(contents.computing, computingHere(inspector.detectors(), precision));
    return check;
}

PackagedComputing computingHere(const std::vector<const Detector*>& detectors,
                                std::optional<Precision> precision) {
    PackagedComputing computing{.processor = processorName(), .threads = threadCount()};
    for (const Detector* detector : detectors) {
        computing.device = detector->description().device;
        computing.precisions.push_back(precisionOf(*detector, precision));
    }
    return computing;
}

std::vector<std::string> changesBetween(const PackagedComputing& made, const PackagedComputing& here) {
    std::vector<std::string> changes;
    if (here.processor != made.processor)
        changes.push_back("This processor is '" + here.processor + "', the package was made on '" +
                          made.processor + "'");
    if (here.threads != made.threads) {
        changes.push_back("Threads here: " + std::to_string(here.threads) +
                          "; where the package was made: " + std::to_string(made.threads));
    }
    if (here.device != made.device)
        changes.push_back("Computes on '" + here.device + "', the package was made on '" + made.device + "'");
    if (here.precisions != made.precisions) {
        const auto other = std::ranges::mismatch(here.precisions, made.precisions);
        changes.push_back("Computes in '" + *other.in1 + "', the package was made in '" + *other.in2 + "'");
    }
    return changes;
}

}  // namespace segad
