#include "core/forest/forest.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <set>

#include "core/base/error.h"
#include "core/trees/tree_model.h"

namespace segad {

namespace {
constexpr const char* kFormat = "segad-forest";
constexpr int kVersion = 1;

std::string shortest(double value) {
    char text[32];
    const auto [end, failure] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Throws `code` unless the names are known feature names, each once.
std::vector<FeatureColumn> parseColumns(const std::vector<std::string>& names, ErrorCode code,
                                        const std::string& subject) {
    const char* remedy = "Compute the features with this program.";
    std::vector<FeatureColumn> columns;
    std::set<std::string_view> seen;
    for (const std::string& name : names) {
        const std::optional<FeatureColumn> column = parseFeatureName(name);
        if (!column) throw Error(code, subject, "'" + name + "' is not the name of a feature", remedy);
        if (!seen.insert(name).second)
            throw Error(code, subject, "column '" + name + "' comes twice", remedy);
        columns.push_back(*column);
    }
    return columns;
}

std::vector<float> asFloats(std::span<const double> values) {
    return {values.begin(), values.end()};
}

/// XGBoost's names for the parameters of a complete options object (segad.md § 3).
TreeParams treeParams(const Json& params, std::uint64_t seed, double badWeight) {
    TreeParams result{{"objective", "binary:logitraw"},
                      {"booster", "gbtree"},
                      {"scale_pos_weight", shortest(badWeight)},
                      {"num_parallel_tree", std::to_string(params.at("parallel_trees").get<int>())},
                      {"max_depth", std::to_string(params.at("max_depth").get<int>())},
                      {"tree_method", params.at("tree_method").get<std::string>()},
                      {"seed", std::to_string(seed)},
                      {"nthread", "1"}};
    for (const char* key : {"learning_rate", "subsample", "colsample_bytree", "colsample_bylevel",
                            "colsample_bynode", "reg_alpha", "reg_lambda", "gamma", "min_child_weight"}) {
        result[key] = shortest(params.at(key).get<double>());
    }
    return result;
}

/// Names what differs between the columns of a forest and of a table.
Error columnMismatch(const std::vector<std::string>& expected, const std::vector<std::string>& given) {
    const std::set<std::string> here(given.begin(), given.end());
    const std::set<std::string> there(expected.begin(), expected.end());
    std::vector<std::string> missing;
    std::vector<std::string> extra;
    std::ranges::copy_if(expected, std::back_inserter(missing),
                         [&](const auto& name) { return !here.contains(name); });
    std::ranges::copy_if(given, std::back_inserter(extra),
                         [&](const auto& name) { return !there.contains(name); });
    std::string message;
    if (!missing.empty()) message = "lacks the columns " + joined(missing);
    if (!extra.empty())
        message += (message.empty() ? "" : "; ") + ("has the unknown columns " + joined(extra));
    if (message.empty()) {
        const auto [place, other] = std::ranges::mismatch(expected, given);
        message =
            "has its columns in another order, from '" + (other == given.end() ? *place : *other) + "' on";
    }
    return {ErrorCode::InvalidData, "feature table", message,
            "Score with the detectors and segments the forest was fitted with, or fit it again."};
}
}  // namespace

struct Forest::Impl {
    ForestFacts facts;
    std::vector<std::string> names;
    std::vector<FeatureColumn> columns;
    TreeModel trees;

    void requireColumns(const FeatureTable& table) const {
        if (table.columns() != names) throw columnMismatch(names, table.columns());
    }

    void requireWidth(std::span<const double> row) const {
        if (row.size() != names.size()) {
            throw Error(ErrorCode::InvalidData, "feature row",
                        "has " + std::to_string(row.size()) + " values where the forest has " +
                            std::to_string(names.size()) + " columns",
                        "Score with the detectors and segments the forest was fitted with, or fit it again.");
        }
    }

    std::vector<double> score(std::span<const double> values) const {
        const std::vector<float> floats = asFloats(values);
        const std::vector<float> margins = trees.margins({floats, names.size()});
        return {margins.begin(), margins.end()};
    }

