// Which kinds of generated defects are worth generating: the forest with all of them, without each, and with
// each alone, judged on real parts (segad defects, the Defects workspace).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/forest/forest_options.h"
#include "core/project/project.h"

namespace segad {

struct KindValueRequest {
    Path project;
    std::vector<std::string> detectors;  ///< empty: every scored detector, newest run each
    std::string forest = "brf";
    Json params = Json::object();
    int seeds = 5;  ///< forests a figure: the paper's seeds, in their order; 1 to 10
};

/// AUROC of forests over the seeds, on the real test parts.
struct KindFigure {
    double mean = 0;
    std::optional<double> deviation;  ///< absent for one seed
};

struct KindValueRow {
    std::string kind;                   ///< "" for all kinds together
    int parts = 0;                      ///< generated parts of the kind that the forest may learn from
    std::optional<KindFigure> without;  ///< learned from all others; absent when there are no others
    std::optional<KindFigure> alone;    ///< learned from these only
};

struct KindValueReport {
    std::vector<KindValueRow> rows;      ///< all together first, then kind by kind in the catalog's order
    std::vector<std::string> detectors;  ///< whose maps were used
    /// AUROC of each detector's own image score on the same parts.
    std::vector<std::pair<std::string, double>> bare;
    int good = 0;  ///< test parts
    int bad = 0;
};

/// Fits forests only; nothing is stored but the scores of generated parts that lack them. Throws
/// Error{NotFound} without scored detectors or generated parts, Error{InvalidData} when there are no real
/// good and bad parts to test with, and what scoring throws.
KindValueReport kindValues(const KindValueRequest& request, Job& job);

}  // namespace segad
