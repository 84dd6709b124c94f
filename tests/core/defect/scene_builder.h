// A drawn part to put defects on: a textured ground (segment 0), a plate (1) and two knobs on it (2).
#pragma once

#include "core/defect/scene.h"

namespace segad::test {

struct DrawnPart {
    cv::Mat rgb;
    cv::Mat labels;
};

/// `variant` moves things a little and changes the grain.
DrawnPart drawnPart(int variant = 0, cv::Size size = {240, 180});

inline SegmentMap mapOf(const DrawnPart& part) {
    return SegmentMap(part.labels, 3, "drawn part");
}

inline DefectScene sceneOf(const DrawnPart& part, const std::vector<int>& wanted = {}) {
    return DefectScene(part.rgb, mapOf(part), wanted, "drawn part");
}

}  // namespace segad::test
