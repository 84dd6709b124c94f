// What generateDefects() would make, to look at before anything is made (the Defects workspace, segad
// generate --sheet).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/workflow/generation.h"

namespace segad {

/// One cell of a preview: what generateDefects() would make.
struct DefectPreviewRequest {
    PartId part = 0;
    DefectChoice kind;
    int mostDefects = 1;
    std::vector<std::string> segments;
    std::uint64_t seed = kDefaultForestSeed;
    int number = 0;
    SizeUnit unit = SizeUnit::Percent;
    double pixelsPerMillimetre = 0;
};

struct DefectPreview {
    cv::Mat before;  ///< CV_8UC3, the part
    cv::Mat after;   ///< the same with the defect; empty when nothing was to be seen after twenty draws
    cv::Mat mask;    ///< CV_8UC1, what changed
};

struct DefectStock;  // parts, their segments, textures

/// Draws what generateDefects() would make, one at a time, and stores nothing. Sees the project's parts and
/// segments as they were when it was made. Any thread; several at once.
class DefectPreviewer {
public:
    /// Throws as generateDefects() for parts and textures.
    DefectPreviewer(Path project, const Path& textures);
    ~DefectPreviewer();

    /// What defects are made from.
    std::vector<PartId> parts() const;
    /// Throws as generateDefects().
    DefectPreview draw(const DefectPreviewRequest& request) const;

private:
    static constexpr std::size_t kPicturesKept = 6;
    struct Pictures;

    cv::Mat read(const Path& file) const;

    Path project_;
    std::shared_ptr<const DefectStock> stock_;
    std::unique_ptr<Pictures> pictures_;
};

}  // namespace segad
