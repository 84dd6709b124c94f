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

Json intervalJson(const std::optional<Interval>& interval) {
    return interval ? Json::array({interval->low, interval->high}) : Json(nullptr);
}

Json basisJson(const ReportBasis& basis) {
    return {{"detectors", basis.detectors}, {"runs", basis.runs}, {"labels", basis.labels}};
}

Json rowJson(const AblationRow& row) {
    Json byType = Json::object();
    for (const auto& [type, stats] : row.byType)
        byType[type] = figureJson(stats);
    return {{"name", row.name},
            {"forest", row.kind.empty() ? Json(nullptr) : Json(row.kind)},
            {"detectors", row.detectors},
            {"without_segment", row.withoutSegment.empty() ? Json(nullptr) : Json(row.withoutSegment)},
            {"auroc", figureJson(row.auroc)},
            {"auroc_ci95", intervalJson(row.aurocInterval)},
            {"average_precision", figureJson(row.averagePrecision)},
            {"fpr_at_95tpr", figureJson(row.fprAt95Tpr)},
            {"seen", figureJson(row.seen)},
            {"unseen", figureJson(row.unseen)},
            {"by_defect_type", std::move(byType)},
            {"difference", orNull(row.difference)},
            {"difference_ci95", intervalJson(row.interval)},
            {"p_value", orNull(row.pValue)},
            {"difference_to_best_bare", orNull(row.bareDifference)},
            {"p_value_to_best_bare", orNull(row.barePValue)},
            {"seconds_per_part", row.secondsPerPart}};
}

std::optional<double> numberIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return std::nullopt;
    return found->get<double>();
}

std::string textIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || found->is_null() ? std::string() : found->get<std::string>();
}

SeedFigure figureFrom(const Json& json) {
    if (json.is_null()) return std::nullopt;
    return SeedStats{.count = json.at("seeds").get<std::size_t>(),
                     .mean = json.at("mean").get<double>(),
                     .deviation = numberIn(json, "deviation")};
}

SeedFigure figureIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? std::nullopt : figureFrom(*found);
}

std::optional<Interval> intervalIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return std::nullopt;
    return Interval{.low = found->at(0).get<double>(), .high = found->at(1).get<double>()};
}

ReportBasis basisIn(const Json& json) {
    const auto found = json.find("made_from");
    if (found == json.end()) return {};
    return {.detectors = found->at("detectors").get<std::vector<std::string>>(),
            .runs = found->at("runs").get<std::vector<RunId>>(),
            .labels = found->at("labels").get<std::string>()};
}

AblationRow rowFrom(const Json& json) {
    AblationRow row{.name = json.at("name").get<std::string>(),
                    .kind = textIn(json, "forest"),
                    .detectors = json.at("detectors").get<std::vector<std::string>>(),
                    .withoutSegment = textIn(json, "without_segment"),
                    .auroc = figureIn(json, "auroc"),
                    .averagePrecision = figureIn(json, "average_precision"),
                    .fprAt95Tpr = figureIn(json, "fpr_at_95tpr"),
                    .seen = figureIn(json, "seen"),
                    .unseen = figureIn(json, "unseen"),
                    .difference = numberIn(json, "difference"),
                    .interval = intervalIn(json, "difference_ci95"),
                    .pValue = numberIn(json, "p_value"),
                    .bareDifference = numberIn(json, "difference_to_best_bare"),
                    .barePValue = numberIn(json, "p_value_to_best_bare"),
                    .aurocInterval = intervalIn(json, "auroc_ci95"),
                    .secondsPerPart = json.value("seconds_per_part", 0.0)};
    if (const auto byType = json.find("by_defect_type"); byType != json.end()) {
        for (const auto& [type, figure] : byType->items()) {
            if (const SeedFigure stats = figureFrom(figure)) row.byType[type] = *stats;
        }
    }
    return row;
}

/// What `read` makes of it, with what the JSON library throws as the program's own error.
template <class Read>
auto readReport(const char* what, const Read& read) {
    try {
        return read();
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::InvalidData, what, error.what(), "Make it again.");
    }
}
}  // namespace

Json toJson(const AblationReport& report) {
    Json rows = Json::array();
    for (const AblationRow& row : report.rows)
        rows.push_back(rowJson(row));
    return {{"seeds", report.seeds},           {"parts", {{"good", report.good}, {"bad", report.bad}}},
            {"bad_for_fit", report.badForFit}, {"rows", std::move(rows)},
            {"best_bare", report.bestBare},    {"made_from", basisJson(report.basis)},
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
    return {{"seeds", curve.seeds},      {"parts", {{"good", curve.good}, {"bad", curve.bad}}},
            {"forest", curve.forest},    {"points", std::move(points)},
            {"bare", curve.bare},        {"made_from", basisJson(curve.basis)},
            {"warnings", curve.warnings}};
}

AblationReport ablationFromJson(const Json& json) {
    return readReport("ablation", [&] {
        AblationReport report{.seeds = json.at("seeds").get<int>(),
                              .good = json.at("parts").at("good").get<int>(),
                              .bad = json.at("parts").at("bad").get<int>(),
                              .badForFit = json.value("bad_for_fit", 0),
                              .bestBare = textIn(json, "best_bare"),
                              .warnings = json.value("warnings", std::vector<std::string>{}),
                              .basis = basisIn(json)};
        for (const Json& row : json.at("rows"))
            report.rows.push_back(rowFrom(row));
        return report;
    });
}

LearningCurve learningCurveFromJson(const Json& json) {
    return readReport("learning curve", [&] {
        LearningCurve curve{.bare = json.value("bare", std::map<std::string, double>{}),
                            .seeds = json.at("seeds").get<int>(),
                            .good = json.at("parts").at("good").get<int>(),
                            .bad = json.at("parts").at("bad").get<int>(),
                            .warnings = json.value("warnings", std::vector<std::string>{}),
                            .forest = textIn(json, "forest"),
                            .basis = basisIn(json)};
        for (const Json& point : json.at("points")) {
            curve.points.push_back({.bad = point.at("bad").get<int>(),
                                    .auroc = figureIn(point, "auroc"),
                                    .seen = figureIn(point, "seen"),
                                    .unseen = figureIn(point, "unseen")});
        }
        return curve;
    });
}

}  // namespace segad
