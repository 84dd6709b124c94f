#include "core/workflow/one_class.h"

#include "core/workflow/detector_scoring.h"
#include "core/workflow/generation.h"

namespace segad {

namespace {
constexpr double kGenerateShare = 0.3;

void scoreMissing(const Project& project, std::span<const RunRecord> detectors, const std::string& device,
                  Job& job) {
    const std::vector<PartRecord> parts = keptGenerated(project);
    const double share = 1.0 / static_cast<double>(detectors.size());
    for (const RunRecord& run : detectors) {
        Job::Stage stage(job, share, "Scoring generated parts");
        std::vector<PartRecord> missing = unscored(project, run, parts);
        if (missing.empty()) continue;
        const TrainedDetector trained = loadTrained(project, run, device);
        scoreUnseen(project, trained, std::move(missing), stage.job());
    }
}
}  // namespace

std::vector<PartRecord> keptGenerated(const Project& project) {
    return project.parts().all({.label = Label::Bad, .generated = true});
}

std::string prepareOneClass(const Project& project, std::span<const RunRecord> detectors, std::uint64_t seed,
                            const std::string& device, Job& job) {
    std::string told;
    if (keptGenerated(project).empty()) {
        Job::Stage stage(job, kGenerateShare, "Generating defects");
        const GenerateReport report =
            generateDefects({.project = project.file(), .seed = seed, .add = true}, stage.job());
        told = std::to_string(report.made) + " defects of the paper's three kinds were generated on " +
               std::to_string(report.from) + " good parts";
    }
    Job::Stage stage(job, told.empty() ? 1 : 1 - kGenerateShare, "Scoring generated parts");
    scoreMissing(project, detectors, device, stage.job());
    return told;
}

}  // namespace segad
