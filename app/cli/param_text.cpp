#include "app/cli/param_text.h"

#include <sstream>

#include "app/cli/text.h"

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
}  // namespace

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

std::string paramText(const ParamSchema& schema) {
    Table table({{"parameter"}, {"default"}, {"range"}, {"meaning"}});
    for (const ParamSpec& spec : schema.specs()) {
        const std::string reference = spec.reference.empty() ? "" : " [" + spec.reference + "]";
        table.add({spec.key, plain(spec.defaultValue), rangeOf(spec), spec.help + reference});
    }
    return table.text();
}

}  // namespace segad::cli
