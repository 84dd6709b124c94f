// Trains the detectors of one run: the one that is kept, and with cross-fitting one a fold, each going on
// from its own checkpoint where there is one. Private to the room.
//
// Checkpoints are named by what they were learning from. So a training that starts over without a picture
// that turned out to be broken, or with a part that was labelled meanwhile, never meets another's.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/detector/detector.h"
#include "core/project/project.h"
#include "core/workflow/training_plan.h"

namespace segad {

/// createDetector(), or what a test puts in its place.
using DetectorFactory = std::function<std::unique_ptr<Detector>(const std::string&, const DetectorConfig&)>;

/// trainDetector() with a detector that need not be in the catalog.
RunId trainDetector(const TrainRequest& request, const DetectorInfo& info, const DetectorFactory& make,
                    Job& job);

class DetectorTraining {
public:
    /// All of these outlive it. `run` is started.
    DetectorTraining(Project& project, const TrainRequest& request, ResolvedTraining& training,
                     const RunRecord& run, const DetectorFactory& make);

    /// The trained detector; with cross-fitting, the results of the bad parts it learned from are stored
    /// under the run, each by a detector that had not seen them. Broken pictures are left out of the roles of
    /// `training`, with a warning each. Throws what training throws; checkpoints are kept then.
    std::unique_ptr<Detector> run(Job& job);

    /// How far the stopped training of the detector that is kept had come; an empty curve when nowhere.
    LossCurve curveSoFar() const;

private:
    struct Lesson;

    std::unique_ptr<Detector> learn(const Lesson& lesson, Job& job) const;
    std::unique_ptr<Detector> trainAll(Job& job) const;
    void crossFit(Job& job) const;
    void crossFitFold(int fold, Job& job) const;
    Path checkpointOf(const Lesson& lesson) const;
    Lesson lessonOfAll() const;
    Lesson lessonWithout(int fold) const;

    Project& project_;
    const TrainRequest& request_;
    ResolvedTraining& training_;
    const RunRecord& run_;
    const DetectorFactory& make_;
};

}  // namespace segad
