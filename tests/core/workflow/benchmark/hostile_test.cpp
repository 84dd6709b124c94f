// What a benchmark says of damaged, contradictory and foreign files, and that it never goes on as if nothing
// were wrong.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/project/project.h"
#include "tests/core/workflow/benchmark/world.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class HostileMaps : public test::BenchmarkFixture {
protected:
    void SetUp() override { test::writePublishedMaps(dataset()); }

    Path folder() const { return dataset() / "anomaly_maps/efficient_ad/candle"; }

    BenchmarkRequest wanted() const {
        BenchmarkRequest request = BenchmarkFixture::request("visa");
        request.methods.clear();
        request.detectorParams = Json::object();
        request.backbone.clear();
        return request;
    }

    /// What the run says first, and of which file.
    Error complaint(const BenchmarkRequest& request) {
        try {
            Job job;
            runBenchmark(request, job);
            if (!job.warnings().empty()) return job.warnings().front();
        } catch (const Error& error) {
            return error;
        }
        return {ErrorCode::Internal, "", "nothing", ""};
    }

    static void replace(const Path& file, const std::string& from, const std::string& to) {
        std::string text = readFile(file, 1 << 20);
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos);
        text.replace(at, from.size(), to);
        std::ofstream(file) << text;
    }

    void expectSaid(const Error& error, const std::string& file, const std::string& what) {
        EXPECT_NE(error.subject().find(file), std::string::npos) << error.what();
        EXPECT_NE(error.message().find(what), std::string::npos) << error.what();
        EXPECT_FALSE(error.remedy().empty());
    }
};

TEST_F(HostileMaps, AMapOfAnotherSizeIsNamed) {
    writeNpy(folder() / "anomaly_maps/good/103.npy", cv::Mat::zeros(12, 16, CV_32FC1));
    expectSaid(complaint(wanted()), "good/103.npy", "16 × 12");
}

TEST_F(HostileMaps, AMapThatIsNoNumberIsNamed) {
    cv::Mat map = cv::Mat::zeros(16, 16, CV_32FC1);
    map.at<float>(3, 4) = std::numeric_limits<float>::quiet_NaN();
    writeNpy(folder() / "anomaly_maps/bad/130.npy", map);
    expectSaid(complaint(wanted()), "bad/130.npy", "not finite");
}

TEST_F(HostileMaps, AMissingMapOrSegmentMapIsNamed) {
    std::filesystem::remove(folder() / "anomaly_maps/bad/131.npy");
    expectSaid(complaint(wanted()), "bad/131.npy", "");
    EXPECT_FALSE(std::filesystem::exists(results()))
        << "nothing was computed, and nothing is left to go on with";
    std::filesystem::remove(dataset() / "visa_segm/candle/good/101.npy");
    expectSaid(complaint(wanted()), "good/101.npy", "");
}

TEST_F(HostileMaps, ATableWithoutItsColumnsIsNamed) {
    replace(folder() / "df_test.csv", "prediction_an_det", "score");
    expectSaid(complaint(wanted()), "df_test.csv", "'prediction_an_det'");
}

TEST_F(HostileMaps, ATableWithALabelOfItsOwnIsNamedWithItsLine) {
    replace(folder() / "df_test.csv", "good/112.JPG,C:\\maps\\112.npy,0", "good/112.JPG,C:\\maps\\112.npy,2");
    expectSaid(complaint(wanted()), "df_test.csv", "line 2: the label is neither 0 nor 1");
}

TEST_F(HostileMaps, APartInBothTablesIsRefused) {
    std::ofstream(folder() / "df_test.csv", std::ios::app) << "99,/x/good/100.JPG,x/100.npy,0,1\n";
    expectSaid(complaint(wanted()), "df_test.csv", "good/100.npy");
}

TEST_F(HostileMaps, APartThatADetectorHasNoScoreForIsSaid) {
    const Path other = dataset() / "anomaly_maps/rd4ad/candle";
    std::filesystem::create_directories(other.parent_path());
    std::filesystem::copy(folder(), other, std::filesystem::copy_options::recursive);
    std::string text = readFile(other / "df_test.csv", 1 << 20);
    const std::size_t at = text.rfind("\n", text.size() - 2);
    std::ofstream(other / "df_test.csv") << text.substr(0, at + 1);
    BenchmarkRequest request = wanted();
    request.methods = {"rd4ad"};
    expectSaid(complaint(request), "df_test.csv", "bad/121.npy");
}

TEST_F(HostileMaps, ListsThatNameNobodyAreRefused) {
    std::ofstream(folder() / "df_training.csv", std::ios::app) << "99,/x/bad/200.JPG,x/200.npy,1,1\n";
    writeNpy(folder() / "anomaly_maps/bad/200.npy", cv::Mat::ones(16, 16, CV_32FC1));
    writeNpy(dataset() / "visa_segm/candle/bad/200.npy", cv::Mat::zeros(16, 16, CV_8UC1));
    BenchmarkRequest request = wanted();
    request.protocol = "vad-low-shot";
    request.bad = 0;
    for (const char* text :
         {"[]", "3", R"({"a": "200.JPG"})", R"({"a": [200]})", R"({"a": ["201.JPG"]})", "{"}) {
        std::ofstream(dataset() / "low_shot_train.json") << text;
        const Error error = complaint(request);
        EXPECT_NE(error.code(), ErrorCode::Internal) << text << ": " << error.what();
        EXPECT_FALSE(error.remedy().empty()) << text;
    }
    std::ofstream(dataset() / "low_shot_train.json") << R"({"a": ["200.JPG"]})";
    EXPECT_EQ(run(request).size(), 2U);
}

