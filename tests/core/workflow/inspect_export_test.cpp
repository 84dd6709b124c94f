#include <algorithm>
#include <fstream>

#include <opencv2/core.hpp>

#include "core/dataset/csv.h"
#include "core/image/image.h"
#include "core/image/npy.h"
#include "core/workflow/inspection.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class Inspection : public test::ProjectFixture {
protected:
    void prepare(bool forest = true) {
        importTiny();
        makeSegments({.project = file(), .source = "whole"}, job_);
        train();
        if (forest) fit();
        std::filesystem::create_directories(incoming());
        for (const char* part :
             {"test/good/000.png", "test/good/001.png", "test/hole/000.png", "test/spot/001.png"}) {
            std::string name = part;
            std::ranges::replace(name, '/', '_');
            std::filesystem::copy_file(images() / part, incoming() / name);
        }
    }
    Path incoming() const { return dir_ / "incoming"; }
};

TEST_F(Inspection, GivesTheSameScoresAsTheProjectHas) {
    prepare();
    const InspectionOutcome report = inspect({.model = file(),
                                              .folder = incoming(),
                                              .csv = dir_ / "results.csv",
                                              .report = dir_ / "report.html",
                                              .overlays = dir_ / "overlays"},
                                             job_);
    EXPECT_EQ(report.totals.parts, 4);
    EXPECT_EQ(report.totals.pass + report.totals.review + report.totals.reject, 4);
    EXPECT_TRUE(report.failed.empty());
    const Project project = open();
    const RunRecord fit = project.runs().latest(RunKind::Fit).value();
    std::map<PartId, double> margins;
    for (const ScoreRecord& score : project.runs().scores(fit.id))
        margins[score.part] = score.imageScore;
    // Of what it has learned from, the project has out-of-fold scores instead.
    for (const RolePair& pair : project.runs().snapshot(fit.snapshot)) {
        if (pair.role == Role::Calibrate || pair.role == Role::Fit) margins.erase(pair.part);
    }
    int compared = 0;
    const std::vector<InspectionResult> parts = InspectionStore(file(), true).latest(report.totals.id, 99);
    ASSERT_EQ(parts.size(), 4U);
    for (const InspectionResult& result : parts) {
        const InspectedPart& part = result.part;
        std::string path = part.path;
        path.replace(path.find('_'), 1, "/").replace(path.find('_', 5), 1, "/");
        if (const auto known = margins.find(project.parts().findByPath(path)->id); known != margins.end()) {
            EXPECT_NEAR(part.score, known->second, 1e-6) << path;
            ++compared;
        }
        EXPECT_EQ(part.topDetector, "patchcore");
        EXPECT_FALSE(part.topSegment.empty());
        EXPECT_EQ(part.detectorScores.size(), 1U);
    }
    EXPECT_GE(compared, 2);
    const bool fromMemory = std::ranges::any_of(report.notes, [](const std::string& note) {
        return note.find("come from memory") != std::string::npos;
    });
    EXPECT_EQ(fromMemory, compared < 4) << "and that is said";
    const CsvTable table = CsvTable::read(dir_ / "results.csv");
    EXPECT_EQ(table.rowCount(), 4U);
    for (const char* column : {"path", "verdict", "score", "threshold_reject", "threshold_review",
                               "top_segment", "top_detector", "seconds", "error", "patchcore"}) {
        EXPECT_TRUE(table.find(column)) << column;
    }
    const std::string html = readFile(dir_ / "report.html", 1 << 24);
    EXPECT_NE(html.find("data:image/jpeg;base64,"), std::string::npos);
    EXPECT_EQ(html.find("http"), std::string::npos) << "nothing is fetched";
    EXPECT_EQ(decodeImage(dir_ / "overlays/test_good_000.png.png").rgb.size(), cv::Size(64, 64));
    EXPECT_EQ(project.runs().latest(RunKind::Inspect)->id, report.totals.run);
}

TEST_F(Inspection, UnreadableFilesAreReportedAndCounted) {
    prepare();
    std::ofstream(incoming() / "broken.jpg") << "no picture";
    std::ofstream(incoming() / "empty.png");
    const InspectionOutcome report =
        inspect({.model = file(), .folder = incoming(), .csv = dir_ / "results.csv"}, job_);
    EXPECT_EQ(report.totals.parts, 6);
    EXPECT_EQ(report.totals.failed, 2);
    ASSERT_EQ(report.failed.size(), 2U);
    EXPECT_EQ(report.failed[0].path, "broken.jpg");
    EXPECT_FALSE(report.failed[0].error.empty());
    const CsvTable table = CsvTable::read(dir_ / "results.csv");
    EXPECT_EQ(table.at(0, table.column("verdict")), "");
    EXPECT_FALSE(table.at(0, table.column("error")).empty());
}

