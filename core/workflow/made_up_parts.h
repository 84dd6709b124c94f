// Good parts that a detector may learn from with defects of the generators drawn on them anew each time.
// Private to the room.
#pragma once

#include <string>
#include <vector>

#include "core/detector/made_up_defects.h"
#include "core/image/segment_map.h"
#include "core/workflow/part_images.h"

namespace segad {

class MadeUpParts : public PartImages, public MadeUpDefects {
public:
    /// With the segment maps in force; a part without one is one segment. Knows the files and the maps, not
    /// the project, so any thread may ask.
    MadeUpParts(const Project& project, std::vector<PartRecord> parts);

    /// A defect of any kind that needs no other part, each as likely; of another kind where one comes to
    /// nothing, as what is missing does without segments.
    cv::Mat withDefect(std::size_t index, const cv::Mat& rgb, SplitMix64& random) const override;

    /// What the defects depend on beside the pictures, for telling whether a training may go on: the maps,
    /// and how this program draws.
    std::string identity() const;

private:
    std::vector<SegmentMap> segments_;
};

}  // namespace segad
