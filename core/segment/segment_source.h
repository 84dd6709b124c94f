// Where segment maps come from. A source looks at all parts once (prepare), which fixes what the components
// are called and how many there are, and then makes the map of any part.
//
// Life:    createSegmentSource -> prepare -> segment, segment, …
//          A source made again from settledParams() needs no prepare(): that is how new parts are inspected.
// Threads: prepare() from one thread; segment() from several at once.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/json.h"
#include "core/image/segment_map.h"

namespace segad {

/// A part as a source sees it.
struct SegmentPart {
    Path folder;       ///< folder the part was imported from, absolute
    std::string path;  ///< relative to `folder`, '/'-separated
    int width = 0;     ///< upright pixels of the picture
    int height = 0;
    std::function<cv::Mat()> rgb;  ///< the picture, CV_8UC3, decoded when called; throws Error
};

class SegmentSource {
public:
    virtual ~SegmentSource() = default;

    /// Looks at what it needs of all parts. Throws Error when no usable map can come of it, and Cancelled.
    virtual void prepare(std::span<const SegmentPart> parts, Job& job) = 0;

    /// Names of the components in the order of their labels; the count of a project's components is their
    /// number. Known after prepare().
    virtual std::vector<std::string> names() const = 0;

    /// The part's map. Throws Error naming the file or the part.
    virtual SegmentMap segment(const SegmentPart& part) const = 0;

    /// The parameters with everything prepare() has settled.
    virtual Json settledParams() const = 0;
};

}  // namespace segad
