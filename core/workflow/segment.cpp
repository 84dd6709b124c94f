#include <algorithm>
#include <map>
#include <optional>

#include "core/base/threads.h"
#include "core/nn/model_io.h"
#include "core/project/project.h"
#include "core/segment/catalog.h"
#include "core/segment/segment_source.h"
#include "core/workflow/backbone_choice.h"
#include "core/workflow/part_images.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/segment_check.h"
#include "core/workflow/segment_paintings.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 32;  // maps stored together
constexpr double kPrepareShare = 0.15;
constexpr double kCheckShare = 0.03;

struct Attempt {
    std::optional<SegmentedPart> made;
    std::optional<Error> failure;
};

std::vector<SegmentPart> segmentParts(const Project& project, const std::vector<PartRecord>& parts) {
    const std::vector<Path> files = imageFiles(project, parts);
    std::vector<SegmentPart> all;
    all.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        all.push_back({.folder = project.parts().sourceFolder(parts[i].source),
                       .path = parts[i].path,
                       .width = parts[i].width,
                       .height = parts[i].height,
                       .good = parts[i].label == Label::Good,
                       .rgb = [file = files[i]] { return decodeImage(file).rgb; }});
    }
    return all;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

std::unique_ptr<SegmentSource> createSource(const SegmentRequest& request) {
    Json params = request.params;
    const SegmentSourceInfo* info = findSegmentSource(request.source);
    if (!request.names.empty() && info != nullptr && info->params.find("names") != nullptr) {
        params["names"] = joined(request.names);
    }
    // Which weights there are is known here; the run says by name which were looked through.
    if (info != nullptr && info->params.find("backbone") != nullptr && params.value("backbone", "").empty()) {
        const DetectorInfo like{.backboneLayers = [](const Json&) { return std::vector<int>{1, 2, 3}; }};
        params["backbone"] = chooseBackbone("", like, Json::object()).name;
    }
    return createSegmentSource(request.source, params);
}

/// What the source is to learn from: the maps that the request names, else what the project has.
Paintings paintingsFor(const Project& project, const SegmentRequest& request, SegmentPainting painting) {
    if (painting == SegmentPainting::None && !request.templates.empty()) {
        throw Error(ErrorCode::InvalidArgument, request.source, "does not learn from templates",
                    "Leave the templates out, or use the source 'template'.");
    }
    if (painting == SegmentPainting::None) return {};
    if (!request.templates.empty()) return paintingsFrom(project, request.templates, request.names);
    Paintings paintings = paintingsOf(
        project, painting == SegmentPainting::Templates ? PaintedPurpose::Template : PaintedPurpose::Strokes);
    if (!request.names.empty()) paintings.names = request.names;
    return paintings;
}

/// The components as they are named by the user, else by the source. A colour stays with its name.
std::vector<SegmentRecord> segmentRecords(const Project& project, const SegmentRequest& request,
                                          const SegmentSource& source) {
    std::vector<std::string> names = source.names();
    if (!request.names.empty() && request.names.size() != names.size()) {
        throw Error(ErrorCode::InvalidArgument, "names",
                    "are " + std::to_string(request.names.size()) + ", the maps have " +
                        std::to_string(names.size()) + " components",
                    "Name every component once, in the order of the labels.");
    }
    if (!request.names.empty()) names = request.names;
    const std::vector<SegmentRecord> known = project.paintedMaps().segments();
    std::vector<SegmentRecord> records;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int index = static_cast<int>(i);
        const auto same = std::ranges::find(known, names[i], &SegmentRecord::name);
        records.push_back({.index = index,
                           .name = names[i],
                           .color = same != known.end() ? same->color : usualSegmentColor(index)});
    }
    return records;
}

/// Maps that were fixed by hand, of as many components as there are now; the others are left as they are and
/// told of.
std::map<PartId, SegmentMap> fixedMaps(const Project& project, const std::vector<PartRecord>& parts,
                                       int components, Job& job) {
    std::map<PartId, SegmentMap> fixed;
    for (const PartRecord& part : parts) {
        const std::optional<cv::Mat> labels = project.paintedMaps().get(part.id, PaintedPurpose::Fix);
        if (!labels) continue;
        try {
            fixed.emplace(part.id, SegmentMap(*labels, components, "fixed map of " + part.path));
        } catch (const Error& error) {
            job.warn(error);
        }
    }
    return fixed;
}

Attempt attempt(const SegmentSource& source, const SegmentPart& part) {
    try {
        return {.made = source.segment(part)};
    } catch (const Error& error) {
        return {.failure = error};
    }
}

/// What is needed to make all maps.
struct Work {
    RunId run = 0;
    const SegmentSource& source;
    const std::vector<PartRecord>& records;
    const std::vector<SegmentPart>& parts;
    std::map<PartId, SegmentMap> fixed;
};

