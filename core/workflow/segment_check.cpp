#include "core/workflow/segment_check.h"

#include <array>
#include <cstdio>

#include "core/segment/consistency.h"

namespace segad {

namespace {
SegmentFindingKind kindOf(Oddity oddity) {
    switch (oddity) {
        case Oddity::NeverSeen:
            return SegmentFindingKind::NeverSeen;
        case Oddity::Absent:
            return SegmentFindingKind::Absent;
        case Oddity::Area:
            break;
    }
    return SegmentFindingKind::Area;
}

std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f %%", 100 * share);
    return text.data();
}
}  // namespace

std::vector<SegmentFindingRecord> findSegmentOddities(const Project& project, RunId run, Job& job) {
    std::vector<SegmentFindingRecord> findings;
    std::vector<std::vector<double>> shares;
    std::vector<PartId> ids;
    const std::vector<PartRecord> parts = project.parts().all();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        job.progress(i, parts.size());
        const std::optional<SegmentMap> map = project.segments().map(run, parts[i].id);
        if (!map) {
            findings.push_back({.kind = SegmentFindingKind::NoMap, .part = parts[i].id});
            continue;
        }
        shares.push_back(segmentShares(*map));
        ids.push_back(parts[i].id);
    }
    for (const OddSegment& odd : oddSegments(shares)) {
        findings.push_back({.kind = kindOf(odd.oddity),
                            .part = odd.oddity == Oddity::NeverSeen ? 0 : ids[odd.part],
                            .label = odd.component,
                            .share = odd.share,
                            .usual = odd.usual,
                            .z = odd.z});
    }
    return findings;
}

std::vector<SegmentFindingRecord> checkSegments(const Path& file, Job& job) {
    Project project = Project::open(file);
    const RunId run = project.segments().currentRun();
    if (run == 0) {
        throw Error(ErrorCode::NotFound, file.string(), "has no segment maps to check",
                    "Make some first: segad segment " + file.string() + ".");
    }
    std::vector<SegmentFindingRecord> findings = findSegmentOddities(project, run, job);
    project.segments().putFindings(run, findings);
    return findings;
}

std::string describeFinding(const SegmentFindingRecord& finding, const std::vector<SegmentRecord>& segments) {
    const auto index = static_cast<std::size_t>(finding.label);
    const std::string name =
        finding.label >= 0 && index < segments.size() ? segments[index].name : std::to_string(finding.label);
    switch (finding.kind) {
        case SegmentFindingKind::NoMap:
            return "has no segment map";
        case SegmentFindingKind::NeverSeen:
            return name + " is seen on no part";
        case SegmentFindingKind::Absent:
            return name + " is missing";
        case SegmentFindingKind::Area:
            break;
    }
    return name + " covers " + percent(finding.share) + " of the picture, usually " + percent(finding.usual);
}

}  // namespace segad
