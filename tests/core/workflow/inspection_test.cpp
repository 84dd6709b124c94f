// Folders that are inspected: continued, watched, sorted, told part by part, and read again from the store.
#include "core/workflow/inspection.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <thread>

#include <opencv2/core.hpp>

#include "core/dataset/csv.h"
#include "core/image/image.h"
#include "core/workflow/inspection_results.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class InspectedFolder : public test::ProjectFixture {
protected:
    void prepare(bool forest = false, int copies = 20) {
        importTiny();
        if (forest) makeSegments({.project = file(), .source = "whole"}, job_);
        train();
        if (forest) fit();
        std::filesystem::create_directories(incoming());
        for (int i = 0; i < copies; ++i) {
            const char* original = i % 4 == 0 ? "test/spot/001.png" : "test/good/001.png";
            std::filesystem::copy_file(images() / original, incoming() / (std::to_string(i) + ".png"));
        }
    }
    Path incoming() const { return dir_ / "incoming"; }
    InspectionRequest request() const {
        return {.model = file(), .folder = incoming(), .results = dir_ / "r.segad", .csv = dir_ / "r.csv"};
    }
    std::vector<std::string> table() const {
        const CsvTable csv = CsvTable::read(dir_ / "r.csv");
        std::vector<std::string> paths;
        for (std::size_t row = 0; row < csv.rowCount(); ++row)
            paths.push_back(csv.at(row, 0));
        return paths;
    }
};

TEST_F(InspectedFolder, IsToldPartByPartInNaturalOrder) {
    prepare(true);
    InspectionRequest asked = request();
    asked.results.clear();
    std::vector<std::string> told;
    asked.started = [&](const InspectionStart& start) {
        EXPECT_EQ(start.listed, 20U);
        EXPECT_EQ(start.store, file());
        EXPECT_EQ(start.detectors, std::vector<std::string>{"patchcore"});
    };
    asked.judged = [&](const InspectionView& view) {
        told.push_back(view.result.part.path);
        EXPECT_EQ(view.totals.parts, static_cast<int>(told.size()));
        EXPECT_EQ(view.rgb.size(), cv::Size(64, 64));
        ASSERT_NE(view.map, nullptr);
        EXPECT_LT(view.range.low, view.range.high);
        EXPECT_TRUE(view.segments != nullptr && view.topSegment >= -1);
        EXPECT_FALSE(view.result.reasons.empty() && view.result.part.score > 2);
    };
    const InspectionOutcome outcome = inspect(asked, job_);
    EXPECT_EQ(outcome.totals.parts, 20);
    EXPECT_EQ(told, table());
    EXPECT_EQ(told[2], "2.png");
    EXPECT_EQ(told[10], "10.png");
    EXPECT_GT(outcome.stages.score, 0);
    const Project project = open();
    EXPECT_EQ(project.inspections().all().back().parts, 20);
    EXPECT_EQ(project.audit().latest(1)[0].action, "inspect");
    EXPECT_TRUE(project.check().empty());
}