/// Stores what was made of one part; false when nothing was.
bool storeOne(Project& project, const Work& work, const PartRecord& part, const Attempt& attempt, Job& job) {
    const auto fix = work.fixed.find(part.id);
    if (fix != work.fixed.end()) {
        project.segments().putMap(work.run, part.id, fix->second);
        return true;
    }
    if (!attempt.made) {
        job.warn(*attempt.failure);
        return false;
    }
    project.segments().putMap(work.run, part.id, attempt.made->map);
    if (attempt.made->doubt) {
        const SegmentDoubtRecord doubt{
            .part = part.id, .doubt = *attempt.made->doubt, .flagged = attempt.made->flagged};
        project.segments().putDoubts(work.run, {&doubt, 1});
    }
    return true;
}

/// Makes and stores all maps; how many there are.
std::size_t makeMaps(Project& project, const Work& work, Job& job) {
    std::size_t made = 0;
    std::optional<Error> firstFailure;
    for (std::size_t begin = 0; begin < work.parts.size(); begin += kBatch) {
        job.progress(begin, work.parts.size());
        std::vector<Attempt> attempts(std::min(kBatch, work.parts.size() - begin));
        parallelFor(attempts.size(), [&](std::size_t i) {
            job.throwIfCancelled();
            if (work.fixed.contains(work.records[begin + i].id)) return;
            const SingleThreadScope single;  // these are the threads
            attempts[i] = attempt(work.source, work.parts[begin + i]);
        });
        Transaction transaction = project.transaction();
        for (std::size_t i = 0; i < attempts.size(); ++i) {
            if (storeOne(project, work, work.records[begin + i], attempts[i], job)) ++made;
            if (!firstFailure) firstFailure = attempts[i].failure;
        }
        transaction.commit();
    }
    if (made == 0 && firstFailure) throw *firstFailure;
    return made;
}

/// The templates that a request has brought, now that they have proved good.
void keepTemplates(Project& project, const SegmentRequest& request, const Paintings& paintings,
                   const std::vector<SegmentRecord>& names) {
    if (request.templates.empty()) return;
    PaintedMaps painted = project.paintedMaps();
    painted.clear(PaintedPurpose::Template);
    for (std::size_t i = 0; i < request.templates.size(); ++i) {
        painted.put(requirePart(project, request.templates[i].part).id, PaintedPurpose::Template,
                    paintings.parts[i].labels, "import");
    }
    painted.setSegments(names);
}

std::string flaggedRemark(const Project& project, RunId run) {
    const auto doubts = project.segments().doubts(run);
    const auto flagged = std::ranges::count_if(doubts, &SegmentDoubtRecord::flagged);
    if (flagged == 0) return {};
    return std::to_string(flagged) + " of " + std::to_string(doubts.size()) +
           " maps are over the bound and should be looked at";
}
}  // namespace

RunId makeSegments(const SegmentRequest& request, Job& job) {
    Project project = Project::open(request.project);
    // Generated parts have the maps of those they were made from.
    const std::vector<PartRecord> records = project.parts().all({.generated = false});
    if (records.empty()) {
        throw Error(ErrorCode::NotFound, request.project.string(), "has no parts to make segment maps for",
                    "Import a folder of images first: segad import " + request.project.string() + " FOLDER.");
    }
    const std::unique_ptr<SegmentSource> source = createSource(request);
    const SegmentPainting painting = findSegmentSource(request.source)->painting;
    const Paintings paintings = paintingsFor(project, request, painting);
    if (painting != SegmentPainting::None) source->learnFrom(paintings);
    const std::vector<SegmentPart> parts = segmentParts(project, records);
    RunRecord run = newRun(RunKind::Segment, request.source, request.params);
    std::vector<SegmentRecord> names;
    std::vector<SegmentFindingRecord> findings;
    recordRun(
        project, run,
        [&](RunRecord& started) {
            {
                Job::Stage stage(job, kPrepareShare, "Looking at the parts");
                source->prepare(parts, stage.job());
            }
            names = segmentRecords(project, request, *source);
            started.params = source->settledParams();
            Job::Stage stage(job, 1 - kPrepareShare - kCheckShare, "Making segment maps");
            const Work work{
                .run = started.id,
                .source = *source,
                .records = records,
                .parts = parts,
                .fixed = fixedMaps(project, records, static_cast<int>(names.size()), stage.job())};
            const std::size_t made = makeMaps(project, work, stage.job());
            if (source->hasModel()) {
                ModelWriter writer;
                source->save(writer);
                started.modelFile = writer.commit(project.runs().modelFolder());
            }
            if (made < records.size()) {
                remark(started, std::to_string(records.size() - made) + " of " +
                                    std::to_string(records.size()) + " parts got no segment map");
            }
            remark(started, flaggedRemark(project, started.id));
            started.backbone = started.params.value("backbone", "");
            Job::Stage checking(job, kCheckShare, "Checking segment maps");
            findings = findSegmentOddities(project, started.id, checking.job());
        },
        // Together with the end of the run, which puts its maps in force.
        [&](RunRecord& ended) {
            project.segments().setNames(names);
            project.segments().putFindings(ended.id, findings);
            keepTemplates(project, request, paintings, names);
        });
    return run.id;
}

}  // namespace segad
