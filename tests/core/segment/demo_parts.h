// Parts of the demo dataset with their exact maps, for tests and benchmarks of segment sources.
#pragma once

#include <string>
#include <vector>

#include "core/segment/segment_source.h"

namespace segad::test {

struct DemoPart {
    std::string path;
    cv::Mat rgb;
    cv::Mat truth;  ///< exact labels, CV_8UC1

    SegmentPart part() const;
    PaintedPart painted() const { return {.path = path, .rgb = rgb, .labels = truth}; }
};

/// `count` parts spread evenly over the demo dataset as 'segad demo' draws it: good, bad and unseen defects.
std::vector<DemoPart> demoParts(int count);

std::vector<std::string> demoSegmentNames();

/// Of each label: pixels that both have over pixels that either has. Negative for a label that is in neither.
std::vector<double> overlaps(const cv::Mat& labels, const cv::Mat& truth);
/// Mean of those that are there.
double meanOverlap(const cv::Mat& labels, const cv::Mat& truth);

/// What somebody would paint on a part: up to `count` strokes on every segment, `brush` pixels wide where the
/// segment is, labels as strokes are stored. The same for the same arguments.
cv::Mat simulatedStrokes(const DemoPart& part, int count, int brush = 3);

}  // namespace segad::test
