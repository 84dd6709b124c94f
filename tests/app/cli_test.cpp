// The promises of the command line: commands, JSON, exit codes.
#include <algorithm>
#include <fstream>

#include "tests/app/cli_fixture.h"

using namespace segad;
using test::CommandResult;

namespace {
class Cli : public test::CliFixture {};

TEST_F(Cli, SaysItsVersionWithoutLoadingWhatIsSlow) {
    const CommandResult version = segad({"--version"});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_TRUE(version.out.starts_with("segad ")) << version.out;
    setenv("LD_TRACE_LOADED_OBJECTS", "1", 1);
    const CommandResult libraries = segad({});
    unsetenv("LD_TRACE_LOADED_OBJECTS");
    EXPECT_NE(libraries.out.find("libsegad-core"), std::string::npos);
    for (const char* slow :
         {"libtorch", "libsegad-learn", "libsegad-codecs", "imgcodecs", "highgui", "libQt", "libgdal"})
        EXPECT_EQ(libraries.out.find(slow), std::string::npos) << slow;
}

TEST_F(Cli, EveryCommandExplainsItselfWithAnExample) {
    for (const char* command :
         {"demo",     "new",      "import",  "info",    "copy",  "relocate", "label",     "detectors",
          "defects",  "generate", "kinds",   "segment", "train", "score",    "precision", "fit",
          "evaluate", "explain",  "compare", "inspect", "merge", "results",  "export",    "doctor"}) {
        const CommandResult help = segad({command, "--help"});
        EXPECT_EQ(help.exitCode, 0) << command;
        EXPECT_NE(help.out.find("Example:\n  segad " + std::string(command)), std::string::npos) << help.out;
        EXPECT_NE(help.out.find("--json"), std::string::npos) << command;
    }
    EXPECT_NE(segad({"weights", "import", "--help"}).out.find("--as"), std::string::npos);
}

TEST_F(Cli, WrongUsageIsTwoAndAMissingProjectIsOne) {
    EXPECT_EQ(segad({}).exitCode, 2);
    EXPECT_EQ(segad({"nosuch"}).exitCode, 2);
    EXPECT_EQ(segad({"info"}).exitCode, 2);
    EXPECT_EQ(segad({"fit", file(), "--forest", "oak"}).exitCode, 2);
    const CommandResult usage = segad({"info", "--jsom", "--json"});
    EXPECT_EQ(usage.exitCode, 2);
    EXPECT_EQ(usage.json()["error"]["code"], "invalid_argument");
    const CommandResult missing = segad({"info", file(), "--json"});
    EXPECT_EQ(missing.exitCode, 1);
    const Json error = missing.json()["error"];
    EXPECT_EQ(error["code"], "not_found");
    for (const char* key : {"subject", "message", "remedy"})
        EXPECT_FALSE(error[key].get<std::string>().empty()) << key;
    EXPECT_NE(missing.err.find(error["message"].get<std::string>()), std::string::npos)
        << "words on stderr too";
    const CommandResult known = segad({"train", file(), "--set", "nosuch=1"});
    EXPECT_EQ(known.exitCode, 2);
    EXPECT_NE(known.err.find("coreset_ratio"), std::string::npos) << "lists what there is";
}

TEST_F(Cli, TheWholeJobWithJson) {
    test::TinyDataset().write(images());
    const Json created = segad({"new", file(), "--images", images(), "--json"}).json();
    EXPECT_EQ(created["added"], 24);
    EXPECT_EQ(created["layout"], "mvtec");
    EXPECT_EQ(segad({"new", file()}).exitCode, 1) << "is there already";

    const Json segments = segad({"segment", file(), "--source", "files", "--set",
                                 "folder=" + images() + "/segments", "--names", "ground,square", "--json"})
                              .json();
    EXPECT_EQ(segments["maps"], 24);
    std::vector<std::string> train = trainArguments();
    train.push_back("--json");
    const CommandResult trained = segad(train);
    EXPECT_EQ(trained.exitCode, 0) << trained.err;
    EXPECT_EQ(trained.json()["parts_scored"], 24);
    EXPECT_EQ(trained.json()["message"].get<std::string>().find("untrained"), std::string::npos);
    EXPECT_EQ(trained.err.find("untrained"), std::string::npos) << "the embedded backbone needs no remark";

    const Json fitted = segad({"fit", file(), "--bad", "4", "--set", "parallel_trees=20", "--json"}).json();
    EXPECT_EQ(fitted["parts"]["fit"], 4);
    EXPECT_TRUE(fitted["thresholds"].contains("reason"));

    const Json evaluated = segad({"evaluate", file(), "--pixel", "--by", "defect_type", "--json"}).json();
    ASSERT_EQ(evaluated["evaluations"].size(), 3U);
    for (const Json& evaluation : evaluated["evaluations"]) {
        for (const char* key :
             {"name", "detectors", "forest", "seed", "parts", "auroc", "auroc_ci95", "average_precision",
              "f1_max", "fpr_at_95tpr", "pixel_auroc", "aupro", "seconds_per_part"})
            EXPECT_TRUE(evaluation.contains(key)) << key;
        EXPECT_LE(evaluation["auroc"].get<double>(), 1);
    }
    EXPECT_TRUE(evaluated["evaluations"][0]["forest"].is_null());
    EXPECT_EQ(evaluated["evaluations"][2]["forest"], "brf");

    const std::string part = open().parts().all().front().path;
    const Json why = segad({"explain", file(), part, "--json"}).json();
    double sum = why["bias"];
    for (const Json& cell : why["contributions"])
        sum += cell["value"].get<double>();
    EXPECT_NEAR(sum, why["score"].get<double>(), 1e-9);
    EXPECT_EQ(segad({"explain", file(), "nowhere.png"}).exitCode, 1);
    EXPECT_EQ(segad({"compare", file(), "patchcore", "patchcore"}).exitCode, 2);

    const Json info = segad({"info", file(), "--json"}).json();
    EXPECT_EQ(info["parts"],
              (Json{{"total", 24}, {"good", 16}, {"bad", 8}, {"unlabelled", 0}, {"generated", 0}}));
    EXPECT_EQ(info["segments"][1]["name"], "square");
    EXPECT_EQ(info["roles"]["fit"], 4);
    EXPECT_EQ(info["evaluations"].size(), 3U);
    EXPECT_EQ(info["stopped_trainings"], Json::array());
    EXPECT_EQ(segad({"info", file()}).exitCode, 0);

    const CommandResult exported =
        segad({"export", file(), "--table", "features", "--out", (dir_ / "f.csv").string(), "--json"});
    EXPECT_EQ(exported.json()["written"], 24);
    EXPECT_EQ(segad({"doctor", file(), "--json"}).json()["problems"], Json::array());
}

TEST_F(Cli, SaysWhatATrainingWillCost) {
    create();
    std::vector<std::string> arguments = trainArguments();
    arguments.insert(arguments.end(), {"--plan", "--json"});
    const Json plan = segad(arguments).json()["plans"][0];
    EXPECT_EQ(plan["detector"], "patchcore");
    EXPECT_EQ(plan["train_parts"], 10);
    EXPECT_EQ(plan["folds"], 0);
    EXPECT_GT(plan["train_seconds"].get<double>(), 0);
    EXPECT_TRUE(plan["resumable_run"].is_null());
    EXPECT_TRUE(open().runs().all().size() == 1) << "only the import";
    const Json detectors = segad({"detectors", "--json"}).json()["detectors"];
    EXPECT_EQ(detectors[0]["key"], "patchcore");
    EXPECT_EQ(detectors[0]["makes_maps"], true);
    EXPECT_GT(detectors[0]["estimate"]["train_seconds"].get<double>(), 0);
    EXPECT_EQ(segad({"detectors"}).exitCode, 0);
}

TEST_F(Cli, PresetsChooseForThoseWhoKnowNoNames) {
    create();
    const Json plan = segad({"train", file(), "--preset", "quick", "--plan", "--json"}).json();
    ASSERT_EQ(plan["plans"].size(), 1U);
    EXPECT_EQ(plan["plans"][0]["detector"], "patchcore");
    EXPECT_EQ(segad({"train", file(), "--preset", "quick", "--detector", "patchcore"}).exitCode, 2);
    const CommandResult unknown = segad({"train", file(), "--preset", "nosuch"});
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_NE(unknown.err.find("quick, balanced, paper"), std::string::npos) << unknown.err;
}

TEST_F(Cli, NamesTheListsThatADatasetPublishes) {
    test::TinyDataset().write(images());
    std::filesystem::rename(images() + "/test/hole", images() + "/train/bad");
    std::filesystem::remove_all(images() + "/ground_truth");
    std::ofstream(images() + "/low_shot_train.json") << R"({"0": ["001.png", "002.png"]})";
    const Json created = segad({"new", file(), "--images", images(), "--layout", "vad", "--json"}).json();
    EXPECT_EQ(created["published_subsets"], 1);
    EXPECT_EQ(segad({"info", file(), "--json"}).json()["published_subsets"],
              (Json::array({{{"name", "0"}, {"parts", 2}}})));
    EXPECT_NE(segad({"info", file()}).out.find("lists      0 (2 parts)"), std::string::npos);
    EXPECT_EQ(segad({"fit", file(), "--bad", "2", "--list", "0"}).exitCode, 2) << "one or the other";
    ASSERT_EQ(segad(trainArguments()).exitCode, 0);
    EXPECT_EQ(
        segad({"fit", file(), "--list", "0", "--set", "parallel_trees=20", "--json"}).json()["parts"]["fit"],
        2);
}

TEST_F(Cli, SaysOnStderrTooThatAnUntrainedBackboneIsNotForInspection) {
    create();
    std::vector<std::string> train = trainArguments();
    for (const char* argument : {"--backbone", "resnet18-untrained", "--json"})
        train.push_back(argument);
    const CommandResult trained = segad(train);
    EXPECT_NE(trained.json()["message"].get<std::string>().find("untrained"), std::string::npos);
    EXPECT_NE(trained.err.find("untrained"), std::string::npos);
}

TEST_F(Cli, InspectsAndCountsWhatFailed) {
    create();
    ASSERT_EQ(segad({"segment", file(), "--source", "whole"}).exitCode, 0);
    ASSERT_EQ(segad(trainArguments()).exitCode, 0);
    ASSERT_EQ(segad({"fit", file(), "--bad", "4", "--set", "parallel_trees=20"}).exitCode, 0);
    const std::string folder = images() + "/test/spot";
    const std::string out = (dir_ / "r.csv").string();
    const Json report = segad({"inspect", file(), folder, "--out", out, "--json"}).json();
    EXPECT_EQ(report["parts"], 4);
    EXPECT_EQ(report["pass"].get<int>() + report["review"].get<int>() + report["reject"].get<int>(), 4);
    EXPECT_GT(report["parts_per_second"].get<double>(), 0);
    EXPECT_TRUE(
        readFile(out, 1 << 20)
            .starts_with("path,verdict,score,threshold_reject,threshold_review,top_segment,top_detector,"
                         "seconds,error,patchcore\r\n"));
    std::ofstream(folder + "/torn.png") << "\x89PNG";
    const CommandResult failed = segad({"inspect", file(), folder, "--json"});
    EXPECT_EQ(failed.exitCode, 3);
    ASSERT_EQ(failed.json()["failed"].size(), 1U);
    EXPECT_EQ(failed.json()["failed"][0]["path"], "torn.png");
    std::filesystem::remove(folder + "/torn.png");
    // Everything at or above a threshold far below all scores is rejected.
    {
        Project project = open();
        project.runs().putThresholds(
            {.run = project.runs().latest(RunKind::Fit)->id, .review = -100, .reject = -100});
    }
    EXPECT_EQ(segad({"inspect", file(), folder, "--fail-on", "reject"}).exitCode, 4);
}

TEST_F(Cli, LabelsFromATable) {
    create();
    std::ofstream(dir_ / "labels.csv") << "path,label\ntest/good/000.png,bad\nnowhere.png,good\n";
    const CommandResult labelled =
        segad({"label", file(), "--csv", (dir_ / "labels.csv").string(), "--json"});
    EXPECT_EQ(labelled.exitCode, 3) << "one line named no part";
    EXPECT_EQ(labelled.json()["labelled"], 1);
    ASSERT_EQ(labelled.json()["warnings"].size(), 1U);
    EXPECT_EQ(segad({"info", file(), "--json"}).json()["parts"]["bad"], 9);
}

TEST_F(Cli, MergesAnEditedTableAndSaysWhatItWouldDo) {
    create();
    const std::string csv = (dir_ / "labels.csv").string();
    ASSERT_EQ(segad({"export", file(), "--table", "labels", "--out", csv}).exitCode, 0);
    std::string text = readFile(csv, 1U << 20U);
    text.replace(text.find("test/good/000.png,good,"), 23, "test/good/000.png,bad,d");
    writeFileAtomically(csv, text);
    const CommandResult plan = segad({"label", file(), "--csv", csv, "--dry-run", "--json"});
    EXPECT_EQ(plan.exitCode, 0);
    EXPECT_EQ(plan.json()["labelled"], 1);
    EXPECT_EQ(plan.json()["changes"][0]["result"]["defect_type"], "d");
    EXPECT_EQ(open().parts().findByPath("test/good/000.png")->label, Label::Good);
    {
        Project project = open();
        const Parts::LabelChange other{.part = project.parts().findByPath("test/good/000.png")->id,
                                       .label = Label::Bad,
                                       .defectType = "other"};
        project.parts().setLabels({&other, 1}, "user");
    }
    EXPECT_EQ(segad({"label", file(), "--csv", csv}).exitCode, 3) << "a conflict";
    EXPECT_EQ(open().parts().findByPath("test/good/000.png")->defectType, "other");
    EXPECT_EQ(segad({"label", file(), "--csv", csv, "--conflicts", "take"}).exitCode, 0);
    EXPECT_EQ(open().parts().findByPath("test/good/000.png")->defectType, "d");
}

TEST_F(Cli, RegionsComeFromMasksAndGoIntoMasks) {
    create();
    const std::string masks = (dir_ / "masks").string();
    EXPECT_EQ(segad({"regions", "export", file(), masks}).exitCode, 1) << "nothing is painted";
    const CommandResult in = segad({"regions", "import", file(), images() + "/ground_truth", "--json"});
    EXPECT_EQ(in.exitCode, 0);
    EXPECT_EQ(in.json()["stored"], 8);
    EXPECT_EQ(in.json()["masks"][0]["outcome"], "stored");
    const Json info = segad({"info", file(), "--json"}).json()["regions"];
    EXPECT_EQ(info["parts"], 8);
    EXPECT_GT(info["mean_area_share"].get<double>(), 0.01);
    EXPECT_NE(segad({"info", file()}).out.find("regions    8 on 8 parts"), std::string::npos);
    EXPECT_EQ(segad({"regions", "export", file(), masks, "--json"}).json()["written"], 8);
    EXPECT_EQ(segad({"regions", "export", file(), masks, "--json"}).json()["unchanged"], 8);
    const Json listed = segad({"regions", "list", file(), "--json"}).json()["parts"];
    ASSERT_EQ(listed.size(), 8U);
    EXPECT_EQ(listed[0]["defect_type"], "hole");
    EXPECT_NE(segad({"regions", "list", file()}).out.find("test/hole/000.png"), std::string::npos);
    EXPECT_EQ(segad({"regions", "clear", file()}).exitCode, 2) << "which?";
    EXPECT_EQ(segad({"regions", "clear", file(), "test/spot/000.png"}).exitCode, 0);
    EXPECT_EQ(segad({"regions", "clear", file(), "nowhere.png"}).exitCode, 1);
    EXPECT_EQ(segad({"regions", "clear", file(), "--all", "--json"}).json()["cleared"], 7);
    writeFileAtomically(dir_ / "masks/test/spot/000.png", "broken");
    const CommandResult broken = segad({"regions", "import", file(), masks});
    EXPECT_EQ(broken.exitCode, 3);
    EXPECT_NE(broken.out.find("failed: test/spot/000.png"), std::string::npos) << broken.out;
}

TEST_F(Cli, KnowsItsDetectors) {
    const Json all = segad({"detectors", "--json"}).json();
    ASSERT_FALSE(all["detectors"].empty());
    EXPECT_EQ(all["detectors"][0]["key"], "patchcore");
    const CommandResult one = segad({"detectors", "patchcore"});
    EXPECT_NE(one.out.find("coreset_ratio"), std::string::npos);
    EXPECT_NE(one.out.find("0.01"), std::string::npos);
    EXPECT_EQ(segad({"detectors", "nosuch"}).exitCode, 1);
}

TEST_F(Cli, WeightsAreImportedOnlyWhenTheyAreWeights) {
    const Json listed = segad({"weights", "list", "--json"}).json()["weights"];
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0]["name"], "embedded");
    EXPECT_EQ(listed[0]["origin"], "part of this program");
    EXPECT_EQ(listed[0]["file"], "");
    const std::string words = segad({"weights", "list"}).out;
    EXPECT_NE(words.find("part of this program"), std::string::npos) << words;
    EXPECT_NE(words.find("No weights are imported"), std::string::npos) << words;
    const Json embedded = segad({"doctor", "--json"}).json()["weights"]["embedded"];
    EXPECT_EQ(embedded["name"], "embedded");
    EXPECT_EQ(embedded["sha256"], listed[0]["sha256"]);
    EXPECT_NE(segad({"doctor"}).out.find("weights in this program: embedded"), std::string::npos);
    for (const char* hostile : {"wf_bad_global_print.pth", "wf_bad_overlap.safetensors", "wf_bad_crc.pth"}) {
        const CommandResult refused =
            segad({"weights", "import", test::dataFile(hostile).string(), "--json"});
        EXPECT_EQ(refused.exitCode, 1) << hostile;
        const Json error = refused.json()["error"];
        EXPECT_NE(error["subject"].get<std::string>().find(hostile), std::string::npos);
        EXPECT_FALSE(error["remedy"].get<std::string>().empty());
    }
    EXPECT_EQ(segad({"weights", "verify"}).exitCode, 0);
}

