#include "core/workflow/ranked_parts.h"

#include "core/workflow/judged_scorers.h"

namespace segad {

std::vector<RankedPart> rankedParts(const Project& project, EvaluationId id) {
    const std::optional<EvaluationRecord> evaluation = project.evaluations().find(id);
    if (!evaluation) {
        throw Error(ErrorCode::NotFound, "evaluation " + std::to_string(id), "is not in the project",
                    "Evaluate again: segad evaluate " + project.file().string() + ".");
    }
    const bool byMapMaximum = evaluation->extra.value("score", std::string()) == kScoredByMapMaximum;
    const ScoreOfPart scores = scoresOf(project, evaluation->scoredBy, byMapMaximum);
    std::vector<RankedPart> ranked;
    for (const PartRecord& part : testSetOf(project, *evaluation).parts) {
        if (const auto score = scores.find(part.id); score != scores.end())
            ranked.push_back({.part = part.id, .label = part.label, .score = score->second});
    }
    return ranked;
}

RankingErrors errorsAt(std::span<const RankedPart> parts, double threshold) {
    RankingErrors errors;
    for (const RankedPart& part : parts) {
        const bool calledBad = part.score >= threshold;
        if (part.label == Label::Bad && !calledBad) errors.missed.push_back(part.part);
        if (part.label == Label::Good && calledBad) errors.rejected.push_back(part.part);
    }
    return errors;
}

}  // namespace segad
