// Margins must equal those of XGBoost's Python package: tests/data/xgboost.json.
#include "core/trees/tree_model.h"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xgboost/c_api.h>

#include "core/base/error.h"
#include "core/base/threads.h"
#include "tests/support/npy_vector.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
constexpr double kMarginTolerance = 1e-6;
/// The library adds thousands of trees in float32.
constexpr double kContributionTolerance = 1e-5;

struct Vectors {
    Json file = test::vectors("xgboost.json");
    std::size_t columns = file["d"].get<std::size_t>();
    std::vector<float> train = test::npyVector("xgb_X.npy").floats();
    std::vector<float> labels = test::npyVector("xgb_y.npy").floats();
    std::vector<float> testRows = test::npyVector("xgb_Xtest.npy").floats();

    TreeTable trainTable() const { return {train, columns}; }
    TreeTable testTable() const { return {testRows, columns}; }

    TreeModel fit(const Json& run) const {
        Job job;
        return TreeModel::fit(trainTable(), labels, run["params"].get<TreeParams>(), run["rounds"].get<int>(),
                              job);
    }

    /// The quickest run.
    TreeModel small(const std::string& seed = "7") const {
        Job job;
        return TreeModel::fit(trainTable(), labels,
                              {{"objective", "binary:logitraw"},
                               {"num_parallel_tree", "20"},
                               {"subsample", "0.6"},
                               {"colsample_bynode", "0.6"},
                               {"max_depth", "5"},
                               {"tree_method", "hist"},
                               {"seed", seed},
                               {"nthread", "1"}},
                              3, job);
    }
};

const Vectors& data() {
    static const Vectors vectors;
    return vectors;
}

void expectMargins(const std::vector<float>& margins, const Json& expected) {
    ASSERT_GE(margins.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(margins[i], expected[i].get<double>(), kMarginTolerance) << "row " << i;
}

class PublishedRun : public testing::TestWithParam<std::size_t> {};

TEST_P(PublishedRun, GivesTheMarginsOfThePythonPackage) {
    const Json& run = data().file["runs"][GetParam()];
    const TreeModel model = data().fit(run);
    expectMargins(model.margins(data().testTable()), run["margin_test"]);
    expectMargins(model.margins(data().trainTable()), run["margin_train_first10"]);
}

INSTANTIATE_TEST_SUITE_P(All, PublishedRun, testing::Range(std::size_t{0}, std::size_t{8}),
                         [](const auto& instance) {
                             const Json& run = data().file["runs"][instance.param];
                             return run["kind"].get<std::string>() + "_" +
                                    run["tree_method"].get<std::string>() + "_" +
                                    std::to_string(run["seed"].get<int>());
                         });

TEST(TreeModel, GrowsTheSameTreesWithoutSampling) {
    ASSERT_EQ(data().file["runs"].size(), 8U);
    for (const Json& run : data().file["no_sampling"]) {
        expectMargins(data().fit(run).margins(data().testTable()), run["margin_test"]);
    }
}

TEST(TreeModel, SaysOneHalfBeforeItHasLearntAnything) {
    Job job;
    const TreeModel model =
        TreeModel::fit(data().trainTable(), data().labels, {{"objective", "binary:logitraw"}}, 0, job);
    EXPECT_EQ(model.columns(), data().columns);
    EXPECT_THAT(model.margins(data().testTable()),
                testing::Each(data().file["zero_round_margin"].get<float>()));
}

TEST(TreeModel, LoadingWhatWasSavedGivesTheSameMarginsBitForBit) {
    const TreeModel model = data().fit(data().file["runs"][2]);
    const std::string text = model.save();
    const TreeModel loaded = TreeModel::load(parseJson(text, "model"), "model");
    EXPECT_EQ(loaded.margins(data().testTable()), model.margins(data().testTable()));
    EXPECT_EQ(loaded.margins(data().trainTable()), model.margins(data().trainTable()));
    EXPECT_EQ(loaded.contributions(data().testTable()), model.contributions(data().testTable()));
    EXPECT_EQ(loaded.importance(TreeImportance::TotalGain), model.importance(TreeImportance::TotalGain));
    EXPECT_EQ(loaded.save(), text);
    EXPECT_EQ(loaded.columns(), data().columns);
}

TEST(TreeModel, TheSameFitGivesTheSameModelAndAnotherSeedAnother) {
    EXPECT_EQ(data().small().save(), data().small().save());
    EXPECT_NE(data().small().save(), data().small("8").save());
}

TEST(TreeModel, FitsOnSeveralThreadsDoNotDisturbEachOther) {
    const std::string alone = data().small().save();
    std::vector<std::string> texts(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < texts.size(); ++i)
            threads.emplace_back([&texts, i] { texts[i] = data().small(i % 2 == 0 ? "7" : "8").save(); });
    }
    EXPECT_EQ(texts[0], alone);
    EXPECT_EQ(texts[2], alone);
    EXPECT_NE(texts[1], alone);
    EXPECT_EQ(texts[3], texts[1]);
}

