#include "core/workflow/segment_run.h"

#include <algorithm>
#include <map>
#include <optional>

#include <opencv2/core.hpp>

#include "core/base/threads.h"
#include "core/nn/model_io.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/segment_check.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 32;  // maps stored together
constexpr double kPrepareShare = 0.15;
constexpr double kCheckShare = 0.03;

struct Attempt {
    std::optional<SegmentedPart> made;
    std::optional<Error> failure;
};

cv::Mat renumbered(const cv::Mat& labels, const std::vector<std::uint8_t>& moved) {
    cv::Mat table(1, 256, CV_8UC1, cv::Scalar(0));
    for (std::size_t i = 0; i < std::min<std::size_t>(moved.size(), 256); ++i)
        table.at<std::uint8_t>(static_cast<int>(i)) = moved[i];
    cv::Mat after;
    cv::LUT(labels, table, after);
    return after;
}

/// Maps that were fixed by hand, of as many components as there are now; the others are left as they are and
/// told of.
std::map<PartId, SegmentMap> fixedMaps(const Project& project, const std::vector<PartRecord>& parts,
                                       int components, const std::vector<std::uint8_t>& moved, Job& job) {
    std::map<PartId, SegmentMap> fixed;
    for (const PartRecord& part : parts) {
        std::optional<cv::Mat> labels = project.paintedMaps().get(part.id, PaintedPurpose::Fix);
        if (!labels) continue;
        if (!moved.empty()) labels = renumbered(*labels, moved);
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
    if (made == 0 && firstFailure) throw Error(*firstFailure);
    return made;
}

std::string flaggedRemark(const Project& project, RunId run) {
    const auto doubts = project.segments().doubts(run);
    const auto flagged = std::ranges::count_if(doubts, &SegmentDoubtRecord::flagged);
    if (flagged == 0) return {};
    return std::to_string(flagged) + " of " + std::to_string(doubts.size()) +
           " maps are over the bound and should be looked at";
}
}  // namespace

RunId recordSegmentRun(Project& project, const SegmentRun& asked, Job& job) {
    RunRecord run = newRun(RunKind::Segment, asked.subject, asked.params);
    std::vector<SegmentRecord> names;
    std::vector<SegmentFindingRecord> findings;
    std::map<PartId, SegmentMap> fixes;
    recordRun(
        project, run,
        [&](RunRecord& started) {
            if (asked.prepare) {
                Job::Stage stage(job, kPrepareShare, "Looking at the parts");
                asked.prepare(stage.job());
            }
            names = asked.segments();
            started.params = asked.source.settledParams();
            Job::Stage stage(job, 1 - (asked.prepare ? kPrepareShare : 0) - kCheckShare,
                             "Making segment maps");
            fixes =
                fixedMaps(project, asked.records, static_cast<int>(names.size()), asked.moved, stage.job());
            const Work work{.run = started.id,
                            .source = asked.source,
                            .records = asked.records,
                            .parts = asked.parts,
                            .fixed = fixes};
            const std::size_t made = makeMaps(project, work, stage.job());
            if (asked.source.hasModel()) {
                ModelWriter writer;
                asked.source.save(writer);
                started.modelFile = writer.commit(project.runs().modelFolder());
            }
            if (made < asked.records.size()) {
                remark(started, std::to_string(asked.records.size() - made) + " of " +
                                    std::to_string(asked.records.size()) + " parts got no segment map");
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
            if (!asked.moved.empty()) {
                for (const auto& [part, map] : fixes)
                    project.paintedMaps().put(part, PaintedPurpose::Fix, map.labels());
            }
            if (asked.store) asked.store(names);
        });
    return run.id;
}

}  // namespace segad
