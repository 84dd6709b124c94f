// A detector that learns in steps and remembers bad pictures by heart, in place of a network: what it scored
// from memory can be told from what it had not seen.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/workflow/detector_training.h"

namespace segad::test {

/// What all StepDetectors of a test have done.
struct StepLog {
    std::int64_t steps = 0;          ///< taken, by all detectors together
    std::vector<std::size_t> bad;    ///< how many bad parts each training had
    std::vector<std::size_t> masks;  ///< how many of them had ground truth
    std::vector<bool> deterministic;
    std::int64_t dieAtStep = -1;  ///< throw Error{DiskFull} before this one, counted over all, once
};

/// Score of a picture that was learned as a bad one; all others score their brightness, 0 to 1.
inline constexpr double kRemembered = 100;

/// Key "steps"; its one parameter is how many.
DetectorInfo stepInfo(Supervision supervision);

DetectorFactory stepFactory(StepLog& log);

}  // namespace segad::test
