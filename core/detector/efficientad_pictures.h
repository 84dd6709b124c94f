// What EfficientAD is shown beside the parts: parts in varied colours, and pictures of anything else
// (efficientad.md §§ 2, 4). A step's pictures follow from its number and the seed alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <opencv2/core/mat.hpp>

#include "core/base/job.h"
#include "core/detector/efficientad_options.h"

namespace segad {

enum class ColourChange { Brightness, Contrast, Saturation };

/// As PIL's ImageEnhance does it: `rgb` (CV_8UC3) is drawn away from black, from its mean grey or from its
/// own grey by `factor` (1 = unchanged), values are clipped and cut to integers.
cv::Mat changedColour(const cv::Mat& rgb, ColourChange change, double factor);

/// One of the three changes with a factor of 0.8 to 1.2.
cv::Mat jitteredColour(const cv::Mat& rgb, std::uint64_t seed, std::int64_t step);

/// Grey as PIL has it, in three equal channels.
cv::Mat greyed(const cv::Mat& rgb);

class PenaltyPictures {
public:
    virtual ~PenaltyPictures() = default;
    /// For a step: 256×256 CV_8UC3, the middle of a picture of 512×512, grey three times in ten.
    cv::Mat at(std::int64_t step) const;
    /// "procedural 1" or "31 pictures 0a1b…": what was used, for the record.
    virtual std::string identity() const = 0;

protected:
    explicit PenaltyPictures(std::uint64_t seed) : seed_(seed) {}
    const std::uint64_t seed_;

private:
    virtual cv::Mat whole(std::int64_t step) const = 0;
};

/// nullptr when there are to be none. Looks at every file of a folder and warns of those that can't be read;
/// throws Error{NotFound} when none is left, and what listing the folder throws.
std::unique_ptr<PenaltyPictures> makePenaltyPictures(const EfficientAdOptions& options, std::uint64_t seed,
                                                     Job& job);

}  // namespace segad
