// Masks in and out, and regions as the truth that pixel figures are measured against.
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/workflow/region_masks.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class RegionsAndMasks : public test::ProjectFixture {
protected:
    PartId part(const std::string& path) const { return open().parts().findByPath(path).value().id; }
    static cv::Mat blot(const cv::Rect& painted) {
        cv::Mat mask = cv::Mat::zeros(64, 64, CV_8UC1);
        mask(painted).setTo(255);
        return mask;
    }
    void paint(const std::string& path, const cv::Rect& painted) const {
        Project project = open();
        project.regions().put(project.parts().findByPath(path).value().id, blot(painted));
    }
    bool holdsMask(const std::string& path, const cv::Mat& mask) const {
        const auto stored = open().regions().get(part(path));
        return stored && stored->size() == mask.size() && cv::countNonZero(*stored != mask) == 0;
    }
    bool holds(const std::string& path, const cv::Rect& painted) const {
        return holdsMask(path, blot(painted));
    }
    void write(const std::string& name, const cv::Mat& mask) const {
        std::filesystem::create_directories((masks() / name).parent_path());
        encodeImage(masks() / name, mask);
    }
    Path masks() const { return dir_ / "drawn"; }
    RegionImportReport take(bool replace = false) {
        return importRegions({.project = file(), .folder = masks(), .replace = replace}, job_);
    }
    static const MaskReport& of(const RegionImportReport& report, const std::string& file) {
        for (const MaskReport& mask : report.masks) {
            if (mask.file == file) return mask;
        }
        throw std::runtime_error("no report of " + file);
    }
    ErrorCode exportFails(bool replace = false) {
        try {
            exportRegions({.project = file(), .folder = masks(), .replace = replace}, job_);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    }
};

TEST_F(RegionsAndMasks, GoOutAndComeBackTheSame) {
    importTiny();
    paint("test/hole/001.png", {3, 4, 10, 20});
    paint("test/spot/000.png", {0, 0, 64, 64});
    const RegionExportReport out = exportRegions({.project = file(), .folder = masks()}, job_);
    EXPECT_EQ(out.written, 2);
    const cv::Mat written = decodeLabels(masks() / "test/hole/001.png");
    EXPECT_EQ(cv::countNonZero(written != blot({3, 4, 10, 20})), 0);
    EXPECT_EQ(clearRegions(file(), {}, job_), 2);
    EXPECT_TRUE(open().regions().all().empty());
    const RegionImportReport in = take();
    EXPECT_EQ(in.count(MaskOutcome::Stored), 2);
    EXPECT_TRUE(holds("test/hole/001.png", {3, 4, 10, 20}));
    EXPECT_TRUE(holds("test/spot/000.png", {0, 0, 64, 64}));
    EXPECT_EQ(open().regions().all()[0].origin, "import");
    EXPECT_EQ(take().count(MaskOutcome::Unchanged), 2);
    EXPECT_TRUE(job_.warnings().empty());
    EXPECT_EQ(exportRegions({.project = file(), .folder = masks()}, job_).unchanged, 2);
    EXPECT_FALSE(std::filesystem::exists(masks() / "test/hole/001.png.partial"));
}

TEST_F(RegionsAndMasks, ADatasetsOwnMasksAreTakenFromItsRootOrAnyFolderOfThem) {
    importTiny();
    const cv::Mat truth = readMask(images() / "ground_truth/hole/002_mask.png", {.width = 64, .height = 64});
    for (const auto& [folder, count] : {std::pair<Path, int>{images(), 8},
                                        {images() / "ground_truth", 8},
                                        {images() / "ground_truth/hole", 4}}) {
        const RegionImportReport report = importRegions({.project = file(), .folder = folder}, job_);
        EXPECT_EQ(report.count(MaskOutcome::Stored), count) << folder;
        EXPECT_EQ(report.masks.size(), static_cast<std::size_t>(count)) << folder;
        EXPECT_TRUE(holdsMask("test/hole/002.png", truth));
        clearRegions(file(), {}, job_);
    }
    std::filesystem::copy(images() / "ground_truth", masks(), std::filesystem::copy_options::recursive);
    EXPECT_EQ(take().count(MaskOutcome::Stored), 8) << "anywhere else, too";
    EXPECT_TRUE(holdsMask("test/hole/002.png", truth));
}

TEST_F(RegionsAndMasks, MasksAreFoundByVisAsFolders) {
    test::TinyDataset{.testGood = 2, .testBad = 2}.write(dir_ / "drawn-set");
    const Path set = dir_ / "images/candle/Data";
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"test/good", "Images/Normal"},
                                   {"test/spot", "Images/Anomaly"}}) {
        std::filesystem::create_directories(set / to);
        std::filesystem::copy(dir_ / "drawn-set" / from, set / to);
    }
    std::filesystem::create_directories(set / "Masks/Anomaly");
    encodeImage(set / "Masks/Anomaly/000.png", blot({1, 1, 5, 5}) / 255);
    createProject(file());
    importFolder({.project = file(), .folder = images(), .layout = "folder"}, job_);
    for (const Path& folder : {images(), set / "Masks", set / "Masks/Anomaly"}) {
        const RegionImportReport report = importRegions({.project = file(), .folder = folder}, job_);
        EXPECT_EQ(report.count(MaskOutcome::Stored), 1) << folder;
        EXPECT_TRUE(holds("candle/Data/Images/Anomaly/000.png", {1, 1, 5, 5})) << folder;
        EXPECT_EQ(report.masks.at(0).remark, "") << "0 and 1 is a mask like any other";
        clearRegions(file(), {}, job_);
    }
}

