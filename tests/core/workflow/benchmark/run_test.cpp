// The published protocols on drawn datasets, and what a run keeps when it is stopped.
#include <set>

#include "core/image/npy.h"
#include "core/project/project.h"
#include "core/workflow/workflows.h"
#include "tests/core/workflow/benchmark/world.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
using BenchmarkRun = test::BenchmarkFixture;

TEST_F(BenchmarkRun, VisaDrawsBadPartsFromTheTestSetBitForBit) {
    drawOneClass({"candle", "pcb1"});
    BenchmarkRequest wanted = request("visa");
    wanted.baselines = true;
    const std::vector<BenchmarkCell> cells = run(wanted);
    ASSERT_EQ(cells.size(), 2U * 4 * 2) << "classes, methods with baselines, seeds";
    for (const BenchmarkCell& cell : cells) {
        EXPECT_EQ(cell.good, 5);
        EXPECT_EQ(cell.bad, 6) << "those that were drawn are not tested";
        EXPECT_EQ(cell.learnedBad, 4);
        EXPECT_TRUE(cell.auroc && cell.fprAt95Tpr && cell.fprAt95TprRoc && cell.averagePrecision);
        EXPECT_FALSE(cell.unseen);
        EXPECT_EQ(cell.origin["detectors"][0]["params"]["image_size"], 64);
        EXPECT_FALSE(cell.origin["detectors"][0]["model"].get<std::string>().empty());
    }
    // The last four of scikit-learn's permutation of the bad test parts in the order of their paths.
    for (const std::uint32_t seed : {333U, 576U}) {
        std::set<std::string> expected;
        for (const std::size_t i : trainTestSplit(10, 6, seed).train)
            expected.insert("test/bad/000" + std::to_string(i) + ".png");
        const auto drawn = parts({"candle", "patchcore+segad", std::to_string(seed)}, false);
        EXPECT_EQ(std::set(drawn.begin(), drawn.end()), expected) << seed;
    }
    EXPECT_EQ(BenchmarkFile::open(results(), true).classes().size(), 2U);
}

TEST_F(BenchmarkRun, RawVisaIsReadByItsSplitTable) {
    drawRawVisa({"candle", "cashew"});
    BenchmarkRequest wanted = request("visa");
    wanted.segments = "whole";
    wanted.seeds = 1;
    const BenchmarkPlan plan = planBenchmark(wanted, job_);
    ASSERT_EQ(plan.classes.size(), 2U);
    EXPECT_EQ(plan.classes[1].name, "cashew");
    EXPECT_EQ(plan.classes[1].trainGood, 14);
    EXPECT_EQ(plan.classes[1].testBad, 10);
    wanted.classes = {"cashew"};
    const std::vector<BenchmarkCell> cells = run(wanted);
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[1].good, 5);
    EXPECT_EQ(cells[1].bad, 6);
    EXPECT_EQ(cells[1].learnedBad, 4);
}

TEST_F(BenchmarkRun, MvtecTakesTwentyUnlessToldOtherwise) {
    drawOneClass({"bottle"});
    // Several kinds of defects, a folder each: they are drawn together, in the order of the folders.
    std::filesystem::create_directories(dataset() / "bottle/test/a_crack");
    for (const char* name : {"0003.png", "0007.png"})
        std::filesystem::rename(dataset() / "bottle/test/bad" / name,
                                dataset() / "bottle/test/a_crack" / name);
    std::filesystem::remove_all(dataset() / "bottle/ground_truth");
    std::filesystem::remove_all(dataset() / "bottle/segments");
    std::filesystem::remove(dataset() / "bottle/parts.csv");
    BenchmarkRequest wanted = request("mvtec");
    wanted.bad = 0;
    EXPECT_EQ(test::codeOf([&] { run(wanted); }), ErrorCode::InvalidData) << "10 bad parts can't give 20";
    wanted.bad = 3;
    wanted.results = dir_ / "three.segad-bench";
    const std::vector<BenchmarkCell> cells = run(wanted);
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells.back().learnedBad, 3);
    EXPECT_EQ(cells.back().bad, 7);
    std::vector<std::string> pool{"test/a_crack/0003.png", "test/a_crack/0007.png"};
    for (const char* rest : {"0000", "0001", "0002", "0004", "0005", "0006", "0008", "0009"})
        pool.push_back(std::string("test/bad/") + rest + ".png");
    std::set<std::string> expected;
    for (const std::size_t i : trainTestSplit(10, 7, 576).train)
        expected.insert(pool[i]);
    const BenchmarkFile file = BenchmarkFile::open(wanted.results, true);
    std::set<std::string> drawn;
    for (const BenchmarkScore& score : file.scores({"bottle", "patchcore+segad", "576"})) {
        if (!score.score) drawn.insert(score.part);
    }
    EXPECT_EQ(drawn, expected);
}

