// The three kinds of forest and what they can be told (segad.md § 3). Plain data: forms, command-line
// flags and help follow from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/param_spec.h"

namespace segad {

/// One row of the catalog: the defaults of `params` are the published parameters of that kind.
struct ForestKind {
    std::string key;        ///< "brf", "rf", "bt"
    std::string title;      ///< "Boosted random forest"
    std::string summary;    ///< one line
    std::string reference;  ///< paper, section
    ParamSchema params;
};

/// BRF (the method), RF, BT; in this order.
std::span<const ForestKind> forestKinds();

/// Throws Error{InvalidArgument} with the known keys as remedy.
const ForestKind& findForestKind(std::string_view key);

/// Seed of a run when nobody chose one: the first of the paper's ten (segad.md § 4).
inline constexpr std::uint64_t kDefaultForestSeed = 333;

struct ForestOptions {
    std::string kind = "brf";
    Json params = Json::object();  ///< over the defaults of the kind
    std::uint64_t seed = kDefaultForestSeed;
};

}  // namespace segad