TEST_F(InspectedFolder, GoesOnAfterItWasCancelledAndMendsTheTable) {
    prepare();
    InspectionRequest asked = request();
    Job stopped;
    int seen = 0;
    asked.judged = [&](const InspectionView&) {
        if (++seen == 7) stopped.cancel();
    };
    EXPECT_THROW(inspect(asked, stopped), Cancelled);
    EXPECT_EQ(table().size(), 7U) << "what was judged is kept";
    std::ofstream(dir_ / "r.csv", std::ios::app) << "half a li";
    asked.resume = true;
    asked.judged = {};
    const InspectionOutcome outcome = inspect(asked, job_);
    EXPECT_EQ(outcome.totals.parts, 20);
    EXPECT_EQ(outcome.judgedBefore, 7U);
    const std::vector<std::string> paths = table();
    EXPECT_EQ(paths.size(), 20U);
    EXPECT_EQ(std::set<std::string>(paths.begin(), paths.end()).size(), 20U);
    EXPECT_EQ(inspect(asked, job_).judgedBefore, 20U) << "there is nothing left to do";
    // A picture that was replaced is another part.
    std::filesystem::copy_file(images() / "test/hole/000.png", incoming() / "3.png",
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(inspect(asked, job_).totals.parts, 21);
    asked.resume = false;
    EXPECT_EQ(inspect(asked, job_).totals.parts, 20) << "a new one";
}

TEST_F(InspectedFolder, AResultsFileStandsForItself) {
    prepare(true);
    std::ofstream(incoming() / "torn.jpg") << "no picture";
    std::filesystem::create_symlink("nowhere", incoming() / "link.png");
    InspectionRequest asked = request();
    asked.report = dir_ / "r.html";
    asked.pdf = dir_ / "r.pdf";
    const InspectionOutcome outcome = inspect(asked, job_);
    EXPECT_EQ(outcome.totals.failed, 2) << "the broken link, too";
    EXPECT_EQ(outcome.store, dir_ / "r.segad");
    EXPECT_TRUE(open().inspections().all().empty());
    std::filesystem::remove_all(incoming());
    std::filesystem::remove(file());
    const std::string csv = readFile(dir_ / "r.csv", 1 << 20);
    const std::string html = readFile(dir_ / "r.html", 1 << 24);
    writeResults({.store = dir_ / "r.segad", .csv = dir_ / "again.csv", .report = dir_ / "again.html"}, job_);
    EXPECT_EQ(readFile(dir_ / "again.csv", 1 << 20), csv);
    EXPECT_EQ(readFile(dir_ / "again.html", 1 << 24), html);
    for (const char* said : {"torn.jpg", "link.png", "<svg", "data:image/jpeg;base64,", "reject",
                             "under PatchCore", "Judged by Boosted random forest on PatchCore of "})
        EXPECT_NE(html.find(said), std::string::npos) << said;
    EXPECT_EQ(html.find("http"), std::string::npos) << "nothing is fetched";

    const std::string pdf = readFile(dir_ / "r.pdf", 1 << 24);
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_NE(pdf.find("/DCTDecode"), std::string::npos) << "the pictures are in it as they are stored";

    InspectionStore store(dir_ / "r.segad");
    const InspectionId id = outcome.totals.id;
    EXPECT_EQ(store.latest(id, 3).size(), 3U);
    EXPECT_FALSE(store.facts(id).finishedAt.empty());
    const std::string worst = store.worst(id, 1)[0].part.path;
    store.rule(id, worst, Label::Good);
    EXPECT_EQ(store.worst(id, 1)[0].ruled, Label::Good);
    EXPECT_THROW(store.rule(id, "nowhere.png", Label::Bad), Error);
    EXPECT_EQ(Project::open(dir_ / "r.segad").audit().latest(1)[0].action, "overrule");
    std::uint64_t counted = 0;
    for (const std::uint64_t bin : store.histogram(id, 10).counts)
        counted += bin;
    EXPECT_EQ(counted, 20U);
    EXPECT_EQ(store.trend(id, 5).size(), 5U);
}

TEST_F(InspectedFolder, KeepsThePicturesOfTheWorstOnly) {
    createProject(dir_ / "s.segad");
    Project project = Project::open(dir_ / "s.segad");
    RunRecord run{.kind = RunKind::Inspect, .subject = "x"};
    run.id = project.runs().start(run);
    InspectionStore store(dir_ / "s.segad");
    const InspectionId id = store.start(run.id, {.folder = "/in"});
    std::vector<InspectionResult> results;
    for (int i = 0; i < 100; ++i) {
        InspectionResult result;
        result.part = {.path = std::to_string(i), .verdict = Verdict::Pass, .score = (i * 37) % 100 * 1.0};
        results.push_back(result);
    }
    EXPECT_FALSE(store.lowestPicture(id));
    store.add(id, results);
    std::vector<InspectionStore::Kept> kept;
    for (const InspectionResult& result : results)
        kept.push_back({.result = result.id, .picture = {.picture = "p", .overlay = "o"}});
    store.putPictures(id, std::span(kept).first(60));
    store.putPictures(id, std::span(kept).subspan(60));
    EXPECT_EQ(store.lowestPicture(id), 100.0 - InspectionStore::kPictures);
    EXPECT_TRUE(store.picture(store.worst(id, 1)[0].id));
    EXPECT_THROW(store.add(id, results), Error) << "each picture once";
    EXPECT_EQ(store.find(id)->parts, 100);
}

TEST_F(InspectedFolder, SortsByVerdictWhileItIsWatched) {
    prepare(false, 6);
    InspectionRequest asked = request();
    // Far shorter than it takes to judge a part: what is still being judged is no idle time.
    asked.watch = WatchOptions{.settleSeconds = 0.1, .pollSeconds = 0.02, .idleSeconds = 0.01};
    asked.placing = Placing::Move;
    asked.placeIn = dir_ / "done";
    bool added = false;
    asked.judged = [&](const InspectionView& view) {
        if (view.totals.parts == 6 && !std::exchange(added, true)) {  // the last that is there
            std::filesystem::create_directories(incoming() / "sub");
            std::filesystem::copy_file(images() / "test/hole/000.png", incoming() / "sub/x.png");
            std::ofstream(incoming() / "sub/torn.png") << "torn";
        }
    };
    const InspectionOutcome outcome = inspect(asked, job_);
    EXPECT_EQ(outcome.totals.parts, 8);
    EXPECT_EQ(outcome.totals.failed, 1);
    std::size_t left = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(incoming()))
        left += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(left, 0U) << "all are moved";
    EXPECT_TRUE(std::filesystem::exists(dir_ / "done/failed/sub/torn.png"));
    const InspectionStore store(outcome.store, true);
    EXPECT_TRUE(store.unplaced(outcome.totals.id, 0, 99).empty());
}

