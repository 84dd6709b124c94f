#include <algorithm>
#include <array>

#include <opencv2/core.hpp>

#include "core/base/threads.h"
#include "core/dataset/mask.h"
#include "core/image/region_runs.h"
#include "core/project/project.h"
#include "core/workflow/mask_assignment.h"
#include "core/workflow/part_images.h"
#include "core/workflow/region_masks.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 16;  // masks decoded between two reports of progress

/// What a mask file holds: its runs, or why it can't be used.
struct ReadMask {
    RegionRuns runs;
    std::string remark;
    std::optional<Error> error;
};

/// How many different values above 0 there are.
int levelsOf(const cv::Mat& values) {
    std::array<bool, 256> seen{};
    for (int y = 0; y < values.rows; ++y) {
        const auto* line = values.ptr<std::uint8_t>(y);
        for (int x = 0; x < values.cols; ++x)
            seen[line[x]] = true;
    }
    return static_cast<int>(std::count(seen.begin() + 1, seen.end(), true));
}

/// The size the project knows; how the stored picture is turned, if it is there to be asked.
ImageInfo infoOf(const PartRecord& part, const Path& picture) {
    ImageInfo info{.width = part.width, .height = part.height};
    try {
        info.orientation = probeImage(picture).orientation;
    } catch (const Error&) {
        info.orientation = 1;  // masks can be taken in while the pictures are elsewhere
    }
    return info;
}

ReadMask read(const Path& file, const PartRecord& part, const Path& picture) {
    ReadMask mask;
    try {
        bool turned = false;
        const cv::Mat values = readMaskValues(file, infoOf(part, picture), &turned);
        mask.runs = regionRuns(values != 0).value();
        if (const int levels = levelsOf(values); levels > 1) {
            mask.remark = "holds " + std::to_string(levels) + " values above 0, which all count as painted";
        } else if (turned) {
            mask.remark = "has the stored orientation and was turned with the picture";
        }
    } catch (const Error& error) {
        mask.error = error;
    }
    return mask;
}

/// Decides, mask by mask, what is to be done with it.
class RegionImport {
public:
    RegionImport(const RegionImportRequest& request, Project& project)
        : request_(request),
          project_(project),
          parts_(project.parts().all()),
          pictures_(imageFiles(project, parts_)) {
        for (RegionRecord& record : project.regions().all())
            known_.emplace(record.part, std::move(record));
    }

    RegionImportReport run(Job& job) {
        const std::vector<AssignedMask> masks = assignMasks(project_, parts_, request_.folder, job);
        if (masks.empty()) {
            throw Error(ErrorCode::NotFound, request_.folder.string(), "holds no masks",
                        "Choose a folder of mask pictures, such as a dataset's ground_truth.");
        }
        {
            Job::Stage stage(job, 0.95, "Reading masks");
            readAll(masks, stage.job());
        }
        Job::Stage stage(job, 0.05, "Storing regions");
        stage.job().throwIfCancelled();
        if (!request_.dryRun) store();
        return std::move(report_);
    }

private:
    void readAll(const std::vector<AssignedMask>& masks, Job& job) {
        for (std::size_t begin = 0; begin < masks.size(); begin += kBatch) {
            job.progress(begin, masks.size());
            std::vector<ReadMask> batch(std::min(kBatch, masks.size() - begin));
            parallelFor(batch.size(), [&](std::size_t i) {
                const AssignedMask& mask = masks[begin + i];
                if (mask.part) batch[i] = read(mask.file, parts_[*mask.part], pictures_[*mask.part]);
            });
            for (std::size_t i = 0; i < batch.size(); ++i)
                judge(masks[begin + i], batch[i], job);
        }
        const int unmatched = report_.count(MaskOutcome::Unmatched);
        if (unmatched == 0) return;
        const auto first =
            std::ranges::find(report_.masks, MaskOutcome::Unmatched, &MaskReport::outcome)->file;
        job.warn(Error(ErrorCode::NotFound, first,
                       unmatched == 1 ? "belongs to no part"
                                      : "and " + std::to_string(unmatched - 1) + " more belong to no part",
                       "A mask needs the path or the name of its picture, or that and '_mask'."));
    }

