// Whether the parts of a line are still what they were: learns what is usual from the first parts that pass
// (or is told), then watches the scores of those that pass and how many do not.
//
// What moves all scores a little (a lamp that ages, a lens that gathers dust, another batch of material)
// shows in the parts that pass long before it changes verdicts. What moves them a lot makes parts fail, and
// those that pass say nothing any more: hence the second chart.
#pragma once

#include <cstdint>
#include <optional>

#include "core/metric/control_chart.h"

namespace segad {

/// What is usual.
struct TrendBaseline {
    double mean = 0;       ///< of the scores of parts that pass
    double deviation = 0;  ///< of the same; > 0
    double failing = 0;    ///< share of parts that do not pass, in (0, 1)
    int parts = 0;         ///< that passed and were learned from

    bool operator==(const TrendBaseline&) const = default;
};

enum class TrendState {
    Learning,    ///< it is not known yet what is usual
    Steady,      ///< nothing has changed
    Higher,      ///< parts that pass score higher than usual
    Lower,       ///< parts that pass score lower than usual
    MoreFailing  ///< more parts than usual do not pass
};

struct TrendReading {
    double score = 0;
    bool passed = false;
    std::optional<EwmaChart::Point> chart;  ///< of the parts that pass; absent while learning
    TrendState state = TrendState::Learning;
};

class ScoreTrend {
public:
    /// Parts that pass before the usual is known.
    static constexpr int kLearnedParts = 100;

    /// `threshold` is the score from which on parts do not pass. `known`: what was usual before, in an
    /// earlier shift for example; one that can't be (deviation or share out of range) is learned anew.
    explicit ScoreTrend(double threshold, const std::optional<TrendBaseline>& known = {});

    /// `score` must be finite.
    TrendReading add(double score, bool passed);

    TrendState state() const noexcept { return state_; }
    /// Absent while learning.
    const std::optional<TrendBaseline>& baseline() const noexcept { return baseline_; }
    /// Parts that passed and were learned from so far.
    int learned() const noexcept { return learned_; }
    /// Takes the next parts for what is usual.
    void learnAnew();

private:
    void learn(double score, bool passed);
    void watch();
    void judge(bool failing);

    double threshold_;
    std::optional<TrendBaseline> baseline_;
    std::optional<EwmaChart> scores_;
    std::optional<ProportionChart> failures_;
    std::optional<EwmaChart::Point> last_;
    TrendState state_ = TrendState::Learning;
    int calm_ = 0;  ///< parts in a row that gave no reason to warn

    int learned_ = 0;
    int failed_ = 0;
    double mean_ = 0;
    double squares_ = 0;  ///< sum of squared differences from the mean
};

}  // namespace segad
