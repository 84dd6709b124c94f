#include "core/forest/forest_options.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/error.h"
#include "core/forest/feature_names.h"

namespace segad {

namespace {
constexpr const char* kPaper =
    "Baitieva et al. 2024, Supervised Anomaly Detection for Complex Industrial Images";
constexpr const char* kXgboost = "XGBoost documentation, Parameters for Tree Booster";

/// What tells the kinds apart (segad.md § 3).
struct KindDefaults {
    int rounds;
    int parallelTrees;
    double learningRate;
    double columnsByTree;
};

ParamSpec share(const char* key, const char* title, double value, const char* help) {
    return {.key = key,
            .title = title,
            .type = ParamType::Real,
            .defaultValue = value,
            .minimum = 0.01,
            .maximum = 1,
            .help = help,
            .reference = kXgboost,
            .advanced = true};
}

ParamSpec atLeastZero(const char* key, const char* title, double value, const char* help) {
    return {.key = key,
            .title = title,
            .type = ParamType::Real,
            .defaultValue = value,
            .minimum = 0,
            .help = help,
            .reference = kXgboost,
            .advanced = true};
}

ParamSchema schema(const KindDefaults& kind) {
    return {
        {.key = "rounds",
         .title = "Boosting rounds",
         .type = ParamType::Int,
         .defaultValue = kind.rounds,
         .minimum = 1,
         .maximum = 10'000,
         .help = "How many forests are grown one after the other, each on the errors of those before.",
         .reference = kPaper},
        {.key = "parallel_trees",
         .title = "Trees per round",
         .type = ParamType::Int,
         .defaultValue = kind.parallelTrees,
         .minimum = 1,
         .maximum = 10'000,
         .help = "Trees grown side by side in one round, each on its own sample of parts and features.",
         .reference = kPaper},
        {.key = "max_depth",
         .title = "Deepest tree",
         .type = ParamType::Int,
         .defaultValue = 5,
         .minimum = 1,
         .maximum = 16,
         .help = "Most splits from the root of a tree to a leaf.",
         .reference = kPaper},
        {.key = "learning_rate",
         .title = "Learning rate",
         .type = ParamType::Real,
         .defaultValue = kind.learningRate,
         .minimum = 0.001,
         .maximum = 1,
         .help = "How much of each round's correction is applied.",
         .reference = kPaper},
        {.key = "scale_pos_weight",
         .title = "Weight of a bad part",
         .type = ParamType::Real,
         .defaultValue = 0,
         .minimum = 0,
         .help = "What a bad part counts against a good one; 0 means good parts / bad parts.",
         .reference = kPaper},
        {.key = kSegmentAreas,
         .title = "Areas of segments",
         .type = ParamType::Bool,
         .defaultValue = false,
         .help =
             "How much of the picture each segment covers is a feature, too: a missing piece shows in it. "
             "The paper has no such columns.",
         .reference = "SegAD Studio; not in the paper"},
        share("subsample", "Share of parts per tree", 0.6, "Parts drawn for each tree."),
        share("colsample_bytree", "Share of features per tree", kind.columnsByTree,
              "Features drawn for each tree."),
        share("colsample_bylevel", "Share of features per level", 1,
              "Features drawn for each level of a tree."),
        share("colsample_bynode", "Share of features per split", 0.6, "Features drawn for each split."),
        atLeastZero("reg_alpha", "L1 regularisation", 1, "Pulls small leaf weights to zero."),
        atLeastZero("reg_lambda", "L2 regularisation", 1, "Shrinks leaf weights."),
        atLeastZero("gamma", "Least gain of a split", 0, "Splits that gain less are not made."),
        atLeastZero("min_child_weight", "Least weight of a leaf", 1,
                    "Splits that leave less on one side are not made."),
        {.key = "tree_method",
         .title = "Search of splits",
         .type = ParamType::Choice,
         .defaultValue = "hist",
         .choices = {"hist", "exact"},
         .help =
             "hist draws features for each split, as published; exact tries every value and draws them for "
             "each level.",
         .reference = kXgboost,
         .advanced = true},
    };
}

const std::array<ForestKind, 3>& kinds() {
    static const std::array<ForestKind, 3> table{{
        {.key = "brf",
         .title = "Boosted random forest",
         .summary = "Ten random forests of 200 trees, each correcting those before: the method of the paper.",
         .reference = kPaper,
         .params = schema({.rounds = 10, .parallelTrees = 200, .learningRate = 0.3, .columnsByTree = 0.6})},
        {.key = "rf",
         .title = "Random forest",
         .summary = "One forest of 2000 trees: less sharp, hard to overfit.",
         .reference = std::string(kPaper) + ", supplement",
         .params = schema({.rounds = 1, .parallelTrees = 2000, .learningRate = 1, .columnsByTree = 0.6})},
        {.key = "bt",
         .title = "Boosted trees",
         .summary = "2000 single trees one after the other: sharpest, quickest to overfit.",
         .reference = std::string(kPaper) + ", supplement",
         .params = schema({.rounds = 2000, .parallelTrees = 1, .learningRate = 0.3, .columnsByTree = 1})},
    }};
    return table;
}
}  // namespace

std::span<const ForestKind> forestKinds() {
    return kinds();
}

const ForestKind& findForestKind(std::string_view key) {
    const auto* const found = std::ranges::find(kinds(), key, &ForestKind::key);
    if (found == kinds().end()) {
        throw Error(ErrorCode::InvalidArgument, "forest", "there is no forest '" + std::string(key) + "'",
                    "Use brf, rf or bt.");
    }
    return *found;
}

}  // namespace segad