TEST_F(RegionsAndMasks, EachMaskIsReportedAndTheSoundOnesGoIn) {
    importTiny();
    write("test/hole/000.png", blot({2, 2, 6, 6}));
    write("test/hole/001.png", cv::Mat::zeros(32, 64, CV_8UC1));
    write("test/hole/003.png", blot({}));
    write("test/spot/000_mask.png", blot({2, 2, 6, 6}));
    write("elsewhere/77.png", blot({2, 2, 6, 6}));
    write("train/good/000.png", blot({2, 2, 6, 6}));
    cv::Mat soft;
    cv::GaussianBlur(blot({20, 20, 20, 20}), soft, {5, 5}, 0);
    write("test/spot/001.png", soft);
    cv::Mat colours(64, 64, CV_8UC3, cv::Scalar(1, 2, 3));
    write("test/spot/002.png", colours);
    writeFileAtomically(masks() / "test/spot/003.png", "no picture");
    const RegionImportReport report = take();
    EXPECT_EQ(of(report, "test/hole/000.png").outcome, MaskOutcome::Stored);
    EXPECT_EQ(of(report, "test/hole/001.png").outcome, MaskOutcome::Failed);
    EXPECT_NE(of(report, "test/hole/001.png").remark.find("64 × 32"), std::string::npos);
    EXPECT_EQ(of(report, "test/hole/003.png").outcome, MaskOutcome::Empty);
    EXPECT_EQ(of(report, "test/spot/000_mask.png").outcome, MaskOutcome::Stored);
    EXPECT_EQ(of(report, "elsewhere/77.png").outcome, MaskOutcome::Unmatched);
    EXPECT_EQ(of(report, "test/spot/001.png").outcome, MaskOutcome::Stored);
    EXPECT_NE(of(report, "test/spot/001.png").remark.find("values above 0"), std::string::npos);
    EXPECT_TRUE(holds("test/spot/001.png", {18, 18, 24, 24})) << "whatever is above 0";
    EXPECT_EQ(of(report, "test/spot/002.png").outcome, MaskOutcome::Failed);
    EXPECT_EQ(of(report, "test/spot/003.png").outcome, MaskOutcome::Failed);
    EXPECT_NE(of(report, "train/good/000.png").remark.find("labelled good"), std::string::npos);
    EXPECT_EQ(job_.warnings().size(), 4U) << "three that failed, and those of no part";
}

