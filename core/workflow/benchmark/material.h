// What the cells of one class are computed from: a project that is trained, or files of the SegAD
// repository's layout. Private to the room.
#pragma once

#include <memory>
#include <span>

#include "core/forest/feature_table.h"
#include "core/workflow/benchmark/benchmark.h"
#include "core/workflow/evaluation_figures.h"
#include "core/workflow/roles.h"

namespace segad {

class BenchmarkMaterial {
public:
    virtual ~BenchmarkMaterial() = default;

    /// Reads the class: parts, segments. Before anything else.
    virtual BenchmarkClassRecord prepare(Job& job) = 0;
    /// Trains and scores what the method needs for these repeats and isn't there yet.
    virtual void make(const BenchmarkMethod& method, std::span<const BenchmarkRepeat> repeats, Job& job) = 0;
    /// Who does what in a repeat.
    virtual RoleTable roles(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) = 0;
    /// Of a method with a forest: the same rows for every repeat.
    virtual FeatureTable features(const BenchmarkMethod& method, Job& job) = 0;
    /// Of a bare detector.
    virtual ScoreOfPart scores(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) = 0;
    /// What made the result: trainings, weights, segments.
    virtual Json origin(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) = 0;
};

/// From a folder of pictures; its project is `project`, made when it isn't there.
std::unique_ptr<BenchmarkMaterial> materialFromPictures(const BenchmarkRequest& request,
                                                        const BenchmarkClass& one, const Path& project);

/// From maps in the SegAD repository's layout.
std::unique_ptr<BenchmarkMaterial> materialFromMaps(const BenchmarkRequest& request,
                                                    const BenchmarkClass& one);

/// The labels of `segments` as `use` wants them, at `size`. Shuffled ones are dealt by a stream of their own
/// for each `part`, the same each time.
SegmentMap segmentsAs(SegmentUse use, const SegmentMap& segments, cv::Size size, const std::string& part);

/// `bad` parts of a request's protocol: what was asked for, else the protocol's own number.
int badPartsOf(const BenchmarkRequest& request);

}  // namespace segad