TEST_F(BenchmarkRun, VadLearnsFromGeneratedDefectsFromListsAndFromAll) {
    drawVad();
    {
        const std::vector<BenchmarkCell> cells = run(request("vad-high-shot"));
        ASSERT_EQ(cells.size(), 4U);
        EXPECT_EQ(cells.back().learnedBad, 6);
        EXPECT_EQ(cells.back().bad, 9);
        EXPECT_TRUE(cells.back().seen && cells.back().unseen) << "apart from each other";
    }
    {
        BenchmarkRequest wanted = request("vad-low-shot");
        wanted.results = dir_ / "low.segad-bench";
        const std::vector<BenchmarkCell> cells = run(wanted);
        ASSERT_EQ(cells.size(), 4U) << "a repeat for each list";
        EXPECT_EQ(cells[2].key.repeat, "a");
        EXPECT_EQ(cells[2].seed, 333U);
        EXPECT_EQ(cells[3].key.repeat, "b");
        EXPECT_EQ(cells[3].seed, 576U);
        EXPECT_EQ(cells[2].learnedBad, 3);
        EXPECT_EQ(cells[2].bad, 9);
    }
    BenchmarkRequest wanted = request("vad-one-class");
    wanted.results = dir_ / "one.segad-bench";
    const std::vector<BenchmarkCell> cells = run(wanted);
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells.back().bad, 9) << "every real bad part is tested";
    EXPECT_GT(cells.back().learnedBad, 0);
    EXPECT_EQ(cells.front().learnedBad, 0) << "a bare detector learns from none";
    wanted.methods = {"devnet"};
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::InvalidArgument);
}

TEST_F(BenchmarkRun, AnOwnDatasetIsTakenAsItIsLaidOut) {
    drawVad();
    std::filesystem::remove(dataset() / "vad/low_shot_train.json");
    BenchmarkRequest wanted = request("folder");
    wanted.bad = 0;
    EXPECT_EQ(run(wanted).back().learnedBad, 6) << "all of train/bad";
}

TEST_F(BenchmarkRun, GoesOnWithTheCellsThatAreMissing) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.seeds = 1;
    const auto first = test::facts(run(wanted));
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::AlreadyExists);
    wanted.resume = true;
    wanted.seeds = 2;
    EXPECT_EQ(planBenchmark(wanted, job_).done, 2);
    const BenchmarkOutcome outcome = runBenchmark(wanted, job_);
    EXPECT_EQ(outcome.before, 2);
    EXPECT_EQ(outcome.computed, 2);
    const Project project = Project::open(results().string() + "-work/candle.segad");
    int trainings = 0;
    for (const RunRecord& run : project.runs().all())
        trainings += run.kind == RunKind::Train ? 1 : 0;
    EXPECT_EQ(trainings, 1) << "shared by all cells, then and now";

    const auto both = test::facts(BenchmarkFile::open(results(), true).cells());
    EXPECT_EQ(both[0], first[0]);
    BenchmarkRequest stored = benchmarkRequestOf(results());
    EXPECT_EQ(planBenchmark(stored, job_).done, 4) << "the file says how to go on";
    stored.bad = 5;
    EXPECT_EQ(test::codeOf([&] { planBenchmark(stored, job_); }), ErrorCode::InvalidArgument);
}

TEST_F(BenchmarkRun, RefusesAnotherDatasetUnderTheSameName) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.seeds = 1;
    run(wanted);
    std::filesystem::remove(dataset() / "candle/test/good/0000.png");
    std::filesystem::copy(dataset() / "candle/test/good/0001.png", dataset() / "candle/test/good/0000.png");
    wanted.resume = true;
    wanted.seeds = 2;
    EXPECT_EQ(test::codeOf([&] { runBenchmark(wanted, job_); }), ErrorCode::InvalidData);
}

