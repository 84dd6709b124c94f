// The pictures of a project's parts as a series to learn from or to score. Private to the room.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/detector/detector.h"
#include "core/image/image.h"
#include "core/image/region_runs.h"
#include "core/project/project.h"
#include "core/workflow/generated_pictures.h"

namespace segad {

/// Picture i is that of parts[i]; those of generated parts are made again. Knows the files, not the project,
/// so any thread may ask.
class PartImages : public ImageSource {
public:
    PartImages(const Project& project, std::vector<PartRecord> parts);

    std::size_t size() const override { return parts_.size(); }
    cv::Mat rgb(std::size_t index) const override;

    const std::vector<PartRecord>& parts() const noexcept { return parts_; }

    /// Decodes all of them; those that can't be read, in order.
    std::vector<std::pair<std::size_t, Error>> unreadable(const Job& job) const;

private:
    std::vector<PartRecord> parts_;
    std::vector<Path> files_;
    GeneratedPictures generated_;
};

/// Ground truth of parts[i]: what was painted in the project, as it was when this was made; without that, the
/// mask that came with the dataset. Painting corrects a dataset, it never adds to its mask. A part that isn't
/// bad has no defect and no truth, whatever was painted on it. The truth of a generated part is what was
/// changed. Any thread may ask, as of PartImages.
class PartMasks : public MaskSource {
public:
    PartMasks(const Project& project, const std::vector<PartRecord>& parts);

    bool has(std::size_t index) const;
    bool isPainted(std::size_t index) const { return truths_.at(index).painted.has_value(); }
    /// CV_8UC1, 0 = good, at the size of the picture; empty when the part has no truth. Throws Error naming
    /// the mask, or Error{Corrupt} naming the part for regions that can't be read.
    cv::Mat mask(std::size_t index) const override;

private:
    struct Truth {
        Path image;
        Path file;
        std::optional<RegionRuns> painted;
        std::optional<Error> damage;
        PartId generated = 0;
    };
    std::vector<Truth> truths_;
    GeneratedPictures generated_;
};

/// Takes from those of `parts` that `wanted` names the mask files that can't be read or are not as large as
/// their picture, with a warning each. Error{Corrupt} for painted regions that can't be read: the project is
/// to be repaired first.
void dropUnreadableMasks(const Project& project, std::vector<PartRecord>& parts,
                         const std::function<bool(std::size_t)>& wanted, Job& job);

/// Absolute paths of the parts' pictures, in order; there is no file at that of a generated part.
std::vector<Path> imageFiles(const Project& project, const std::vector<PartRecord>& parts);

/// Absolute paths of the masks that came with the dataset, "" for a part without one, in order. The truth is
/// what PartMasks says.
std::vector<Path> maskFiles(const Project& project, const std::vector<PartRecord>& parts);

}  // namespace segad
