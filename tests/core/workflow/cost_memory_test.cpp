#include "core/workflow/cost_memory.h"

#include "core/base/file.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/core/workflow/step_detector.h"

using namespace segad;

namespace {
class CostMemory : public test::ProjectFixture {
protected:
    void remember(double ratio) {
        rememberCost(CostKind::Train, "steps", "embedded", "auto", 10, 10 * ratio);
    }
    double factor() const { return rememberedCost("steps", "embedded", "auto").train; }
};

TEST_F(CostMemory, IsTheMedianOfTheLastTrainings) {
    EXPECT_EQ(factor(), 1) << "nothing is known yet";
    remember(3);
    EXPECT_DOUBLE_EQ(factor(), 3);
    remember(2);
    remember(200);  // the machine was asleep
    EXPECT_DOUBLE_EQ(factor(), 3);
    for (int i = 0; i < 7; ++i)
        remember(1.5);
    EXPECT_DOUBLE_EQ(factor(), 1.5) << "the machine has become faster";
    EXPECT_EQ(rememberedCost("steps", "resnet18", "auto").train, 1) << "another backbone";
    EXPECT_EQ(rememberedCost("steps", "embedded", "auto").score, 1);
}

TEST_F(CostMemory, LearnsNothingFromAMoment) {
    rememberCost(CostKind::Train, "steps", "embedded", "auto", 0.1, 5);
    EXPECT_EQ(factor(), 1);
}

TEST_F(CostMemory, ADamagedFileIsMeasuredAnew) {
    std::filesystem::create_directories(userDataDir());
    for (const char* text : {"{", "[1]", R"({"host": 5})"}) {
        writeFileAtomically(userDataDir() / "timings.json", text);
        EXPECT_EQ(factor(), 1) << text;
        remember(4);
        EXPECT_DOUBLE_EQ(factor(), 4) << text;
    }
}

TEST_F(CostMemory, PlansAreRefined) {
    const DetectorInfo info = test::stepInfo(Supervision::GoodOnly);
    const CostQuestion question{.params = {{"steps", 3}}, .backbone = "embedded", .trainParts = 20};
    const auto estimate = [&] {
        return refined(info.estimateCost(question), rememberedCost(info.key, question.backbone, "auto"));
    };
    EXPECT_EQ(estimate().trainSeconds, 20);
    remember(2);
    EXPECT_EQ(estimate().trainSeconds, 40);
    EXPECT_EQ(estimate().scoreSecondsPerPart, 0.5);
}

TEST_F(CostMemory, ATrainingIsRemembered) {
    importTiny();
    test::StepLog log;
    const DetectorInfo info = test::stepInfo(Supervision::GoodOnly);
    trainDetector({.project = file(), .detector = "steps"}, info, test::stepFactory(log), job_);
    const CostFactors factors = rememberedCost("steps", "", "auto");
    EXPECT_LT(factors.train, 0.5) << "it claims a second a part and takes none";
    EXPECT_LT(factors.score, 0.5);
}
}  // namespace
