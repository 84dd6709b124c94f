#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/share_text.h"
#include "app/cli/text.h"
#include "core/workflow/threshold_goal.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    RunId run = 0;
    std::string missed;
    std::string rejected;
    std::string reviewed;
    std::string defectRate;
    std::string confidence;
    std::vector<double> costs;
    bool promise = false;
    std::string on = "all";
    std::vector<double> byHand;
    bool dryRun = false;
};

JudgedParts partsOf(const std::string& on) {
    if (on == "learned") return JudgedParts::Learned;
    return on == "test" ? JudgedParts::Test : JudgedParts::All;
}

ThresholdRequest requestOf(const Options& options) {
    ThresholdRequest request{.project = options.project,
                             .run = options.run,
                             .parts = partsOf(options.on),
                             .goal = {.maxMissed = shareOf(options.missed),
                                      .maxRejected = shareOf(options.rejected),
                                      .maxReviewed = shareOf(options.reviewed),
                                      .defectRate = shareOf(options.defectRate),
                                      .promise = options.promise},
                             .store = !options.dryRun};
    if (const std::optional<double> confidence = shareOf(options.confidence))
        request.goal.confidence = *confidence;
    if (!options.costs.empty())
        request.goal.costs = GoalCosts{options.costs[0], options.costs[1], options.costs[2]};
    if (!options.byHand.empty()) request.byHand = {options.byHand[0], options.byHand[1]};
    return request;
}

/// Only to be shown.
bool asksForNothing(const ThresholdRequest& request) {
    const Goal& goal = request.goal;
    return !goal.maxMissed && !goal.maxRejected && !goal.maxReviewed && !goal.costs && !request.byHand;
}

Json toJson(const VerdictCounts& counts) {
    return {{"pass", counts.pass}, {"review", counts.review}, {"reject", counts.reject}};
}

Json toJson(const GoalRate& rate) {
    const auto orNull = [](const auto& value) { return value ? Json(*value) : Json(nullptr); };
    return {{"share", rate.share},
            {"interval", {rate.interval.low, rate.interval.high}},
            {"limit", orNull(rate.limit)},
            {"met", rate.met},
            {"promised", rate.promised},
            {"needed", orNull(rate.needed)},
            {"least_needed", orNull(rate.leastNeeded)}};
}

Json documentOf(const Options& options, const ThresholdReport& report, bool stored) {
    const GoalThresholds& judged = report.judged;
    return {{"project", options.project},
            {"run", report.run.id},
            {"review", judged.review},
            {"reject", judged.reject},
            {"reason", report.thresholds.reason},
            {"stored", stored},
            {"good", toJson(judged.good)},
            {"bad", toJson(judged.bad)},
            {"defect_rate", judged.defectRate},
            {"missed", toJson(judged.missed)},
            {"rejected", toJson(judged.rejected)},
            {"reviewed", toJson(judged.reviewed)},
            {"cost", judged.cost ? Json(*judged.cost) : Json(nullptr)},
            {"met", judged.met()},
            {"promised", judged.promised()}};
}

std::string textOf(const ThresholdReport& report, const Goal& goal) {
    using Align = Table::Align;
    const GoalThresholds& judged = report.judged;
    Table table({{"parts"}, {"pass", Align::Right}, {"review", Align::Right}, {"reject", Align::Right}});
    for (const auto& [name, counts] : {std::pair("good", judged.good), {"bad", judged.bad}}) {
        table.add({name, std::to_string(counts.pass), std::to_string(counts.review),
                   std::to_string(counts.reject)});
    }
    std::string text = report.run.subject + ", run " + std::to_string(report.run.id) + ": review from " +
                       fixed(judged.review, 4) + ", reject from " + fixed(judged.reject, 4) + "\n" +
                       table.text();
    for (const std::string& sentence : sentencesOn(judged, goal))
        text += sentence + ".\n";
    if (judged.cost) text += "Cost of a part: " + fixed(*judged.cost, 4) + ".\n";
    return text;
}

ExitCode run(const Options& options, Console& console, Job& job) {
    const ThresholdRequest request = requestOf(options);
    const bool show = asksForNothing(request);
    const ThresholdReport report = show ? currentThresholds(request, job) : setThresholds(request, job);
    for (const std::string& note : report.notes)
        console.note(note + ".");
    std::string text = textOf(report, request.goal);
    if (show) text += report.thresholds.reason + "\n";
    console.print(text);
    console.setDocument(documentOf(options, report, show || request.store));
    return exitCodeOf(job);
}

void addGoalOptions(CLI::App& command, Options& options) {
    command.add_option("--max-missed", options.missed, "Bad parts that may pass: 1% or 0.01");
    command.add_option("--max-rejected", options.rejected, "Good parts that may be rejected: 1% or 0.01");
    command.add_option("--max-reviewed", options.reviewed, "Of all that is produced: 5% or 0.05");
    command
        .add_option("--costs", options.costs,
                    "What a missed bad, a rejected good and a reviewed part cost: 100,5,1")
        ->delimiter(',')
        ->expected(3);
    command.add_option("--defect-rate", options.defectRate,
                       "Bad parts in production: 0.5% (default: as among the labelled parts)");
    command.add_flag("--promise", options.promise,
                     "Allow so few errors that the limits can be promised, not only that they hold here");
    command.add_option("--confidence", options.confidence, "Of promises and intervals (default: 95%)");
}
}  // namespace

void addThresholdsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(
        app, context, "thresholds", "Shows the two thresholds, or sets them from a goal or by hand",
        "segad thresholds parts.segad --max-missed 1% --max-reviewed 5% --defect-rate 0.5%");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--run", options->run, "A forest or training (default: what verdicts come from)");
    addGoalOptions(command, *options);
    command
        .add_option(
            "--on", options->on,
            "Judge by all labelled parts that were scored by what had not seen them, only by those the "
            "forest learned from (out of fold), or only by test parts")
        ->check(CLI::IsMember({"all", "learned", "test"}))
        ->capture_default_str();
    command.add_option("--set", options->byHand, "By hand: REVIEW,REJECT")->delimiter(',')->expected(2);
    command.add_flag("--dry-run", options->dryRun, "Only show what would be set");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