TEST_F(Inspection, WithoutAForestTheDetectorDecides) {
    prepare(false);
    const InspectionOutcome report = inspect({.model = file(), .folder = incoming()}, job_);
    EXPECT_EQ(report.totals.parts, 4);
    ASSERT_FALSE(report.notes.empty());
    EXPECT_NE(report.notes.front().find("No forest"), std::string::npos);
}

TEST_F(Inspection, RefusesWhatCantWork) {
    createProject(file());
    std::filesystem::create_directories(incoming());
    EXPECT_THROW(inspect({.model = file(), .folder = incoming()}, job_), Error) << "an empty folder";
    EXPECT_THROW(inspect({.model = file(), .folder = dir_ / "nowhere"}, job_), Error);
    encodeImage(incoming() / "a.png", cv::Mat(8, 8, CV_8UC3, cv::Scalar(1, 2, 3)));
    EXPECT_THROW(inspect({.model = file(), .folder = incoming()}, job_), Error) << "nothing is trained";
}

class Export : public test::ProjectFixture {};

TEST_F(Export, WritesFeaturesInFullPrecision) {
    importTiny();
    segmentsFromFiles();
    train();
    fit();
    const Path csv = dir_ / "features.csv";
    EXPECT_EQ(exportData({.project = file(), .table = ExportTable::Features, .file = csv}, job_), 24);
    const CsvTable table = CsvTable::read(csv);
    const Project project = open();
    const RunId detector = project.runs().latest(RunKind::Train)->id;
    EXPECT_EQ(table.find("path"), 0U);
    EXPECT_EQ(table.find("label"), 1U);
    EXPECT_EQ(table.find("role"), 2U);
    EXPECT_EQ(table.find("a_patchcore_q995"), 3U);
    EXPECT_EQ(table.find("an_det_score_patchcore"), 11U);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto part = project.parts().findByPath(table.at(row, 0));
        const auto features = project.maps().features(detector, project.segments().currentRun(), part->id);
        for (std::size_t c = 0; c < features->size(); ++c) {
            const double written = std::stod(table.at(row, 3 + c));
            EXPECT_TRUE(written == (*features)[c] || (std::isnan(written) && std::isnan((*features)[c])));
        }
    }
}

TEST_F(Export, WritesScoresRocLabelsAndMaps) {
    importTiny();
    train();
    fit();
    evaluateProject({.project = file()}, job_);
    exportData({.project = file(), .table = ExportTable::Scores, .file = dir_ / "scores.csv"}, job_);
    const CsvTable scores = CsvTable::read(dir_ / "scores.csv");
    EXPECT_TRUE(scores.find("patchcore") && scores.find("patchcore_map_max") &&
                scores.find("brf(patchcore)"));
    exportData({.project = file(), .table = ExportTable::Roc, .file = dir_ / "roc.csv"}, job_);
    EXPECT_EQ(CsvTable::read(dir_ / "roc.csv").at(0, 2), "inf");
    EXPECT_EQ(
        exportData({.project = file(), .table = ExportTable::Labels, .file = dir_ / "labels.csv"}, job_), 24);
    EXPECT_EQ(exportData({.project = file(), .maps = dir_ / "maps"}, job_), 24);
    const Project project = open();
    const auto part = project.parts().findByPath("test/spot/000.png");
    const auto map = project.maps().get(project.runs().latest(RunKind::Train)->id, part->id);
    const cv::Mat written = readNpyFloat(dir_ / "maps/patchcore/test/spot/000.npy");
    EXPECT_EQ(cv::norm(written, map->pixels(), cv::NORM_INF), 0);
}

TEST_F(Export, RefusesWhatCantWork) {
    importTiny();
    EXPECT_THROW(exportData({.project = file()}, job_), Error);
    EXPECT_THROW(exportData({.project = file(), .table = ExportTable::Scores, .file = dir_ / "x.csv"}, job_),
                 Error);
    EXPECT_THROW(exportData({.project = file(), .table = ExportTable::Roc, .file = dir_ / "x.csv"}, job_),
                 Error);
    EXPECT_THROW(
        exportData({.project = file(), .table = ExportTable::Features, .file = dir_ / "x.csv"}, job_), Error);
    EXPECT_FALSE(std::filesystem::exists(dir_ / "x.csv"));
}
}  // namespace
