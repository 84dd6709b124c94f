#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/nn/embedded_backbone.h"

namespace segad::cli {

namespace {
struct Options {
    std::string file;
    std::string name;
};

Json toJson(const WeightEntry& entry) {
    return {{"name", entry.name},
            {"architecture", entry.architecture},
            {"layers", entry.layers},
            {"sha256", entry.sha256},
            {"bytes", entry.bytes},
            {"file", toUtf8(entry.file)},
            {"source_file", entry.sourceFile},
            {"source_sha256", entry.sourceSha256},
            {"source_format", entry.sourceFormat},
            {"origin", entry.origin},
            {"licence", entry.licence},
            {"imported_at", entry.importedAt}};
}

std::string layersText(const WeightEntry& entry) {
    std::string text;
    for (const std::string& layer : entry.layers)
        text += (text.empty() ? "" : " ") + layer;
    return text;
}

ExitCode list(Console& console) {
    const WeightStore store;
    Json document{{"folder", toUtf8(store.folder())}, {"weights", Json::array()}};
    Table table({{"name"}, {"layers"}, {"size", Table::Align::Right}, {"sha256"}, {"origin"}});
    bool imported = false;
    for (const WeightEntry& entry : availableWeights(store)) {
        imported = imported || entry.name != kEmbeddedBackbone;
        document["weights"].push_back(toJson(entry));
        table.add({entry.name, layersText(entry), byteText(entry.bytes), entry.sha256.substr(0, 12),
                   entry.origin.empty() ? entry.sourceFile : entry.origin});
    }
    console.print(table.text());
    if (!imported) {
        console.print(
            "No weights are imported. Import some with 'segad weights import FILE', for example "
            "torchvision's resnet18-f37072fd.pth.\n");
    }
    console.setDocument(std::move(document));
    return ExitCode::Done;
}

ExitCode importFile(const Options& options, Console& console, Job& job) {
    const WeightEntry entry = WeightStore().import(options.file, options.name, job);
    console.print("Imported as " + entry.name + ": " + layersText(entry) + ", " + byteText(entry.bytes) +
                  ".\n");
    console.setDocument(toJson(entry));
    return ExitCode::Done;
}

ExitCode verify(Console& console, Job& job) {
    Json document{{"weights", Json::array()}};
    Table table({{"name"}, {"state"}});
    for (const WeightCheck& check : WeightStore().verify(job)) {
        document["weights"].push_back({{"name", check.entry.name}, {"ok", !check.problem}});
        table.add({check.entry.name, check.problem ? "damaged" : "whole"});
        if (check.problem) job.warn(*check.problem);
    }
    console.print(table.empty() ? "No weights are imported.\n" : table.text());
    console.setDocument(std::move(document));
    return exitCodeOf(job);
}
}  // namespace

void addWeightsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& group = *app.add_subcommand("weights", "Backbone weights: list, import, verify");
    group.require_subcommand(1);
    addCommand(group, context, "list", "The weights there are: imported, and part of this program",
               "segad weights list")
        .callback([&context] { context.action = [](Console& console, Job&) { return list(console); }; });
    CLI::App& importing =
        addCommand(group, context, "import", "Imports a .safetensors or .pth file, running no code of it",
                   "segad weights import resnet18-f37072fd.pth");
    importing
        .add_option("FILE", options->file,
                    "Weights of ResNet-18 or WideResNet-50-2, EfficientAD's teacher_small.pth or "
                    "teacher_medium.pth, or what 'segad distil' wrote")
        ->required();
    importing.add_option("--as", options->name, "Name to import it under (default: its architecture)");
    importing.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return importFile(*options, console, job); };
    });
    addCommand(group, context, "verify", "Hashes every imported file", "segad weights verify")
        .callback(
            [&context] { context.action = [](Console& console, Job& job) { return verify(console, job); }; });
}

}  // namespace segad::cli