TEST_F(Cli, ProgressGoesToStderrAsLinesAndQuietSilencesIt) {
    test::TinyDataset().write(images());
    const CommandResult loud = segad({"new", file(), "--images", images()});
    EXPECT_NE(loud.err.find('%'), std::string::npos);
    EXPECT_EQ(loud.err.find('\r'), std::string::npos) << "no terminal, no redrawing";
    const CommandResult quiet = segad({"import", file(), images(), "--quiet"});
    EXPECT_EQ(quiet.err, "");
    EXPECT_NE(quiet.out.find("24 unchanged"), std::string::npos);
}

TEST_F(Cli, ListsComparesAndRemovesRuns) {
    create();
    ASSERT_EQ(segad(trainArguments()).exitCode, 0);
    std::vector<std::string> again = trainArguments();
    again.insert(again.end(), {"--seed", "7"});
    ASSERT_EQ(segad(again).exitCode, 0);
    ASSERT_EQ(segad({"fit", file(), "--bad", "4", "--set", "parallel_trees=20"}).exitCode, 0);
    const Json runs = segad({"runs", "list", file(), "--json"}).json()["runs"];
    ASSERT_EQ(runs.size(), 5U) << "import, two trainings, segments, forest";
    const auto id = [&](std::size_t i) { return std::to_string(runs[i]["id"].get<RunId>()); };
    EXPECT_NE(segad({"runs", "list", file()}).out.find("patchcore"), std::string::npos);

    const Json compared = segad({"runs", "compare", file(), id(1), id(2), "--json"}).json();
    EXPECT_EQ(compared["parts"], (Json{{"good", 4}, {"bad", 8}}));
    EXPECT_NEAR(compared["first"]["auroc"].get<double>() - compared["second"]["auroc"].get<double>(),
                compared["difference"]["auroc"].get<double>(), 1e-12);
    EXPECT_EQ(segad({"runs", "compare", file(), id(1)}).exitCode, 2);

    const CommandResult needed = segad({"runs", "remove", file(), id(1), id(2), "--json"});
    EXPECT_EQ(needed.exitCode, 1) << "the forest builds on the newer one";
    EXPECT_NE(needed.json()["error"]["message"].get<std::string>().find("builds on it"), std::string::npos);
    EXPECT_EQ(open().runs().all().size(), 5U) << "all or none";
    EXPECT_EQ(segad({"runs", "remove", file(), id(1)}).exitCode, 0);
    EXPECT_EQ(segad({"runs", "remove", file(), id(2), id(4)}).exitCode, 0);
    EXPECT_EQ(open().runs().all().size(), 2U);
    EXPECT_EQ(segad({"runs", "remove", file(), "77"}).exitCode, 1);
}

