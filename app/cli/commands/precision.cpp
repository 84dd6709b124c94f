#include <cmath>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
Json toJson(const PrecisionComparison::Figures& figures) {
    return {{"auroc", figures.auroc ? Json(*figures.auroc) : Json(nullptr)},
            {"seconds_per_part", figures.secondsPerPart}};
}

ExitCode run(const PrecisionRequest& request, Console& console, Job& job) {
    using Align = Table::Align;
    Table table({{"detector"},
                 {"good", Align::Right},
                 {"bad", Align::Right},
                 {"AUROC float32", Align::Right},
                 {"bfloat16", Align::Right},
                 {"± (95 %)", Align::Right},
                 {"ms float32", Align::Right},
                 {"bfloat16", Align::Right},
                 {"quicker", Align::Right}});
    Json documents = Json::array();
    bool inHardware = true;
    for (const PrecisionComparison& found : comparePrecision(request, job)) {
        inHardware = found.inHardware;
        table.add({found.detector, std::to_string(found.good), std::to_string(found.bad),
                   percent(found.float32.auroc), percent(found.bfloat16.auroc),
                   found.aurocError ? fixed(196 * *found.aurocError, 1) : "n/a",
                   fixed(1000 * found.float32.secondsPerPart, 1),
                   fixed(1000 * found.bfloat16.secondsPerPart, 1),
                   fixed(found.float32.secondsPerPart / found.bfloat16.secondsPerPart, 2) + "×"});
        documents.push_back({{"run", found.run},
                             {"detector", found.detector},
                             {"good", found.good},
                             {"bad", found.bad},
                             {"float32", toJson(found.float32)},
                             {"bfloat16", toJson(found.bfloat16)},
                             {"auroc_error", found.aurocError ? Json(*found.aurocError) : Json(nullptr)},
                             {"largest_change",
                              std::isfinite(found.largestChange) ? Json(found.largestChange) : Json(nullptr)},
                             {"in_hardware", found.inHardware}});
    }
    console.print(table.text());
    if (!inHardware)
        console.note("This processor does not multiply bfloat16 faster: float32 is the better choice here.");
    else
        console.note("To use it: segad train " + toUtf8(request.project) +
                     " --detector KEY --set precision=bfloat16");
    console.setDocument({{"comparisons", std::move(documents)}});
    return exitCodeOf(job);
}
}  // namespace

void addPrecisionCommand(CLI::App& app, Context& context) {
    const auto request = std::make_shared<PrecisionRequest>();
    const auto project = std::make_shared<std::string>();
    CLI::App& command = addCommand(
        app, context, "precision",
        "What bfloat16 in the backbone would change, in time and AUROC, on calibrate and bad parts",
        "segad precision parts.segad --detector patchcore");
    command.add_option("PROJECT", *project, "Project file")->required();
    command.add_option("--detector", request->detector,
                       "Only this one (default: every trained detector with a frozen backbone)");
    command.callback([&context, request, project] {
        context.action = [&context, request, project](Console& console, Job& job) {
            request->project = *project;
            request->device = context.common.device;
            return run(*request, console, job);
        };
    });
}

}  // namespace segad::cli
