// What changed between two evaluations.
#include "core/workflow/evaluation_comparison.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/workflow/evaluation_table.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class Comparing : public test::ProjectFixture {
protected:
    EvaluationId evaluate() { return evaluateProject({.project = file()}, job_).evaluations.back().id; }
    /// By its image scores.
    EvaluationId detectorEvaluation() {
        return evaluateProject({.project = file()}, job_).evaluations.front().id;
    }
};

TEST_F(Comparing, NamesParametersRolesLabelsAndThresholds) {
    importTiny();
    segmentsFromFiles();
    train();
    fit(4);
    const EvaluationId first = evaluate();
    // Times are stored to the second at worst.
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    PartId relabelled = 0;
    {
        Project project = open();
        relabelled = project.parts().findByPath("test/good/001.png")->id;
        const Parts::LabelChange change{.part = relabelled, .label = Label::Bad};
        project.parts().setLabels({&change, 1}, "user");
    }
    fitForest({.project = file(), .forest = "rf", .params = test::tinyForest(), .badForFit = 3, .seed = 576},
              job_);
    const EvaluationId second = evaluate();
    const EvaluationComparison found = compareEvaluations(open(), first, second);
    const auto value = [&](const std::string& key) {
        const auto place = std::ranges::find(found.values, key, &ChangedValue::key);
        return place == found.values.end() ? std::pair<Json, Json>() : std::pair(place->first, place->second);
    };
    EXPECT_EQ(value("of"), (std::pair<Json, Json>("brf", "rf")));
    EXPECT_EQ(value("seed"), (std::pair<Json, Json>(333, 576)));
    EXPECT_EQ(value("bad_for_fit"), (std::pair<Json, Json>(4, 3)));
    EXPECT_EQ(value("forest/rounds"), (std::pair<Json, Json>(10, 1)));
    EXPECT_EQ(value("detector patchcore"), (std::pair<Json, Json>())) << "the same training";
    EXPECT_FALSE(value("threshold to review").first.is_null());
    ASSERT_EQ(found.labels.size(), 1U);
    EXPECT_EQ(found.labels[0].part, relabelled);
    EXPECT_EQ(found.labels[0].first, Label::Good);
    EXPECT_EQ(found.labels[0].second, Label::Bad);
    EXPECT_FALSE(found.roles.empty());
    EXPECT_GT(found.ranking.good, 0);

    const EvaluationComparison same = compareEvaluations(open(), second, second);
    EXPECT_TRUE(same.values.empty());
    EXPECT_TRUE(same.roles.empty());
    EXPECT_TRUE(same.labels.empty());
}

TEST_F(Comparing, KnowsTheThresholdsOfTheTime) {
    importTiny();
    train();
    const EvaluationId first = detectorEvaluation();
    Project project = open();
    const RunId run = project.evaluations().find(first)->scoredBy;
    project.runs().putThresholds({.run = run, .review = 123, .reject = 456});
    const EvaluationId second = detectorEvaluation();
    const EvaluationComparison found = compareEvaluations(project, first, second);
    ASSERT_EQ(found.values.size(), 2U) << "the same run, other thresholds";
    EXPECT_EQ(found.values[0].key, "threshold to reject");
    EXPECT_NE(found.values[0].first, Json(456));
    EXPECT_EQ(found.values[0].second, Json(456));
    EXPECT_EQ(thresholdsOf(found.second)->review, 123);
    EXPECT_FALSE(thresholdsOf({}));
    EXPECT_EQ(found.ranking.first.auroc, found.ranking.second.auroc);
}

TEST_F(Comparing, EvaluationsGoAndComeBackAndAreWritten) {
    importTiny();
    train();
    const EvaluationId id = evaluate();
    Project project = open();
    const EvaluationRecord before = *project.evaluations().find(id);
    const std::size_t points = project.evaluations().roc(id).size();
    const std::size_t count = project.evaluations().all().size();
    const std::vector<EvaluationId> bad{id, 999};
    EXPECT_EQ(test::codeOf([&] { removeEvaluations(project, bad); }), ErrorCode::NotFound);
    EXPECT_EQ(project.evaluations().all().size(), count) << "all or none";
    const std::vector<StoredEvaluation> removed = removeEvaluations(project, {&id, 1});
    EXPECT_FALSE(project.evaluations().find(id));
    const EvaluationId back = restoreEvaluations(project, removed).at(0);
    EXPECT_EQ(project.evaluations().find(back)->createdAt, before.createdAt);
    EXPECT_EQ(project.evaluations().find(back)->extra, before.extra);
    EXPECT_EQ(project.evaluations().roc(back).size(), points);

    const Path csv = dir_ / "evaluations.csv";
    EXPECT_EQ(writeEvaluations(project, {}, csv), static_cast<int>(count));
    EXPECT_EQ(writeEvaluations(project, {&back, 1}, csv), 1);
    const std::string text = readFile(csv, 1 << 20);
    EXPECT_NE(text.find("auroc_low"), std::string::npos);
    EXPECT_NE(text.find(before.createdAt), std::string::npos);
}

TEST_F(Comparing, RefusesWhatIsNotThere) {
    importTiny();
    EXPECT_EQ(test::codeOf([&] { compareEvaluations(open(), 1, 2); }), ErrorCode::NotFound);
}
}  // namespace
