// What people paint for segment maps, and what is known of the maps of a run.
#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;
using test::RawDatabase;

namespace {
/// Labels 0, 1, 2 in bands, in the shape of the world's pictures (640 × 480).
cv::Mat bands(int labels = 3) {
    cv::Mat map(48, 64, CV_8UC1);
    for (int y = 0; y < map.rows; ++y)
        map.row(y).setTo(y * labels / map.rows);
    return map;
}

bool same(const std::optional<cv::Mat>& stored, const cv::Mat& labels) {
    return stored && stored->size() == labels.size() && cv::countNonZero(*stored != labels) == 0;
}

class PaintedMapsOfProject : public testing::Test {
protected:
    PaintedMaps painted() { return project.paintedMaps(); }

    test::TempDir dir;
    Path file = dir / "p.segad";
    Project project = makeProject(file, 5);
};

TEST_F(PaintedMapsOfProject, ComeBackByPurpose) {
    painted().put(2, PaintedPurpose::Template, bands());
    painted().put(2, PaintedPurpose::Fix, bands(2), "import");
    painted().put(1, PaintedPurpose::Fix, bands());
    EXPECT_TRUE(same(painted().get(2, PaintedPurpose::Template), bands()));
    EXPECT_TRUE(same(Project::open(file, true).paintedMaps().get(2, PaintedPurpose::Fix), bands(2)));
    EXPECT_FALSE(painted().get(1, PaintedPurpose::Template));
    const auto fixes = painted().all(PaintedPurpose::Fix);
    ASSERT_EQ(fixes.size(), 2U);
    EXPECT_EQ(fixes[0].part, 1);
    EXPECT_EQ(fixes[1].origin, "import");
    painted().put(1, PaintedPurpose::Fix, {});
    EXPECT_EQ(painted().all(PaintedPurpose::Fix).size(), 1U);
    painted().clear(PaintedPurpose::Fix);
    EXPECT_TRUE(painted().all(PaintedPurpose::Fix).empty());
    EXPECT_TRUE(painted().get(2, PaintedPurpose::Template));
    EXPECT_EQ(project.audit().latest(1).front().action, "painted_map");
}

TEST_F(PaintedMapsOfProject, StrokesMayLeavePixelsOutAndMapsMayNot) {
    cv::Mat strokes(48, 64, CV_8UC1, cv::Scalar(PaintedMaps::kUnpainted));
    painted().put(1, PaintedPurpose::Strokes, strokes);
    EXPECT_FALSE(painted().get(1, PaintedPurpose::Strokes)) << "nothing is painted";
    strokes.row(3).setTo(1);
    painted().put(1, PaintedPurpose::Strokes, strokes);
    EXPECT_TRUE(same(painted().get(1, PaintedPurpose::Strokes), strokes));
    for (const PaintedPurpose whole : {PaintedPurpose::Template, PaintedPurpose::Fix}) {
        EXPECT_EQ(errorOf([&] { painted().put(1, whole, strokes); }).code(), ErrorCode::InvalidData);
    }
}

TEST_F(PaintedMapsOfProject, MustFitTheirPicture) {
    const cv::Mat tall = cv::Mat::zeros(64, 48, CV_8UC1);
    const cv::Mat floats = cv::Mat::zeros(48, 64, CV_32FC1);
    EXPECT_EQ(errorOf([&] { painted().put(1, PaintedPurpose::Fix, tall); }).code(), ErrorCode::InvalidData);
    EXPECT_EQ(errorOf([&] { painted().put(1, PaintedPurpose::Fix, floats); }).code(), ErrorCode::InvalidData);
    EXPECT_EQ(errorOf([&] { painted().put(99, PaintedPurpose::Fix, bands()); }).code(), ErrorCode::NotFound);
    // A picture of another shape hides the map; it is kept until the picture is back.
    painted().put(1, PaintedPurpose::Fix, bands());
    RawDatabase(file).run("UPDATE part SET width = 100 WHERE id = 1");
    EXPECT_FALSE(painted().get(1, PaintedPurpose::Fix));
    EXPECT_TRUE(painted().all(PaintedPurpose::Fix).empty());
    RawDatabase(file).run("UPDATE part SET width = 640 WHERE id = 1");
    EXPECT_TRUE(painted().get(1, PaintedPurpose::Fix));
}

TEST_F(PaintedMapsOfProject, FollowTheirSegmentsWhenTheseAreMerged) {
    EXPECT_TRUE(painted().segments().empty());
    painted().setSegments({{0, "ground", "#000000"}, {1, "wire", "#ff0000"}, {2, "pin", "#00ff00"}});
    painted().put(1, PaintedPurpose::Template, bands());
    const std::vector<int> moved{0, 0, 1};
    painted().setSegments({{0, "ground", "#000000"}, {1, "pin", "#00ff00"}}, moved);
    ASSERT_EQ(painted().segments().size(), 2U);
    EXPECT_EQ(painted().segments()[1].name, "pin");
    cv::Mat expected = bands();
    expected.setTo(0, expected == 1);
    expected.setTo(1, expected == 2);
    EXPECT_TRUE(same(painted().get(1, PaintedPurpose::Template), expected));
    const std::vector<int> nowhere{0, 7};
    EXPECT_EQ(errorOf([&] {
                  painted().setSegments({{0, "a", ""}}, nowhere);
              }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] {
                  painted().setSegments({{0, "a", ""}, {1, "a", ""}});
              }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(painted().segments().size(), 2U);
}

TEST_F(PaintedMapsOfProject, DamageIsFoundAndRepaired) {
    painted().put(1, PaintedPurpose::Fix, bands());
    painted().put(2, PaintedPurpose::Fix, bands());
    RawDatabase(file).run("UPDATE painted_map SET labels = x'0011' WHERE part_id = 1");
    EXPECT_EQ(errorOf([&] { painted().get(1, PaintedPurpose::Fix); }).code(), ErrorCode::Corrupt);
    EXPECT_FALSE(project.check().empty());
    EXPECT_FALSE(project.repair().empty());
    EXPECT_FALSE(painted().get(1, PaintedPurpose::Fix));
    EXPECT_TRUE(painted().get(2, PaintedPurpose::Fix));
}

TEST_F(PaintedMapsOfProject, DoubtsAndFindingsBelongToTheirRun) {
    const RunId run = makeRun(project, RunKind::Segment, RunOutcome::Running);
    for (PartId part = 1; part <= 3; ++part)
        project.segments().putMap(run, part, test::someSegments(2));
    const std::vector<SegmentDoubtRecord> doubts{
        {1, 0.1, false}, {2, 0.4, true}, {3, 0.2, false}, {4, 0.9, false}};
    project.segments().putDoubts(run, doubts);
    const auto found = project.segments().doubts(run);
    ASSERT_EQ(found.size(), 3U) << "part 4 has no map";
    EXPECT_EQ(found[0].part, 2);
    EXPECT_TRUE(found[0].flagged);
    EXPECT_EQ(found[2].part, 1);
    const std::vector<SegmentDoubtRecord> wrong{{1, 1.5, false}};
    EXPECT_EQ(errorOf([&] { project.segments().putDoubts(run, wrong); }).code(), ErrorCode::InvalidArgument);

    const std::vector<SegmentFindingRecord> findings{
        {.kind = SegmentFindingKind::NeverSeen, .label = 3},
        {.kind = SegmentFindingKind::Area, .part = 2, .label = 1, .share = 0.3, .usual = 0.1, .z = 7.5}};
    project.segments().putFindings(run, findings);
    project.segments().putFindings(run, findings);
    const auto back = project.segments().findings(run);
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(back[0].kind, SegmentFindingKind::NeverSeen);
    EXPECT_EQ(back[0].part, 0);
    EXPECT_EQ(back[1].part, 2);
    EXPECT_EQ(back[1].z, 7.5);
}
}  // namespace
