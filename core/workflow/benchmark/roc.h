// The ROC curves of a benchmark: one a cell, and their means for each method.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metric/mean_roc.h"
#include "core/project/benchmark_file.h"

namespace segad {

struct BenchmarkRoc {
    std::string method;  ///< key
    std::string title;
    RocLine line;    ///< mean over the repeats; over classes the mean of their means, as in the tables
    int curves = 0;  ///< cells that have one
    std::optional<double> auroc;  ///< as the table has it; the area below the line where every
                                  ///< class has every repeat
    std::optional<double>
        fprAt95Tpr;  ///< as the table has it: the mean over the cells, not a point of the line
};

/// Of one class, or of all ("") that the results have. Methods without a curve are left out.
std::vector<BenchmarkRoc> benchmarkRocs(const BenchmarkFile& file, const std::string& className = {});

/// Writes the ROC of every cell as CSV: class, method, repeat, threshold, false_positive_rate,
/// true_positive_rate. How many points.
int writeBenchmarkRoc(const BenchmarkFile& file, const Path& out);

/// Writes benchmarkRocs() of each class and, where there are several, of all as CSV: class ("mean" for all),
/// method, title, false_positive_rate, true_positive_rate. How many points.
int writeMeanRocs(const BenchmarkFile& file, const Path& out);

}  // namespace segad
