#include "core/base/param_spec.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/error.h"

namespace segad {

namespace {
std::string number(double value) {
    Json json = value;
    if (value == std::floor(value) && std::abs(value) < 1e15) json = static_cast<std::int64_t>(value);
    return json.dump();
}

std::string rangeText(const ParamSpec& spec) {
    const std::string unit = spec.unit.empty() ? "" : " " + spec.unit;
    if (spec.minimum && spec.maximum) {
        return "must be between " + number(*spec.minimum) + " and " + number(*spec.maximum) + unit;
    }
    if (spec.minimum) return "must be at least " + number(*spec.minimum) + unit;
    return "must be at most " + number(spec.maximum.value_or(0)) + unit;
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

/// The complaint about one value, empty when it is fine.
std::string complaint(const ParamSpec& spec, const Json& value) {
    switch (spec.type) {
        case ParamType::Bool:
            return value.is_boolean() ? "" : "must be true or false";
        case ParamType::Text:
            return value.is_string() ? "" : "must be text";
        case ParamType::Choice:
            if (value.is_string() && std::ranges::count(spec.choices, value.get<std::string>()) > 0)
                return "";
            return "must be one of " + joined(spec.choices);
        case ParamType::Int:
            if (!value.is_number_integer()) return "must be a whole number";
            break;
        case ParamType::Real:
            if (!value.is_number() || !std::isfinite(value.get<double>())) return "must be a number";
            break;
    }
    const auto real = value.get<double>();
    if ((spec.minimum && real < *spec.minimum) || (spec.maximum && real > *spec.maximum))
        return rangeText(spec);
    return "";
}

template <class T>
bool parseWhole(std::string_view text, T& value) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && end == text.data() + text.size();
}
}  // namespace

const ParamSpec* ParamSchema::find(std::string_view key) const noexcept {
    const auto found = std::ranges::find(specs_, key, &ParamSpec::key);
    return found == specs_.end() ? nullptr : &*found;
}

Json ParamSchema::defaults() const {
    Json values = Json::object();
    for (const ParamSpec& spec : specs_)
        values[spec.key] = spec.defaultValue;
    return values;
}

std::vector<ParamProblem> ParamSchema::validate(const Json& values) const {
    std::vector<ParamProblem> problems;
    for (const auto& [key, value] : values.items()) {
        const ParamSpec* spec = find(key);
        if (spec == nullptr) {
            problems.push_back({key, "is not a parameter here"});
        } else if (std::string text = complaint(*spec, value); !text.empty()) {
            problems.push_back({key, std::move(text)});
        }
    }
    return problems;
}

Json ParamSchema::complete(const Json& values) const {
    const std::vector<ParamProblem> problems = validate(values);
    if (!problems.empty()) {
        std::string message;
        for (const ParamProblem& problem : problems) {
            message += (message.empty() ? "" : "; ") + problem.key + " " + problem.message;
        }
        throw Error(ErrorCode::InvalidArgument, problems.front().key, message, "Correct the parameters.");
    }
    Json full = defaults();
    for (const auto& [key, value] : values.items())
        full[key] = value;
    return full;
}

void ParamSchema::assign(Json& values, std::string_view assignment) const {
    const std::size_t equals = assignment.find('=');
    const std::string key(assignment.substr(0, equals));
    const ParamSpec* spec = find(key);
    if (equals == std::string_view::npos || spec == nullptr) {
        std::vector<std::string> keys;
        for (const ParamSpec& known : specs_)
            keys.push_back(known.key);
        throw Error(ErrorCode::InvalidArgument, std::string(assignment),
                    equals == std::string_view::npos ? "not of the form key=value" : "no such parameter",
                    "Known parameters: " + joined(keys) + ".");
    }
    const std::string_view text = assignment.substr(equals + 1);
    Json value = std::string(text);
    if (spec->type == ParamType::Bool) {
        if (text == "true" || text == "1" || text == "on" || text == "yes") value = true;
        if (text == "false" || text == "0" || text == "off" || text == "no") value = false;
    } else if (spec->type == ParamType::Int) {
        if (std::int64_t whole = 0; parseWhole(text, whole)) value = whole;
    } else if (spec->type == ParamType::Real) {
        if (double real = 0; parseWhole(text, real)) value = real;
    }
    if (std::string text2 = complaint(*spec, value); !text2.empty()) {
        throw Error(ErrorCode::InvalidArgument, key, text2, "Correct the value.");
    }
    values[key] = std::move(value);
}

}  // namespace segad
