// Which figures a benchmark gives for a cell, and what they are called.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/project/benchmark_file.h"

namespace segad {

enum class BenchmarkFigure { Auroc, FprAt95Tpr, FprAt95TprRoc, AveragePrecision, Seen, Unseen };

/// "auroc", "fpr_at_95tpr", "fpr_at_95tpr_roc", "average_precision", "auroc_seen", "auroc_unseen".
std::string_view toString(BenchmarkFigure figure) noexcept;
/// All of them, in the order they are offered.
const std::vector<BenchmarkFigure>& benchmarkFigures();
/// As a column of the paper is headed: "AUROC", "FPR@95TPR".
std::string_view titleOf(BenchmarkFigure figure) noexcept;
/// The figure that toString() calls so.
std::optional<BenchmarkFigure> benchmarkFigure(std::string_view key) noexcept;
std::optional<double> valueOf(const BenchmarkCell& cell, BenchmarkFigure figure) noexcept;

}  // namespace segad
