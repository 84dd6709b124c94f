// Where two detectors disagree: the parts that one of them finds remarkable and the other does not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/project/project.h"

namespace segad {

/// By what disagreement is measured.
enum class DisagreementBy {
    Score,    ///< the percentiles of the image scores
    MapMean,  ///< the mean over the pixels of how far the maps' calibration percentiles are apart
    MapMax    ///< the largest such distance
};

/// Among which parts an image score's percentile is taken.
enum class ScoreReference {
    All,       ///< all parts that both have scored: tells bad parts from each other, too
    Calibrate  ///< the good calibrate parts of each run: what lies above all of them is 100 for both
};

struct DisagreementRequest {
    Path project;
    std::string first;  ///< detectors, newest training each …
    std::string second;
    RunId firstRun = 0;  ///< … or, when not 0, these trainings
    RunId secondRun = 0;
    DisagreementBy by = DisagreementBy::Score;
    ScoreReference among = ScoreReference::All;
    std::size_t top = 20;  ///< 0: all parts
};

struct Disagreement {
    PartId part = 0;
    std::string path;
    Label label = Label::Unlabelled;
    std::string defectType;
    double firstPercentile = 0;  ///< of the image score, 0 … 100
    double secondPercentile = 0;
    std::optional<double> mapMean;  ///< 0 … 100; when maps were asked for
    std::optional<double> mapMax;
    double size = 0;  ///< what the order goes by, 0 … 100
};

struct DisagreementReport {
    RunRecord first;
    RunRecord second;
    std::size_t compared = 0;         ///< parts that both have scored (or made a map of)
    std::vector<Disagreement> parts;  ///< most disputed first; of equals the part that was imported first
};

/// Share of `sorted` (ascending, not empty) below `value`, equals counting half, in per cent.
double rankAmong(const std::vector<double>& sorted, double value);

/// Reads scores only, and maps when asked to. Throws Error{NotFound} for a detector that was never trained, a
/// run that has no scores, or, with MapMean and MapMax, no percentiles; Error{InvalidArgument} when both are
/// the same run.
DisagreementReport findDisagreements(const DisagreementRequest& request, Job& job);

}  // namespace segad
