// segad segment: templates, strokes, single maps by hand, checks, names and merging; the real program.
#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "tests/app/cli_fixture.h"

using namespace segad;

namespace {
class Segment : public test::CliFixture {
protected:
    static constexpr int kSide = 64;

    test::CommandResult segment(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"segment", file()});
        arguments.emplace_back("--json");
        return segad(arguments);
    }
    /// A picture of labels that was drawn elsewhere.
    std::string drawn(const std::string& name, const cv::Mat& labels) const {
        const Path path = dir_ / (name + ".png");
        encodeImage(path, labels);
        return path.string();
    }
    /// The square where the dataset draws it, about.
    static cv::Mat square() {
        cv::Mat labels = cv::Mat::zeros(kSide, kSide, CV_8UC1);
        labels(cv::Rect(16, 16, 32, 32)).setTo(1);
        return labels;
    }
    std::string partPath(std::size_t row) const { return open().parts().all()[row].path; }
    PartId partId(std::size_t row) const { return open().parts().all()[row].id; }
};

TEST_F(Segment, ATemplateIsCarriedToAllParts) {
    create();
    const test::CommandResult result =
        segment({"--source", "template", "--template", drawn("t", square()) + "=" + partPath(0), "--names",
                 "ground,square", "--set", "side=64"});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(result.json()["maps"], 24);
    EXPECT_EQ(result.json()["segments"], (Json{"ground", "square"}));
    EXPECT_EQ(open().paintedMaps().all(PaintedPurpose::Template).size(), 1U) << "it is kept for later runs";
    EXPECT_EQ(segment({"--source", "template", "--set", "side=64"}).json()["maps"], 24);
    EXPECT_EQ(segment({"--source", "whole", "--template", drawn("t", square()) + "=" + partPath(0)}).exitCode,
              2);
}

TEST_F(Segment, StrokesFromFilesAreLearnedFromAndKept) {
    create();
    cv::Mat strokes(kSide, kSide, CV_8UC1, cv::Scalar(255));
    strokes(cv::Rect(2, 2, 60, 3)).setTo(0);
    strokes(cv::Rect(28, 24, 4, 20)).setTo(1);
    const std::string painted = drawn("s", strokes) + "=" + partPath(1);
    const test::CommandResult result =
        segment({"--source", "strokes", "--paint", painted, "--names", "ground,square", "--set", "side=64"});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(result.json()["maps"], 24);
    EXPECT_EQ(result.json()["segments"], (Json{"ground", "square"}));
    const std::optional<cv::Mat> kept = open().paintedMaps().get(partId(1), PaintedPurpose::Strokes);
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(cv::countNonZero(*kept != strokes), 0);
    const SegmentMap map = *open().segments().map(partId(3));
    EXPECT_EQ(map.labels().at<uchar>(32, 32), 1);
    EXPECT_EQ(map.labels().at<uchar>(2, 2), 0);

    EXPECT_EQ(segment({"--source", "foreground", "--paint", painted}).exitCode, 2);
    EXPECT_EQ(segment({"--source", "strokes", "--paint", painted, "--names", "ground"}).exitCode, 1)
        << "label 1 has no name";
    EXPECT_EQ(segment({"--source", "strokes", "--paint", drawn("s", strokes) + "=nowhere.png"}).exitCode, 1);
}

TEST_F(Segment, AMapFixedByHandSurvivesUntilItIsReleased) {
    create();
    ASSERT_EQ(segment({"--source", "files", "--set", "folder=" + images() + "/segments", "--names",
                       "ground,square"})
                  .exitCode,
              0);
    const cv::Mat before = open().segments().map(partId(2))->labels().clone();
    const std::string fix = drawn("f", cv::Mat(kSide, kSide, CV_8UC1, cv::Scalar(1))) + "=" + partPath(2);
    EXPECT_EQ(segment({"--fix", fix}).json()["fixed"], 1);
    const auto whole = [&] { return cv::countNonZero(open().segments().map(partId(2))->labels() != 1) == 0; };
    EXPECT_TRUE(whole());
    ASSERT_EQ(segment({"--source", "files", "--set", "folder=" + images() + "/segments", "--names",
                       "ground,square"})
                  .exitCode,
              0);
    EXPECT_TRUE(whole());

    // It is the odd one out, and is said to be.
    const Json checked = segment({"--check"}).json();
    ASSERT_FALSE(checked["findings"].empty());
    bool told = false;
    for (const Json& finding : checked["findings"])
        told = told || finding["part"] == partPath(2);
    EXPECT_TRUE(told) << checked.dump();

    EXPECT_EQ(segment({"--release", partPath(2)}).json()["released"], 1);
    EXPECT_EQ(cv::countNonZero(open().segments().map(partId(2))->labels() != before), 0);
    EXPECT_NE(segment({"--release", partPath(2)}).exitCode, 0) << "there is nothing to release any more";
}

TEST_F(Segment, NamesChangeInPlace) {
    create();
    EXPECT_NE(segment({"--rename", "ground=table"}).exitCode, 0) << "no segments yet";
    ASSERT_EQ(segment({"--source", "foreground"}).exitCode, 0);
    EXPECT_EQ(segment({"--rename", "background=table", "--rename", "object=tile"}).json()["segments"],
              (Json{"table", "tile"}));
    EXPECT_EQ(open().segments().names()[1].name, "tile");
    EXPECT_EQ(open().segments().mapCount(), 24U);
    EXPECT_NE(segment({"--rename", "table=tile"}).exitCode, 0) << "it would name two";
    EXPECT_NE(segment({"--merge", "tile=table"}).exitCode, 0) << "the foreground has nothing to merge";
}

TEST_F(Segment, ClustersAreMergedAfterwards) {
    create();
    const test::CommandResult made =
        segment({"--source", "clusters", "--set", "count=3", "--set", "side=64", "--set", "specks=0"});
    ASSERT_EQ(made.exitCode, 0) << made.err;
    const Json names = made.json()["segments"];
    ASSERT_EQ(names.size(), 3U);
    std::vector<cv::Mat> before;
    for (std::size_t row = 0; row < 24; ++row)
        before.push_back(open().segments().map(partId(row))->labels().clone());
    ASSERT_EQ(segment({"--rename", names[1].get<std::string>() + "=tile"}).exitCode, 0);
    const test::CommandResult merged = segment({"--merge", names[2].get<std::string>() + "=tile"});
    ASSERT_EQ(merged.exitCode, 0) << merged.err;
    EXPECT_EQ(merged.json()["segments"], (Json{names[0], "tile"}));
    EXPECT_EQ(merged.json()["maps"], 24);
    for (std::size_t row = 0; row < 24; ++row) {
        const cv::Mat after = open().segments().map(partId(row))->labels();
        EXPECT_EQ(cv::countNonZero((after != 0) != (before[row] != 0)), 0) << row;
    }
    EXPECT_NE(segment({"--merge", "tile=moon"}).exitCode, 0);
}

}  // namespace
