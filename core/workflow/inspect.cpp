#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "core/dataset/listing.h"
#include "core/detector/scoring.h"
#include "core/workflow/csv_writer.h"
#include "core/workflow/inspection_report.h"
#include "core/workflow/inspector.h"
#include "core/workflow/number_words.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 16;  // results stored together; a kill loses at most these

/// The pictures of a folder. Keeps each decoded picture until it is taken, for what comes after scoring.
class FolderImages : public ImageSource {
public:
    FolderImages(const Listing& listing, bool keep) : listing_(listing), keep_(keep) {}

    std::size_t size() const override { return listing_.pictures.size(); }
    const std::string& path(std::size_t index) const { return listing_.pictures[index]; }
    Path file(std::size_t index) const { return listing_.file(path(index)); }

    cv::Mat rgb(std::size_t index) const override {
        cv::Mat picture = decodeImage(file(index)).rgb;
        if (keep_) {
            const std::scoped_lock lock(mutex_);
            decoded_[index] = picture;
        }
        return picture;
    }

    /// The picture that was decoded for scoring; empty when none is kept.
    cv::Mat take(std::size_t index) {
        const std::scoped_lock lock(mutex_);
        const auto found = decoded_.find(index);
        if (found == decoded_.end()) return {};
        cv::Mat picture = std::move(found->second);
        decoded_.erase(found);
        return picture;
    }

private:
    const Listing& listing_;
    bool keep_;
    mutable std::mutex mutex_;  // guards decoded_
    mutable std::map<std::size_t, cv::Mat> decoded_;
};

/// Takes the verdicts as they come: project, table, report, overlays.
class Results {
public:
    Results(Project& project, const Inspector& inspector, const InspectRequest& request)
        : project_(project), inspector_(inspector), request_(request) {
        if (request.csv.empty()) return;
        std::vector<std::string> columns{
            "path",         "verdict", "score", "threshold_reject", "threshold_review", "top_segment",
            "top_detector", "seconds", "error"};
        std::ranges::copy(inspector.detectorNames(), std::back_inserter(columns));
        csv_.emplace(request.csv, columns);
    }

    void begin(RunId run) {
        id_ = project_.inspections().start(run, toUtf8(std::filesystem::absolute(request_.folder)));
    }
    InspectionId id() const noexcept { return id_; }

    void add(const InspectedPart& part) {
        if (csv_) csv_->row(csvRow(part));
        if (!request_.report.empty()) report_.add(part);
        if (!part.verdict) failed_.push_back(part);
        waiting_.push_back(part);
        if (waiting_.size() >= kBatch) store();
    }

    void addPicture(const Judgement& judgement, const cv::Mat& rgb) {
        const bool forReport = !request_.report.empty() && report_.wantsPicture(judgement.part.score);
        if (!judgement.map || (!forReport && request_.overlays.empty())) return;
        const cv::Mat overlay = heatOverlay(rgb, *judgement.map, judgement.range);
        if (forReport) report_.addPicture(judgement.part, rgb, overlay);
        if (!request_.overlays.empty()) writeOverlay(judgement.part.path, overlay);
    }

    void store() {
        project_.inspections().add(id_, waiting_);
        waiting_.clear();
    }

    InspectReport finish(double seconds) {
        store();
        InspectReport report{.failed = failed_, .seconds = seconds, .notes = inspector_.notes()};
        for (const InspectionRecord& inspection : project_.inspections().all()) {
            if (inspection.id == id_) report.totals = inspection;
        }
        if (csv_) csv_->finish();
        if (!request_.report.empty())
            report_.write(request_.report, project_, inspector_, report.totals, seconds);
        return report;
    }

private:
    std::vector<std::string> csvRow(const InspectedPart& part) const {
        const bool judged = part.verdict.has_value();
        std::vector<std::string> row{part.path,
                                     judged ? std::string(toString(*part.verdict)) : "",
                                     judged ? numberText(part.score) : "",
                                     numberText(inspector_.thresholds().reject),
                                     numberText(inspector_.thresholds().review),
                                     part.topSegment,
                                     part.topDetector,
                                     numberText(part.seconds),
                                     part.error};
        const std::size_t detectors = inspector_.detectorNames().size();
        for (std::size_t d = 0; d < detectors; ++d)
            row.push_back(d < part.detectorScores.size() ? numberText(part.detectorScores[d]) : "");
        return row;
    }

    void writeOverlay(const std::string& path, const cv::Mat& overlay) const {
        Path file = request_.overlays / path;
        file += ".png";  // keeps 1.jpg and 1.png apart
        std::error_code failure;
        std::filesystem::create_directories(file.parent_path(), failure);
        if (failure) throw errorFromErrno(failure.value(), file.parent_path().string(), "create the folder");
        encodeImage(file, overlay);
    }

    Project& project_;
    const Inspector& inspector_;
    const InspectRequest& request_;
    InspectionId id_ = 0;
    std::optional<CsvWriter> csv_;
    InspectionReport report_;
    std::vector<InspectedPart> failed_;
    std::vector<InspectedPart> waiting_;
};

InspectedPart failedPart(const std::string& path, const Error& error) {
    InspectedPart part;
    part.path = path;
    part.error = error.message() + (error.remedy().empty() ? "" : ". " + error.remedy());
    return part;
}

void inspectAll(const Inspector& inspector, FolderImages& images, Results& results, Job& job) {
    ScoringCallbacks callbacks;
    callbacks.scored = [&](std::size_t index, std::vector<Scored> perDetector, double seconds) {
        const cv::Mat rgb = images.take(index);
        const auto start = std::chrono::steady_clock::now();
        try {
            Judgement judgement = inspector.decide(rgb, images.file(index), std::move(perDetector));
            judgement.part.path = images.path(index);
            judgement.part.seconds =
                seconds + std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            results.add(judgement.part);
            results.addPicture(judgement, rgb);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::PermissionDenied) throw;
            results.add(failedPart(images.path(index), error));
        }
    };
    callbacks.failed = [&](std::size_t index, const Error& error) {
        results.add(failedPart(images.path(index), error));
    };
    const std::vector<const Detector*> detectors = inspector.detectors();
    scoreSource(detectors, images, callbacks, job);
}
}  // namespace

InspectReport inspectFolder(const InspectRequest& request, Job& job) {
    const auto start = std::chrono::steady_clock::now();
    Project project = Project::open(request.project);
    const Listing listing = listFolder(std::filesystem::absolute(request.folder), job);
    if (listing.pictures.empty()) {
        throw Error(ErrorCode::NotFound, request.folder.string(), "holds no pictures",
                    "Give a folder with JPEG, PNG, BMP or TIFF files.");
    }
    const Inspector inspector(modelOfProject(project, request.device));
    Results results(project, inspector, request);
    FolderImages images(listing,
                        inspector.needsPicture() || !request.report.empty() || !request.overlays.empty());
    RunRecord run = newRun(RunKind::Inspect, inspector.name(), {{"folder", toUtf8(listing.root)}});
    run.inputs = {inspector.judge().id};
    InspectReport report;
    recordRun(project, run, [&](RunRecord& started) {
        results.begin(started.id);
        {
            Job::Stage stage(job, 1, "Inspecting");
            inspectAll(inspector, images, results, stage.job());
        }
        report =
            results.finish(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        if (const std::size_t known = inspector.model().learned.count(listing); known > 0) {
            report.notes.push_back(
                countText(known, "picture was", "pictures were") +
                " learned from: such verdicts come from memory and say nothing about new parts");
        }
    });
    return report;
}

}  // namespace segad
