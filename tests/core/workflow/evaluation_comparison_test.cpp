// What changed between two evaluations.
#include "core/workflow/evaluation_comparison.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class Comparing : public test::ProjectFixture {
protected:
    EvaluationId evaluate() { return evaluateProject({.project = file()}, job_).evaluations.back().id; }
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

TEST_F(Comparing, RefusesWhatIsNotThere) {
    importTiny();
    EXPECT_EQ(test::codeOf([&] { compareEvaluations(open(), 1, 2); }), ErrorCode::NotFound);
}
}  // namespace
