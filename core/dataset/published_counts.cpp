#include "core/dataset/published_counts.h"

#include <algorithm>

namespace segad {

namespace {
PublishedCount countOf(const Arrangement& arrangement, std::string_view className) {
    PublishedCount count{className, 0, 0, 0, 0};
    for (const ScannedPart& part : arrangement.parts) {
        const bool good = part.label == Label::Good;
        if (part.subset == Subset::Train) ++(good ? count.trainGood : count.trainBad);
        if (part.subset == Subset::Test) ++(good ? count.testGood : count.testBad);
    }
    return count;
}

bool sameCounts(const PublishedCount& a, const PublishedCount& b) {
    return a.trainGood == b.trainGood && a.trainBad == b.trainBad && a.testGood == b.testGood &&
           a.testBad == b.testBad;
}

std::string inWords(const PublishedCount& count) {
    std::string text = std::to_string(count.trainGood) + " good";
    if (count.trainBad > 0) text += " and " + std::to_string(count.trainBad) + " bad";
    return text + " for training, " + std::to_string(count.testGood) + " good and " +
           std::to_string(count.testBad) + " bad for testing";
}
}  // namespace

void warnAboutCounts(Arrangement& arrangement, const std::vector<PublishedCount>& table,
                     std::string_view className) {
    const PublishedCount found = countOf(arrangement, className);
    std::string published;
    for (const PublishedCount& row : table) {
        if (row.className != className) continue;
        if (sameCounts(row, found)) return;
        published += (published.empty() ? "" : "; or ") + inWords(row);
    }
    if (published.empty()) return;
    arrangement.findings.push_back(
        {.kind = FindingKind::Warning,
         .path = {},
         .message = "the published dataset has " + published + "; here are " + inWords(found),
         .remedy = "Check that the download is complete if you compare with published figures."});
}

const std::vector<PublishedCount>& mvtecCounts() {
    static const std::vector<PublishedCount> kTable{
        {"bottle", 209, 0, 20, 63},     {"cable", 224, 0, 58, 92},     {"capsule", 219, 0, 23, 109},
        {"carpet", 280, 0, 28, 89},     {"grid", 264, 0, 21, 57},      {"hazelnut", 391, 0, 40, 70},
        {"leather", 245, 0, 32, 92},    {"metal_nut", 220, 0, 22, 93}, {"pill", 267, 0, 26, 141},
        {"screw", 320, 0, 41, 119},     {"tile", 230, 0, 33, 84},      {"toothbrush", 60, 0, 12, 30},
        {"transistor", 213, 0, 60, 40}, {"wood", 247, 0, 19, 60},      {"zipper", 240, 0, 32, 119},
    };
    return kTable;
}

const std::vector<PublishedCount>& mpddCounts() {
    static const std::vector<PublishedCount> kTable{
        {"bracket_black", 289, 0, 32, 47}, {"bracket_brown", 185, 0, 26, 51},
        {"bracket_white", 110, 0, 30, 30}, {"connector", 128, 0, 30, 14},
        {"metal_plate", 54, 0, 26, 71},    {"tubes", 122, 0, 32, 69},
    };
    return kTable;
}

const std::vector<PublishedCount>& btadCounts() {
    static const std::vector<PublishedCount> kTable{
        {"01", 400, 0, 21, 49},
        {"02", 399, 0, 30, 200},
        {"03", 1000, 0, 400, 41},
    };
    return kTable;
}

const std::vector<PublishedCount>& visaCounts() {
    static const std::vector<PublishedCount> kTable{
        {"candle", 900, 0, 100, 100},    {"capsules", 542, 0, 60, 100}, {"cashew", 450, 0, 50, 100},
        {"chewinggum", 453, 0, 50, 100}, {"fryum", 450, 0, 50, 100},    {"macaroni1", 900, 0, 100, 100},
        {"macaroni2", 900, 0, 100, 100}, {"pcb1", 904, 0, 100, 100},    {"pcb2", 901, 0, 100, 100},
        {"pcb3", 905, 0, 101, 100},      {"pcb4", 904, 0, 101, 100},    {"pipe_fryum", 450, 0, 50, 100},
    };
    return kTable;
}

const std::vector<PublishedCount>& visaHighshotCounts() {
    static const std::vector<PublishedCount> kTable{
        {"candle", 600, 60, 400, 40},     {"capsules", 361, 60, 241, 40}, {"cashew", 300, 60, 200, 40},
        {"chewinggum", 302, 60, 201, 40}, {"fryum", 300, 60, 200, 40},    {"macaroni1", 600, 60, 400, 40},
        {"macaroni2", 600, 60, 400, 40},  {"pcb1", 602, 60, 402, 40},     {"pcb2", 601, 60, 400, 40},
        {"pcb3", 604, 60, 402, 40},       {"pcb4", 603, 60, 402, 40},     {"pipe_fryum", 300, 60, 200, 40},
    };
    return kTable;
}

const std::vector<PublishedCount>& visaFewshotCounts() {
    static const std::vector<PublishedCount> kTable{
        {"candle", 200, 20, 800, 80},     {"capsules", 120, 20, 482, 80}, {"cashew", 100, 20, 400, 80},
        {"chewinggum", 101, 20, 402, 80}, {"fryum", 100, 20, 400, 80},    {"macaroni1", 200, 20, 800, 80},
        {"macaroni2", 200, 20, 800, 80},  {"pcb1", 201, 20, 803, 80},     {"pcb2", 200, 20, 801, 80},
        {"pcb3", 201, 20, 805, 80},       {"pcb4", 201, 20, 804, 80},     {"pipe_fryum", 100, 20, 400, 80},
    };
    return kTable;
}

}  // namespace segad
