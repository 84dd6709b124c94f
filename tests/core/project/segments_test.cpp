#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;
using test::someSegments;

namespace {
class SegmentsOfProject : public testing::Test {
protected:
    void name(int count) {
        std::vector<SegmentRecord> segments;
        for (int i = 0; i < count; ++i)
            segments.push_back({i, "segment " + std::to_string(i), "#10203" + std::to_string(i)});
        project.segments().setNames(segments);
    }
    void finish(RunId run, RunOutcome outcome = RunOutcome::Done) {
        RunRecord record = project.runs().find(run).value();
        record.outcome = outcome;
        project.runs().finish(record);
    }
    RunId runWithMaps(int components, int parts = 3) {
        const RunId run = makeRun(project, RunKind::Segment, RunOutcome::Running);
        for (PartId part = 1; part <= parts; ++part)
            project.segments().putMap(run, part, someSegments(components));
        return run;
    }
    static bool same(const std::optional<SegmentMap>& a, const SegmentMap& b) {
        return a && a->componentCount() == b.componentCount() && a->size() == b.size() &&
               cv::countNonZero(a->labels() != b.labels()) == 0;
    }

    test::TempDir dir;
    Project project = makeProject(dir / "p.segad", 5);
};

TEST_F(SegmentsOfProject, NamesComeBackInOrder) {
    EXPECT_TRUE(project.segments().names().empty());
    project.segments().setNames({{0, "background", "#000000"}, {1, "soldering dot", "#ff8800"}});
    const auto names = project.segments().names();
    ASSERT_EQ(names.size(), 2U);
    EXPECT_EQ(names[1].index, 1);
    EXPECT_EQ(names[1].name, "soldering dot");
    EXPECT_EQ(names[1].color, "#ff8800");
}

TEST_F(SegmentsOfProject, RefusesNamesThatDoNotName) {
    using Names = std::vector<SegmentRecord>;
    name(2);
    for (const Names& bad : {Names{{1, "a", ""}}, Names{{0, "a", ""}, {0, "b", ""}}, Names{{0, "", ""}},
                             Names{{0, "a", ""}, {1, "a", ""}}}) {
        EXPECT_EQ(errorOf([&] { project.segments().setNames(bad); }).code(), ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(project.segments().names().size(), 2U);
}

TEST_F(SegmentsOfProject, MapsComeInForceWhenTheirRunIsDone) {
    EXPECT_EQ(project.segments().currentRun(), 0);
    EXPECT_FALSE(project.segments().map(1));
    const RunId run = runWithMaps(3);
    EXPECT_EQ(project.segments().currentRun(), 0);
    EXPECT_FALSE(project.segments().map(1));
    EXPECT_TRUE(same(project.segments().map(run, 1), someSegments(3)));
    name(3);
    finish(run);
    EXPECT_EQ(project.segments().currentRun(), run);
    EXPECT_TRUE(same(project.segments().map(1), someSegments(3)));
    EXPECT_FALSE(project.segments().map(5));
    EXPECT_EQ(project.segments().mapCount(), 3U);
    EXPECT_EQ(project.segments().partsWithMap(), (std::vector<PartId>{1, 2, 3}));
}

TEST_F(SegmentsOfProject, AnUnfinishedRunNeverReplacesTheMapsInForce) {
    const RunId first = runWithMaps(2);
    name(2);
    finish(first);
    const RunId second = runWithMaps(4);
    finish(second, RunOutcome::Cancelled);
    EXPECT_EQ(project.segments().currentRun(), first);
    EXPECT_TRUE(same(project.segments().map(1), someSegments(2)));
    EXPECT_FALSE(project.segments().map(second, 1)) << "nobody will ask for them";
    EXPECT_EQ(project.segments().names().size(), 2U);
}

TEST_F(SegmentsOfProject, AnotherCountDropsTheOldMapsAndTheirFeatures) {
    const RunId first = runWithMaps(2);
    name(2);
    finish(first);
    const RunId detector = makeRun(project);
    project.maps().putFeatures(detector, first, 1, std::vector<double>{1});
    const RunId second = runWithMaps(4);
    {
        Transaction transaction = project.transaction();
        name(4);
        finish(second);
        transaction.commit();
    }
    EXPECT_EQ(project.segments().currentRun(), second);
    EXPECT_TRUE(same(project.segments().map(2), someSegments(4)));
    EXPECT_FALSE(project.segments().map(first, 2));
    EXPECT_FALSE(project.maps().features(detector, first, 1));
    name(4);
    EXPECT_EQ(project.segments().mapCount(), 3U) << "new names for the same components keep the maps";
}

TEST_F(SegmentsOfProject, WithoutTheirNamesMapsDoNotComeInForce) {
    const RunId run = runWithMaps(3);
    EXPECT_EQ(errorOf([&] { finish(run); }).code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(project.runs().find(run)->outcome, RunOutcome::Running) << "a call that throws changes nothing";
}

TEST_F(SegmentsOfProject, AMapInForceCanBeCorrectedByHand) {
    const RunId run = runWithMaps(2);
    name(2);
    finish(run);
    const RunId detector = makeRun(project);
    for (const PartId part : {1, 2})
        project.maps().putFeatures(detector, run, part, std::vector<double>{1});
    const SegmentMap corrected(cv::Mat(8, 9, CV_8UC1, cv::Scalar(1)), 2, "by hand");
    project.segments().putMap(run, 1, corrected);
    EXPECT_TRUE(same(project.segments().map(1), corrected));
    EXPECT_FALSE(project.maps().features(detector, run, 1)) << "made with the old map";
    EXPECT_TRUE(project.maps().features(detector, run, 2));
    EXPECT_EQ(errorOf([&] { project.segments().putMap(run, 1, someSegments(3)); }).code(),
              ErrorCode::InvalidArgument);
}

TEST_F(SegmentsOfProject, AnOlderRunCanBePutInForceAgain) {
    const RunId first = runWithMaps(2);
    name(2);
    finish(first);
    const RunId second = runWithMaps(2, 4);
    finish(second);
    EXPECT_EQ(project.segments().mapCount(), 4U);
    project.segments().setCurrentRun(first);
    EXPECT_EQ(project.segments().currentRun(), first);
    EXPECT_EQ(project.segments().mapCount(), 3U);
    const RunId open = runWithMaps(2);
    EXPECT_EQ(errorOf([&] { project.segments().setCurrentRun(open); }).code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { project.segments().setCurrentRun(makeRun(project)); }).code(),
              ErrorCode::InvalidArgument);
    project.runs().remove(first);
    EXPECT_EQ(project.segments().currentRun(), 0);
    EXPECT_FALSE(project.segments().map(1));
}

TEST_F(SegmentsOfProject, MapsBelongToSegmentRunsAndParts) {
    const RunId detector = makeRun(project);
    EXPECT_EQ(errorOf([&] { project.segments().putMap(detector, 1, someSegments(1)); }).code(),
              ErrorCode::InvalidArgument);
    const RunId run = makeRun(project, RunKind::Segment, RunOutcome::Running);
    EXPECT_EQ(errorOf([&] { project.segments().putMap(run, 99, someSegments(1)); }).code(),
              ErrorCode::InvalidArgument);
}

TEST_F(SegmentsOfProject, LabelsUpTo255AndPartsOfLargerMatricesSurvive) {
    cv::Mat large(300, 300, CV_8UC1);
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 300; ++x)
            large.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((x * 7 + y) % 256);
    }
    const SegmentMap cut(large(cv::Rect(10, 20, 101, 57)), 256, "cut");
    const RunId run = makeRun(project, RunKind::Segment, RunOutcome::Running);
    project.segments().putMap(run, 1, cut);
    EXPECT_TRUE(same(project.segments().map(run, 1), cut));
}
}  // namespace
