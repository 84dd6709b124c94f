// Who learns in a distillation (distil.h), and what all who do have in common.
#pragma once

#include <array>
#include <memory>

#include "core/nn/distil.h"
#include "core/nn/training_loop_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

class DistilStudent : public Trainee {
public:
    /// Looks at the teacher's features on pictures for statistics; before the first step.
    virtual void prepare(Job& job) = 0;
    /// After prepare(), where no checkpoint is gone on from: begins at options.initial. Returns at once where
    /// that is empty.
    virtual void start(Job& /*job*/) {}
    /// Of the weights begun from, for checkpoints to know; empty when from chance.
    virtual std::string startedFrom() const { return {}; }
    /// Judges what was learnt on held-out pictures and writes options.out. The result lacks curve and bytes.
    virtual DistilResult write(Job& job) = 0;
};

/// What they are made with outlives them.
std::unique_ptr<DistilStudent> compactStudent(const DistilOptions& options, const DistilPictures& training,
                                              const DistilPictures& heldOut);
std::unique_ptr<DistilStudent> pdnStudent(const DistilOptions& options, const DistilPictures& training,
                                          const DistilPictures& heldOut);

inline constexpr std::array<int, 3> kDistilSides{128, 192, 256};
inline constexpr int kDistilStatisticsBatch = 8;
/// Picture numbers of a step begin at step · kDistilNumbersPerStep; those for statistics lie beyond any
/// step's.
inline constexpr std::int64_t kDistilNumbersPerStep = 1 << 10;
inline constexpr std::int64_t kDistilStatistics = std::int64_t{1} << 50;

struct DistilBatchSize {
    int side = 0;
    int count = 0;
};
/// Steps go through the sides in turn, with as many pictures as have the area asked for.
DistilBatchSize distilBatchOf(const DistilOptions& options, std::int64_t step);

/// Rises over the first steps, stays, and falls to nothing over the last quarter.
double distilRate(const DistilOptions& options, std::int64_t step);
/// The last quarter, in which the rate falls.
bool distilSettles(const DistilOptions& options, std::int64_t step);

/// Half as precise where that is faster.
std::shared_ptr<const Trunk> openDistilTeacher(const DistilOptions& options, int lastLayer);

}  // namespace segad::nn
