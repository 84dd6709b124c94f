// The pictures of a project's parts as a series to learn from or to score. Private to the room.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "core/detector/detector.h"
#include "core/image/image.h"
#include "core/project/project.h"

namespace segad {

/// Picture i is that of parts[i]. Knows the files, not the project, so any thread may ask.
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
};

/// Ground truth of parts[i], empty where it has none. Knows the files, as PartImages.
class PartMasks : public MaskSource {
public:
    PartMasks(const Project& project, const std::vector<PartRecord>& parts);

    cv::Mat mask(std::size_t index) const override;

private:
    std::vector<Path> images_;
    std::vector<Path> masks_;
};

/// Takes from those of `parts` that `wanted` names the masks that can't be read or are not as large as their
/// picture, with a warning each.
void dropUnreadableMasks(const Project& project, std::vector<PartRecord>& parts,
                         const std::function<bool(std::size_t)>& wanted, Job& job);

/// Absolute paths of the parts' pictures, in order.
std::vector<Path> imageFiles(const Project& project, const std::vector<PartRecord>& parts);

/// Absolute paths of the parts' ground-truth masks, "" for a part without one, in order.
std::vector<Path> maskFiles(const Project& project, const std::vector<PartRecord>& parts);

}  // namespace segad
