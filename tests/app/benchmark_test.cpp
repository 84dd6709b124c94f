// segad benchmark: tables and files, shards, and going on after the program was killed.
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "core/base/random.h"
#include "tests/app/cli_fixture.h"

using namespace segad;
using test::Command;
using test::CommandResult;

namespace {
class Benchmark : public test::CliFixture {
protected:
    void draw(const std::vector<std::string>& classes) const {
        int bad = 8;
        for (const std::string& name : classes)
            test::TinyDataset({.testBad = bad++}).write(dir_ / "set" / name);
    }

    std::string path(const std::string& name) const { return (dir_ / name).string(); }

    std::vector<std::string> arguments(const std::string& results,
                                       const std::vector<std::string>& more = {}) const {
        std::vector<std::string> all{"benchmark",    path("set"),
                                     "--protocol",   "mvtec",
                                     "--detectors",  "patchcore",
                                     "--bad",        "4",
                                     "--seeds",      "3",
                                     "--backbone",   "resnet18-untrained",
                                     "--set",        "patchcore.image_size=64",
                                     "--set",        "patchcore.coreset_ratio=0.1",
                                     "--set",        "patchcore.projection=false",
                                     "--forest-set", "parallel_trees=20",
                                     "--forest-set", "reg_alpha=0",
                                     "--results",    path(results)};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    static Json tables(const CommandResult& result) {
        EXPECT_EQ(result.exitCode, 0) << result.err;
        Json document = result.json();
        for (const char* own : {"results", "computed", "before", "failed", "joined", "notes", "warnings"})
            document.erase(own);
        return document;
    }
};

TEST_F(Benchmark, PrintsATableAndWritesItsFiles) {
    draw({"bottle", "cable"});
    const CommandResult plan = segad(arguments("a.segad-bench", {"--plan", "--json"}));
    ASSERT_EQ(plan.exitCode, 0) << plan.err;
    EXPECT_EQ(plan.json()["cells"], 2 * 2 * 3);
    EXPECT_EQ(plan.json()["classes"][0]["test_bad"], 8);
    EXPECT_GT(plan.json()["seconds"], 0);

    const CommandResult run = segad(arguments(
        "a.segad-bench", {"--out", path("a.md"), "--out", path("a.csv"), "--roc", path("roc.csv")}));
    ASSERT_EQ(run.exitCode, 0) << run.err;
    EXPECT_NE(run.out.find("PatchCore + SegAD"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("mean"), std::string::npos) << run.out;
    EXPECT_NE(readFile(path("a.md"), 1 << 20).find("| bottle |"), std::string::npos);
    EXPECT_NE(readFile(path("a.csv"), 1 << 20).find("mvtec,cable,patchcore+segad"), std::string::npos);
    EXPECT_NE(readFile(path("roc.csv"), 1 << 20).find("bottle,patchcore,333,inf,0,0"), std::string::npos);

    EXPECT_EQ(segad(arguments("a.segad-bench")).exitCode, 1) << "results are never overwritten";
    const Json shown = segad({"benchmark", "--results", path("a.segad-bench"), "--json"}).json();
    EXPECT_EQ(shown["cells"], 12);
    EXPECT_EQ(shown["methods"][1]["classes"]["cable"]["auroc"]["values"].size(), 3U);
    EXPECT_EQ(segad({"benchmark", path("set"), "--protocol", "nothing", "--plan"}).exitCode, 1);
    EXPECT_EQ(segad(arguments("b.segad-bench", {"--shard", "3/2"})).exitCode, 2) << "wrong usage";
}

TEST_F(Benchmark, PublishedFiguresAreEnteredAndListed) {
    draw({"bottle"});
    std::ofstream(dir_ / "paper.csv") << "class,method,percent,source\n"
                                         "bottle,PatchCore + SegAD,99.1,\"Somebody, Table 4\"\n"
                                         "zipper,PatchCore + SegAD,98,\"Somebody, Table 4\"\n";
    std::ofstream(dir_ / "wrong.csv") << "class,method,percent,source\nbottle,patchcore,99.1,\n";
    const CommandResult wrong = segad(arguments("a.segad-bench", {"--published", path("wrong.csv")}));
    EXPECT_EQ(wrong.exitCode, 1);
    EXPECT_NE(wrong.err.find("line 2: names no source"), std::string::npos) << wrong.err;
    EXPECT_FALSE(std::filesystem::exists(path("a.segad-bench"))) << "said before anything is computed";
    const CommandResult run =
        segad(arguments("a.segad-bench", {"--published", path("paper.csv"), "--out", path("a.md"),
                                          "--mean-roc", path("mean.csv")}));
    ASSERT_EQ(run.exitCode, 0) << run.err;
    EXPECT_NE(run.out.find("2 published figures entered, 1 of them"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("99.1 ("), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("none for PatchCore."), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("Not as published: 4 bad parts instead of 20, 3 seeds instead of 10"),
              std::string::npos)
        << run.out;
    EXPECT_NE(readFile(path("a.md"), 1 << 20).find("Published: Somebody, Table 4."), std::string::npos);
    EXPECT_NE(readFile(path("mean.csv"), 1 << 20).find("bottle,patchcore+segad,"), std::string::npos);
    const CommandResult shown = segad({"benchmark", "--results", path("a.segad-bench")});
    EXPECT_NE(shown.out.find("99.1 ("), std::string::npos) << "kept with the results";
    const Json protocols = segad({"benchmark", "--protocols", "--json"}).json()["protocols"];
    EXPECT_EQ(protocols[0]["protocol"], "visa");
    EXPECT_EQ(protocols[0]["published"][6]["method"], "All + SegAD");
    EXPECT_EQ(protocols[0]["published"][6]["classes"], 12);
}

TEST_F(Benchmark, CtrlCIs130AndGoesOnToWhatAWholeRunGives) {
    draw({"bottle", "cable"});
    const Json whole = tables(segad(arguments("whole.segad-bench", {"--json"})));
    int stopped = 0;
    // Before there are results, while a detector is trained or scored, and between two cells.
    for (const char* moment : {"bottle", "Scoring", "repeat", "cable"}) {
        std::vector<std::string> more{"--json"};
        if (std::filesystem::exists(path("stopped.segad-bench"))) more.emplace_back("--resume");
        Command run(arguments("stopped.segad-bench", more), options());
        if (!run.waitForError(moment)) continue;  // it was done with that before
        run.signal(SIGINT);
        const CommandResult result = run.wait();
        if (result.exitCode == 0) continue;  // faster than the signal
        EXPECT_EQ(result.exitCode, 130) << result.err;
        EXPECT_EQ(result.json()["error"]["code"], "cancelled");
        EXPECT_NE(result.json()["error"]["remedy"].get<std::string>().find("--resume"), std::string::npos);
        ++stopped;
    }
    EXPECT_GT(stopped, 0);
    EXPECT_EQ(tables(segad(arguments("stopped.segad-bench", {"--resume", "--json"}))), whole);
}

TEST_F(Benchmark, AKilledRunGoesOnToWhatAWholeOneGives) {
    draw({"bottle", "cable"});
    const Json whole = tables(segad(arguments("whole.segad-bench", {"--json"})));
    SplitMix64 dice(7);
    for (int i = 0; i < 5; ++i) {
        const Command victim(arguments("killed.segad-bench", {"--resume"}), options());
        std::this_thread::sleep_for(std::chrono::duration<double>(dice.uniform(0.2, 2.5)));
        victim.signal(SIGKILL);
    }
    EXPECT_EQ(tables(segad(arguments("killed.segad-bench", {"--resume", "--json"}))), whole);
    const CommandResult again = segad(arguments("killed.segad-bench", {"--resume", "--json"}));
    EXPECT_EQ(again.json()["computed"], 0);
    EXPECT_EQ(again.json()["before"], 12);
}

TEST_F(Benchmark, AFullDiskEndsTheRunAndIsGoneOnFrom) {
    draw({"bottle"});
    const Json whole = tables(segad(arguments("whole.segad-bench", {"--json"})));
    test::CommandOptions full = options();
    for (const std::uint64_t room : {20'000, 150'000, 400'000}) {
        full.largestFile = room;
        const CommandResult result = test::run(arguments("full.segad-bench", {"--resume", "--json"}), full);
        if (result.exitCode == 0) break;
        EXPECT_EQ(result.exitCode, 1) << result.err;
        EXPECT_TRUE(result.json()["error"]["code"] == "disk_full" || result.json()["error"]["code"] == "io")
            << result.out;
        EXPECT_FALSE(result.json()["error"]["remedy"].get<std::string>().empty());
    }
    EXPECT_EQ(tables(segad(arguments("full.segad-bench", {"--resume", "--json"}))), whole);
}

TEST_F(Benchmark, WhatBelongsTogetherIsAskedForTogether) {
    draw({"bottle"});
    ASSERT_EQ(segad(arguments("a.segad-bench")).exitCode, 0);
    const CommandResult seeds =
        segad({"benchmark", "--results", path("a.segad-bench"), "--resume", "--seeds", "5"});
    EXPECT_EQ(seeds.exitCode, 2) << "without the dataset it would be overlooked";
    EXPECT_NE(seeds.err.find("DIR"), std::string::npos) << seeds.err;
    EXPECT_EQ(segad(arguments("b.segad-bench", {"--join", path("a.segad-bench")})).exitCode, 2);
}

TEST_F(Benchmark, ShardsSideBySideJoinToOneRun) {
    draw({"bottle", "cable"});
    const Json whole = tables(segad(arguments("whole.segad-bench", {"--json"})));
    {
        // As a job array runs them: at the same time, with one command line.
        Command one(arguments("array.segad-bench", {"--shard", "1/2"}), options());
        Command two(arguments("array.segad-bench", {"--shard", "2/2"}), options());
        EXPECT_EQ(one.wait().exitCode, 0);
        EXPECT_EQ(two.wait().exitCode, 0);
    }
    const CommandResult joined =
        segad({"benchmark", "--results", path("array.segad-bench"), "--join",
               path("array.shard-1-of-2.segad-bench"), path("array.shard-2-of-2.segad-bench"), "--json"});
    EXPECT_EQ(joined.json()["joined"], 12);
    EXPECT_EQ(tables(joined), whole);
}
}  // namespace
