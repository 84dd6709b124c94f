#include "core/detector/scoring.h"

#include <chrono>

#include "core/base/work_ahead.h"

namespace segad {

namespace {
struct ScoredPicture {
    std::vector<Scored> perDetector;
    double seconds = 0;
};
}  // namespace

void scoreSource(std::span<const Detector* const> detectors, const ImageSource& pictures,
                 const ScoringCallbacks& callbacks, Job& job) {
    const std::size_t total = pictures.size();
    WorkAhead<ScoredPicture> ahead(total, [&](std::size_t index) {
        const auto begin = std::chrono::steady_clock::now();
        const cv::Mat picture = pictures.rgb(index);
        ScoredPicture scored;
        for (std::vector<Scored>& result : scoreTogether(detectors, {&picture, 1}))
            scored.perDetector.push_back(std::move(result.front()));
        scored.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return scored;
    });
    while (ahead.hasNext()) {
        const std::size_t index = ahead.nextIndex();
        job.progress(index, total);
        ScoredPicture scored;
        try {
            scored = ahead.next();
        } catch (const Error& error) {
            if (!callbacks.failed) throw;
            callbacks.failed(index, error);
            continue;
        }
        callbacks.scored(index, std::move(scored.perDetector), scored.seconds);
    }
    job.progress(total, total);
}

}  // namespace segad
