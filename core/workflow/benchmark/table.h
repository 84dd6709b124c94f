// The paper's tables from a results file: classes × methods, mean ± deviation over the repeats, beside what
// was published.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/metric/seed_stats.h"
#include "core/project/benchmark_file.h"
#include "core/workflow/benchmark/published.h"

namespace segad {

enum class BenchmarkFigure { Auroc, FprAt95Tpr, FprAt95TprRoc, AveragePrecision, Seen, Unseen };

/// "auroc", "fpr_at_95tpr", "fpr_at_95tpr_roc", "average_precision", "auroc_seen", "auroc_unseen".
std::string_view toString(BenchmarkFigure figure) noexcept;
/// All of them, in the order they are offered.
const std::vector<BenchmarkFigure>& benchmarkFigures();
/// As a column of the paper is headed: "AUROC", "FPR@95TPR".
std::string_view titleOf(BenchmarkFigure figure) noexcept;
std::optional<double> valueOf(const BenchmarkCell& cell, BenchmarkFigure figure) noexcept;

struct BenchmarkEntry {
    std::vector<double> values;      ///< of the repeats, in their order; undefined ones left out
    std::optional<SeedStats> stats;  ///< absent without values
    std::optional<PublishedFigure> published;
    /// Own mean minus published, rounded as published: in per cent with one decimal, then as a fraction.
    std::optional<double> difference;
};

struct BenchmarkColumn {
    std::string method;  ///< key
    std::string title;
    std::vector<BenchmarkEntry> classes;  ///< of BenchmarkTable::classes
    BenchmarkEntry mean;                  ///< over the classes that have the figure
};

struct BenchmarkTable {
    std::string protocol;  ///< key
    std::string dataset;
    BenchmarkFigure figure = BenchmarkFigure::Auroc;
    std::vector<std::string> classes;
    std::vector<BenchmarkColumn> columns;
    int cells = 0;  ///< in the file
    bool isEmpty() const noexcept { return cells == 0; }
    bool hasPublished() const noexcept;
};

/// Reads a results file. Classes and methods without a cell are left out. The mean over classes is that of
/// their means; its values are the means over classes of each repeat that all classes have.
BenchmarkTable benchmarkTable(const BenchmarkFile& file, BenchmarkFigure figure = BenchmarkFigure::Auroc);

/// One line a class, method and figure: numbers in full precision, published figures with their source.
std::string csvText(const std::vector<BenchmarkTable>& tables);
/// A table for each figure; per cent with one decimal.
std::string markdownText(const std::vector<BenchmarkTable>& tables);
std::string latexText(const std::vector<BenchmarkTable>& tables);

/// "97.4 ± 0.3", "n/a".
std::string entryText(const BenchmarkEntry& entry);
/// "96.5 (+0.9)", "" when nothing was published.
std::string publishedText(const BenchmarkEntry& entry);

/// As `segad benchmark --json` has it: every figure of every method and class.
Json benchmarkJson(const BenchmarkFile& file);

/// Writes the figures in the form its extension says, .csv, .md or .tex; Error{InvalidArgument} for others.
void writeBenchmarkTable(const BenchmarkFile& file, const Path& out);

/// Writes the ROC of every cell as CSV: class, method, repeat, threshold, false_positive_rate,
/// true_positive_rate. How many points.
int writeBenchmarkRoc(const BenchmarkFile& file, const Path& out);

}  // namespace segad
