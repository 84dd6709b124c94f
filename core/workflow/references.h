// Choosing and scoring the reference parts of a package. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "core/project/project.h"
#include "core/workflow/inspector.h"
#include "core/workflow/package_contents.h"

namespace segad {

/// A reference part as it is judged.
struct ReferencePicture {
    std::string name;                    ///< for errors
    Path file;                           ///< where its segment map may be looked for
    cv::Mat rgb;                         ///< CV_8UC3
    std::optional<SegmentMap> segments;  ///< instead of the one the source makes
};

/// At most `count` parts whose picture is there, as many bad as good ones where both are labelled, spread
/// over the scores of the judge; unlabelled ones where there are no others. Parts that were learned from
/// serve where there are too few others. Throws Error{NotFound} when there is none.
std::vector<PartRecord> chooseReferences(const Project& project, const RunRecord& judge,
                                         const KnownPictures& learned, int count);

/// In the order of the pictures. Throws the first Error.
std::vector<Judgement> judgeReferences(const Inspector& inspector,
                                       const std::vector<ReferencePicture>& pictures, Job& job);

/// Compares what was found, at this precision of the trunks, with what was expected.
ReferenceCheck compareReferences(const Inspector& inspector, const PackageContents& contents,
                                 const std::vector<Judgement>& found, std::optional<Precision> precision);

/// How this process computes with these detectors, opened with this precision.
PackagedComputing computingHere(const std::vector<const Detector*>& detectors,
                                std::optional<Precision> precision);

/// What is other here, a sentence each.
std::vector<std::string> changesBetween(const PackagedComputing& made, const PackagedComputing& here);

}  // namespace segad