TEST_F(Cli, FindsMovedImagesAndCopiesProjects) {
    create();
    EXPECT_EQ(segad({"relocate", file(), "--json"}).json()["missing"], Json::array());
    EXPECT_EQ(segad({"relocate", file(), images()}).exitCode, 2) << "nothing is missing";
    std::filesystem::create_directories(dir_ / "archive");
    const Path moved = dir_ / "archive" / "images";
    std::filesystem::rename(images(), moved);
    const Json missing = segad({"relocate", file(), "--json"}).json()["missing"];
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0]["parts"], 24);
    EXPECT_EQ(missing[0]["likely"][0], moved.string());
    EXPECT_EQ(segad({"relocate", file(), dir_.path().string()}).exitCode, 1);
    EXPECT_EQ(segad({"relocate", file(), moved.string()}).exitCode, 0);
    EXPECT_EQ(segad({"relocate", file(), "--json"}).json()["missing"], Json::array());

    const std::string copy = (dir_ / "archive" / "copy.segad").string();
    EXPECT_EQ(segad({"copy", file(), copy, "--json"}).json()["copy"], copy);
    EXPECT_EQ(segad({"relocate", copy, "--json"}).json()["missing"], Json::array());
    EXPECT_EQ(segad({"info", copy, "--json"}).json()["parts"]["total"], 24);
    EXPECT_EQ(segad({"copy", file(), copy}).exitCode, 1) << "is there already";
}
}  // namespace
