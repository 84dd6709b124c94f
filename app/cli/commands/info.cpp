#include "app/cli/commands/commands.h"
#include "app/cli/package_text.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/project/project.h"
#include "core/workflow/stopped_trainings.h"

namespace segad::cli {

namespace {
/// The evaluations that were made last, together.
std::vector<EvaluationRecord> lastEvaluations(const Project& project) {
    std::vector<EvaluationRecord> all = project.evaluations().all();
    const RunId newest = all.empty() ? 0 : all.back().run;
    std::erase_if(all, [&](const EvaluationRecord& evaluation) { return evaluation.run != newest; });
    return all;
}

Json partCounts(const Project& project) {
    return {{"total", project.parts().count()},
            {"good", project.parts().count({.label = Label::Good})},
            {"bad", project.parts().count({.label = Label::Bad})},
            {"unlabelled", project.parts().count({.label = Label::Unlabelled})},
            {"generated", project.parts().count({.generated = true})}};
}

/// Painted regions: of how many parts, how many, how much of these parts' pictures.
Json regionCounts(const Project& project) {
    std::size_t parts = 0;
    std::int64_t regions = 0;
    double share = 0;
    for (const RegionRecord& record : project.regions().all()) {
        ++parts;
        regions += record.count;
        share += record.areaShare;
    }
    return {{"parts", parts},
            {"regions", regions},
            {"mean_area_share", parts == 0 ? Json(nullptr) : Json(share / static_cast<double>(parts))},
            {"out_of_sight", project.regions().misfits().size()}};
}

std::string regionsText(const Json& regions) {
    std::string text;
    if (regions["parts"] != 0) {
        text = "regions    " + regions["regions"].dump() + " on " + regions["parts"].dump() +
               " parts, on average " + fixed(100 * regions["mean_area_share"].get<double>(), 2) +
               " % of a picture\n";
    }
    if (regions["out_of_sight"] != 0) {
        text += "regions    of " + regions["out_of_sight"].dump() +
                " parts were painted on pictures of another size and are out of sight\n";
    }
    return text;
}

/// Roles of the newest forest's run, or of the newest training.
Json roleCounts(const Project& project) {
    std::optional<RunRecord> run = project.runs().latest(RunKind::Fit);
    if (!run) run = project.runs().latest(RunKind::Train);
    Json roles = Json::object();
    if (!run || run->snapshot == 0) return roles;
    for (const Role role : {Role::Train, Role::Calibrate, Role::Fit, Role::Test})
        roles[std::string(toString(role))] = 0;
    for (const RolePair& pair : project.runs().snapshot(run->snapshot)) {
        Json& count = roles[std::string(toString(pair.role))];
        count = count.get<int>() + 1;
    }
    return roles;
}

Json publishedSubsets(const Project& project) {
    Json lists = Json::array();
    for (const PublishedSubsetRecord& subset : project.parts().publishedSubsets())
        lists.push_back({{"name", subset.name}, {"parts", subset.parts.size()}});
    return lists;
}

Json stoppedJson(const Project& project) {
    Json list = Json::array();
    for (const StoppedTraining& training : stoppedTrainings(project)) {
        list.push_back(
            {{"run", training.run.id},
             {"detector", training.run.subject},
             {"steps", training.curve.steps},
             {"planned_steps", training.plannedSteps},
             {"loss", training.curve.points.empty() ? Json(nullptr) : Json(training.curve.finalLoss())},
             {"bytes", training.bytes}});
    }
    return list;
}

Json documentOf(const Project& project) {
    Json segments = Json::array();
    for (const SegmentRecord& segment : project.segments().names())
        segments.push_back({{"index", segment.index}, {"name", segment.name}, {"color", segment.color}});
    Json runs = Json::array();
    for (const RunRecord& run : project.runs().all())
        runs.push_back(toJson(run));
    Json sources = Json::array();
    for (const SourceRecord& source : project.parts().sources()) {
        sources.push_back(
            {{"path", toUtf8(project.parts().sourceFolder(source.id))}, {"layout", source.layout}});
    }
    return {{"project", toUtf8(project.file())},
            {"schema", project.schemaVersion()},
            {"sources", sources},
            {"parts", partCounts(project)},
            {"roles", roleCounts(project)},
            {"published_subsets", publishedSubsets(project)},
            {"regions", regionCounts(project)},
            {"segments", segments},
            {"segment_maps", project.segments().mapCount()},
            {"runs", runs},
            {"stopped_trainings", stoppedJson(project)},
            {"evaluations", toJson(lastEvaluations(project))}};
}

std::string listsText(const Json& lists) {
    std::string text;
    for (const Json& list : lists) {
        text += (text.empty() ? "" : ", ") + list["name"].get<std::string>() + " (" + list["parts"].dump() +
                " parts)";
    }
    return text;
}

std::string stoppedLine(const Json& training, const std::string& project) {
    const std::string detector = training["detector"].get<std::string>();
    return "stopped    run " + training["run"].dump() + ", " + detector + " after " +
           training["steps"].dump() + " of " + training["planned_steps"].dump() + " steps (" +
           byteText(training["bytes"].get<unsigned long long>()) + " kept): 'segad train " + project +
           " --detector " + detector + " --resume' with the same settings goes on\n";
}

std::string stoppedText(const Json& list, const std::string& project) {
    std::string text;
    for (const Json& training : list)
        text += stoppedLine(training, project);
    return text;
}

std::string rolesText(const Json& roles) {
    std::string text;
    for (const auto& [role, count] : roles.items())
        text += (text.empty() ? "" : ", ") + role + " " + count.dump();
    return text;
}

std::string textOf(const Project& project, const Json& document) {
    const Json& parts = document["parts"];
    std::string text =
        document["project"].get<std::string>() + " (schema " + document["schema"].dump() + ")\n";
    text += "parts      " + parts["total"].dump() + ": " + parts["good"].dump() + " good, " +
            parts["bad"].dump() + " bad, " + parts["unlabelled"].dump() + " unlabelled";
    if (parts["generated"] != 0) text += ", of these " + parts["generated"].dump() + " generated";
    text += "\n";
    if (!document["roles"].empty()) text += "roles      " + rolesText(document["roles"]) + "\n";
    if (!document["published_subsets"].empty())
        text += "lists      " + listsText(document["published_subsets"]) + "\n";
    text += regionsText(document["regions"]);
    std::string segments;
    for (const Json& segment : document["segments"])
        segments += (segments.empty() ? "" : ", ") + segment["name"].get<std::string>();
    if (!segments.empty())
        text += "segments   " + segments + " (" + document["segment_maps"].dump() + " maps)\n";
    text += stoppedText(document["stopped_trainings"], document["project"].get<std::string>());

    Table runs({{"run", Table::Align::Right},
                {"kind"},
                {"of"},
                {"outcome"},
                {"time", Table::Align::Right},
                {"remark"}});
    for (const RunRecord& run : project.runs().all()) {
        runs.add({std::to_string(run.id), std::string(toString(run.kind)), run.subject,
                  std::string(toString(run.outcome)), duration(run.seconds), clipped(run.message, 60)});
    }
    if (!runs.empty()) text += "\n" + runs.text();
    const std::vector<EvaluationRecord> evaluations = lastEvaluations(project);
    if (!evaluations.empty()) text += "\nLast evaluation, per cent:\n" + evaluationTable(evaluations);
    return text;
}

ExitCode showProject(const std::string& file, Console& console) {
    const Project project = Project::open(file, true);
    Json document = documentOf(project);
    console.print(textOf(project, document));
    console.setDocument(std::move(document));
    for (const Error& notice : project.notices())
        console.note(notice.what());
    return ExitCode::Done;
}

ExitCode showPackage(const std::string& file, Console& console, Job& job) {
    const PackageInfo info = packageInfo(file, job);
    console.print(packageText(info));
    console.setDocument(info.document);
    return ExitCode::Done;
}
}  // namespace

void addInfoCommand(CLI::App& app, Context& context) {
    const auto file = std::make_shared<std::string>();
    CLI::App& command =
        addCommand(app, context, "info", "What is in a project or in a package", "segad info parts.segad");
    command.add_option("FILE", *file, "Project or package")->required();
    command.callback([&context, file] {
        context.action = [file](Console& console, Job& job) {
            return isPackage(*file) ? showPackage(*file, console, job) : showProject(*file, console);
        };
    });
}

}  // namespace segad::cli
