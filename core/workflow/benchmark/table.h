// The paper's tables from a results file: classes × methods, mean ± deviation over the repeats, beside what
// was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metric/seed_stats.h"
#include "core/project/benchmark_file.h"
#include "core/workflow/benchmark/figure.h"
#include "core/workflow/benchmark/published.h"

namespace segad {

struct BenchmarkEntry {
    std::vector<double> values;      ///< of the repeats, in their order; undefined ones left out
    std::optional<SeedStats> stats;  ///< absent without values
    std::optional<PublishedFigure> published;
    /// Own mean, rounded to as many decimals as were published, minus that; a fraction.
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
    /// What was done otherwise than in the paper, so that differences are to be expected: "4 bad parts
    /// instead of 10".
    std::vector<std::string> departures;
    bool isEmpty() const noexcept { return cells == 0; }
    bool hasPublished() const noexcept;
};

/// Beside how much of a table something was published.
struct PublishedCoverage {
    int results = 0;
    int published = 0;                 ///< of these, have a published figure beside them
    std::vector<std::string> without;  ///< titles of methods that have none at all
};
PublishedCoverage coverageOf(const BenchmarkTable& table);

/// Name of the mean over classes where one is written.
inline constexpr const char* kMeanClass = "mean";

/// Reads a results file. Classes and methods without a cell are left out. The mean over classes is that of
/// their means; its values are the means over classes of each repeat that all classes have. A published mean
/// stands beside it when the classes are those of the paper; where there is one class, its figure is both.
BenchmarkTable benchmarkTable(const BenchmarkFile& file, BenchmarkFigure figure = BenchmarkFigure::Auroc);

/// The table of one class alone.
BenchmarkTable ofClass(const BenchmarkTable& table, const std::string& className);

/// One line a class, method and figure: numbers in full precision, published figures with their source.
std::string csvText(const std::vector<BenchmarkTable>& tables);
/// A table for each figure; per cent with one decimal.
std::string markdownText(const std::vector<BenchmarkTable>& tables);
std::string latexText(const std::vector<BenchmarkTable>& tables);

/// "97.4 ± 0.3", "n/a".
std::string entryText(const BenchmarkEntry& entry);
/// "96.5 (+0.9)", "" when nothing was published.
std::string publishedText(const BenchmarkEntry& entry);
/// What there is beside the results and what isn't, and what was done otherwise than published; one line
/// each.
std::vector<std::string> remarksOn(const BenchmarkTable& table);

/// As `segad benchmark --json` has it: every figure of every method and class.
Json benchmarkJson(const BenchmarkFile& file);

/// Writes the figures in the form its extension says, .csv, .md or .tex; Error{InvalidArgument} for others.
void writeBenchmarkTable(const BenchmarkFile& file, const Path& out);

}  // namespace segad
