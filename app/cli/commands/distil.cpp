#include <cmath>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/distil_plan.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
ExitCode run(const DistilRequest& request, Console& console, Job& job) {
    const DistilReport report = distil(request, job);
    const DistilResult& result = report.result;
    Json layers = Json::array();
    Table table({{"layer"}, {"unexplained", Table::Align::Right}, {"of blemishes", Table::Align::Right}});
    for (const DistilledLayer& layer : result.layers) {
        layers.push_back(
            {{"layer", layer.layer},
             {"unexplained", layer.unexplained},
             {"unexplained_of_blemishes",
              std::isnan(layer.unexplainedDifference) ? Json(nullptr) : Json(layer.unexplainedDifference)}});
        table.add({layer.layer > 0 ? "layer" + std::to_string(layer.layer) : "all",
                   percent(layer.unexplained),
                   std::isnan(layer.unexplainedDifference) ? "" : percent(layer.unexplainedDifference)});
    }
    console.print(table.text() + "Wrote " + toUtf8(report.file) + " (" + byteText(result.bytes) +
                  ", SHA-256 " + result.sha256.substr(0, 12) + "…) after " +
                  counted(result.curve.steps, "step", "steps") + " in " + duration(result.curve.seconds) +
                  ".\n" +
                  (report.importedAs.empty()
                       ? "Use it with 'segad weights import " + toUtf8(report.file) + " --as NAME'.\n"
                       : "Imported as " + report.importedAs + ".\n") +
                  (report.remark.empty() ? "" : report.remark + ".\n"));
    console.setDocument({{"file", toUtf8(report.file)},
                         {"student", request.student},
                         {"teacher", report.teacher},
                         {"remark", report.remark},
                         {"sha256", result.sha256},
                         {"bytes", result.bytes},
                         {"imported_as", report.importedAs},
                         {"layers", std::move(layers)},
                         {"curve", toJson(result.curve)}});
    return exitCodeOf(job);
}
}  // namespace

namespace {
/// What is usual for the student, unless it was said otherwise.
void fillIn(DistilRequest& request, const CLI::App& command) {
    const DistilRequest usual = usualDistilRequest(request.student);
    if (command.count("--out") + command.count("--as") == 0) request.importAs = usual.importAs;
    if (command.count("--steps") == 0) request.steps = usual.steps;
    if (command.count("--learning-rate") == 0) request.learningRate = usual.learningRate;
    if (command.count("--batch") == 0) request.picturesPerStep = usual.picturesPerStep;
}
}  // namespace

void addDistilCommand(CLI::App& app, Context& context) {
    const auto request = std::make_shared<DistilRequest>();
    const auto out = std::make_shared<std::string>();
    const auto images = std::make_shared<std::string>();
    CLI::App& command = addCommand(
        app, context, "distil",
        "Trains a small, fast backbone, or a teacher of EfficientAD, to see what a larger network sees",
        "segad distil --teacher resnet18 --as compact\nsegad distil --student pdn_small --steps 5000 --batch "
        "4");
    command
        .add_option(
            "--student", request->student,
            "compact_resnet, or pdn_small, pdn_medium, pdn_small_narrow, pdn_medium_narrow: a teacher of "
            "EfficientAD")
        ->capture_default_str();
    command.add_option("--teacher", request->teacher,
                       "Network with layers 1 to 3 to learn from (default: the best there is)");
    command.add_option("--init", request->initial,
                       "Compact weights to go on from (imported, or embedded) instead of from chance");
    command.add_option(
        "--out", *out,
        "Where the weights go, .safetensors (default: a file of the name --as in the data folder)");
    command.add_option("--images", *images, "Folder of pictures to mix with the procedural ones");
    command.add_option(
        "--steps", request->steps,
        "How long to train; a finished run can be prolonged (default: 30000, a teacher 20000)");
    command.add_option("--seed", request->seed, "Of pictures and start")->capture_default_str();
    command.add_option("--learning-rate", request->learningRate,
                       "Its highest value (default: 0.002, a teacher 0.001)");
    command.add_option("--batch", request->picturesPerStep,
                       "Pictures of 256 x 256 per step (default: 8, a teacher 4)");
    command.add_option("--as", request->importAs,
                       "Import the result under this name (default: not, a teacher as pdn_small-distilled)");
    command.add_option("--note", request->note, "A remark kept inside the file");
    command.add_flag("--resume", request->resume, "Go on from the checkpoint beside the weights");
    command.callback([&context, &command, request, out, images] {
        request->out = *out;
        request->images = *images;
        fillIn(*request, command);
        context.action = [&context, request](Console& console, Job& job) {
            request->device = context.common.device;
            return run(*request, console, job);
        };
        context.howToResume = [] {
            return std::string("The state is kept; go on with the same command and --resume.");
        };
    });
}

}  // namespace segad::cli
