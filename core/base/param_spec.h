// What a detector, generator or segment source can be told, declared once. The window's form, the
// command line's --set, validation, storage with the run and the help text all follow from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace segad {

enum class ParamType { Bool, Int, Real, Text, Choice };

struct ParamSpec {
    std::string key;    ///< stable, snake_case: "coreset_ratio"
    std::string title;  ///< "Coreset ratio"
    ParamType type = ParamType::Real;
    Json defaultValue;
    std::optional<double> minimum;     ///< inclusive; Int and Real
    std::optional<double> maximum;     ///< inclusive
    std::vector<std::string> choices;  ///< Choice only
    std::string unit;                  ///< "px", "MiB", "" for pure numbers
    std::string help;                  ///< one line
    std::string reference;             ///< paper, section: "Roth et al. 2022, § 3.2"
    bool advanced = false;             ///< folded away in the form
};

struct ParamProblem {
    std::string key;
    std::string message;  ///< "must be between 0 and 1"
};

/// A list of specs and what can be done with it. Values travel as a JSON object key → value.
class ParamSchema {
public:
    ParamSchema() = default;
    ParamSchema(std::initializer_list<ParamSpec> specs) : specs_(specs) {}

    const std::vector<ParamSpec>& specs() const noexcept { return specs_; }
    const ParamSpec* find(std::string_view key) const noexcept;

    Json defaults() const;

    /// Every problem at once, so that a form can mark every wrong field; empty when all is well.
    std::vector<ParamProblem> validate(const Json& values) const;

    /// `values` over the defaults; throws Error{InvalidArgument} with all problems in its message.
    Json complete(const Json& values) const;

    /// "key=value" from the command line, converted to the type its spec says.
    /// Throws Error{InvalidArgument} for an unknown key or a value that doesn't parse.
    void assign(Json& values, std::string_view assignment) const;

private:
    std::vector<ParamSpec> specs_;
};

}  // namespace segad
