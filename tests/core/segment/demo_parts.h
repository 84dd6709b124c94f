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

/// What somebody would paint on a part at first: `count` strokes on every segment, wherever, some 60 pixels
/// long and 5 wide where the segment is as wide. The same for the same arguments.
cv::Mat simulatedStrokes(const DemoPart& part, int count);

/// And then, seeing what came of it: one more stroke on every segment, through the middle of the largest
/// piece that was taken for something else.
void addCorrections(cv::Mat& strokes, const DemoPart& part, const cv::Mat& seen);

/// Five strokes a segment on each of three of the parts: two at first, then three rounds of corrections, each
/// after a look at what a source made of the ones before.
Paintings strokesOnThree(const std::vector<DemoPart>& parts, const Json& params);

}  // namespace segad::test