TEST(TreeModel, ManyRowsOnManyThreadsGiveWhatOneRowGives) {
    const TreeModel model = data().small();
    std::vector<float> many;
    for (int i = 0; i < 60; ++i)
        many.insert(many.end(), data().testRows.begin(), data().testRows.end());
    const std::vector<float> each = model.margins(data().testTable());
    std::vector<std::vector<float>> results(4);
    {
        std::vector<std::jthread> threads;
        for (std::vector<float>& result : results)
            threads.emplace_back([&] { result = model.margins({many, data().columns}); });
    }
    for (const std::vector<float>& result : results) {
        ASSERT_EQ(result.size(), 60 * each.size());
        for (std::size_t i = 0; i < result.size(); ++i)
            ASSERT_EQ(result[i], each[i % each.size()]);
    }
    const std::vector<float> row(data().testRows.begin(),
                                 data().testRows.begin() + static_cast<std::ptrdiff_t>(data().columns));
    EXPECT_THAT(model.margins({row, data().columns}), testing::ElementsAre(each[0]));
}

/// XGBoost's own, rows × (columns + 1).
std::vector<float> contributionsOfTheLibrary(const TreeModel& model, TreeTable table) {
    const std::string text = model.save();
    BoosterHandle booster = nullptr;
    DMatrixHandle matrix = nullptr;
    XGBoosterCreate(nullptr, 0, &booster);
    XGBoosterLoadModelFromBuffer(booster, text.data(), text.size());
    XGDMatrixCreateFromMat(table.values.data(), table.rows(), table.columns,
                           std::numeric_limits<float>::quiet_NaN(), &matrix);
    const bst_ulong* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* values = nullptr;
    XGBoosterPredictFromDMatrix(
        booster, matrix,
        R"({"type":2,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false})", &shape,
        &dimensions, &values);
    const std::vector<float> result(values, values + table.rows() * (table.columns + 1));
    XGDMatrixFree(matrix);
    XGBoosterFree(booster);
    return result;
}

void expectContributionsOfTheLibrary(const TreeModel& model, TreeTable table) {
    const std::vector<float> margins = model.margins(table);
    const std::vector<double> values = model.contributions(table);
    const std::vector<float> expected = contributionsOfTheLibrary(model, table);
    ASSERT_EQ(values.size(), table.values.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        double rest = margins[row];
        for (std::size_t i = 0; i < table.columns; ++i) {
            const double value = values[row * table.columns + i];
            EXPECT_NEAR(value, expected[row * (table.columns + 1) + i], kContributionTolerance)
                << "row " << row << ", column " << i;
            rest -= value;
        }
        EXPECT_NEAR(rest, expected[row * (table.columns + 1) + table.columns], 1e-4) << "row " << row;
    }
}

TEST_P(PublishedRun, ContributionsAreTheLibrarys) {
    const TreeModel model = data().fit(data().file["runs"][GetParam()]);
    expectContributionsOfTheLibrary(model, data().testTable());
}

TEST(TreeModel, ContributionsOfDeepTreesAndMissingValuesAreTheLibrarys) {
    constexpr std::size_t kRows = 600;
    constexpr std::size_t kColumns = 25;
    std::vector<float> table;
    for (const double value : test::uniformStream("trees/deep", kRows * kColumns))
        table.push_back(value < 0.05 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(value));
    std::vector<float> labels;
    for (const double value : test::uniformStream("trees/labels", kRows))
        labels.push_back(value < 0.5 ? 0 : 1);
    for (const char* depth : {"1", "8", "9", "16"}) {
        Job job;
        const TreeModel model = TreeModel::fit({table, kColumns}, labels,
                                               {{"objective", "binary:logitraw"},
                                                {"num_parallel_tree", "5"},
                                                {"subsample", "0.7"},
                                                {"colsample_bynode", "0.3"},
                                                {"min_child_weight", "0"},
                                                {"max_depth", depth},
                                                {"tree_method", "hist"},
                                                {"seed", "3"},
                                                {"nthread", "1"}},
                                               4, job);
        SCOPED_TRACE(std::string("depth ") + depth);
        expectContributionsOfTheLibrary(model, {std::span(table).first(40 * kColumns), kColumns});
    }
}