TEST_F(BenchmarkRun, ShardsJoinToWhatOneRunGives) {
    drawOneClass({"candle", "pcb1"});
    const auto whole = test::facts(run(request("visa")));
    std::vector<Path> files;
    for (const int shards : {2, 4}) {
        std::vector<Path> own;
        for (int shard = 1; shard <= shards; ++shard) {
            BenchmarkRequest wanted = request("visa");
            wanted.results = shardFile(dir_ / (std::to_string(shards) + ".segad-bench"), shard, shards);
            wanted.shard = shard;
            wanted.shards = shards;
            EXPECT_EQ(run(wanted).size(), 8U / static_cast<std::size_t>(shards));
            own.push_back(wanted.results);
        }
        const Path joined = dir_ / (std::to_string(shards) + ".segad-bench");
        EXPECT_EQ(mergeBenchmarks(own, joined), 8);
        EXPECT_EQ(test::facts(BenchmarkFile::open(joined, true).cells()), whole) << shards << " shards";
        EXPECT_EQ(mergeBenchmarks(own, joined), 0) << "again, and nothing new comes";
    }
}

TEST_F(BenchmarkRun, MapsThatWereWrittenGiveTheSameFigures) {
    drawOneClass({"bottle", "cable"});
    BenchmarkRequest wanted = request("mvtec");
    wanted.baselines = true;
    wanted.bad = 4;
    const auto own = test::facts(run(wanted));
    const Path maps = dir_ / "maps";
    EXPECT_EQ(exportBenchmarkMaps(results(), maps, job_), 2 * (2 + 5 + 10));
    EXPECT_TRUE(std::filesystem::exists(maps / "anomaly_maps/patchcore/bottle/df_training.csv"));
    EXPECT_TRUE(std::filesystem::exists(maps / "mvtec_segm/cable"));
    BenchmarkRequest again = request("mvtec");
    again.dataset = maps;
    again.baselines = true;
    again.bad = 4;
    again.results = dir_ / "again.segad-bench";
    EXPECT_TRUE(planBenchmark(again, job_).fromMaps);
    EXPECT_EQ(test::facts(run(again)), own);
}

TEST_F(BenchmarkRun, PublishedMapsAreReadAsTheAuthorsProgramDoes) {
    test::writePublishedMaps(dataset());
    BenchmarkRequest wanted = request("visa");
    wanted.methods.clear();
    wanted.detectorParams = Json::object();
    wanted.backbone.clear();
    const std::vector<BenchmarkCell> cells = run(wanted);
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells[0].key.method, "efficient_ad");
    EXPECT_EQ(cells[0].auroc, 1.0) << "of the scores in the table";
    EXPECT_EQ(cells[2].learnedGood, 12) << "all of df_training.csv";
    EXPECT_EQ(cells[2].origin["forest"]["columns"], 2 * 4 + 1) << "labels beyond candle's two are ignored";
    std::set<std::string> expected;
    for (const std::size_t i : trainTestSplit(20, 16, 333).train)
        expected.insert("/mnt/other/candle/bad/" + std::to_string(140 - i) + ".JPG");
    const auto drawn = parts({"candle", "efficient_ad+segad", "333"}, false);
    EXPECT_EQ(std::set(drawn.begin(), drawn.end()), expected) << "in the order of the table";
    EXPECT_EQ(benchmarkTable(BenchmarkFile::open(results(), true)).columns[1].title, "EfficientAD + SegAD");
}

TEST_F(BenchmarkRun, SupervisedDetectorsLearnAnewFromEachDraw) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.methods = {"devnet"};
    wanted.backbone = "embedded";
    wanted.detectorParams = {
        {"devnet", {{"image_size", 64}, {"last_layer", 3}, {"epochs", 1}, {"steps_per_epoch", 1}}}};
    const std::vector<BenchmarkCell> cells = run(wanted);
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_NE(cells[0].origin["detectors"][0]["model"], cells[1].origin["detectors"][0]["model"]);
    EXPECT_EQ(cells[0].learnedBad, 4);
    EXPECT_EQ(cells[0].bad, 6);
}

TEST_F(BenchmarkRun, AnUnknownClassMethodOrDetectorIsSaid) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.classes = {"cashew"};
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::NotFound);
    wanted = request("visa");
    wanted.methods = {"nonsense"};
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::NotFound);
    wanted.methods = {"patchcore+segad+segad"};
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::InvalidArgument);
    wanted = request("nothing");
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::NotFound);
    wanted = request("vad-high-shot");
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::InvalidData)
        << "there is nothing bad to train with";
}
}  // namespace
