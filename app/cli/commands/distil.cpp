#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
ExitCode run(const DistilRequest& request, Console& console, Job& job) {
    const DistilReport report = distil(request, job);
    const DistilResult& result = report.result;
    Json layers = Json::array();
    Table table({{"layer"}, {"unexplained", Table::Align::Right}, {"kept", Table::Align::Right}});
    for (const DistilledLayer& layer : result.layers) {
        layers.push_back({{"layer", layer.layer}, {"unexplained", layer.unexplained}, {"kept", layer.kept}});
        table.add({"layer" + std::to_string(layer.layer), percent(layer.unexplained), percent(layer.kept)});
    }
    console.print(table.text() + "Wrote " + toUtf8(request.out) + " (" + byteText(result.bytes) +
                  ", SHA-256 " + result.sha256.substr(0, 12) + "…) after " +
                  counted(result.curve.steps, "step", "steps") + " in " + duration(result.curve.seconds) +
                  ".\n" +
                  (report.importedAs.empty()
                       ? "Use it with 'segad weights import " + toUtf8(request.out) + " --as NAME'.\n"
                       : "Imported as " + report.importedAs + ".\n"));
    console.setDocument({{"file", toUtf8(request.out)},
                         {"sha256", result.sha256},
                         {"bytes", result.bytes},
                         {"imported_as", report.importedAs},
                         {"layers", std::move(layers)},
                         {"curve", toJson(result.curve)}});
    return exitCodeOf(job);
}
}  // namespace

void addDistilCommand(CLI::App& app, Context& context) {
    const auto request = std::make_shared<DistilRequest>();
    const auto out = std::make_shared<std::string>();
    const auto images = std::make_shared<std::string>();
    CLI::App& command =
        addCommand(app, context, "distil", "Trains a small, fast backbone to see what an imported one sees",
                   "segad distil --teacher resnet18 --out compact.safetensors --as compact");
    command.add_option("--teacher", request->teacher, "Imported backbone with layers 1 to 3")
        ->capture_default_str();
    command.add_option("--out", *out, "Where the weights go, .safetensors")->required();
    command.add_option("--images", *images, "Folder of pictures to mix with the procedural ones");
    command.add_option("--steps", request->steps, "How long to train; a finished run can be prolonged")
        ->capture_default_str();
    command.add_option("--seed", request->seed, "Of pictures and start")->capture_default_str();
    command.add_option("--learning-rate", request->learningRate, "Its highest value")->capture_default_str();
    command.add_option("--batch", request->picturesPerStep, "Pictures of 256 x 256 per step")
        ->capture_default_str();
    command.add_option("--as", request->importAs, "Import the result under this name");
    command.add_option("--note", request->note, "A remark kept inside the file");
    command.add_flag("--resume", request->resume, "Go on from the checkpoint beside the weights");
    command.callback([&context, request, out, images] {
        request->out = *out;
        request->images = *images;
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
