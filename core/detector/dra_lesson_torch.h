// What DRA learns from at each step, and its loss (Ding et al. 2022, § 3.5; dra.md §§ 2, 4).
#pragma once

#include "core/base/random.h"
#include "core/detector/dra_network_torch.h"
#include "core/detector/fine_tuning_torch.h"
#include "core/detector/sample_order.h"

namespace segad::nn {

/// What a picture of a batch is.
enum class DraLabel { Good = 0, Bad = 1, Pseudo = 2 };

/// Sum of the four heads' losses; a head that has no picture to learn from adds nothing. `seed`, `step`: of
/// the references each head's deviation loss draws for itself.
at::Tensor draLoss(const DraScores& scores, const std::vector<DraLabel>& labels, const std::string& loss,
                   std::uint64_t seed, std::int64_t step);

class DraLesson final : public Lesson {
public:
    /// Throws Error{InvalidArgument} when the options ask for generated defects and the material has none.
    DraLesson(std::shared_ptr<DraNetwork> network, const DraOptions& options, const LessonMaterial& material);

    std::int64_t stepsPerEpoch() const override { return options_.tuning.stepsPerEpoch; }
    at::Tensor loss(std::int64_t step) override;
    /// Fixes the references that all parts are compared with from here on: the first of
    /// RandomState(seed).permutation of the good parts.
    void finish() override;

private:
    struct Drawn {
        cv::Mat picture;
        DraLabel label = DraLabel::Good;
    };
    /// The item rule of § 2: with probability ½ a made-up bad picture instead of good picture `index`.
    Drawn goodOrPseudo(std::size_t index, const std::string& position) const;
    /// Good picture `index` with a made-up defect; a pasted piece where none can be generated on it.
    cv::Mat madeUp(std::size_t index, SplitMix64& random) const;
    at::Tensor referencesOf(std::int64_t step) const;

    std::shared_ptr<DraNetwork> network_;
    const DraOptions& options_;
    LessonMaterial material_;
    SampleOrder goodOrder_;
    SampleOrder badOrder_;
};

}  // namespace segad::nn
