// Stands in for the engine where a line is inspected: parts are judged by the scores a test gives, with real
// pictures and a real store.
#pragma once

#include <chrono>
#include <cmath>
#include <optional>
#include <thread>
#include <vector>

#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "core/project/inspection_store.h"
#include "core/project/project.h"
#include "core/workflow/inspection.h"

namespace segad::test {

inline constexpr double kReview = 0;
inline constexpr double kReject = 1;
class Line {
public:
    explicit Line(Path folder) : folder_(std::move(folder)), store_(resultsFileFor(folder_)) {
        std::filesystem::create_directories(folder_);
    }

    std::vector<double> scores;
    cv::Size picture{64, 48};
    std::chrono::milliseconds between{0};
    bool keepsOn = false;  ///< like a watch: waits until it is cancelled
    bool stores = true;
    bool continues = false;  ///< goes on with the stored inspection, which has all parts already
    NoVerdict noVerdict = NoVerdict::Unreadable;  ///< of parts whose score is NaN
    std::optional<Error> away;                    ///< said at the end

    const Path& folder() const { return folder_; }
    const Path& store() const { return store_; }

    InspectionOutcome operator()(const InspectionRequest& request, Job& job) const {
        std::optional<InspectionStore> store;
        InspectionStart start{.store = request.results.empty() ? store_ : request.results,
                              .judge = "brf(patchcore)",
                              .package = "a-package",
                              .thresholds = {.review = kReview, .reject = kReject},
                              .notes = {},
                              .listed = scores.size()};
        if (stores) {
            if (!std::filesystem::exists(start.store)) InspectionStore::createResultsFile(start.store);
            RunRecord run{.kind = RunKind::Inspect, .subject = "patchcore"};
            run.id = Project::open(start.store).runs().start(run);
            store.emplace(start.store);
            if (continues) {
                start.totals = Project::open(start.store, true).inspections().all().back();
                request.started(start);
                return {.totals = start.totals, .store = start.store};
            }
            start.totals.id = store->start(run.id, {.folder = toUtf8(folder_),
                                                    .model = "/tmp/line.segad-model",
                                                    .judge = start.judge,
                                                    .package = start.package,
                                                    .review = kReview,
                                                    .reject = kReject});
        }
        request.started(start);
        InspectionRecord totals = start.totals;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            job.throwIfCancelled();
            judge(i, totals, store, request);
            std::this_thread::sleep_for(between);
        }
        if (away) request.away(away);
        while (keepsOn && !cancelled(job))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return {.totals = totals, .store = start.store};
    }

private:
    static bool cancelled(Job& job) {
        try {
            job.throwIfCancelled();
            return false;
        } catch (const Cancelled&) {
            return true;
        }
    }

    void judge(std::size_t i, InspectionRecord& totals, std::optional<InspectionStore>& store,
               const InspectionRequest& request) const {
        InspectionResult result;
        result.part.path = "part-" + std::to_string(1000 + i) + ".png";
        const double score = scores[i];
        cv::Mat rgb(picture, CV_8UC3, cv::Scalar(40, 90, static_cast<double>(i % 200)));
        if (std::isnan(score)) {
            result.part.error = "is no picture";
            result.part.noVerdict = noVerdict;
            if (noVerdict == NoVerdict::Unreadable) rgb = cv::Mat();
            ++totals.failed;
        } else {
            result.part.score = score;
            result.part.verdict = score >= kReject   ? Verdict::Reject
                                  : score >= kReview ? Verdict::Review
                                                     : Verdict::Pass;
            result.part.topSegment = "wire";
            totals.pass += result.part.verdict == Verdict::Pass ? 1 : 0;
            totals.review += result.part.verdict == Verdict::Review ? 1 : 0;
            totals.reject += result.part.verdict == Verdict::Reject ? 1 : 0;
        }
        ++totals.parts;
        const Path file = folder_ / result.part.path;
        if (store) {
            result.bytes = i + 1;
            if (!rgb.empty()) {
                encodeImage(file, rgb);
                result.bytes = std::filesystem::file_size(file);
                result.modifiedNs =
                    std::chrono::duration_cast<std::chrono::nanoseconds>(
                        std::chrono::file_clock::to_sys(std::filesystem::last_write_time(file))
                            .time_since_epoch())
                        .count();
            }
            store->add(totals.id, {&result, 1});
        }
        cv::Mat labels(picture, CV_8UC1, cv::Scalar(0));
        labels.colRange(picture.width / 2, picture.width).setTo(1);
        const SegmentMap segments(labels, 2, "test");
        const AnomalyMap map(cv::Mat(16, 16, CV_32FC1, cv::Scalar(0.5)), "test");
        request.judged({.result = result,
                        .totals = totals,
                        .file = file,
                        .rgb = rgb,
                        .map = &map,
                        .range = {},
                        .segments = &segments,
                        .topSegment = 1});
    }

    Path folder_;
    Path store_;
};

/// Good parts around `usual`, a little apart.
inline std::vector<double> normalParts(int count, double usual) {
    std::vector<double> scores;
    for (int i = 0; i < count; ++i)
        scores.push_back(usual + 0.1 * ((i * 7) % 11 - 5));
    return scores;
}

}  // namespace segad::test
