// Thresholds from a goal on a project: on which parts, stored with run and reason.
#include "core/workflow/threshold_goal.h"

#include "core/workflow/forest_fitting.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class ThresholdGoals : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny({.trainGood = 30});
        segmentsFromFiles();
        train();
        run_ = fit(4);
    }
    RunId run_ = 0;
};

TEST_F(ThresholdGoals, AreJudgedOnPartsThatWereScoredUnseen) {
    prepare();
    const Project project = open();
    const RunScores all = judgedScores(project, 0, JudgedParts::All);
    EXPECT_EQ(all.run.id, run_) << "the newest forest gives verdicts";
    EXPECT_EQ(all.scores.good.size(), 7U);
    EXPECT_EQ(all.scores.bad.size(), 8U);
    const RunScores learned = judgedScores(project, run_, JudgedParts::Learned);
    EXPECT_EQ(learned.scores.good.size(), 3U);
    EXPECT_EQ(learned.scores.bad.size(), 4U);
    EXPECT_TRUE(learned.notes.empty());
    const RunScores test = judgedScores(project, run_, JudgedParts::Test);
    EXPECT_EQ(test.scores.good.size(), 4U);
    EXPECT_EQ(test.scores.bad.size(), 4U);
    EXPECT_EQ(test.notes.size(), 1U) << "no independent claim";
}

TEST_F(ThresholdGoals, AForestThatKeptScoresFromMemoryIsNotBelieved) {
    prepare();
    {
        Project project = open();
        RunRecord old = project.runs().find(run_).value();
        old.params.erase(kOutOfFoldParam);
        project.runs().finish(old);
    }
    const RunScores all = judgedScores(open(), run_, JudgedParts::All);
    EXPECT_EQ(all.scores.good.size(), 4U);
    EXPECT_EQ(all.scores.bad.size(), 4U);
    ASSERT_EQ(all.notes.size(), 2U);
    EXPECT_NE(all.notes[0].find("fit it again"), std::string::npos);
    EXPECT_EQ(test::codeOf([&] { setThresholds({.project = file(), .parts = JudgedParts::Learned}, job_); }),
              ErrorCode::InvalidData);
}

TEST_F(ThresholdGoals, ADetectorIsJudgedByWhatItHasNotLearnedFrom) {
    importTiny({.trainGood = 30});
    const RunId run = train();
    const RunScores scores = judgedScores(open(), 0, JudgedParts::All);
    EXPECT_EQ(scores.run.id, run);
    EXPECT_EQ(scores.scores.good.size(), 7U);
    EXPECT_EQ(scores.scores.bad.size(), 8U);
}

TEST_F(ThresholdGoals, AreStoredWithRunReasonAndGoal) {
    prepare();
    const ThresholdRequest request{.project = file(),
                                   .goal = {.maxMissed = 0.25, .maxRejected = 0.2, .defectRate = 0.01}};
    const ThresholdReport report = setThresholds(request, job_);
    const Project project = open();
    const ThresholdRecord stored = project.runs().thresholds(run_).value();
    EXPECT_EQ(stored.review, report.judged.review);
    EXPECT_EQ(stored.reject, report.judged.reject);
    EXPECT_NE(
        stored.reason.find("Goal: at most 25 % of bad parts missed, at most 20 % of good parts rejected"),
        std::string::npos)
        << stored.reason;
    EXPECT_NE(stored.reason.find("can't be promised"), std::string::npos) << stored.reason;
    EXPECT_FALSE(stored.setBy.empty());
    EXPECT_TRUE(report.judged.met());
    EXPECT_FALSE(report.judged.promised());
    const AuditRecord audit = project.audit().latest(1, "run " + std::to_string(run_)).front();
    EXPECT_EQ(audit.action, "threshold goal");
    EXPECT_EQ(audit.detail["max_missed"], 0.25);
    EXPECT_EQ(audit.detail["max_reviewed"], nullptr);

    const ThresholdReport shown = currentThresholds({.project = file()}, job_);
    EXPECT_EQ(shown.judged.good.pass, report.judged.good.pass);
    EXPECT_EQ(shown.thresholds.reason, stored.reason);
}

TEST_F(ThresholdGoals, ADryRunStoresNothingAndAHandMayDecide) {
    prepare();
    const ThresholdRecord before = open().runs().thresholds(run_).value();
    setThresholds({.project = file(), .goal = {.maxMissed = 0}, .store = false}, job_);
    EXPECT_EQ(open().runs().thresholds(run_)->reason, before.reason);
    const ThresholdReport hand = setThresholds({.project = file(), .byHand = std::pair(-1.0, 2.0)}, job_);
    EXPECT_EQ(open().runs().thresholds(run_)->review, -1);
    EXPECT_EQ(open().runs().thresholds(run_)->reject, 2);
    EXPECT_TRUE(hand.thresholds.reason.starts_with("Set by hand. On 7 good and 8 bad parts"))
        << hand.thresholds.reason;
    EXPECT_EQ(hand.judged.good.total(), 7U);
    EXPECT_EQ(test::codeOf([&] { setThresholds({.project = file(), .byHand = std::pair(2.0, 1.0)}, job_); }),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(open().runs().thresholds(run_)->review, -1);
}

TEST_F(ThresholdGoals, RefuseWhatCantWork) {
    importTiny();
    EXPECT_EQ(test::codeOf([&] { setThresholds({.project = file()}, job_); }), ErrorCode::NotFound);
    segmentsFromFiles();
    EXPECT_EQ(test::codeOf([&] { judgedScores(open(), 99, JudgedParts::All); }), ErrorCode::NotFound);
    EXPECT_EQ(test::codeOf([&] { judgedScores(open(), open().segments().currentRun(), JudgedParts::All); }),
              ErrorCode::InvalidArgument);
    train();
    fit(4);
    EXPECT_EQ(test::codeOf([&] { setThresholds({.project = file(), .goal = {.maxMissed = 7}}, job_); }),
              ErrorCode::InvalidArgument);
}
}  // namespace
