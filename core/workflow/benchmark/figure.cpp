#include "core/workflow/benchmark/figure.h"

#include <algorithm>

namespace segad {

std::string_view toString(BenchmarkFigure figure) noexcept {
    switch (figure) {
        case BenchmarkFigure::Auroc:
            return "auroc";
        case BenchmarkFigure::FprAt95Tpr:
            return "fpr_at_95tpr";
        case BenchmarkFigure::FprAt95TprRoc:
            return "fpr_at_95tpr_roc";
        case BenchmarkFigure::AveragePrecision:
            return "average_precision";
        case BenchmarkFigure::Seen:
            return "auroc_seen";
        case BenchmarkFigure::Unseen:
            return "auroc_unseen";
    }
    return "";
}

const std::vector<BenchmarkFigure>& benchmarkFigures() {
    static const std::vector<BenchmarkFigure> kAll{
        BenchmarkFigure::Auroc,         BenchmarkFigure::FprAt95Tpr,
        BenchmarkFigure::FprAt95TprRoc, BenchmarkFigure::AveragePrecision,
        BenchmarkFigure::Seen,          BenchmarkFigure::Unseen};
    return kAll;
}

std::string_view titleOf(BenchmarkFigure figure) noexcept {
    switch (figure) {
        case BenchmarkFigure::Auroc:
            return "AUROC";
        case BenchmarkFigure::FprAt95Tpr:
            return "FPR@95TPR";
        case BenchmarkFigure::FprAt95TprRoc:
            return "FPR@95TPR by the ROC";
        case BenchmarkFigure::AveragePrecision:
            return "Average precision";
        case BenchmarkFigure::Seen:
            return "AUROC, seen defects";
        case BenchmarkFigure::Unseen:
            return "AUROC, unseen defects";
    }
    return "";
}

std::optional<BenchmarkFigure> benchmarkFigure(std::string_view key) noexcept {
    const auto& all = benchmarkFigures();
    const auto found = std::ranges::find(all, key, [](BenchmarkFigure figure) { return toString(figure); });
    if (found == all.end()) return std::nullopt;
    return *found;
}

std::optional<double> valueOf(const BenchmarkCell& cell, BenchmarkFigure figure) noexcept {
    switch (figure) {
        case BenchmarkFigure::Auroc:
            return cell.auroc;
        case BenchmarkFigure::FprAt95Tpr:
            return cell.fprAt95Tpr;
        case BenchmarkFigure::FprAt95TprRoc:
            return cell.fprAt95TprRoc;
        case BenchmarkFigure::AveragePrecision:
            return cell.averagePrecision;
        case BenchmarkFigure::Seen:
            return cell.seen;
        case BenchmarkFigure::Unseen:
            return cell.unseen;
    }
    return std::nullopt;
}

}  // namespace segad
