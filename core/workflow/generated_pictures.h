// The pictures of generated parts, made again from their recipes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/project/project.h"

namespace segad {

/// A generated part as it looks.
struct GeneratedPicture {
    cv::Mat rgb;   ///< CV_8UC3
    cv::Mat mask;  ///< CV_8UC1, 255 exactly where it differs from the part it was made from
};

/// The picture of one generated part; opens the project for reading. Any thread. Throws Error{NotFound} when
/// it is no generated part, and what reading the picture it is made from, its recipe or its texture throws.
GeneratedPicture generatedPicture(const Path& project, PartId part);

/// The same for many parts. Reads all recipes when it is made and then knows the files, not the project, so
/// any thread may ask.
class GeneratedPictures {
public:
    /// Others than generated ones among `parts` are left out.
    GeneratedPictures(const Project& project, const std::vector<PartRecord>& parts);
    ~GeneratedPictures();
    GeneratedPictures(GeneratedPictures&&) noexcept;
    GeneratedPictures& operator=(GeneratedPictures&&) noexcept;

    bool has(PartId part) const;
    /// Throws Error naming the file or the part that is in the way. Requires has(part).
    GeneratedPicture make(PartId part) const;

private:
    struct Maker;
    std::vector<std::pair<PartId, std::shared_ptr<const Maker>>> makers_;  ///< in the order of part ids
};

}  // namespace segad