TEST_F(InspectedFolder, AWatchedFolderThatGoesAwayAndComesBackLosesNothing) {
    prepare();
    InspectionRequest asked = request();
    asked.watch = WatchOptions{.settleSeconds = 0.1, .pollSeconds = 0.02, .idleSeconds = 2.0};
    std::jthread drive;
    std::set<std::string> told;
    std::vector<bool> away;
    asked.judged = [&](const InspectionView& view) {
        EXPECT_TRUE(view.result.part.verdict) << view.result.part.error;
        EXPECT_TRUE(told.insert(view.result.part.path).second) << "twice: " << view.result.part.path;
        if (told.size() != 5) return;
        std::filesystem::rename(incoming(), dir_ / "elsewhere");
        drive = std::jthread([this] {
            std::this_thread::sleep_for(std::chrono::milliseconds(900));
            std::filesystem::rename(dir_ / "elsewhere", incoming());
        });
    };
    asked.away = [&](const std::optional<Error>& why) { away.push_back(why.has_value()); };
    const InspectionOutcome outcome = inspect(asked, job_);
    EXPECT_EQ(told.size(), 20U);
    EXPECT_EQ(outcome.totals.failed, 0);
    EXPECT_EQ(outcome.vanished, 0U);
    EXPECT_EQ(away, (std::vector<bool>{true, false}));
}

TEST_F(InspectedFolder, APartWithoutASegmentMapIsCalledThat) {
    importTiny();
    segmentsFromFiles();
    train();
    fit();
    std::filesystem::create_directories(incoming());
    std::filesystem::copy_file(images() / "test/good/001.png", incoming() / "1.png");
    std::ofstream(incoming() / "torn.png") << "no picture";
    const InspectionOutcome outcome = inspect(request(), job_);
    ASSERT_EQ(outcome.failed.size(), 2U);
    EXPECT_EQ(outcome.failed[0].noVerdict, NoVerdict::NoSegments) << outcome.failed[0].error;
    EXPECT_EQ(outcome.failed[1].noVerdict, NoVerdict::Unreadable) << outcome.failed[1].error;
}

TEST_F(InspectedFolder, MapsBesideThePicturesAreNoParts) {
    importTiny();
    std::filesystem::create_directories(images() / "maps/test/good");
    encodeImage(images() / "maps/test/good/000.png", cv::Mat(64, 64, CV_8UC1, cv::Scalar(0)));
    makeSegments({.project = file(),
                  .source = "files",
                  .params = {{"folder", "maps"}, {"missing", "whole"}},
                  .names = {"ground"}},
                 job_);
    train();
    fit();
    std::filesystem::create_directories(incoming() / "sub");
    for (const Path& folder : {incoming(), incoming() / "sub"}) {
        std::filesystem::copy_file(images() / "test/good/001.png", folder / "1.png");
        std::filesystem::create_directories(folder / "maps");
        encodeImage(folder / "maps/1.png", cv::Mat(64, 64, CV_8UC1, cv::Scalar(0)));
    }
    InspectionRequest asked = request();
    EXPECT_EQ(inspect(asked, job_).totals.parts, 2);
    asked.watch = WatchOptions{.settleSeconds = 0.1, .pollSeconds = 0.02, .idleSeconds = 0.5};
    EXPECT_EQ(inspect(asked, job_).totals.parts, 2);
}

TEST_F(InspectedFolder, AnUnusualSizeIsRemarkedAndStored) {
    prepare(false, 2);
    encodeImage(incoming() / "large.png", cv::Mat(200, 200, CV_8UC3, cv::Scalar(9, 9, 9)));
    const InspectionOutcome outcome = inspect(request(), job_);
    const auto about = std::ranges::find_if(outcome.notes, [](const std::string& note) {
        return note.find("another size") != std::string::npos;
    });
    ASSERT_NE(about, outcome.notes.end());
    EXPECT_NE(about->find("'large.png' is 200"), std::string::npos) << *about;
    const std::vector<InspectionResult> stored =
        InspectionStore(outcome.store, true).latest(outcome.totals.id, 3);
    EXPECT_FALSE(stored[0].part.remark.empty());
    EXPECT_TRUE(stored[1].part.remark.empty());
}

TEST_F(InspectedFolder, PlacesWhatACrashLeftUnplaced) {
    prepare(false, 4);
    inspect(request(), job_);
    InspectionRequest asked = request();
    asked.resume = true;
    asked.placing = Placing::Copy;
    asked.placeIn = dir_ / "done";
    EXPECT_EQ(inspect(asked, job_).totals.parts, 4);
    std::size_t placed = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir_ / "done"))
        placed += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(placed, 4U);
}

TEST_F(InspectedFolder, RefusesToJudgeWhatItWrites) {
    prepare(false, 1);
    InspectionRequest asked = request();
    asked.overlays = incoming() / "overlays";
    EXPECT_THROW(inspect(asked, job_), Error);
    asked.overlays.clear();
    asked.placing = Placing::Copy;
    EXPECT_THROW(inspect(asked, job_), Error) << "no folder to place in";
    asked.placeIn = incoming();
    EXPECT_THROW(inspect(asked, job_), Error);
    EXPECT_EQ(resultsFileFor("/data/in/"), Path("/data/in-results.segad"));
    EXPECT_EQ(resultsFileFor("/data/in", {.index = 2, .count = 4}), Path("/data/in-results-2-of-4.segad"));
}
}  // namespace
