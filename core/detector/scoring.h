// Scores a series of pictures with several detectors. Several pictures are under way at a time, each decoded,
// resized and scored on one thread of its own; the trunk runs once per picture; results come back in order.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/job.h"
#include "core/detector/detector.h"
#include "core/image/image.h"

namespace segad {

struct ScoringCallbacks {
    /// Called in order of `index`, on the calling thread, with one result per detector and the seconds one
    /// thread spent on the picture, decoding included. An Error it throws ends the scoring.
    std::function<void(std::size_t index, std::vector<Scored> perDetector, double seconds)> scored;
    /// A picture that could not be read or scored; the rest goes on. When absent, the Error is thrown.
    std::function<void(std::size_t index, const Error& error)> failed;
};

/// Reports one unit of progress per picture. Throws Cancelled; results handed out before stay valid.
void scoreSource(std::span<const Detector* const> detectors, const ImageSource& pictures,
                 const ScoringCallbacks& callbacks, Job& job);

}  // namespace segad
