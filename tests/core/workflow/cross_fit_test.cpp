// Detectors that learn from bad parts, and what a forest may take from them.
#include <set>

#include "core/workflow/stopped_trainings.h"
#include "core/workflow/training_plan.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/core/workflow/step_detector.h"

using namespace segad;

namespace {
class CrossFitting : public test::ProjectFixture {
protected:
    TrainRequest request(int bad = 4) const {
        return {.project = file(), .detector = "steps", .params = {{"steps", 4}}, .badForFit = bad};
    }
    RunId train(const TrainRequest& wanted) {
        return trainDetector(wanted, info_, test::stepFactory(log_), job_);
    }
    std::map<PartId, double> scoresOf(RunId run) const {
        std::map<PartId, double> scores;
        for (const ScoreRecord& score : open().runs().scores(run))
            scores[score.part] = score.imageScore;
        return scores;
    }
    std::set<PartId> with(RunId run, Role role) const {
        std::set<PartId> parts;
        const Project project = open();
        for (const RolePair& pair : project.runs().snapshot(project.runs().find(run)->snapshot)) {
            if (pair.role == role) parts.insert(pair.part);
        }
        return parts;
    }

    test::StepLog log_;
    DetectorInfo info_ = test::stepInfo(Supervision::GoodAndBad);
};

TEST_F(CrossFitting, LearnsFromTheBadPartsAForestWouldHave) {
    importTiny();
    const RunId id = train(request());
    EXPECT_EQ(log_.bad, (std::vector<std::size_t>{4, 3, 3, 3, 3})) << "all, then all but a fold";
    EXPECT_EQ(log_.masks, log_.bad) << "with their ground truth";
    EXPECT_EQ(with(id, Role::Fit).size(), 4U);
    EXPECT_EQ(with(id, Role::Test).size(), 8U);
    EXPECT_EQ(open().runs().find(id)->options, Json({{"bad", 4}, {"bad_seed", 333}, {"cross_fit", true}}));
    const RunId fitted = fit(4);
    EXPECT_EQ(with(fitted, Role::Fit), with(id, Role::Fit)) << "the same seed draws the same parts";
    EXPECT_EQ(with(fitted, Role::Test), with(id, Role::Test));
}

TEST_F(CrossFitting, NoScoreOfALearnedPartComesFromMemory) {
    importTiny();
    const RunId id = train(request());
    std::set<int> folds;
    const Project project = open();
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(id)->snapshot)) {
        EXPECT_EQ(pair.fold.has_value(), pair.role == Role::Fit);
        if (pair.fold) folds.insert(*pair.fold);
    }
    EXPECT_EQ(folds, (std::set<int>{0, 1, 2, 3}));
    for (const auto& [part, score] : scoresOf(id)) {
        EXPECT_LT(score, 1) << "part " << part;
        EXPECT_LT(project.maps().get(id, part)->maximum(), 1) << "part " << part;
    }
    EXPECT_EQ(scoresOf(id).size(), 24U) << "every part has a score";
    EXPECT_EQ(scoreParts({.project = file(), .onlyMissing = true}, job_), 0);
}

TEST_F(CrossFitting, CopiesOfAPictureGoTogether) {
    importTiny();
    std::filesystem::copy_file(images() / "test/spot/000.png", images() / "test/spot/copy.png");
    importFolder({.project = file(), .folder = images()}, job_);
    const RunId id = train(request(7));
    for (const auto& [part, score] : scoresOf(id)) {
        if (with(id, Role::Fit).contains(part)) {
            EXPECT_LT(score, 1) << part;
        }
    }
}

TEST_F(CrossFitting, AForestRefusesAMemory) {
    importTiny();
    TrainRequest wanted = request();
    wanted.crossFit = false;
    const RunId id = train(wanted);
    EXPECT_EQ(log_.bad, std::vector<std::size_t>{4});
    const auto scores = scoresOf(id);
    for (const PartId part : with(id, Role::Fit))
        EXPECT_EQ(scores.at(part), test::kRemembered) << "for looking at, this is what the model says";
    try {
        fit(4);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.subject(), "steps");
        EXPECT_NE(error.remedy().find("cross-fitting"), std::string::npos);
    }
}

TEST_F(CrossFitting, AnotherDrawOfTheForestLearnsAndTestsNothingTheDetectorHasLearned) {
    importTiny();
    const RunId id = train(request(4));
    const RunId fitted =
        fitForest({.project = file(), .params = test::tinyForest(), .badForFit = 3, .seed = 576}, job_);
    const std::set<PartId> learned = with(id, Role::Fit);
    for (const PartId part : with(fitted, Role::Test))
        EXPECT_FALSE(learned.contains(part)) << part;
    for (const PartId part : with(fitted, Role::Fit))
        EXPECT_LT(scoresOf(id).at(part), 1) << part;
}

TEST_F(CrossFitting, StoppedInAFoldItGoesOnInThatFold) {
    importTiny();
    log_.dieAtStep = 4 + 4 + 2;  // two steps into the second fold
    EXPECT_THROW(train(request()), Error);
    const RunRecord failed = open().runs().all().back();
    EXPECT_EQ(failed.outcome, RunOutcome::Failed);
    EXPECT_EQ(open().runs().scores(failed.id).size(), 1U) << "the first fold is judged";
    ASSERT_EQ(stoppedTrainings(open()).size(), 1U);
    EXPECT_EQ(stoppedTrainings(open())[0].curve.steps, 4) << "of the detector that is kept";
    TrainRequest again = stoppedTrainings(open())[0].request;
    EXPECT_EQ(again.badForFit, 4);
    EXPECT_EQ(train(again), failed.id);
    EXPECT_EQ(log_.steps, 4 * 5) << "no step was taken twice";
    for (const auto& [part, score] : scoresOf(failed.id))
        EXPECT_LT(score, 1) << "part " << part;
    EXPECT_TRUE(open().check().empty());
}

TEST_F(CrossFitting, TheCostOfTheFoldsIsPartOfThePlan) {
    importTiny();
    const Project project = open();
    const ResolvedTraining with = resolveTraining(project, request(5), info_);
    EXPECT_EQ(with.folds, 5);
    EXPECT_EQ(with.cost.trainSeconds, 10 + 50);
    EXPECT_EQ(with.foldSeconds, 5 * (10 + 40));
    TrainRequest plain = request(5);
    plain.crossFit = false;
    EXPECT_EQ(resolveTraining(project, plain, info_).foldSeconds, 0);
}

TEST_F(CrossFitting, TooFewBadPartsAreRefused) {
    importTiny({.testBad = 4});
    try {
        train(request(9));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
        EXPECT_EQ(error.subject(), "bad parts");
    }
    try {
        train(request(1));
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(error.remedy().find("cross-fit"), std::string::npos);
    }
    TrainRequest single = request(1);
    single.crossFit = false;
    EXPECT_NO_THROW(train(single));
    EXPECT_TRUE(log_.bad == std::vector<std::size_t>{1});
}
}  // namespace
