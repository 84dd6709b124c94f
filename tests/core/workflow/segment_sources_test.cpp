// Segment sources that learn from what is painted, on a whole project: templates, single maps fixed by hand.
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/image/image.h"
#include "core/workflow/inspection.h"
#include "core/workflow/segment_check.h"
#include "core/workflow/segment_templates.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;
using test::codeOf;

namespace {
class SegmentSources : public test::ProjectFixture {
protected:
    SegmentSources() { importTiny(); }

    /// Ground 0, the square 1, as the dataset's own maps say.
    Path truthOf(const std::string& part) const {
        Path map = images() / "segments" / part;
        return map.replace_extension(".npy");
    }
    PartId idOf(const std::string& part) const { return open().parts().findByPath(part)->id; }
    static cv::Mat labelsOf(const Project& project, PartId part) {
        return project.segments().map(part).value().labels();
    }
    RunId fromTemplate(Json params = Json::object(), Job* job = nullptr) {
        return makeSegments({.project = file(),
                             .source = "template",
                             .params = std::move(params),
                             .names = {"ground", "square"},
                             .templates = {{truthOf(kTemplate), kTemplate}}},
                            job != nullptr ? *job : job_);
    }
    /// A map of the part with one stripe, unlike what any source makes.
    Path stripe(int side = 64) {
        cv::Mat labels = cv::Mat::zeros(side, side, CV_8UC1);
        labels.rowRange(0, 8).setTo(1);
        encodeImage(dir_ / "stripe.png", labels);
        return dir_ / "stripe.png";
    }