TEST(TreeModel, ContributionsOfOneSplitAreTheShapleyValues) {
    // One column decides; the value of a leaf against the mean over the training rows is its contribution.
    const std::vector<float> table{0, 5, 0, 7, 1, 5, 1, 7};
    const std::vector<float> labels{0, 0, 1, 1};
    Job job;
    const TreeModel model = TreeModel::fit({table, 2}, labels,
                                           {{"objective", "binary:logitraw"},
                                            {"max_depth", "1"},
                                            {"min_child_weight", "0"},
                                            {"tree_method", "exact"},
                                            {"nthread", "1"}},
                                           1, job);
    const std::vector<float> margins = model.margins({table, 2});
    const std::vector<double> values = model.contributions({table, 2});
    EXPECT_LT(margins[0], margins[2]);
    const float middle = (margins[0] + margins[2]) / 2;
    EXPECT_NEAR(values[0], margins[0] - middle, 1e-6);
    EXPECT_EQ(values[1], 0.0);
    EXPECT_THAT(model.importance(TreeImportance::Splits), testing::ElementsAre(1, 0));
}

TEST(TreeModel, ImportanceFindsTheColumnsThatMatter) {
    const TreeModel model = data().fit(data().file["runs"][2]);
    const std::vector<double> total = model.importance(TreeImportance::TotalGain);
    const std::vector<double> mean = model.importance(TreeImportance::AverageGain);
    const std::vector<double> splits = model.importance(TreeImportance::Splits);
    ASSERT_EQ(total.size(), data().columns);
    EXPECT_EQ(std::max_element(total.begin(), total.end()) - total.begin(), 0)
        << "the labels follow column 0 most";
    for (std::size_t i = 0; i < total.size(); ++i)
        EXPECT_NEAR(total[i], mean[i] * splits[i], 1e-3 * (1 + total[i]));
}

TEST(TreeModel, MissingIsNotZero) {
    const std::vector<float> table{0, 0, 0, 1, 1, std::numeric_limits<float>::quiet_NaN()};
    const std::vector<float> labels{0, 0, 0, 1, 1, 1};
    Job job;
    const TreeModel model = TreeModel::fit(
        {table, 1}, labels, {{"objective", "binary:logitraw"}, {"min_child_weight", "0"}}, 5, job);
    const std::vector<float> margins = model.margins({table, 1});
    EXPECT_GT(margins[5], margins[0]);
    EXPECT_EQ(margins[5], margins[3]);
}

TEST(TreeModel, RefusesWhatItCannotUse) {
    Job job;
    const TreeParams params{{"objective", "binary:logitraw"}, {"nthread", "1"}};
    const std::vector<float> two{1, 2};
    const std::vector<float> one{1};
    const std::vector<float> infinite{1, std::numeric_limits<float>::infinity()};
    EXPECT_THROW(TreeModel::fit({two, 1}, one, params, 1, job), Error);
    EXPECT_THROW(TreeModel::fit({{}, 1}, {}, params, 1, job), Error);
    EXPECT_THROW(TreeModel::fit({two, 0}, two, params, 1, job), Error);
    EXPECT_THROW(TreeModel::fit({infinite, 1}, one, params, 1, job), Error);
    const TreeModel model = data().small();
    EXPECT_THROW(model.margins({two, 2}), Error);
    EXPECT_THROW(model.contributions({two, 1}), Error);
    EXPECT_TRUE(model.margins({{}, data().columns}).empty());
}

TEST(TreeModel, SaysInTheLibrarysWordsWhichParameterIsWrong) {
    Job job;
    const TreeParams params{{"objective", "binary:logitraw"}, {"max_depth", "deep"}, {"nthread", "1"}};
    try {
        TreeModel::fit(data().trainTable(), data().labels, params, 1, job);
        FAIL() << "a depth of 'deep' was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
        EXPECT_THAT(error.message(), testing::HasSubstr("max_depth"));
        EXPECT_THAT(error.message(), testing::Not(testing::HasSubstr("Stack trace")));
        EXPECT_THAT(error.message(), testing::Not(testing::HasSubstr(".cc:")));
    }
}

TEST(TreeModel, StopsBetweenRoundsWhenCancelled) {
    Job job([&](const JobStatus& status) {
        if (status.total == 2000) job.cancel();  // the first report from within the rounds
    });
    const Json& run = data().file["runs"][7];
    EXPECT_THROW(
        TreeModel::fit(data().trainTable(), data().labels, run["params"].get<TreeParams>(), 2000, job),
        Cancelled);
}

TEST(TreeModelDeathTest, MayOutliveTheThreadLocalObjectsOfTheLibrary) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            static const TreeModel atProgramEnd = data().small();
            std::exit(atProgramEnd.margins(data().testTable()).empty() ? 1 : 0);
        },
        testing::ExitedWithCode(0), "");
}

TEST(TreeModel, NamesItsLibrary) {
    EXPECT_THAT(treeLibraryVersion(), testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
}
}  // namespace