    void judge(const AssignedMask& mask, ReadMask& read, Job& job) {
        MaskReport line{.file = mask.name, .remark = std::move(read.remark)};
        if (!mask.part) {
            line.outcome = MaskOutcome::Unmatched;
            report_.masks.push_back(std::move(line));
            return;
        }
        const PartRecord& part = parts_[*mask.part];
        line.part = part.path;
        if (read.error) {
            line.outcome = MaskOutcome::Failed;
            line.remark = read.error->message();
            job.warn(*read.error);
        } else {
            line.outcome = outcomeOf(part, read.runs);
            const bool changes = line.outcome == MaskOutcome::Stored || line.outcome == MaskOutcome::Removed;
            if (line.outcome == MaskOutcome::Stored && part.label == Label::Good && line.remark.empty())
                line.remark = "marks a defect, but the part is labelled good, and then it doesn't count";
            if (changes)
                report_.after.push_back({.part = part.id, .runs = std::move(read.runs), .origin = "import"});
        }
        report_.masks.push_back(std::move(line));
    }

    MaskOutcome outcomeOf(const PartRecord& part, const RegionRuns& runs) const {
        const bool painted = runs.pixels > 0;
        const auto there = known_.find(part.id);
        if (there == known_.end()) return painted ? MaskOutcome::Stored : MaskOutcome::Empty;
        if (painted && isStored(part, runs)) return MaskOutcome::Unchanged;
        // As with labels: what only an import has said, an import may say anew.
        if (!request_.replace && there->second.origin != "import") return MaskOutcome::Kept;
        return painted ? MaskOutcome::Stored : MaskOutcome::Removed;
    }

    bool isStored(const PartRecord& part, const RegionRuns& runs) const {
        try {
            return regionRuns(project_.regions().get(part.id).value()) == runs;
        } catch (const Error&) {
            return false;  // damaged: the mask may take its place
        }
    }

    /// The masks are runs by now: the write lock is held for as long as it takes to write them down.
    void store() {
        if (report_.after.empty()) return;
        std::vector<PartId> parts;
        for (const PartRegions& regions : report_.after)
            parts.push_back(regions.part);
        report_.before = regionsOf(request_.project, parts);
        putRegions(request_.project, report_.after);
        project_.audit().add("import regions", toUtf8(request_.folder),
                             {{"stored", report_.count(MaskOutcome::Stored)},
                              {"removed", report_.count(MaskOutcome::Removed)},
                              {"kept", report_.count(MaskOutcome::Kept)}});
    }

    const RegionImportRequest& request_;
    Project& project_;
    std::vector<PartRecord> parts_;
    std::vector<Path> pictures_;
    std::unordered_map<PartId, RegionRecord> known_;
    RegionImportReport report_;
};
}  // namespace

std::string_view toString(MaskOutcome outcome) noexcept {
    switch (outcome) {
        case MaskOutcome::Stored:
            return "stored";
        case MaskOutcome::Unchanged:
            return "unchanged";
        case MaskOutcome::Kept:
            return "kept";
        case MaskOutcome::Removed:
            return "removed";
        case MaskOutcome::Empty:
            return "empty";
        case MaskOutcome::Unmatched:
            return "unmatched";
        case MaskOutcome::Failed:
            break;
    }
    return "failed";
}

int RegionImportReport::count(MaskOutcome outcome) const {
    return static_cast<int>(std::ranges::count(masks, outcome, &MaskReport::outcome));
}

RegionImportReport importRegions(const RegionImportRequest& request, Job& job) {
    Project project = Project::open(request.project, request.dryRun);
    return RegionImport(request, project).run(job);
}

}  // namespace segad
