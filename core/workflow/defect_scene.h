// Scenes (core/defect/scene.h) of a project's parts. Private to the room; generating, previewing and making
// pictures again share it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/defect/recipe.h"
#include "core/defect/scene.h"
#include "core/project/project.h"

namespace segad {

/// A part defects are drawn on: where its picture is, and its segments.
struct DefectGround {
    PartId part = 0;
    std::string name;  ///< what tells it from other parts, in every project: its SHA-256, else its path
    Path file;
    SegmentMap segments = SegmentMap::whole({1, 1});
};

/// Throws Error{NotFound} when the part has gone.
DefectGround groundOf(const Project& project, PartId part, SegmentMap segments);
/// With the segments in force; a part without any is one segment.
DefectGround groundOf(const Project& project, const PartRecord& part);

/// How pictures are read: from the disk, or from a cache.
using ReadPicture = std::function<cv::Mat(const Path&)>;
/// decodeImage().rgb
cv::Mat readPicture(const Path& file);

/// Reads the pictures a recipe needs and holds the scenes. Any thread.
class DefectStage {
public:
    /// Throws Error naming the picture that can't be read, and what DefectScene throws.
    DefectStage(const DefectGround& ground, const std::optional<DefectGround>& partner,
                const DefectRecipe& recipe, const ReadPicture& read = readPicture);

    const DefectScene& scene() const { return *scene_; }

private:
    std::unique_ptr<DefectScene> partner_;
    std::unique_ptr<DefectScene> scene_;
};

}  // namespace segad
