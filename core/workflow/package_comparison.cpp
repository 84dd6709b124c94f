#include "core/workflow/package_comparison.h"

#include <optional>
#include <vector>

#include "core/detector/scoring.h"
#include "core/image/image.h"
#include "core/project/project.h"
#include "core/workflow/inspector.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_images.h"

namespace segad {

namespace {
/// What is said of each part, with segment maps made by `maps`; absent where nothing could be said.
std::vector<std::optional<InspectedPart>> judgeAll(const Inspector& inspector, const SegmentMaker* maps,
                                                   const Project& project, const PartImages& images,
                                                   Job& job) {
    std::vector<std::optional<InspectedPart>> judged(images.size());
    ScoringCallbacks callbacks;
    callbacks.failed = [&](std::size_t, const Error& error) { job.warn(error); };
    callbacks.scored = [&](std::size_t index, std::vector<Scored> perDetector, double) {
        try {
            if (maps == nullptr) {
                judged[index] = inspector.decide({}, {}, std::move(perDetector)).part;
                return;
            }
            const Path file = project.parts().imageFile(images.parts()[index]);
            const SegmentMap segments = maps->make(images.rgb(index), file);
            judged[index] = inspector.decide(segments, std::move(perDetector)).part;
        } catch (const Error& error) {
            job.warn(error);
        }
    };
    const std::vector<const Detector*> detectors = inspector.detectors();
    scoreSource(detectors, images, callbacks, job);
    return judged;
}
}  // namespace

PackageComparison comparePackage(const Path& package, const Path& projectFile, const std::string& device,
                                 Job& job) {
    const Project project = openForFeatures(projectFile);
    const PartImages images(project, project.parts().all({.generated = false}));
    Job::Stage first(job, 0.5, "Judging by the project");
    const std::unique_ptr<Inspector> own = openInspector(projectFile, device, first.job());
    const auto expected = judgeAll(*own, own->model().segments.get(), project, images, first.job());
    Job::Stage second(job, 0.5, "Judging by the package");
    const std::unique_ptr<Inspector> packaged = openInspector(package, device, second.job());
    if (packaged->name() != own->name()) {
        throw Error(ErrorCode::InvalidArgument, toUtf8(package),
                    "judges by " + packaged->name() + ", the project by " + own->name(),
                    "Compare it with the project it was made from.");
    }
    // Maps from files don't come along: both are given those of the project.
    const InspectionModel& model =
        packaged->model().segmentSource == "files" ? own->model() : packaged->model();
    const auto found = judgeAll(*packaged, model.segments.get(), project, images, second.job());
    const std::vector<std::string> detectors = own->detectorNames();
    PackageComparison comparison;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (!expected[i] || !found[i]) {
            ++comparison.failed;
            continue;
        }
        ++comparison.parts;
        const std::string& part = images.parts()[i].path;
        comparison.largest.raiseTo({part, own->name(), expected[i]->score, found[i]->score});
        for (std::size_t d = 0; d < detectors.size(); ++d) {
            comparison.largest.raiseTo(
                {part, detectors[d], expected[i]->detectorScores.at(d), found[i]->detectorScores.at(d)});
        }
        comparison.verdictsChanged += expected[i]->verdict == found[i]->verdict ? 0 : 1;
    }
    return comparison;
}

}  // namespace segad
