// Stopping the program: Ctrl+C, and being killed in the middle of work.
#include <csignal>
#include <cstdlib>
#include <thread>

#include "core/base/random.h"
#include "tests/app/cli_fixture.h"

using namespace segad;
using test::Command;
using test::CommandResult;

namespace {
/// How often each command is killed; SEGAD_KILLS=50 for a thorough run.
int killCount() {
    const char* wanted = std::getenv("SEGAD_KILLS");
    return wanted != nullptr ? std::atoi(wanted) : 3;
}

class Interrupt : public test::CliFixture {
protected:
    /// A training in steps that takes some ten seconds.
    std::vector<std::string> stepArguments() const {
        return {"train",           file(),         "--detector", "fastflow",
                "--backbone",      "embedded",     "--set",      "image_size=64",
                "--set",           "flow_steps=1", "--set",      "epochs=150",
                "--set",           "batch_size=5", "--threads",  "1",
                "--deterministic", "--no-score"};
    }

    /// Starts the command, kills it after a random while, and looks at what it left; `count` times.
    void killOften(const std::vector<std::string>& arguments, double longestSeconds,
                   const std::function<void(Project&)>& check) {
        SplitMix64 dice(11, arguments.front());
        for (int i = 0; i < killCount(); ++i) {
            {
                const Command victim(arguments, options());
                std::this_thread::sleep_for(
                    std::chrono::duration<double>(dice.uniform(0.02, longestSeconds)));
                victim.signal(SIGKILL);
            }
            Project project = open();
            check(project);
            const std::vector<Error> problems = project.check();
            for (const Error& problem : problems) {
                // A model that was written but not yet recorded is the one thing a kill may leave lying
                // about.
                EXPECT_NE(problem.message().find("is not used by any run"), std::string::npos)
                    << problem.what();
            }
            if (!problems.empty()) project.repair();
            EXPECT_TRUE(project.check().empty());
            if (HasFailure()) return;
        }
    }
};

TEST_F(Interrupt, CtrlCIs130AndSaysHowToGoOn) {
    create({.trainGood = 30, .side = 256});
    for (const int number : {SIGINT, SIGTERM}) {
        Command training({"train", file(), "--set", "image_size=256", "--json"}, options());
        ASSERT_TRUE(training.waitForError("Learning")) << training.wait().err;
        training.signal(number);
        const CommandResult result = training.wait();
        EXPECT_EQ(result.exitCode, 130) << result.err;
        EXPECT_EQ(result.json()["error"]["code"], "cancelled");
        EXPECT_FALSE(result.json()["error"]["remedy"].get<std::string>().empty());
        EXPECT_FALSE(open().runs().latest(RunKind::Train));
    }
}

TEST_F(Interrupt, StoppedScoringGoesOnWithOnlyMissing) {
    create({.trainGood = 10, .testGood = 60, .side = 256});
    std::vector<std::string> arguments = trainArguments();
    arguments[3] = "image_size=256";
    Command training(arguments, options());
    ASSERT_TRUE(training.waitForError("Scoring")) << training.wait().err;
    training.signal(SIGINT);
    const CommandResult result = training.wait();
    ASSERT_EQ(result.exitCode, 130) << result.err;
    EXPECT_NE(result.err.find("--only-missing"), std::string::npos) << result.err;
    const RunId run = open().runs().latest(RunKind::Train)->id;
    EXPECT_LT(open().runs().scores(run).size(), 78U);
    EXPECT_EQ(segad({"score", file(), "--only-missing"}).exitCode, 0);
    EXPECT_EQ(open().runs().scores(run).size(), 78U);
}

TEST_F(Interrupt, KilledImportsLeaveAWholeProject) {
    test::TinyDataset({.trainGood = 60}).write(images());
    ASSERT_EQ(segad({"new", file()}).exitCode, 0);
    killOften({"import", file(), images()}, 0.25, [](Project& project) {
        const std::size_t parts = project.parts().count();
        EXPECT_TRUE(parts == 0 || parts == 72) << "all or nothing, not " << parts;
    });
    EXPECT_EQ(segad({"import", file(), images()}).exitCode, 0);
    EXPECT_EQ(open().parts().count(), 72U);
}

TEST_F(Interrupt, KilledTrainingsLeaveAWholeProject) {
    create();
    killOften(trainArguments(), 3, [](Project& project) {
        for (const RunRecord& run : project.runs().all()) {
            EXPECT_NE(run.outcome, RunOutcome::Running) << "an interrupted run is marked";
            if (run.kind == RunKind::Train && run.outcome == RunOutcome::Done) {
                EXPECT_TRUE(std::filesystem::exists(project.runs().modelFile(run)));
            }
        }
    });
    EXPECT_EQ(segad(trainArguments()).exitCode, 0);
}

TEST_F(Interrupt, AKilledTrainingInStepsGoesOnToTheSameLoss) {
    create({.trainGood = 10, .testGood = 1, .testBad = 1});
    const std::vector<std::string> whole = stepArguments();
    std::vector<std::string> resumed = whole;
    resumed.insert(resumed.end(), {"--resume"});
    // Checkpoints are minutes apart: the first stop writes the one that the kill leaves behind.
    {
        Command training(whole, options());
        ASSERT_TRUE(training.waitForError("loss")) << training.wait().err;
        training.signal(SIGINT);
        const CommandResult result = training.wait();
        ASSERT_EQ(result.exitCode, 130) << result.err;
        EXPECT_NE(result.err.find("--resume"), std::string::npos) << result.err;
    }
    const Json stopped = segad({"info", file(), "--json"}).json()["stopped_trainings"];
    ASSERT_EQ(stopped.size(), 1U);
    EXPECT_GT(stopped[0]["steps"], 0);
    EXPECT_LT(stopped[0]["steps"], stopped[0]["planned_steps"]);
    {
        Command training(resumed, options());
        ASSERT_TRUE(training.waitForError("loss")) << training.wait().err;
        training.signal(SIGKILL);
    }
    const Json killed = segad({"info", file(), "--json"}).json()["stopped_trainings"];
    EXPECT_EQ(killed, stopped) << "what was kept is still there";
    EXPECT_TRUE(open().check().empty());

    resumed.push_back("--json");
    const Json first = segad(resumed).json();
    EXPECT_EQ(first["id"], stopped[0]["run"]);
    std::vector<std::string> again = whole;
    again.push_back("--json");
    const Json second = segad(again).json();
    EXPECT_NE(first["id"], second["id"]);
    EXPECT_EQ(first["steps"], stopped[0]["planned_steps"]);
    EXPECT_EQ(first["steps"], second["steps"]);
    EXPECT_EQ(first["loss"], second["loss"]) << "to the bit";
    EXPECT_EQ(segad({"info", file(), "--json"}).json()["stopped_trainings"], Json::array());
    EXPECT_TRUE(open().check().empty());
}

TEST_F(Interrupt, KilledScoringGoesOnWhereItWas) {
    create({.trainGood = 10, .testGood = 40});
    std::vector<std::string> train = trainArguments();
    train.push_back("--no-score");
    ASSERT_EQ(segad(train).exitCode, 0);
    std::size_t before = 0;
    killOften({"score", file(), "--only-missing"}, 3, [&](Project& project) {
        const RunId run = project.runs().latest(RunKind::Train)->id;
        const std::size_t scored = project.runs().scores(run).size();
        EXPECT_GE(scored, before) << "nothing that was scored is lost";
        before = scored;
    });
    EXPECT_EQ(segad({"score", file(), "--only-missing"}).exitCode, 0);
    EXPECT_EQ(open().runs().scores(open().runs().latest(RunKind::Train)->id).size(), 58U);
}

TEST_F(Interrupt, LabelsSetBeforeAKillAreThere) {
    create();
    const std::string csv = (dir_ / "labels.csv").string();
    int round = 0;
    killOften({"segment", file(), "--source", "whole"}, 0.4, [&](Project& project) {
        const auto part = project.parts().findByPath("test/good/000.png");
        if (round > 0) {
            EXPECT_EQ(part->defectType, "round " + std::to_string(round));
        }
        ++round;
        const Parts::LabelChange change{
            .part = part->id, .label = Label::Bad, .defectType = "round " + std::to_string(round)};
        project.parts().setLabels({&change, 1}, "user");
    });
}
}  // namespace
