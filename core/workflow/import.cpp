#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/dataset/scan.h"
#include "core/project/project.h"
#include "core/workflow/map_import.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
// Hashing and probing every file is nearly all of the work.
constexpr double kScanShare = 0.85;
constexpr double kStoreShare = 0.05;
constexpr double kExtrasShare = 0.10;

PartRecord recordOf(const ScannedPart& scanned, SourceId source) {
    PartRecord part;
    part.source = source;
    part.path = scanned.path;
    part.sha256 = scanned.sha256;
    part.bytes = scanned.bytes;
    part.modifiedNs = scanned.modifiedNs;
    part.width = scanned.width;
    part.height = scanned.height;
    part.subset = scanned.subset;
    part.unseenDefect = scanned.unseenDefect;
    part.maskPath = scanned.maskPath;
    part.label = scanned.label;
    part.defectType = scanned.defectType;
    return part;
}

/// The dataset's lists with ids for paths. Parts that were left out are on none (core/dataset/validate.h).
std::vector<PublishedSubsetRecord> subsetRecords(const ScanResult& scan,
                                                 const std::unordered_map<std::string, PartId>& ids) {
    std::vector<PublishedSubsetRecord> records;
    for (const PublishedSubset& subset : scan.publishedSubsets) {
        PublishedSubsetRecord record{.name = subset.name};
        for (const std::string& path : subset.paths)
            record.parts.push_back(ids.at(path));
        records.push_back(std::move(record));
    }
    return records;
}

void countOutcome(ImportReport& report, PutOutcome outcome) {
    switch (outcome) {
        case PutOutcome::Added:
            ++report.added;
            break;
        case PutOutcome::Updated:
            ++report.updated;
            break;
        case PutOutcome::Unchanged:
            ++report.unchanged;
            break;
    }
}

/// What storing would do, told from the project as it is.
void countDryRun(ImportReport& report, const Path& project, const ScanResult& scan) {
    std::map<std::string, PartRecord> known;
    std::error_code ignored;
    if (std::filesystem::exists(project, ignored)) {
        const Project opened = Project::open(project, true);
        for (const SourceRecord& source : opened.parts().sources()) {
            if (opened.parts().sourceFolder(source.id) != scan.root) continue;
            for (PartRecord& part : opened.parts().all({.source = source.id}))
                known.emplace(part.path, std::move(part));
        }
    }
    for (const ScannedPart& part : scan.parts) {
        const auto there = known.find(part.path);
        if (there == known.end()) {
            ++report.added;
        } else if (there->second.sha256 != part.sha256 || there->second.maskPath != part.maskPath ||
                   there->second.subset != part.subset) {
            ++report.updated;
        } else {
            ++report.unchanged;
        }
    }
}

void storeParts(Project& project, const ScanResult& scan, ImportReport& report, Job& job) {
    RunRecord run = newRun(RunKind::Import, scan.layout, {{"folder", toUtf8(scan.root)}});
    recordRun(
        project, run, [](RunRecord&) {},
        [&](RunRecord& finished) {
            report.source = project.parts().addSource({.path = toUtf8(scan.root), .layout = scan.layout});
            std::unordered_map<std::string, PartId> ids;
            std::uint64_t done = 0;
            for (const ScannedPart& part : scan.parts) {
                PutOutcome outcome = PutOutcome::Unchanged;
                ids[part.path] = project.parts().put(recordOf(part, report.source), &outcome);
                countOutcome(report, outcome);
                job.progress(++done, scan.parts.size());
            }
            project.parts().setPublishedSubsets(report.source, subsetRecords(scan, ids));
            finished.params["added"] = report.added;
            finished.params["updated"] = report.updated;
            finished.params["unchanged"] = report.unchanged;
            finished.params["rejected"] = report.rejected;
            project.audit().add("import", toUtf8(scan.root), finished.params);
        });
}

/// Regions that were painted on pictures of another size than this import has found.
void tellOfMisfits(const Project& project, const std::vector<PartId>& before, ImportReport& report) {
    for (const PartId id : project.regions().misfits()) {
        if (std::ranges::binary_search(before, id)) continue;
        report.findings.push_back(
            {.kind = FindingKind::Warning,
             .path = project.parts().find(id)->path,
             .message = "the picture has another size now, and its painted regions are out of sight",
             .remedy = "Restore the picture, or paint them again."});
    }
}

/// Segment maps and anomaly maps that lie beside the pictures.
void importExtras(const ImportRequest& request, ImportReport& report, Job& job) {
    const std::size_t steps = request.maps.size() + (request.segments.empty() ? 0 : 1);
    if (steps == 0) return;
    const double share = 1.0 / static_cast<double>(steps);
    if (!request.segments.empty()) {
        Job::Stage stage(job, share, "Reading segment maps");
        makeSegments({.project = request.project,
                      .source = "files",
                      .params = {{"folder", toUtf8(std::filesystem::absolute(request.segments))}}},
                     stage.job());
        report.segmentMaps = static_cast<int>(Project::open(request.project, true).segments().mapCount());
    }
    for (const MapFolder& folder : request.maps) {
        Job::Stage stage(job, share, "Reading maps of " + folder.detector);
        report.anomalyMaps += importMaps(request.project, folder, stage.job());
    }
}
}  // namespace

ImportReport importFolder(const ImportRequest& request, Job& job) {
    const bool extras = !request.segments.empty() || !request.maps.empty();
    ScanResult scan;
    {
        Job::Stage stage(job, extras ? kScanShare : kScanShare + kExtrasShare, "Reading pictures");
        scan = scanDataset(request.folder, {.layout = request.layout, .className = request.className},
                           stage.job());
    }
    ImportReport report;
    report.layout = scan.layout;
    report.rejected = static_cast<int>(scan.rejected);
    report.findings = scan.findings;
    report.publishedSubsets = static_cast<int>(scan.publishedSubsets.size());
    if (request.dryRun) {
        countDryRun(report, request.project, scan);
        return report;
    }
    {
        Job::Stage stage(job, kStoreShare, "Storing parts");
        Project project = Project::open(request.project);
        const std::vector<PartId> misfits = project.regions().misfits();
        storeParts(project, scan, report, stage.job());
        tellOfMisfits(project, misfits, report);
    }
    if (extras) {
        Job::Stage stage(job, kExtrasShare, "");
        importExtras(request, report, stage.job());
    }
    return report;
}

}  // namespace segad