TEST_F(HostileMaps, ResultsOfANewerProgramAreLeftAlone) {
    run(wanted());
    {
        const std::string bytes = readFile(results(), 1 << 26);
        std::fstream file(results(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(60);  // user_version in SQLite's header
        file.write("\0\0\0\x63", 4);
    }
    BenchmarkRequest again = wanted();
    again.resume = true;
    EXPECT_EQ(complaint(again).code(), ErrorCode::NewerVersion);
    EXPECT_EQ(test::codeOf([&] { benchmarkRequestOf(results()); }), ErrorCode::NewerVersion);
}

TEST_F(HostileMaps, TwoProcessesDontWorkOnTheSameResults) {
    const Path work = results().string() + "-work";
    std::filesystem::create_directories(work);
    const int lock = ::open((work / "lock").c_str(), O_RDWR | O_CREAT, 0644);
    ASSERT_EQ(::flock(lock, LOCK_EX), 0);
    expectSaid(complaint(wanted()), "out.segad-bench", "another process");
    EXPECT_FALSE(std::filesystem::exists(results()));
    ::close(lock);
    EXPECT_EQ(run(wanted()).size(), 4U);
}

class HostileRequests : public test::BenchmarkFixture {};

TEST_F(HostileRequests, TrainingsOfOtherSettingsAreNotTakenForThese) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.seeds = 1;
    run(wanted);
    std::filesystem::remove(results());  // what it rests on is still there
    wanted.detectorParams["patchcore"]["image_size"] = 96;
    const std::vector<BenchmarkCell> cells = run(wanted);
    EXPECT_EQ(cells[0].origin["detectors"][0]["params"]["image_size"], 96);
    // The same once more takes what is there.
    std::filesystem::remove(results());
    EXPECT_EQ(run(wanted)[0].origin["detectors"][0]["model"], cells[0].origin["detectors"][0]["model"]);
}

TEST_F(HostileRequests, TrainingsOfOtherPicturesAreNotTakenForThese) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.seeds = 1;
    run(wanted);
    std::filesystem::remove(results());  // what it rests on is still there
    const Path first = dataset() / "candle/train/good/0000.png";
    std::filesystem::rename(first, dir_ / "first.png");
    EXPECT_EQ(test::codeOf([&] { runBenchmark(wanted, job_); }), ErrorCode::InvalidData) << "one is missing";
    wanted.resume = true;
    std::filesystem::copy_file(dataset() / "candle/train/good/0001.png", first);
    EXPECT_EQ(test::codeOf([&] { runBenchmark(wanted, job_); }), ErrorCode::InvalidData) << "one is another";
    std::filesystem::rename(dir_ / "first.png", first);
    EXPECT_EQ(run(wanted).size(), 2U);
}

TEST_F(HostileRequests, WhatCantWorkIsSaidBeforeAnythingIsTrained) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    wanted.segments = "nonsense";
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::NotFound);
    wanted.segments = "strokes";
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::InvalidArgument)
        << "nobody has painted";
    wanted.segments = "clusters";
    wanted.segmentParams = {{"nonsense", 3}};
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::InvalidArgument);
    drawVad();
    wanted = request("vad-high-shot");
    wanted.classes = {"vad"};
    wanted.bad = 3;
    EXPECT_EQ(test::codeOf([&] { planBenchmark(wanted, job_); }), ErrorCode::InvalidArgument)
        << "the protocol draws none";
}

TEST_F(HostileRequests, AllOfOtherDetectorsIsNotComparedWithThePapers) {
    BenchmarkFile file = BenchmarkFile::create(results(), test::gridWith({{"protocol", "visa"},
                                                                          {"classes", {"candle"}},
                                                                          {"methods", Json::array()},
                                                                          {"all", {"rd4ad", "fastflow"}},
                                                                          {"seeds", 10}}));
    file.putClass({.name = "candle", .sha256 = "1"});
    BenchmarkCell cell{.key = {"candle", "rd4ad+fastflow+segad", "333"}, .seed = 333, .auroc = 0.9};
    file.put(cell, {});
    const BenchmarkTable table = benchmarkTable(file);
    EXPECT_EQ(table.columns[0].title, "All + SegAD");
    EXPECT_FALSE(table.columns[0].classes[0].published) << "the paper's are EfficientAD and RD4AD";
}

TEST_F(HostileRequests, AStoppedClassIsCountedAsItIs) {
    drawOneClass({"candle"});
    BenchmarkRequest wanted = request("visa");
    int seen = 0;
    Job job;
    wanted.onCell = [&](const BenchmarkCell&) {
        if (++seen == 3) throw Error(ErrorCode::Io, "cell", "broke", "Mend it.");
    };
    const BenchmarkOutcome outcome = runBenchmark(wanted, job);
    EXPECT_EQ(outcome.computed + outcome.failed, 4);
    EXPECT_EQ(static_cast<std::size_t>(outcome.computed),
              BenchmarkFile::open(results(), true).cells().size());
}
}  // namespace
