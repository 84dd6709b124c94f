// Pictures of generated defects to judge them by: where a close-up is cut out, where the line around a defect
// runs, and a whole sheet of them (segad generate --preview, the Defects workspace).
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/workflow/generation.h"

namespace segad {

/// A square around what changed, inside the picture; all of the picture for an empty mask. `mask` is CV_8UC1.
cv::Rect closeUpOf(const cv::Mat& mask);

/// A line around what changed, as a mask of the picture in which it is shown: CV_8UC1 of `size`, 255 on a
/// line `width` pixels wide that runs outside of `mask` (CV_8UC1, any size). Nothing changed: no line.
cv::Mat outlineOf(const cv::Mat& mask, cv::Size size, int width);

struct DefectSheetRequest {
    GenerateRequest defects;  ///< `count` and `add` are ignored
    int parts = 4;            ///< rows
    int cell = 240;           ///< side of a picture, pixels
    bool closeUp = true;      ///< cut out around the defect
};

/// What generateDefects() would make, as one picture (CV_8UC3): a row for each part, for each kind the part
/// with a line around what changes, and beside it the part with the defect. Stores nothing. Where nothing was
/// to be seen after twenty draws the right place is grey, and `job` gets a warning. Throws as
/// generateDefects(), and Error{InvalidArgument} for numbers below 1.
cv::Mat defectSheet(const DefectSheetRequest& request, Job& job);

}  // namespace segad