    static constexpr const char* kTemplate = "train/good/000.png";
    static constexpr const char* kOther = "train/good/003.png";
};

TEST_F(SegmentSources, ATemplateIsCarriedToAllPartsAndKept) {
    const RunId run = fromTemplate();
    const Project project = open();
    EXPECT_EQ(project.segments().currentRun(), run);
    EXPECT_EQ(project.segments().mapCount(), project.parts().count());
    EXPECT_EQ(project.segments().doubts(run).size(), project.parts().count());
    EXPECT_EQ(project.paintedMaps().all(PaintedPurpose::Template).size(), 1U);
    EXPECT_FALSE(project.runs().find(run)->modelFile.empty());
    EXPECT_TRUE(project.check().empty());
    // Once painted, it serves again without being named.
    const RunId again = makeSegments({.project = file(), .source = "template"}, job_);
    EXPECT_NE(again, run);
    EXPECT_EQ(open().segments().names()[1].name, "square");
}

TEST_F(SegmentSources, NothingIsKeptOfARunThatStops) {
    segmentsFromFiles();
    const RunId before = open().segments().currentRun();
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(fromTemplate(Json::object(), &stopped), Cancelled);
    EXPECT_EQ(open().segments().currentRun(), before);
    EXPECT_TRUE(open().paintedMaps().all(PaintedPurpose::Template).empty());
    EXPECT_TRUE(open().check().empty());
}

TEST_F(SegmentSources, SaysWhatIsMissing) {
    EXPECT_EQ(codeOf([&] { makeSegments({.project = file(), .source = "template"}, job_); }),
              ErrorCode::NotFound);
    const auto with = [&](const std::string& source, const Path& map, const std::string& part) {
        return codeOf([&] {
            makeSegments({.project = file(), .source = source, .templates = {{map, part}}}, job_);
        });
    };
    EXPECT_EQ(with("template", truthOf(kTemplate), "nosuch.png"), ErrorCode::NotFound);
    EXPECT_EQ(with("template", dir_ / "nosuch.png", kTemplate), ErrorCode::NotFound);
    EXPECT_EQ(with("whole", truthOf(kTemplate), kTemplate), ErrorCode::InvalidArgument);
    cv::Mat wide = cv::Mat::zeros(20, 64, CV_8UC1);
    encodeImage(dir_ / "wide.png", wide);
    EXPECT_EQ(with("template", dir_ / "wide.png", kTemplate), ErrorCode::InvalidData);
}

// Grouping what is no number used to crash. Made-up weights overflow after a few layers.
TEST_F(SegmentSources, ClustersOfFeaturesThatAreNotFiniteAreRefused) {
    importMadeWeights("resnet18", "wild", 4);
    EXPECT_EQ(codeOf([&] {
                  makeSegments({.project = file(),
                                .source = "clusters",
                                .params = {{"count", 2}, {"backbone", "wild"}, {"side", 64}}},
                               job_);
              }),
              ErrorCode::InvalidData);
}

TEST_F(SegmentSources, AFixedMapIsInForceAtOnceAndStays) {
    segmentsFromFiles();
    fixSegments({.project = file(), .maps = {{stripe(), kOther}}}, job_);
    const cv::Mat fixed = decodeLabels(stripe());
    EXPECT_EQ(cv::norm(labelsOf(open(), idOf(kOther)), fixed, cv::NORM_INF), 0);
    segmentsFromFiles();
    EXPECT_EQ(cv::norm(labelsOf(open(), idOf(kOther)), fixed, cv::NORM_INF), 0);
    fromTemplate();
    EXPECT_EQ(cv::norm(labelsOf(open(), idOf(kOther)), fixed, cv::NORM_INF), 0);

    fixSegments({.project = file(), .released = {kOther}}, job_);
    EXPECT_GT(cv::norm(labelsOf(open(), idOf(kOther)).clone().reshape(1, 1), cv::NORM_L1), 0);
    EXPECT_NE(labelsOf(open(), idOf(kOther)).size(), fixed.size()) << "the template's size";
    EXPECT_EQ(codeOf([&] { fixSegments({.project = file(), .released = {kOther}}, job_); }),
              ErrorCode::NotFound);
}

TEST_F(SegmentSources, AFixThatDoesNotFitChangesNothing) {
    EXPECT_EQ(codeOf([&] {
                  fixSegments({.project = file(), .maps = {{stripe(), kOther}}}, job_);
              }),
              ErrorCode::NotFound)
        << "no segments yet";
    segmentsFromFiles();
    cv::Mat many = cv::Mat::zeros(64, 64, CV_8UC1);
    many.row(0).setTo(5);
    encodeImage(dir_ / "many.png", many);
    EXPECT_EQ(codeOf([&] {
                  fixSegments(
                      {.project = file(), .maps = {{stripe(), kTemplate}, {dir_ / "many.png", kOther}}},
                      job_);
              }),
              ErrorCode::InvalidData);
    EXPECT_TRUE(open().paintedMaps().all(PaintedPurpose::Fix).empty());
}

TEST_F(SegmentSources, AFixOfMoreSegmentsThanThereAreIsToldOfAndWaits) {
    segmentsFromFiles();
    fixSegments({.project = file(), .maps = {{stripe(), kOther}}}, job_);
    makeSegments({.project = file(), .source = "whole"}, job_);
    EXPECT_EQ(job_.warnings().size(), 1U);
    EXPECT_EQ(labelsOf(open(), idOf(kOther)).size(), cv::Size(1, 1));
    segmentsFromFiles();
    EXPECT_EQ(labelsOf(open(), idOf(kOther)).size(), cv::Size(64, 64));
}

TEST_F(SegmentSources, StrokesOfTheProjectSegmentAllParts) {
    segmentsFromFiles();
    {
        Project project = open();
        const cv::Mat truth = labelsOf(project, idOf(kTemplate));
        cv::Mat strokes(truth.size(), CV_8UC1, cv::Scalar(PaintedMaps::kUnpainted));
        for (const int line : {3, truth.rows / 2, truth.rows - 4})
            truth.row(line).copyTo(strokes.row(line));
        project.paintedMaps().put(idOf(kTemplate), PaintedPurpose::Strokes, strokes);
    }
    const RunId run = makeSegments({.project = file(), .source = "strokes", .params = {{"side", 64}}}, job_);
    const Project project = open();
    EXPECT_EQ(project.segments().mapCount(), project.parts().count());
    EXPECT_EQ(project.segments().names()[1].name, "square");
    EXPECT_EQ(project.segments().doubts(run).size(), project.parts().count());
    EXPECT_FALSE(project.runs().find(run)->backbone.empty());
    EXPECT_FALSE(project.runs().find(run)->modelFile.empty());
    EXPECT_TRUE(project.check().empty());
}

TEST_F(SegmentSources, ChecksSayWhatIsOddAndAreStored) {
    EXPECT_EQ(codeOf([&] { checkSegments(file(), job_); }), ErrorCode::NotFound);
    segmentsFromFiles();
    cv::Mat empty = cv::Mat::zeros(64, 64, CV_8UC1);
    encodeImage(dir_ / "empty.png", empty);
    fixSegments({.project = file(), .maps = {{dir_ / "empty.png", kOther}}}, job_);
    const auto findings = checkSegments(file(), job_);
    const auto absent = std::ranges::find(findings, SegmentFindingKind::Absent, &SegmentFindingRecord::kind);
    ASSERT_NE(absent, findings.end());
    EXPECT_EQ(absent->part, idOf(kOther));
    EXPECT_EQ(absent->label, 1);
    EXPECT_EQ(describeFinding(*absent, open().segments().names()), "square is missing");
    EXPECT_EQ(open().segments().findings(open().segments().currentRun()).size(), findings.size());
}

TEST_F(SegmentSources, AMapInForceServesAsTemplate) {
    EXPECT_EQ(codeOf([&] { addTemplate(file(), idOf(kTemplate)); }), ErrorCode::NotFound);
    segmentsFromFiles();
    addTemplate(file(), idOf(kTemplate));
    makeSegments({.project = file(), .source = "template"}, job_);
    EXPECT_EQ(open().segments().names()[1].name, "square");
    clearTemplates(file());
    EXPECT_EQ(codeOf([&] { makeSegments({.project = file(), .source = "template"}, job_); }),
              ErrorCode::NotFound);
}

TEST_F(SegmentSources, NewPicturesAreSegmentedFromTheModel) {
    fromTemplate();
    train();
    fit();
    std::filesystem::create_directories(dir_ / "incoming");
    std::filesystem::copy_file(images() / "test/good/000.png", dir_ / "incoming/a.png");
    const InspectionOutcome report = inspect({.model = file(), .folder = dir_ / "incoming"}, job_);
    EXPECT_EQ(report.totals.parts, 1);
    EXPECT_TRUE(report.failed.empty());
    // Without its model the source can't go on, and says so.
    const Project project = open();
    std::filesystem::remove(project.runs().modelFile(*project.runs().find(project.segments().currentRun())));
    EXPECT_NE(codeOf([&] { inspect({.model = file(), .folder = dir_ / "incoming"}, job_); }),
              ErrorCode::Internal);
}
}  // namespace
