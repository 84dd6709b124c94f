#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "core/base/threads.h"
#include "core/image/heat_colors.h"
#include "core/project/project.h"
#include "core/segment/catalog.h"
#include "core/segment/segment_source.h"
#include "core/workflow/part_images.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 32;  // maps stored together
constexpr double kPrepareShare = 0.15;

struct Attempt {
    std::optional<SegmentMap> map;
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
    return createSegmentSource(request.source, params);
}

std::string hexColor(int label) {
    const cv::Vec3b color = segmentColor(label);
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", color[0], color[1], color[2]);
    return text.data();
}

/// The components as they are named by the user, else by the source.
std::vector<SegmentRecord> segmentRecords(const SegmentRequest& request, const SegmentSource& source) {
    std::vector<std::string> names = source.names();
    if (!request.names.empty() && request.names.size() != names.size()) {
        throw Error(ErrorCode::InvalidArgument, "names",
                    "are " + std::to_string(request.names.size()) + ", the maps have " +
                        std::to_string(names.size()) + " components",
                    "Name every component once, in the order of the labels.");
    }
    if (!request.names.empty()) names = request.names;
    std::vector<SegmentRecord> records;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int index = static_cast<int>(i);
        records.push_back({.index = index, .name = names[i], .color = hexColor(index)});
    }
    return records;
}

Attempt attempt(const SegmentSource& source, const SegmentPart& part) {
    try {
        return {.map = source.segment(part)};
    } catch (const Error& error) {
        return {.failure = error};
    }
}

/// Makes and stores all maps; how many there are.
std::size_t makeMaps(Project& project, RunId run, const SegmentSource& source,
                     const std::vector<PartRecord>& records, const std::vector<SegmentPart>& parts,
                     Job& job) {
    std::size_t made = 0;
    std::optional<Error> firstFailure;
    for (std::size_t begin = 0; begin < parts.size(); begin += kBatch) {
        job.progress(begin, parts.size());
        std::vector<Attempt> attempts(std::min(kBatch, parts.size() - begin));
        parallelFor(attempts.size(), [&](std::size_t i) {
            job.throwIfCancelled();
            attempts[i] = attempt(source, parts[begin + i]);
        });
        Transaction transaction = project.transaction();
        for (std::size_t i = 0; i < attempts.size(); ++i) {
            if (attempts[i].map) {
                project.segments().putMap(run, records[begin + i].id, *attempts[i].map);
                ++made;
            } else {
                job.warn(*attempts[i].failure);
                if (!firstFailure) firstFailure = attempts[i].failure;
            }
        }
        transaction.commit();
    }
    if (made == 0 && firstFailure) throw *firstFailure;
    return made;
}
}  // namespace

RunId makeSegments(const SegmentRequest& request, Job& job) {
    Project project = Project::open(request.project);
    const std::vector<PartRecord> records = project.parts().all();
    if (records.empty()) {
        throw Error(ErrorCode::NotFound, request.project.string(), "has no parts to make segment maps for",
                    "Import a folder of images first: segad import " + request.project.string() + " FOLDER.");
    }
    const std::unique_ptr<SegmentSource> source = createSource(request);
    const std::vector<SegmentPart> parts = segmentParts(project, records);
    RunRecord run = newRun(RunKind::Segment, request.source, request.params);
    std::vector<SegmentRecord> names;
    recordRun(
        project, run,
        [&](RunRecord& started) {
            {
                Job::Stage stage(job, kPrepareShare, "Looking at the parts");
                source->prepare(parts, stage.job());
            }
            names = segmentRecords(request, *source);
            started.params = source->settledParams();
            Job::Stage stage(job, 1 - kPrepareShare, "Making segment maps");
            const std::size_t made = makeMaps(project, started.id, *source, records, parts, stage.job());
            if (made < records.size()) {
                remark(started, std::to_string(records.size() - made) + " of " +
                                    std::to_string(records.size()) + " parts got no segment map");
            }
        },
        // Together with the end of the run, which puts its maps in force.
        [&](RunRecord&) { project.segments().setNames(names); });
    return run.id;
}

}  // namespace segad
