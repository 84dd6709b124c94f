// segad thresholds, doubts, suggest: the real program on a tiny dataset.
#include "tests/app/cli_fixture.h"

using namespace segad;

namespace {
class Decisions : public test::CliFixture {
protected:
    void prepare() {
        create({.trainGood = 30});
        ASSERT_EQ(segad({"segment", file(), "--source", "whole"}).exitCode, 0);
        ASSERT_EQ(segad(trainArguments()).exitCode, 0);
        ASSERT_EQ(segad({"fit", file(), "--bad", "4", "--set", "parallel_trees=20"}).exitCode, 0);
    }
};

TEST_F(Decisions, ThresholdsFollowAGoalAndAreShown) {
    prepare();
    const Json set = segad({"thresholds", file(), "--max-missed", "10%", "--max-rejected", "0.3",
                            "--max-reviewed", "100%", "--defect-rate", "1%", "--json"})
                         .json();
    EXPECT_EQ(
        set["good"]["pass"].get<int>() + set["good"]["review"].get<int>() + set["good"]["reject"].get<int>(),
        7);
    EXPECT_EQ(set["missed"]["limit"], 0.1);
    EXPECT_EQ(set["missed"]["share"], 0.0);
    EXPECT_EQ(set["met"], true);
    EXPECT_EQ(set["promised"], false);
    EXPECT_EQ(set["missed"]["least_needed"], 29) << "0.9^29 < 0.05";
    EXPECT_EQ(set["stored"], true);
    const Json shown = segad({"thresholds", file(), "--json"}).json();
    EXPECT_EQ(shown["review"], set["review"]);
    EXPECT_EQ(shown["reason"], set["reason"]);
    const test::CommandResult words =
        segad({"thresholds", file(), "--max-missed", "0.1", "--costs", "100,5,1", "--dry-run"});
    EXPECT_EQ(words.exitCode, 0);
    EXPECT_NE(words.out.find("0 of 8 bad parts missed"), std::string::npos) << words.out;
    EXPECT_NE(words.out.find("Cost of a part"), std::string::npos) << words.out;
    EXPECT_EQ(segad({"thresholds", file(), "--json"}).json()["reason"], set["reason"]);
    EXPECT_EQ(segad({"thresholds", file(), "--set", "-1,1"}).exitCode, 0);
    EXPECT_EQ(open().runs().thresholds(open().runs().latest(RunKind::Fit)->id)->reject, 1);
    EXPECT_NE(segad({"thresholds", file(), "--max-missed", "110%"}).exitCode, 0);
    EXPECT_NE(segad({"thresholds", file(), "--max-missed", "few"}).exitCode, 0);
}

TEST_F(Decisions, DoubtsAndSuggestionsNameParts) {
    prepare();
    {
        Project project = open();
        const Parts::LabelChange changes[] = {
            {.part = project.parts().findByPath("test/spot/000.png")->id, .label = Label::Good},
            {.part = project.parts().findByPath("test/spot/001.png")->id, .label = Label::Unlabelled}};
        project.parts().setLabels(changes, "user");
    }
    const Json doubts = segad({"doubts", file(), "--json"}).json();
    EXPECT_EQ(doubts["good"], 8);
    EXPECT_EQ(doubts["bad"], 6);
    EXPECT_EQ(doubts["out_of_fold"], true);
    EXPECT_EQ(doubts["not_judged"], 27) << "the detector's training parts";
    EXPECT_EQ(segad({"doubts", file(), "--top", "3"}).exitCode, 0);
    const Json suggestions = segad({"suggest", file(), "--json"}).json()["suggestions"];
    ASSERT_EQ(suggestions.size(), 1U);
    EXPECT_EQ(suggestions[0]["part"], "test/spot/001.png");
    EXPECT_NE(segad({"suggest", file()}).out.find("test/spot/001.png"), std::string::npos);
    EXPECT_EQ(segad({"suggest", file(), "--weights", "1,1,0,0,1"}).exitCode, 2);
    EXPECT_EQ(segad({"suggest", file(), "--seeds", "3"}).exitCode, 2) << "only to measure";
    EXPECT_EQ(segad({"suggest", file(), "--measure"}).exitCode, 1) << "too few good parts";
}

TEST_F(Decisions, EvaluateComparesForestsAndExplainLooksAtAllParts) {
    prepare();
    const Json made = segad({"evaluate", file(), "--ablation", "--learning-curve", "--repeats", "2", "--bad",
                             "3", "--set", "parallel_trees=3", "--set", "rounds=2", "--json"})
                          .json();
    EXPECT_EQ(made["ablation"]["seeds"], 2);
    EXPECT_EQ(made["ablation"]["bad_for_fit"], 3);
    EXPECT_GE(made["ablation"]["rows"].size(), 4U) << "the bare detector and three kinds of forest";
    EXPECT_EQ(made["learning_curve"]["points"][0]["bad"], 1);
    EXPECT_TRUE(made["evaluations"].back()["extra"].contains("f1_max_ci95"));
    EXPECT_FALSE(made["evaluations"].back()["extra"]["warnings"].empty()) << "four bad parts";
    const Json why = segad({"explain", file(), "--json"}).json();
    EXPECT_EQ(why["parts"], 8);
    EXPECT_EQ(why["detectors"][0]["name"], "patchcore");
    const test::CommandResult drop = segad({"explain", file(), "--drop", "--repeats", "1"});
    EXPECT_EQ(drop.exitCode, 0);
    EXPECT_NE(drop.out.find("nothing to leave out"), std::string::npos) << drop.out;
    EXPECT_FALSE(segad({"explain", file(), "test/spot/000.png", "--json"}).json()["reasons"].is_null());
    const std::string csv = file() + ".csv";
    EXPECT_EQ(segad({"runs", "evaluations", file(), "--csv", csv, "--json"}).json()["rows"],
              made["evaluations"].size());
    const std::string first = std::to_string(made["evaluations"][0]["id"].get<int>());
    const std::string last = std::to_string(made["evaluations"].back()["id"].get<int>());
    EXPECT_TRUE(segad({"runs", "changes", file(), first, last, "--json"}).json().contains("difference"));
    EXPECT_EQ(segad({"runs", "discard", file(), first}).exitCode, 0);
    EXPECT_EQ(segad({"runs", "discard", file(), first}).exitCode, 1) << "it has gone";
}
}  // namespace
