// The HTML report of an inspection. Private to the room.
#pragma once

#include <vector>

#include "core/base/file.h"
#include "core/project/project.h"
#include "core/workflow/inspector.h"

namespace segad {

/// Collects what the report shows while the inspection runs: of every part its line, of the worst ones
/// their pictures too.
class InspectionReport {
public:
    void add(const InspectedPart& part);
    /// Whether a part of this score would be among the worst so far; asked before its picture is made.
    bool wantsPicture(double score) const;
    void addPicture(const InspectedPart& part, const cv::Mat& rgb, const cv::Mat& overlay);

    /// The page, written atomically.
    void write(const Path& file, const Project& project, const Inspector& inspector,
               const InspectionRecord& totals, double seconds) const;

private:
    struct Card {
        double score = 0;
        std::string html;
    };

    std::vector<InspectedPart> parts_;
    std::vector<Card> cards_;  // a heap, the least bad one first
};

}  // namespace segad
