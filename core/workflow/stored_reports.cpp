#include "core/workflow/stored_reports.h"

#include "core/base/log.h"
#include "core/base/sha256.h"
#include "core/workflow/part_features.h"

namespace segad {

namespace {
std::string labelsOf(const Project& project) {
    Sha256 sum;
    for (const PartRecord& part : project.parts().all()) {
        if (part.label == Label::Unlabelled) continue;
        sum.update(std::to_string(part.id) + ' ' + std::string(toString(part.label)) + ' ' + part.defectType +
                   '\n');
    }
    return sum.hex();
}

bool isOutdated(const Project& project, const ReportBasis& basis) {
    try {
        return basisOf(project, newestInputs(project, basis.detectors)) != basis;
    } catch (const Error&) {
        return true;  // a detector or the segment maps have gone
    }
}

/// The newest report that `read` makes something of, with its run.
template <class Read>
auto newest(const Project& project, const char* subject, const Read& read)
    -> std::optional<std::pair<RunRecord, decltype(read(Json{}))>> {
    std::optional<RunRecord> run;
    for (const RunRecord& one : project.runs().all()) {
        if (one.kind == RunKind::Evaluate && one.subject == subject && one.outcome == RunOutcome::Done &&
            one.params.value(kAllSubsetsParam, true))
            run = one;
    }
    if (!run) return std::nullopt;
    const auto stored = run->options.find(subject);
    if (stored == run->options.end()) return std::nullopt;
    try {
        auto report = read(*stored);
        report.run = run->id;
        return std::pair{*run, std::move(report)};
    } catch (const Error& error) {
        log::debug(error.what());
        return std::nullopt;
    }
}
}  // namespace

ReportBasis basisOf(const Project& project, const FeatureInputs& inputs) {
    ReportBasis basis{.detectors = inputs.detectorNames(), .labels = labelsOf(project)};
    for (const RunRecord& run : inputs.detectors)
        basis.runs.push_back(run.id);
    basis.runs.push_back(inputs.segmentRun);
    return basis;
}

std::optional<StoredAblation> storedAblation(const Project& project) {
    auto found = newest(project, kAblationSubject, ablationFromJson);
    if (!found) return std::nullopt;
    const bool outdated = isOutdated(project, found->second.basis);
    return StoredAblation{
        .report = std::move(found->second), .madeAt = found->first.startedAt, .outdated = outdated};
}

std::optional<StoredCurve> storedLearningCurve(const Project& project) {
    auto found = newest(project, kLearningCurveSubject, learningCurveFromJson);
    if (!found) return std::nullopt;
    const bool outdated = isOutdated(project, found->second.basis);
    return StoredCurve{
        .curve = std::move(found->second), .madeAt = found->first.startedAt, .outdated = outdated};
}

}  // namespace segad
