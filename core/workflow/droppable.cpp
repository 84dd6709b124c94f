#include "core/workflow/droppable.h"

#include <algorithm>
#include <cmath>

#include "core/workflow/number_words.h"
#include "core/workflow/part_features.h"

namespace segad {

namespace {
std::string lossText(double loss) {
    if (std::abs(loss) < 0.0005) return "costs no AUROC";
    return loss > 0 ? "costs " + percentText(loss) + " of AUROC"
                    : "gains " + percentText(-loss) + " of AUROC";
}

std::string sentenceOn(const Droppable& one) {
    std::string text =
        "Without " + std::string(one.isDetector ? "" : "segment ") + one.name + ": " + lossText(one.loss);
    constexpr double kUsual = 0.05;
    if (one.pValue > kUsual) text += ", which so many parts can't tell from chance";
    if (one.shareSaved > 0) text += "; inspection takes " + percentText(one.shareSaved) + " less time";
    return text;
}

Json toJson(const Droppable& one) {
    return {
        {"name", one.name},
        {"detector", one.isDetector},
        {"loss", one.loss},
        {"loss_ci95", one.interval ? Json::array({one.interval->low, one.interval->high}) : Json(nullptr)},
        {"p_value", one.pValue},
        {"seconds_saved", one.secondsSaved},
        {"share_saved", one.shareSaved},
        {"sentence", one.sentence}};
}

Droppable droppableFrom(const Json& json) {
    Droppable one{.name = json.at("name").get<std::string>(),
                  .isDetector = json.at("detector").get<bool>(),
                  .loss = json.at("loss").get<double>(),
                  .pValue = json.at("p_value").get<double>(),
                  .secondsSaved = json.at("seconds_saved").get<double>(),
                  .shareSaved = json.at("share_saved").get<double>(),
                  .sentence = json.at("sentence").get<std::string>()};
    if (const Json& ends = json.at("loss_ci95"); ends.is_array())
        one.interval = Interval{ends.at(0).get<double>(), ends.at(1).get<double>()};
    return one;
}

/// What two forests must share for what is said of one to hold of the other.
Json likenessOf(const Project& project, const RunRecord& fit) {
    std::vector<std::string> detectors = inputsOfFit(project, fit).detectorNames();
    std::ranges::sort(detectors);
    return {{"kind", fit.subject},
            {"detectors", detectors},
            {"params", fit.params.value("forest", Json::object())},
            {"bad_for_fit", fit.params.value("bad_for_fit", 0)}};
}
}  // namespace

std::vector<Droppable> droppable(const AblationReport& report) {
    const auto all =
        std::ranges::find_if(report.rows, [](const AblationRow& row) { return !row.kind.empty(); });
    std::vector<Droppable> found;
    if (all == report.rows.end()) return found;
    for (const AblationRow& row : report.rows) {
        if (row.kind != all->kind || !row.difference) continue;
        Droppable one{.name = row.withoutSegment, .loss = -*row.difference, .pValue = row.pValue.value_or(1)};
        if (row.interval) one.interval = Interval{-row.interval->high, -row.interval->low};
        if (row.withoutSegment.empty()) {
            if (row.detectors.size() + 1 != all->detectors.size()) continue;
            one.isDetector = true;
            one.name = *std::ranges::find_if(all->detectors, [&](const std::string& detector) {
                return std::ranges::count(row.detectors, detector) == 0;
            });
            one.secondsSaved = all->secondsPerPart - row.secondsPerPart;
            if (all->secondsPerPart > 0) one.shareSaved = one.secondsSaved / all->secondsPerPart;
        }
        one.sentence = sentenceOn(one);
        found.push_back(std::move(one));
    }
    std::ranges::stable_sort(found, {}, &Droppable::loss);
    return found;
}

DropReport findDroppable(const Path& file, int seeds, Job& job) {
    AblationRequest request{.project = file, .seeds = seeds, .allSubsets = false};
    Json likeness;
    {
        const Project project = Project::open(file, true);
        const RunRecord fit = newestForest(project).fit;
        likeness = likenessOf(project, fit);
        request.detectors = inputsOfFit(project, fit).detectorNames();
        request.kinds = {fit.subject};
        request.params = fit.params.value("forest", Json::object());
        request.badForFit = fit.params.value("bad_for_fit", 0);
    }
    DropReport made{.seeds = seeds};
    request.store = [&](const AblationReport& report, RunRecord& run) {
        Json things = Json::array();
        made.things = droppable(report);
        for (const Droppable& one : made.things)
            things.push_back(toJson(one));
        const auto all =
            std::ranges::find_if(report.rows, [](const AblationRow& row) { return !row.kind.empty(); });
        made.secondsPerPart = all == report.rows.end() ? 0 : all->secondsPerPart;
        run.options["droppable"] = {
            {"forest", likeness}, {"seconds_per_part", made.secondsPerPart}, {"things", std::move(things)}};
    };
    const AblationReport report = ablate(request, job);
    made.run = report.run;
    made.good = report.good;
    made.bad = report.bad;
    if (const auto run = Project::open(file, true).runs().find(made.run)) made.madeAt = run->startedAt;
    return made;
}

std::optional<DropReport> lastDropReport(const Project& project, const RunRecord& fit) {
    const Json likeness = likenessOf(project, fit);
    std::vector<RunRecord> runs = project.runs().all();
    std::ranges::reverse(runs);
    for (const RunRecord& run : runs) {
        const bool made = run.kind == RunKind::Evaluate && run.outcome == RunOutcome::Done &&
                          run.options.contains("droppable");
        if (!made || run.options.at("droppable").at("forest") != likeness) continue;
        const Json& kept = run.options.at("droppable");
        const Json& ablation = run.options.at("ablation");
        DropReport report{.run = run.id,
                          .madeAt = run.startedAt,
                          .seeds = ablation.at("seeds").get<int>(),
                          .good = ablation.at("parts").at("good").get<int>(),
                          .bad = ablation.at("parts").at("bad").get<int>(),
                          .secondsPerPart = kept.at("seconds_per_part").get<double>()};
        for (const Json& one : kept.at("things"))
            report.things.push_back(droppableFrom(one));
        return report;
    }
    return std::nullopt;
}

}  // namespace segad
