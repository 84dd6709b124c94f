#include <fstream>

#include "core/image/image.h"
#include "core/image/npy.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class Import : public test::ProjectFixture {};

TEST_F(Import, StoresPartsWithLabelsMasksAndSubsets) {
    const ImportReport report = importTiny();
    EXPECT_EQ(report.layout, "mvtec");
    EXPECT_EQ(report.added, 24);
    EXPECT_EQ(report.rejected, 0);
    const Project project = open();
    EXPECT_EQ(project.parts().count({.label = Label::Good}), 16U);
    EXPECT_EQ(project.parts().count({.label = Label::Bad, .subset = Subset::Test}), 8U);
    const auto hole = project.parts().findByPath("test/hole/000.png");
    ASSERT_TRUE(hole);
    EXPECT_EQ(hole->defectType, "hole");
    EXPECT_EQ(hole->maskPath, "ground_truth/hole/000_mask.png");
    EXPECT_EQ(hole->width, 64);
    EXPECT_FALSE(hole->sha256.empty());
    EXPECT_EQ(project.runs().latest(RunKind::Import)->params["added"], 24);
    EXPECT_FALSE(project.audit().latest(10).empty());
}

TEST_F(Import, ASecondImportKeepsWhatTheUserSaid) {
    importTiny();
    {
        Project project = open();
        const auto part = project.parts().findByPath("train/good/003.png");
        const Parts::LabelChange change{.part = part->id, .label = Label::Bad, .defectType = "dent"};
        project.parts().setLabels({&change, 1}, "user");
    }
    test::TinyDataset{.trainGood = 14}.write(images());
    const ImportReport again = importFolder({.project = file(), .folder = images()}, job_);
    EXPECT_EQ(again.added, 2);
    EXPECT_EQ(again.unchanged, 24);
    const auto part = open().parts().findByPath("train/good/003.png");
    EXPECT_EQ(part->label, Label::Bad);
    EXPECT_EQ(part->defectType, "dent");
}

TEST_F(Import, ADryRunOnlyReports) {
    test::TinyDataset().write(images());
    createProject(file());
    const ImportReport report = importFolder({.project = file(), .folder = images(), .dryRun = true}, job_);
    EXPECT_EQ(report.added, 24);
    EXPECT_EQ(open().parts().count(), 0U);
    EXPECT_TRUE(open().runs().all().empty());
}

TEST_F(Import, BadFilesAreNamedAndTheRestGoesOn) {
    test::TinyDataset().write(images());
    std::ofstream(images() / "train/good/900.png");
    std::ofstream(images() / "train/good/901.png") << "this is no picture";
    createProject(file());
    const ImportReport report = importFolder({.project = file(), .folder = images()}, job_);
    EXPECT_EQ(report.added, 24);
    EXPECT_EQ(report.rejected, 2);
    int named = 0;
    for (const Finding& finding : report.findings) {
        if (finding.kind != FindingKind::Error) continue;
        EXPECT_TRUE(finding.path == "train/good/900.png" || finding.path == "train/good/901.png")
            << finding.path;
        EXPECT_FALSE(finding.message.empty());
        ++named;
    }
    EXPECT_EQ(named, 2);
}

TEST_F(Import, CancellingChangesNothing) {
    test::TinyDataset().write(images());
    createProject(file());
    Job job;
    job.cancel();
    EXPECT_THROW(importFolder({.project = file(), .folder = images()}, job), Cancelled);
    EXPECT_EQ(open().parts().count(), 0U);
}

TEST_F(Import, TakesMapsOfOtherPrograms) {
    importTiny();
    const Path maps = dir_ / "maps";
    for (const PartRecord& part : open().parts().all()) {
        const Path file = maps / Path(part.path).replace_extension(".npy");
        std::filesystem::create_directories(file.parent_path());
        writeNpy(file, cv::Mat(32, 32, CV_32FC1, cv::Scalar(part.label == Label::Bad ? 2.0 : 1.0)));
    }
    cv::Mat broken(32, 32, CV_32FC1, cv::Scalar(1));
    broken.at<float>(3, 4) = std::numeric_limits<float>::quiet_NaN();
    writeNpy(maps / "test/good/000.npy", broken);
    writeNpy(maps / "test/good/001.npy", cv::Mat(32, 32, CV_8UC1, cv::Scalar(1)));
    const ImportReport report = importFolder(
        {.project = file(), .folder = images(), .maps = {{.detector = "rd4ad", .folder = maps}}}, job_);
    EXPECT_EQ(report.anomalyMaps, 22);
    ASSERT_EQ(job_.warnings().size(), 2U);
    EXPECT_NE(job_.warnings()[0].subject().find("test/good/000.npy"), std::string::npos);
    EXPECT_NE(job_.warnings()[1].subject().find("test/good/001.npy"), std::string::npos);
    const Project project = open();
    const auto run = project.runs().latest(RunKind::Train, "rd4ad");
    ASSERT_TRUE(run);
    EXPECT_EQ(project.runs().scores(run->id).size(), 22U);
    EXPECT_EQ(project.maps().partsWithMap(run->id).size(), 22U);
    EXPECT_TRUE(project.maps().percentiles(run->id));
    const EvaluateReport evaluated = evaluateProject({.project = file()}, job_);
    ASSERT_EQ(evaluated.evaluations.size(), 1U);
    EXPECT_EQ(evaluated.evaluations[0].name, "rd4ad");
    EXPECT_EQ(evaluated.evaluations[0].auroc, 1.0);
}

TEST_F(Import, FindsMapsInTheLayoutOfThePublishedOnes) {
    // <class>/anomaly_maps/{good|bad}/<stem>.npy, stems unique over the class.
    test::TinyDataset{.trainGood = 10, .testGood = 0, .testBad = 0}.write(images());
    std::filesystem::create_directories(images() / "test/bad");
    for (const char* stem : {"000", "777"}) {
        encodeImage(images() / "test/bad" / (std::string(stem) + ".png"),
                    cv::Mat(64, 64, CV_8UC3, cv::Scalar(stem[0], 2, 3)));
    }
    createProject(file());
    importFolder({.project = file(), .folder = images()}, job_);
    const Path maps = dir_ / "maps/candle/anomaly_maps";
    std::filesystem::create_directories(maps / "good");
    std::filesystem::create_directories(maps / "bad");
    writeNpy(maps / "good/000.npy", cv::Mat(8, 8, CV_32FC1, cv::Scalar(1)));
    writeNpy(maps / "bad/000.npy", cv::Mat(8, 8, CV_32FC1, cv::Scalar(5)));
    writeNpy(maps / "bad/777.npy", cv::Mat(8, 8, CV_32FC1, cv::Scalar(7)));
    importFolder(
        {.project = file(), .folder = images(), .maps = {{.detector = "ead", .folder = dir_ / "maps"}}},
        job_);
    const Project project = open();
    const RunId run = project.runs().latest(RunKind::Train, "ead")->id;
    std::map<std::string, double> found;
    for (const ScoreRecord& score : project.runs().scores(run))
        found[project.parts().find(score.part)->path] = score.imageScore;
    EXPECT_EQ(found, (std::map<std::string, double>{
                         {"test/bad/000.png", 5}, {"test/bad/777.png", 7}, {"train/good/000.png", 1}}));
}
}  // namespace
