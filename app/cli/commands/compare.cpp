#include <map>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/disagreement.h"

namespace segad::cli {

namespace {
const std::map<std::string, DisagreementBy>& measures() {
    static const std::map<std::string, DisagreementBy> all{{"score", DisagreementBy::Score},
                                                           {"map-mean", DisagreementBy::MapMean},
                                                           {"map-max", DisagreementBy::MapMax}};
    return all;
}

const std::map<std::string, ScoreReference>& references() {
    static const std::map<std::string, ScoreReference> all{{"all", ScoreReference::All},
                                                           {"calibrate", ScoreReference::Calibrate}};
    return all;
}

Json toJson(const Disagreement& part) {
    return {{"part", part.path},
            {"label", std::string(toString(part.label))},
            {"defect_type", part.defectType},
            {"first_percentile", part.firstPercentile},
            {"second_percentile", part.secondPercentile},
            {"map_mean", part.mapMean ? Json(*part.mapMean) : Json(nullptr)},
            {"map_max", part.mapMax ? Json(*part.mapMax) : Json(nullptr)},
            {"disagreement", part.size}};
}

ExitCode run(const DisagreementRequest& request, Console& console, Job& job) {
    const DisagreementReport report = findDisagreements(request, job);
    using Align = Table::Align;
    Table table({{"part"},
                 {"label"},
                 {report.first.subject, Align::Right},
                 {report.second.subject, Align::Right},
                 {"apart", Align::Right}});
    Json parts = Json::array();
    for (const Disagreement& part : report.parts) {
        const std::string label = std::string(toString(part.label));
        table.add({part.path, part.defectType.empty() ? label : label + ", " + part.defectType,
                   fixed(part.firstPercentile, 1), fixed(part.secondPercentile, 1), fixed(part.size, 1)});
        parts.push_back(toJson(part));
    }
    console.print(counted(static_cast<long long>(report.compared), "part", "parts") +
                  " compared; percentiles of the image scores:\n" + table.text());
    console.setDocument({{"project", toUtf8(request.project)},
                         {"first", {{"detector", report.first.subject}, {"run", report.first.id}}},
                         {"second", {{"detector", report.second.subject}, {"run", report.second.id}}},
                         {"compared", report.compared},
                         {"parts", std::move(parts)}});
    return exitCodeOf(job);
}
}  // namespace

void addCompareCommand(CLI::App& app, Context& context) {
    struct Options {
        std::string project;
        std::string by = "score";
        std::string among = "all";
        DisagreementRequest request;
    };
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "compare", "The parts where two detectors disagree most",
                                   "segad compare parts.segad patchcore efficientad --top 10");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("FIRST", options->request.first, "Detector")->required();
    command.add_option("SECOND", options->request.second, "Detector")->required();
    command.add_option("--top", options->request.top, "How many parts, 0 = all")->capture_default_str();
    command.add_option("--by", options->by, "score, or map-mean or map-max: how far the maps are apart")
        ->check(CLI::IsMember({"score", "map-mean", "map-max"}))
        ->capture_default_str();
    command.add_option("--among", options->among, "Percentiles of scores among all or the calibrate parts")
        ->check(CLI::IsMember({"all", "calibrate"}))
        ->capture_default_str();
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            options->request.project = options->project;
            options->request.by = measures().at(options->by);
            options->request.among = references().at(options->among);
            return run(options->request, console, job);
        };
    });
}

}  // namespace segad::cli