TEST_F(RegionsAndMasks, WhatSomebodyPaintedIsOnlyReplacedWhenAskedFor) {
    importTiny();
    paint("test/hole/000.png", {1, 1, 4, 4});
    paint("test/hole/001.png", {1, 1, 4, 4});
    write("test/hole/000.png", blot({9, 9, 3, 3}));
    write("test/hole/001.png", blot({}));
    write("test/hole/002.png", blot({9, 9, 3, 3}));
    RegionImportReport report = take();
    EXPECT_EQ(report.count(MaskOutcome::Kept), 2);
    EXPECT_EQ(report.count(MaskOutcome::Stored), 1);
    EXPECT_TRUE(holds("test/hole/000.png", {1, 1, 4, 4}));
    write("test/hole/002.png", blot({30, 30, 3, 3}));
    EXPECT_EQ(take().count(MaskOutcome::Stored), 1) << "an import may say anew what an import said";
    EXPECT_TRUE(holds("test/hole/002.png", {30, 30, 3, 3}));

    const auto before = open().audit().latest(1).front().id;
    const RegionImportReport plan =
        importRegions({.project = file(), .folder = masks(), .replace = true, .dryRun = true}, job_);
    EXPECT_EQ(open().audit().latest(1).front().id, before);
    report = take(true);
    EXPECT_EQ(report.count(MaskOutcome::Stored), 1);
    EXPECT_EQ(report.count(MaskOutcome::Removed), 1);
    EXPECT_EQ(report.count(MaskOutcome::Unchanged), 1);
    for (const MaskReport& mask : report.masks)
        EXPECT_EQ(of(plan, mask.file).outcome, mask.outcome) << "the plan said so";
    EXPECT_TRUE(holds("test/hole/000.png", {9, 9, 3, 3}));
    EXPECT_FALSE(open().regions().get(part("test/hole/001.png")));
}

TEST_F(RegionsAndMasks, CancellingChangesNothing) {
    importTiny();
    write("test/hole/000.png", blot({9, 9, 3, 3}));
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(importRegions({.project = file(), .folder = masks()}, stopped), Cancelled);
    EXPECT_TRUE(open().regions().all().empty());
    std::filesystem::remove_all(masks());
    std::filesystem::create_directories(masks());
    EXPECT_THROW(take(), Error) << "nothing is there";
}

TEST_F(RegionsAndMasks, AnExportNeverTouchesWhatIsNotItsOwn) {
    importTiny();
    EXPECT_EQ(exportFails(), ErrorCode::NotFound) << "nothing is painted";
    paint("test/hole/000.png", {1, 1, 4, 4});
    paint("test/hole/001.png", {1, 1, 4, 4});
    const std::string picture = readFile(images() / "test/hole/000.png", 1U << 20U);
    for (const bool replace : {false, true}) {
        EXPECT_THROW(exportRegions({.project = file(), .folder = images(), .replace = replace}, job_), Error);
        EXPECT_EQ(readFile(images() / "test/hole/000.png", 1U << 20U), picture);
    }
    write("test/hole/001.png", blot({5, 5, 5, 5}));
    EXPECT_EQ(exportFails(), ErrorCode::AlreadyExists);
    EXPECT_FALSE(std::filesystem::exists(masks() / "test/hole/000.png")) << "before anything is written";
    EXPECT_EQ(exportRegions({.project = file(), .folder = masks(), .replace = true}, job_).written, 2);
    writeFileAtomically(masks() / "test/hole/001.png", "my notes");
    EXPECT_EQ(exportFails(true), ErrorCode::AlreadyExists);
    EXPECT_EQ(readFile(masks() / "test/hole/001.png", 100), "my notes");
}

TEST_F(RegionsAndMasks, PartsThatDifferInTheirExtensionHaveMasksOfTheirOwn) {
    importTiny({.trainGood = 2, .testGood = 1, .testBad = 2});
    const cv::Mat other(64, 64, CV_8UC3, cv::Scalar::all(90));
    encodeImage(images() / "test/hole/000.jpg", other);
    importFolder({.project = file(), .folder = images()}, job_);
    paint("test/hole/000.png", {1, 1, 4, 4});
    paint("test/hole/000.jpg", {7, 7, 4, 4});
    exportRegions({.project = file(), .folder = masks()}, job_);
    EXPECT_TRUE(std::filesystem::exists(masks() / "test/hole/000.jpg.png"));
    clearRegions(file(), {}, job_);
    EXPECT_EQ(take().count(MaskOutcome::Stored), 2);
    EXPECT_TRUE(holds("test/hole/000.png", {1, 1, 4, 4}));
    EXPECT_TRUE(holds("test/hole/000.jpg", {7, 7, 4, 4}));
}

TEST_F(RegionsAndMasks, ClearingAsksForPartsThatAreThere) {
    importTiny();
    paint("test/hole/000.png", {1, 1, 4, 4});
    paint("test/hole/001.png", {1, 1, 4, 4});
    EXPECT_THROW(clearRegions(file(), {"test/hole/000.png", "nowhere.png"}, job_), Error);
    EXPECT_EQ(open().regions().all().size(), 2U);
    EXPECT_EQ(clearRegions(file(), {"test/hole/000.png", "test/hole/002.png"}, job_), 1);
    EXPECT_EQ(open().regions().all().size(), 1U);
}

