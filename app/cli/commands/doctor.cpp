#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    bool repair = false;
};

std::string weightsText(const Json& weights) {
    std::string text = "weights in " + weights["folder"].get<std::string>() + ": ";
    const Json& imported = weights["imported"];
    if (imported.empty()) text += "none imported";
    for (const Json& entry : imported)
        text += entry["name"].get<std::string>() + (entry["ok"].get<bool>() ? " (whole) " : " (damaged) ");
    text += "\n";
    if (const Json& embedded = weights["embedded"]; embedded.is_object()) {
        text += "weights in this program: " + embedded["name"].get<std::string>() + " (" +
                embedded["architecture"].get<std::string>() + ", SHA-256 " +
                embedded["sha256"].get<std::string>().substr(0, 12) + "…)\n";
    }
    return text;
}

std::string textOf(const Json& report) {
    std::string text = "segad " + report["program"].get<std::string>() + ", XGBoost " +
                       report["xgboost"].get<std::string>() + ", OpenCV " +
                       report["opencv"].get<std::string>() + ", " + report["threads"].dump() + " threads\n";
    if (const Json& learning = report["learning"]; learning.is_object()) {
        text += "LibTorch " + learning["torch"].get<std::string>() + " (" +
                learning["cpu_capability"].get<std::string>() +
                (learning["onednn"].get<bool>() ? ", oneDNN" : "") + "), devices:";
        for (const Json& device : learning["devices"])
            text += " " + device.get<std::string>();
        text += "\n";
    }
    text += weightsText(report["weights"]);
    if (report.contains("project")) {
        const Json& project = report["project"];
        text += project["file"].get<std::string>();
        if (project.contains("holds")) {
            text += ": " + project["holds"]["parts"].dump() + " parts, " + project["holds"]["runs"].dump() +
                    " runs";
        }
        text += "\n";
        for (const Json& step : project["repaired"])
            text += "  repaired: " + step.get<std::string>() + "\n";
    }
    for (const Json& problem : report["problems"]) {
        text += "problem: " + problem["subject"].get<std::string>() + " " +
                problem["message"].get<std::string>() + ". " + problem["remedy"].get<std::string>() + "\n";
    }
    return text + (report["problems"].empty() ? "All is well.\n" : "");
}
}  // namespace

void addDoctorCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "doctor", "Versions, device, weights, and the state of a project",
                   "segad doctor parts.segad --repair");
    command.add_option("PROJECT", options->project, "Project file to check");
    command.add_flag("--repair", options->repair, "Repair what can be repaired");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            Json report = doctorReport(options->project, options->repair, job);
            const bool well = report["problems"].empty();
            console.print(textOf(report));
            console.setDocument(std::move(report));
            return well ? ExitCode::Done : ExitCode::SomeFailed;
        };
    });
}

}  // namespace segad::cli
