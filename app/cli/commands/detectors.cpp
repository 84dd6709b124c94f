#include <sstream>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/detector/catalog.h"

namespace segad::cli {

namespace {
std::string_view wordOf(ParamType type) {
    switch (type) {
        case ParamType::Bool:
            return "bool";
        case ParamType::Int:
            return "int";
        case ParamType::Real:
            return "real";
        case ParamType::Text:
            return "text";
        case ParamType::Choice:
            return "choice";
    }
    return "";
}

std::string_view wordOf(Supervision supervision) {
    return supervision == Supervision::GoodOnly ? "good parts" : "good and bad parts";
}

Json toJson(const ParamSpec& spec) {
    Json json{{"key", spec.key},
              {"title", spec.title},
              {"type", wordOf(spec.type)},
              {"default", spec.defaultValue}};
    if (spec.minimum) json["minimum"] = *spec.minimum;
    if (spec.maximum) json["maximum"] = *spec.maximum;
    if (!spec.choices.empty()) json["choices"] = spec.choices;
    json["unit"] = spec.unit;
    json["help"] = spec.help;
    json["reference"] = spec.reference;
    json["advanced"] = spec.advanced;
    return json;
}

Json toJson(const DetectorInfo& info) {
    Json json{{"key", info.key},
              {"title", info.title},
              {"summary", info.summary},
              {"reference", info.reference},
              {"learns_from", wordOf(info.supervision)},
              {"makes_maps", info.makesMaps},
              {"uses_backbone", info.usesBackbone},
              {"parameters", Json::array()}};
    for (const ParamSpec& spec : info.params.specs())
        json["parameters"].push_back(toJson(spec));
    return json;
}

std::string plain(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string number(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string rangeOf(const ParamSpec& spec) {
    std::string text;
    if (!spec.choices.empty()) {
        for (const std::string& choice : spec.choices)
            text += (text.empty() ? "" : " | ") + choice;
    } else if (spec.minimum || spec.maximum) {
        text =
            (spec.minimum ? number(*spec.minimum) : "") + " … " + (spec.maximum ? number(*spec.maximum) : "");
    } else {
        text = wordOf(spec.type);
    }
    return spec.unit.empty() ? text : text + " " + spec.unit;
}

std::string catalogText() {
    Table table({{"detector"}, {"learns from"}, {"summary"}});
    for (const DetectorInfo& info : detectorCatalog())
        table.add({info.key, std::string(wordOf(info.supervision)), info.summary});
    return table.text();
}

std::string detectorText(const DetectorInfo& info) {
    std::string text = info.title + " (" + info.key + ")\n" + info.summary + "\n" + info.reference + "\n\n";
    Table table({{"parameter"}, {"default"}, {"range"}, {"meaning"}});
    for (const ParamSpec& spec : info.params.specs()) {
        const std::string reference = spec.reference.empty() ? "" : " [" + spec.reference + "]";
        table.add({spec.key, plain(spec.defaultValue), rangeOf(spec), spec.help + reference});
    }
    return text + table.text();
}
}  // namespace

void addDetectorsCommand(CLI::App& app, Context& context) {
    const auto key = std::make_shared<std::string>();
    CLI::App& command = addCommand(app, context, "detectors", "The detectors there are, or one's parameters",
                                   "segad detectors patchcore");
    command.add_option("KEY", *key, "Detector to explain");
    command.callback([&context, key] {
        context.action = [key](Console& console, Job&) {
            Json document{{"detectors", Json::array()}};
            if (!key->empty()) {
                const DetectorInfo& info = detectorInfo(*key);
                document["detectors"].push_back(toJson(info));
                console.print(detectorText(info));
            } else {
                for (const DetectorInfo& info : detectorCatalog())
                    document["detectors"].push_back(toJson(info));
                console.print(catalogText());
            }
            console.setDocument(std::move(document));
            return ExitCode::Done;
        };
    });
}

}  // namespace segad::cli