/// Maps that are 1 inside `hot` and 0 elsewhere, for every part; no detector was asked.
class PixelTruth : public RegionsAndMasks {
protected:
    void score(const std::string& hotPart, const cv::Rect& hot) {
        Project project = open();
        RunRecord run{.kind = RunKind::Train, .subject = "patchcore"};
        std::vector<RolePair> roles;
        for (const PartRecord& part : project.parts().all())
            roles.push_back({part.id, part.subset == Subset::Test ? Role::Test : Role::Train});
        run.snapshot = project.runs().putSnapshot(roles);
        run.id = project.runs().start(run);
        for (const PartRecord& part : project.parts().all()) {
            cv::Mat map(64, 64, CV_32FC1, cv::Scalar(0));
            if (part.path == hotPart) map(hot).setTo(1);
            project.maps().put(run.id, part.id, AnomalyMap(map, part.path));
            project.runs().putScores(run.id,
                                     std::vector<ScoreRecord>{{.part = part.id,
                                                               .imageScore = part.path == hotPart ? 1.0 : 0.0,
                                                               .mapMax = part.path == hotPart ? 1.0 : 0.0}});
        }
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
    }
    EvaluationRecord evaluated() {
        evaluateProject({.project = file(), .pixel = true}, job_);
        return open().evaluations().all().back();
    }
};

TEST_F(PixelTruth, IsWhatWasPaintedBeforeTheDatasetsMask) {
    importTiny({.trainGood = 2, .testGood = 1, .testBad = 2});
    const cv::Rect hot(8, 8, 16, 16);
    score("test/hole/000.png", hot);
    const EvaluationRecord before = evaluated();
    ASSERT_TRUE(before.pixelAuroc);
    EXPECT_LT(*before.pixelAuroc, 0.9) << "the dataset's mask is elsewhere";

    paint("test/hole/000.png", hot);
    const EvaluationRecord one = evaluated();
    EXPECT_GT(*one.pixelAuroc, *before.pixelAuroc);
    // 16 × 16 of 64 × 64 pixels, at 256 × 256; the other bad part still has the dataset's mask.
    const cv::Mat other = readMask(images() / "ground_truth/spot/000_mask.png", {.width = 64, .height = 64});
    EXPECT_EQ(one.extra.at("pixel").at("bad_pixels"), 16 * (256 + cv::countNonZero(other)));
    EXPECT_EQ(one.extra.at("pixel").at("painted_parts"), 1);

    // The other one painted where its map says nothing: half of the painted pixels can't be told from good.
    paint("test/spot/000.png", hot);
    const EvaluationRecord both = evaluated();
    EXPECT_EQ(both.extra.at("pixel").at("bad_pixels"), 2 * 16 * 256);
    EXPECT_NEAR(*both.pixelAuroc, 0.75, 0.01);
    EXPECT_EQ(both.extra.at("pixel").at("painted_parts"), 2);

    clearRegions(file(), {}, job_);
    EXPECT_DOUBLE_EQ(*evaluated().pixelAuroc, *before.pixelAuroc);
}

TEST_F(PixelTruth, IsThereForPartsWithoutAnyMaskAndNotForGoodOnes) {
    importTiny({.trainGood = 2, .testGood = 1, .testBad = 2});
    std::filesystem::remove_all(images() / "ground_truth");
    importFolder({.project = file(), .folder = images()}, job_);
    const cv::Rect hot(8, 8, 16, 16);
    score("test/hole/000.png", hot);
    EXPECT_FALSE(evaluated().pixelAuroc);
    paint("test/good/000.png", hot);
    EXPECT_FALSE(evaluated().pixelAuroc) << "a good part has no defect, whatever is painted on it";
    paint("test/hole/000.png", hot);
    const EvaluationRecord evaluation = evaluated();
    EXPECT_NEAR(*evaluation.pixelAuroc, 1, 0.01);
    EXPECT_EQ(evaluation.extra.at("pixel").at("bad_pixels"), 16 * 256);
    EXPECT_EQ(evaluation.extra.at("pixel").at("good_pixels"), 2 * 256 * 256 - 16 * 256)
        << "the bad part without a mask is left out";
}
}  // namespace
