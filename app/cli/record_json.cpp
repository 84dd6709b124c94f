#include "app/cli/record_json.h"

#include <algorithm>

#include "app/cli/text.h"

namespace segad::cli {

namespace {
Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::string_view wordOf(FindingKind kind) {
    switch (kind) {
        case FindingKind::Info:
            return "info";
        case FindingKind::Warning:
            return "warning";
        case FindingKind::Error:
            return "error";
    }
    return "";
}
}  // namespace

Json toJson(const EvaluationRecord& evaluation) {
    Json json{{"id", evaluation.id},
              {"run", evaluation.run},
              {"name", evaluation.name},
              {"detectors", evaluation.detectors},
              {"forest", evaluation.forest.empty() ? Json(nullptr) : Json(evaluation.forest)},
              {"seed", evaluation.seed},
              {"parts", {{"good", evaluation.good}, {"bad", evaluation.bad}}},
              {"auroc", orNull(evaluation.auroc)}};
    json["auroc_ci95"] = evaluation.aurocLow && evaluation.aurocHigh
                             ? Json::array({*evaluation.aurocLow, *evaluation.aurocHigh})
                             : Json(nullptr);
    json["average_precision"] = orNull(evaluation.averagePrecision);
    json["f1_max"] = orNull(evaluation.f1Max);
    json["f1_threshold"] = orNull(evaluation.f1Threshold);
    json["fpr_at_95tpr"] = orNull(evaluation.fprAt95Tpr);
    json["pixel_auroc"] = orNull(evaluation.pixelAuroc);
    json["aupro"] = orNull(evaluation.aupro);
    json["seconds_per_part"] = evaluation.secondsPerPart;
    json["created_at"] = evaluation.createdAt;
    json["extra"] = evaluation.extra;
    return json;
}

Json toJson(const std::vector<EvaluationRecord>& evaluations) {
    Json list = Json::array();
    for (const EvaluationRecord& evaluation : evaluations)
        list.push_back(toJson(evaluation));
    return list;
}

Json toJson(const RunRecord& run) {
    return {{"id", run.id},
            {"kind", toString(run.kind)},
            {"subject", run.subject},
            {"outcome", toString(run.outcome)},
            {"params", run.params},
            {"options", run.options},
            {"seed", run.seed},
            {"backbone", run.backbone.empty() ? Json(nullptr) : Json(run.backbone)},
            {"weights_sha256", run.weightsSha256.empty() ? Json(nullptr) : Json(run.weightsSha256)},
            {"device", run.device},
            {"threads", run.threads},
            {"started_at", run.startedAt},
            {"seconds", run.seconds},
            {"message", run.message}};
}

Json toJson(const Finding& finding) {
    return {{"kind", wordOf(finding.kind)},
            {"path", finding.path},
            {"message", finding.message},
            {"remedy", finding.remedy}};
}

std::string evaluationTable(const std::vector<EvaluationRecord>& evaluations) {
    using Align = Table::Align;
    const bool pixels =
        std::ranges::any_of(evaluations, [](const EvaluationRecord& e) { return e.pixelAuroc.has_value(); });
    std::vector<Table::Column> columns{
        {"scores of"},          {"good", Align::Right}, {"bad", Align::Right},    {"AUROC", Align::Right},
        {"95 %", Align::Right}, {"AP", Align::Right},   {"F1-max", Align::Right}, {"FPR@95", Align::Right}};
    if (pixels) {
        columns.push_back({"pixel AUROC", Align::Right});
        columns.push_back({"AUPRO", Align::Right});
    }
    Table table(columns);
    for (const EvaluationRecord& e : evaluations) {
        const bool interval = e.aurocLow && e.aurocHigh;
        std::vector<std::string> cells{e.name,
                                       std::to_string(e.good),
                                       std::to_string(e.bad),
                                       percent(e.auroc),
                                       interval ? percent(e.aurocLow) + "–" + percent(e.aurocHigh) : "n/a",
                                       percent(e.averagePrecision),
                                       percent(e.f1Max),
                                       percent(e.fprAt95Tpr)};
        if (pixels) {
            cells.push_back(e.pixelAuroc ? percent(e.pixelAuroc) : "");
            cells.push_back(e.aupro ? percent(e.aupro) : "");
        }
        table.add(std::move(cells));
    }
    return table.text();
}

}  // namespace segad::cli
