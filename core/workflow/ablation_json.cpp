#include "core/workflow/ablation.h"

namespace segad {

namespace {
Json figureJson(const SeedFigure& figure) {
    if (!figure) return nullptr;
    return {{"mean", figure->mean},
            {"deviation", figure->deviation ? Json(*figure->deviation) : Json(nullptr)},
            {"seeds", figure->count}};
}

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}
}  // namespace

Json toJson(const AblationReport& report) {
    Json rows = Json::array();
    for (const AblationRow& row : report.rows) {
        Json byType = Json::object();
        for (const auto& [type, stats] : row.byType)
            byType[type] = figureJson(stats);
        rows.push_back(
            {{"name", row.name},
             {"forest", row.kind.empty() ? Json(nullptr) : Json(row.kind)},
             {"detectors", row.detectors},
             {"without_segment", row.withoutSegment.empty() ? Json(nullptr) : Json(row.withoutSegment)},
             {"auroc", figureJson(row.auroc)},
             {"average_precision", figureJson(row.averagePrecision)},
             {"fpr_at_95tpr", figureJson(row.fprAt95Tpr)},
             {"seen", figureJson(row.seen)},
             {"unseen", figureJson(row.unseen)},
             {"by_defect_type", std::move(byType)},
             {"difference", orNull(row.difference)},
             {"difference_ci95",
              row.interval ? Json::array({row.interval->low, row.interval->high}) : Json(nullptr)},
             {"p_value", orNull(row.pValue)},
             {"seconds_per_part", row.secondsPerPart}});
    }
    return {{"seeds", report.seeds},
            {"parts", {{"good", report.good}, {"bad", report.bad}}},
            {"bad_for_fit", report.badForFit},
            {"rows", std::move(rows)},
            {"warnings", report.warnings}};
}

Json toJson(const LearningCurve& curve) {
    Json points = Json::array();
    for (const LearningPoint& point : curve.points) {
        points.push_back({{"bad", point.bad},
                          {"auroc", figureJson(point.auroc)},
                          {"seen", figureJson(point.seen)},
                          {"unseen", figureJson(point.unseen)}});
    }
    return {{"seeds", curve.seeds},
            {"parts", {{"good", curve.good}, {"bad", curve.bad}}},
            {"points", std::move(points)},
            {"bare", curve.bare},
            {"warnings", curve.warnings}};
}

}  // namespace segad
