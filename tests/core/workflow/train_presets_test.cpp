#include "core/workflow/train_presets.h"

#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class Presets : public test::ProjectFixture {};

TEST_F(Presets, CostWhatTheirDetectorsCost) {
    importTiny();
    const TrainRequest base{.project = file(), .detector = "not looked at", .params = {{"nor", "these"}}};
    const PresetPlan plan = planPreset(trainPreset("quick"), base);
    EXPECT_FALSE(plan.problem);
    ASSERT_EQ(plan.plans.size(), 1U);
    const TrainPlan alone = planTraining({.project = file(), .detector = "patchcore"});
    EXPECT_EQ(plan.trainSeconds, alone.trainSeconds);
    EXPECT_EQ(plan.scoreSeconds, alone.scoreSeconds);
    EXPECT_EQ(plan.memoryBytes, alone.memoryBytes);
    EXPECT_EQ(plan.modelBytes, alone.modelBytes);
    EXPECT_GT(plan.mapBytes, 0);
    EXPECT_GT(plan.freeBytes.value_or(0), 0);
}

TEST_F(Presets, SayWhatIsMissing) {
    importTiny();
    const PresetPlan plan = planPreset(trainPreset("balanced"), {.project = file()});
    ASSERT_TRUE(plan.problem) << "no teacher is imported here";
    EXPECT_FALSE(plan.problem->remedy().empty());
    EXPECT_EQ(plan.plans.size(), 1U) << "PatchCore could be trained";
    EXPECT_EQ(plan.trainSeconds, plan.plans[0].trainSeconds);
    EXPECT_THROW(trainPreset("nosuch"), Error);
    EXPECT_THROW(planPreset(trainPreset("quick"), {.project = dir_ / "none.segad"}), Error);
}

TEST_F(Presets, AskForOneDetectorAfterTheOther) {
    const TrainRequest base{.project = file(), .backbone = "embedded", .seed = 7, .score = false};
    const std::vector<TrainRequest> requests = presetRequests(trainPreset("paper"), base);
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].detector, "rd4ad");
    EXPECT_EQ(requests[1].detector, "efficientad_medium");
    for (const TrainRequest& request : requests) {
        EXPECT_EQ(request.seed, 7U);
        EXPECT_FALSE(request.score);
        EXPECT_EQ(request.backbone, "") << "each has the one that suits it";
    }
    EXPECT_EQ(presetRequests(trainPreset("balanced"), base)[1].params,
              (Json{{"steps", 5000}, {"padding", false}}));
}

TEST_F(Presets, TakeThePublishedBackboneWhereItIsImported) {
    const TrainRequest base{.project = file()};
    importTiny();
    importMadeWeights("wide_resnet50_2", "wide_resnet50_2", 2);
    const std::vector<TrainRequest> requests = presetRequests(trainPreset("paper"), base);
    EXPECT_EQ(requests[0].backbone, "wide_resnet50_2");
    EXPECT_EQ(requests[1].backbone, "");
}
}  // namespace