    std::vector<Explanation> explain(std::span<const double> values) const {
        const std::vector<float> floats = asFloats(values);
        const std::vector<float> margins = trees.margins({floats, names.size()});
        const std::vector<double> all = trees.contributions({floats, names.size()});
        std::vector<Explanation> result;
        for (std::size_t row = 0; row < margins.size(); ++row) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(row * names.size());
            std::vector<double> own(first, first + static_cast<std::ptrdiff_t>(names.size()));
            Explanation& explanation = result.emplace_back();
            explanation.score = margins[row];
            // What the forest says of no row in particular; the rounding of its float32 sums, too.
            explanation.bias = explanation.score;
            for (const double value : own)
                explanation.bias -= value;
            explanation.parts = attribute(columns, std::move(own));
        }
        return result;
    }
};

Forest::Forest(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Forest::Forest(Forest&&) noexcept = default;
Forest& Forest::operator=(Forest&&) noexcept = default;
Forest::~Forest() = default;

Forest Forest::fit(const FeatureTable& table, std::span<const std::uint8_t> isBad,
                   const ForestOptions& options, Job& job) {
    const ForestKind& kind = findForestKind(options.kind);
    const Json params = kind.params.complete(options.params);
    if (isBad.size() != table.rows()) {
        throw Error(ErrorCode::InvalidData, "labels", "their number differs from that of the feature rows",
                    "Give one label per row.");
    }
    if (options.seed > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        throw Error(ErrorCode::InvalidArgument, "seed", "must be below 2^63", "Choose a smaller seed.");
    }
    std::vector<FeatureColumn> columns =
        parseColumns(table.columns(), ErrorCode::InvalidData, "feature table");
    const auto bad =
        static_cast<std::size_t>(std::ranges::count_if(isBad, [](auto label) { return label != 0; }));
    const std::size_t good = isBad.size() - bad;
    if (columns.empty() || good == 0 || bad == 0) {
        const bool noGood = good == 0;
        throw Error(ErrorCode::InvalidData, "forest",
                    columns.empty()
                        ? "the feature table has no columns"
                        : std::string("there is no ") + (noGood ? "good" : "bad") + " part to learn from",
                    columns.empty() ? "Train and score a detector first."
                                    : std::string("Label at least one ") + (noGood ? "good" : "bad") +
                                          " part whose role is to fit the forest.");
    }
    double badWeight = params.at("scale_pos_weight").get<double>();
    if (badWeight == 0) badWeight = static_cast<double>(good) / static_cast<double>(bad);
    std::vector<float> labels(isBad.size());
    std::ranges::transform(isBad, labels.begin(), [](auto label) { return label != 0 ? 1.0F : 0.0F; });
    const std::vector<float> floats = asFloats(table.values());
    TreeModel trees =
        TreeModel::fit({floats, columns.size()}, labels, treeParams(params, options.seed, badWeight),
                       params.at("rounds").get<int>(), job);
    return Forest(std::make_unique<Impl>(Impl{.facts = {.kind = kind.key,
                                                        .params = params,
                                                        .seed = options.seed,
                                                        .good = good,
                                                        .bad = bad,
                                                        .badWeight = badWeight},
                                              .names = table.columns(),
                                              .columns = std::move(columns),
                                              .trees = std::move(trees)}));
}

std::string Forest::serialize() const {
    const ForestFacts& facts = impl_->facts;
    const Json header = {{"format", kFormat},      {"version", kVersion},
                         {"kind", facts.kind},     {"params", facts.params},
                         {"seed", facts.seed},     {"good", facts.good},
                         {"bad", facts.bad},       {"bad_weight", facts.badWeight},
                         {"columns", impl_->names}};
    std::string text = header.dump();
    text.back() = ',';
    // The library's text goes in as it is: parsing and writing megabytes of it would only cost time.
    return text + "\"model\":" + impl_->trees.save() + "}";
}

Forest Forest::deserialize(std::string_view text, const std::string& subject) {
    const char* remedy = "Fit the forest again.";
    try {
        const Json document = parseJson(text, subject);
        if (!document.is_object() || document.value("format", "") != kFormat)
            throw Error(ErrorCode::Corrupt, subject, "holds no forest", remedy);
        if (document.at("version").get<int>() > kVersion) {
            throw Error(ErrorCode::NewerVersion, subject, "holds a forest of a newer version of this program",
                        "Update this program.");
        }
        auto names = document.at("columns").get<std::vector<std::string>>();
        std::vector<FeatureColumn> columns = parseColumns(names, ErrorCode::Corrupt, subject);
        TreeModel trees = TreeModel::load(document.at("model"), subject);
        if (trees.columns() != names.size()) {
            throw Error(ErrorCode::Corrupt, subject,
                        "its trees have another number of columns than its names", remedy);
        }
        ForestFacts facts{.kind = document.at("kind").get<std::string>(),
                          .params = document.at("params"),
                          .seed = document.at("seed").get<std::uint64_t>(),
                          .good = document.at("good").get<std::size_t>(),
                          .bad = document.at("bad").get<std::size_t>(),
                          .badWeight = document.at("bad_weight").get<double>()};
        return Forest(std::make_unique<Impl>(Impl{.facts = std::move(facts),
                                                  .names = std::move(names),
                                                  .columns = std::move(columns),
                                                  .trees = std::move(trees)}));
    } catch (const Json::exception& failure) {
        throw Error(ErrorCode::Corrupt, subject, failure.what(), remedy);
    } catch (const Error& failure) {
        if (failure.code() != ErrorCode::InvalidData) throw;
        throw Error(ErrorCode::Corrupt, subject, failure.message(), remedy);
    }
}

std::vector<double> Forest::score(const FeatureTable& table) const {
    impl_->requireColumns(table);
    return impl_->score(table.values());
}

double Forest::score(std::span<const double> row) const {
    impl_->requireWidth(row);
    return impl_->score(row).front();
}

std::vector<Explanation> Forest::explain(const FeatureTable& table) const {
    impl_->requireColumns(table);
    return impl_->explain(table.values());
}

Explanation Forest::explain(std::span<const double> row) const {
    impl_->requireWidth(row);
    return std::move(impl_->explain(row).front());
}

Attribution Forest::importance() const {
    std::vector<double> gains = impl_->trees.importance(TreeImportance::TotalGain);
    double sum = 0;
    for (const double gain : gains)
        sum += gain;
    if (sum > 0) {
        for (double& gain : gains)
            gain /= sum;
    }
    return attribute(impl_->columns, std::move(gains));
}

const std::vector<std::string>& Forest::columns() const noexcept {
    return impl_->names;
}

const ForestFacts& Forest::facts() const noexcept {
    return impl_->facts;
}

double displayProbability(double margin) {
    return 1 / (1 + std::exp(-margin));
}

}  // namespace segad
