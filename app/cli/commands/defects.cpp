#include "app/cli/commands/commands.h"
#include "app/cli/param_text.h"
#include "app/cli/text.h"
#include "core/defect/catalog.h"

namespace segad::cli {

namespace {
Json toJson(const DefectKind& kind) {
    Json json{{"key", kind.key},
              {"title", kind.title},
              {"help", kind.help},
              {"reference", kind.reference},
              {"of_the_paper", kind.ofThePaper},
              {"parameters", Json::array()}};
    for (const ParamSpec& spec : kind.params.specs())
        json["parameters"].push_back(cli::toJson(spec));
    return json;
}

std::string catalogText() {
    Table table({{"kind"}, {"of SegAD's paper"}, {"what it is"}});
    for (const DefectKind& kind : defectCatalog())
        table.add({kind.key, kind.ofThePaper ? "yes" : "", kind.help});
    return table.text();
}

std::string kindText(const DefectKind& kind) {
    std::string text = kind.title + " (" + kind.key + ")\n" + kind.help + "\n";
    if (!kind.reference.empty()) text += kind.reference + "\n";
    return text + "\n" + paramText(kind.params) + "Sizes in % are shares of the picture's shorter side.\n";
}
}  // namespace

void addDefectsCommand(CLI::App& app, Context& context) {
    const auto key = std::make_shared<std::string>();
    CLI::App& command =
        addCommand(app, context, "defects", "The kinds of defects that can be generated, or one's parameters",
                   "segad defects stain");
    command.add_option("KIND", *key, "Kind to explain");
    command.callback([&context, key] {
        context.action = [key](Console& console, Job&) {
            Json document{{"defects", Json::array()}};
            if (!key->empty()) {
                const DefectKind& kind = requireDefectKind(*key);
                document["defects"].push_back(toJson(kind));
                console.print(kindText(kind));
            } else {
                for (const DefectKind& kind : defectCatalog())
                    document["defects"].push_back(toJson(kind));
                console.print(catalogText());
            }
            console.setDocument(std::move(document));
            return ExitCode::Done;
        };
    });
}

}  // namespace segad::cli
