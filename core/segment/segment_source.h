// Where segment maps come from. A source looks at all parts once (prepare), which fixes what the components
// are called and how many there are, and then makes the map of any part. Some learn from what a user has
// painted (catalog.h says which), and keep what they have learned in a model file.
//
// Life:    createSegmentSource -> (learnFrom) -> prepare -> segment, segment, … (save)
//          learnFrom() and prepare() again after something more was painted.
//          A source made again from settledParams(), and from its model when it has one, needs no prepare():
//          that is how new parts are inspected.
// Threads: prepare() from one thread; segment() from several at once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/json.h"
#include "core/image/segment_map.h"

namespace segad {

class ModelReader;
class ModelWriter;

/// A part as a source sees it.
struct SegmentPart {
    Path folder;       ///< folder the part was imported from, absolute
    std::string path;  ///< relative to `folder`, '/'-separated
    int width = 0;     ///< upright pixels of the picture
    int height = 0;
    bool good = false;             ///< labelled good: shows what is usual
    std::function<cv::Mat()> rgb;  ///< the picture, CV_8UC3, decoded when called; throws Error
};

/// What a user has painted on a part for a source to learn from: its whole map, or strokes.
struct PaintedPart {
    std::string path;  ///< of the part, for errors
    cv::Mat rgb;       ///< its picture, CV_8UC3
    cv::Mat labels;    ///< CV_8UC1 in the picture's shape, of any size; kUnpainted where nothing was said

    static constexpr std::uint8_t kUnpainted = 255;
};

/// All that is painted, and what the labels are called.
struct Paintings {
    std::vector<PaintedPart> parts;
    std::vector<std::string> names;  ///< of the components 0, 1, 2, …
};

/// A part's map and how far it is to be trusted.
struct SegmentedPart {
    SegmentMap map;
    /// How far from certain, 0…1: the fit error of a template, the uncertainty of a classifier. More is
    /// worse; comparable between the parts of one source. Absent for sources that can't tell.
    std::optional<double> doubt;
    /// Where: CV_32FC1 at the map's size, 0…1; empty for sources that can't tell.
    cv::Mat uncertainty;
    bool flagged = false;  ///< the doubt is over the source's bound: somebody should look at the map
};

class SegmentSource {
public:
    virtual ~SegmentSource() = default;

    /// What to learn from, before prepare(); of no interest to most sources. Throws Error naming the part
    /// whose labels can't be used, or Error{NotFound} when something should be painted first.
    virtual void learnFrom(const Paintings& paintings);

    /// Looks at what it needs of all parts. Throws Error when no usable map can come of it, and Cancelled.
    virtual void prepare(std::span<const SegmentPart> parts, Job& job) = 0;

    /// Names of the components in the order of their labels; the count of a project's components is their
    /// number. Known after prepare().
    virtual std::vector<std::string> names() const = 0;

    /// The part's map. Throws Error naming the file or the part.
    virtual SegmentedPart segment(const SegmentPart& part) const = 0;
    /// About the same, as quickly as somebody who paints wants to see it.
    virtual SegmentedPart glance(const SegmentPart& part) const { return segment(part); }

    /// The parameters with everything prepare() has settled.
    virtual Json settledParams() const = 0;

    /// Whether settledParams() alone don't make it again, but save() and load() must help.
    virtual bool hasModel() const { return false; }
    /// Tensors and header of what prepare() has learned. Requires hasModel().
    virtual void save(ModelWriter& writer) const;
    /// Takes the place of learnFrom() and prepare(). Throws Error{InvalidData} for a model of another source
    /// or a damaged one.
    virtual void load(const ModelReader& model);
};

}  // namespace segad
