// Forests: the published parameters give the published margins (tests/data/xgboost.json), and what a user
// may count on.
#include "core/forest/forest.h"

#include <cmath>
#include <limits>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/error_code.h"
#include "tests/support/npy_vector.h"
#include "tests/support/test_support.h"

using namespace segad;
using testing::HasSubstr;

namespace {
/// 26 feature columns: three segments, two detectors.
std::vector<std::string> columnNames() {
    const std::vector<std::string> detectors{"efficient_ad", "rd4ad"};
    return featureNames(3, detectors);
}

FeatureTable tableOf(const std::string& npyName) {
    const test::NpyVector npy = test::npyVector(npyName);
    FeatureTable table(columnNames());
    for (std::size_t row = 0; row < npy.shape[0]; ++row) {
        table.append(static_cast<std::int64_t>(row) + 1,
                     std::span(npy.values).subspan(row * npy.shape[1], npy.shape[1]));
    }
    return table;
}

struct Data {
    FeatureTable train = tableOf("xgb_X.npy");
    FeatureTable testRows = tableOf("xgb_Xtest.npy");
    std::vector<std::uint8_t> labels = test::vectors("xgboost.json")["y"].get<std::vector<std::uint8_t>>();
};

const Data& data() {
    static const Data instance;
    return instance;
}

Forest fit(ForestOptions options = {}) {
    Job job;
    return Forest::fit(data().train, data().labels, options, job);
}

/// Few trees, for tests that don't care.
const Forest& smallForest() {
    static const Forest forest = fit({.params = {{"rounds", 3}, {"parallel_trees", 20}}});
    return forest;
}

using test::codeOf;

TEST(Forest, PublishedParametersGiveThePublishedMargins) {
    // 64 good and 16 bad rows: the weight of a bad part comes out as the vectors' 4.
    const Json file = test::vectors("xgboost.json");
    ASSERT_EQ(file["runs"].size(), 8U);
    for (const Json& run : file["runs"]) {
        std::string kind = run["kind"];
        std::ranges::transform(kind, kind.begin(), [](unsigned char c) { return std::tolower(c); });
        SCOPED_TRACE(kind + " " + run["tree_method"].get<std::string>());
        const Forest forest = fit({.kind = kind,
                                   .params = {{"tree_method", run["tree_method"]}},
                                   .seed = run["seed"].get<std::uint64_t>()});
        EXPECT_EQ(forest.facts().badWeight, 4);
        const std::vector<double> margins = forest.score(data().testRows);
        for (std::size_t i = 0; i < margins.size(); ++i)
            EXPECT_NEAR(margins[i], run["margin_test"][i].get<double>(), 1e-6) << i;
    }
}

TEST(Forest, KindsDeclareThePublishedParameters) {
    ASSERT_EQ(forestKinds().size(), 3U);
    const Json brf = findForestKind("brf").params.defaults();
    EXPECT_EQ(brf["rounds"], 10);
    EXPECT_EQ(brf["parallel_trees"], 200);
    EXPECT_EQ(brf["learning_rate"], 0.3);
    EXPECT_EQ(brf["tree_method"], "hist");
    const Json rf = findForestKind("rf").params.defaults();
    EXPECT_EQ(rf["rounds"], 1);
    EXPECT_EQ(rf["parallel_trees"], 2000);
    EXPECT_EQ(rf["learning_rate"], 1);
    const Json bt = findForestKind("bt").params.defaults();
    EXPECT_EQ(bt["rounds"], 2000);
    EXPECT_EQ(bt["colsample_bytree"], 1);
    for (const ForestKind& kind : forestKinds()) {
        EXPECT_TRUE(kind.params.validate(kind.params.defaults()).empty()) << kind.key;
        for (const ParamSpec& spec : kind.params.specs())
            EXPECT_FALSE(spec.help.empty() || spec.reference.empty() || spec.title.empty()) << spec.key;
    }
    EXPECT_EQ(codeOf([] { findForestKind("lasso"); }), ErrorCode::InvalidArgument);
}

TEST(Forest, RepeatedFitsAreIdentical) {
    EXPECT_EQ(fit().serialize(), fit().serialize());
    EXPECT_NE(fit({.seed = 576}).serialize(), fit().serialize());
}

TEST(Forest, StoredAndReadAgainGivesTheSameMarginsBitForBit) {
    const Forest forest = fit();
    const std::string text = forest.serialize();
    EXPECT_NO_THROW(parseJson(text, "forest")) << "it is one JSON document";
    const Forest again = Forest::deserialize(text, "forest");
    EXPECT_EQ(again.score(data().testRows), forest.score(data().testRows));
    EXPECT_EQ(again.columns(), forest.columns());
    EXPECT_EQ(again.facts().kind, "brf");
    EXPECT_EQ(again.facts().seed, kDefaultForestSeed);
    EXPECT_EQ(again.facts().good, 64U);
    EXPECT_EQ(again.facts().bad, 16U);
    EXPECT_EQ(again.facts().params, forest.facts().params);
    EXPECT_EQ(again.serialize(), text);
    EXPECT_EQ(again.importance().columns, forest.importance().columns);
}

TEST(Forest, OneRowScoresAsInItsTable) {
    const std::vector<double> all = smallForest().score(data().testRows);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(smallForest().score(data().testRows.row(i)), all[i]);
}

TEST(Forest, ThreadsShareIt) {
    const std::vector<double> expected = smallForest().score(data().testRows);
    std::vector<std::vector<double>> results(4);
    {
        std::vector<std::jthread> threads;
        for (std::vector<double>& result : results)
            threads.emplace_back([&result] {
                for (int i = 0; i < 20; ++i)
                    result = smallForest().score(data().testRows);
            });
    }
    for (const std::vector<double>& result : results)
        EXPECT_EQ(result, expected);
}

TEST(Forest, TellsBadFromGood) {
    const std::vector<double> margins = smallForest().score(data().train);
    double good = 0;
    double bad = 0;
    for (std::size_t i = 0; i < margins.size(); ++i)
        (data().labels[i] != 0 ? bad : good) += margins[i];
    EXPECT_GT(bad / 16, good / 64);
}

TEST(Forest, ExplanationsAddUpExactly) {
    const Forest forest = fit();
    const std::vector<double> margins = forest.score(data().testRows);
    const std::vector<Explanation> explanations = forest.explain(data().testRows);
    ASSERT_EQ(explanations.size(), margins.size());
    for (std::size_t i = 0; i < margins.size(); ++i) {
        const Explanation& own = explanations[i];
        EXPECT_EQ(own.score, margins[i]);
        double columns = own.bias;
        for (const double value : own.parts.columns)
            columns += value;
        EXPECT_NEAR(columns, own.score, 1e-12);
        double cells = own.bias;
        for (const Attribution::Cell& cell : own.parts.cells)
            cells += cell.value;
        EXPECT_NEAR(cells, own.score, 1e-12);
        double segments = own.bias;
        for (const Attribution::Segment& segment : own.parts.segments)
            segments += segment.value;
        EXPECT_NEAR(segments, own.score, 1e-12);
        EXPECT_EQ(own.parts.segments.size(), 4U) << "three segments and the whole part";
        EXPECT_EQ(own.parts.detectors.size(), 2U);
        EXPECT_NEAR(own.bias, explanations[0].bias, 1e-4) << "the bias belongs to the forest";
    }
    const Explanation one = forest.explain(data().testRows.row(3));
    EXPECT_EQ(one.parts.columns, explanations[3].parts.columns);
}

TEST(Forest, ImportancesAreSharesAndFindWhatMatters) {
    const Attribution importance = fit().importance();
    double sum = 0;
    for (const double share : importance.columns) {
        EXPECT_GE(share, 0);
        sum += share;
    }
    EXPECT_NEAR(sum, 1, 1e-9);
    const auto largest = std::ranges::max_element(importance.columns);
    EXPECT_EQ(largest - importance.columns.begin(), 0) << "the labels follow column 0 most";
}

TEST(Forest, AFixedWeightOverridesTheRatio) {
    EXPECT_EQ(
        fit({.params = {{"rounds", 1}, {"parallel_trees", 2}, {"scale_pos_weight", 2.5}}}).facts().badWeight,
        2.5);
}

TEST(Forest, RefusesTrainingItCannotLearnFrom) {
    Job job;
    const std::vector<std::uint8_t> allGood(data().labels.size(), 0);
    const std::vector<std::uint8_t> allBad(data().labels.size(), 1);
    const std::vector<std::uint8_t> few{0, 1};
    const auto code = [&](std::span<const std::uint8_t> labels) {
        return codeOf([&] { Forest::fit(data().train, labels, {}, job); });
    };
    EXPECT_EQ(code(allGood), ErrorCode::InvalidData);
    EXPECT_EQ(code(allBad), ErrorCode::InvalidData);
    EXPECT_EQ(code(few), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { Forest::fit(FeatureTable(), {}, {}, job); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([&] { Forest::fit(data().train, data().labels, {.kind = "svm"}, job); }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([&] {
                  Forest::fit(data().train, data().labels, {.params = {{"max_depth", 99}}}, job);
              }),
              ErrorCode::InvalidArgument);
    for (const std::vector<std::string>& names :
         {std::vector<std::string>{"f0", "f1"}, {"a_x_mean", "a_x_mean"}}) {
        FeatureTable table(names);
        table.append(1, std::vector<double>{1, 2});
        table.append(2, std::vector<double>{3, 4});
        EXPECT_EQ(codeOf([&] { Forest::fit(table, few, {}, job); }), ErrorCode::InvalidData);
    }
}

TEST(Forest, NamesTheColumnsThatDoNotFit) {
    const auto messageFor = [](const std::vector<std::string>& names) {
        FeatureTable table(names);
        try {
            smallForest().score(table);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::InvalidData);
            return error.message();
        }
        return std::string("no error");
    };
    std::vector<std::string> renamed = columnNames();
    renamed[5] = "a_patchcore_q995";
    EXPECT_THAT(messageFor(renamed), HasSubstr("a_rd4ad_scewness"));
    EXPECT_THAT(messageFor(renamed), HasSubstr("a_patchcore_q995"));
    std::vector<std::string> swapped = columnNames();
    std::swap(swapped[7], swapped[9]);
    EXPECT_THAT(messageFor(swapped), HasSubstr("order"));
    EXPECT_THAT(messageFor(swapped), HasSubstr(swapped[7]));
    std::vector<std::string> shorter = columnNames();
    shorter.pop_back();
    EXPECT_THAT(messageFor(shorter), HasSubstr("an_det_score_rd4ad"));
    EXPECT_EQ(codeOf([] { smallForest().score(std::vector<double>(25)); }), ErrorCode::InvalidData);
    EXPECT_EQ(codeOf([] { smallForest().explain(std::vector<double>(27)); }), ErrorCode::InvalidData);
}

TEST(Forest, RefusesDamagedTexts) {
    const std::string sound = smallForest().serialize();
    const auto code = [](const std::string& text) {
        return codeOf([&] { Forest::deserialize(text, "forest of run 4"); });
    };
    EXPECT_EQ(code(""), ErrorCode::Corrupt);
    EXPECT_EQ(code("[]"), ErrorCode::Corrupt);
    EXPECT_EQ(code("{\"format\":3}"), ErrorCode::Corrupt);
    EXPECT_EQ(code(sound.substr(0, sound.size() / 2)), ErrorCode::Corrupt);
    const auto altered = [&](const std::function<void(Json&)>& change) {
        Json document = parseJson(sound, "forest");
        change(document);
        return code(document.dump());
    };
    EXPECT_EQ(altered([](Json& d) { d["version"] = 2; }), ErrorCode::NewerVersion);
    EXPECT_EQ(altered([](Json& d) { d["version"] = "two"; }), ErrorCode::Corrupt);
    EXPECT_EQ(altered([](Json& d) { d["columns"].erase(0); }), ErrorCode::Corrupt);
    EXPECT_EQ(altered([](Json& d) { d["columns"][0] = "f0"; }), ErrorCode::Corrupt);
    EXPECT_EQ(altered([](Json& d) { d["columns"][0] = d["columns"][1]; }), ErrorCode::Corrupt);
    EXPECT_EQ(altered([](Json& d) { d.erase("model"); }), ErrorCode::Corrupt);
    EXPECT_EQ(altered([](Json& d) { d["seed"] = "x"; }), ErrorCode::Corrupt);
    EXPECT_EQ(altered([](Json& d) { d["model"]["learner"] = 1; }), ErrorCode::Corrupt);
}

TEST(Forest, StopsWhenCancelled) {
    Job job;
    job.cancel();
    EXPECT_THROW(Forest::fit(data().train, data().labels, {}, job), Cancelled);
}

TEST(Forest, DisplayProbabilityIsMonotoneAndBounded) {
    EXPECT_EQ(displayProbability(0), 0.5);
    EXPECT_LT(displayProbability(-3), displayProbability(-2));
    EXPECT_EQ(displayProbability(1e9), 1);
    EXPECT_EQ(displayProbability(-1e9), 0);
}

TEST(FeatureTable, KeepsRowsAndRefusesOthers) {
    FeatureTable table({"a_x_mean", "an_det_score_x"});
    const double missing = std::numeric_limits<double>::quiet_NaN();
    table.append(7, std::vector<double>{missing, 2});
    table.append(9, std::vector<double>{3, 4});
    EXPECT_THROW(table.append(1, std::vector<double>{1}), Error);
    EXPECT_THROW(table.append(1, std::vector<double>{1, std::numeric_limits<double>::infinity()}), Error);
    EXPECT_EQ(table.rows(), 2U);
    const std::vector<std::size_t> order{1, 0, 1};
    const FeatureTable subset = table.subset(order);
    EXPECT_THAT(subset.partIds(), testing::ElementsAre(9, 7, 9));
    EXPECT_EQ(subset.row(2)[1], 4);
    EXPECT_TRUE(std::isnan(subset.row(1)[0]));
    EXPECT_EQ(subset.columns(), table.columns());
}
}  // namespace
