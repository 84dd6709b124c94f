#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/image.h"
#include "core/image/npy.h"
#include "core/segment/catalog.h"
#include "core/segment/foreground_source.h"
#include "core/segment/segment_source.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
using test::codeOf;

/// A light disc on a dark ground with a little noise, and where the disc is.
std::pair<cv::Mat, cv::Mat> discPicture(int width, int height) {
    cv::Mat rgb(height, width, CV_8UC3, cv::Scalar(40, 45, 50));
    cv::Mat truth(height, width, CV_8UC1, cv::Scalar(0));
    cv::circle(rgb, {width / 2, height / 2}, height / 3, cv::Scalar(180, 170, 120), cv::FILLED);
    cv::circle(truth, {width / 2, height / 2}, height / 3, cv::Scalar(1), cv::FILLED);
    cv::Mat noise(height, width, CV_8UC3);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::UNIFORM, 0, 12);
    rgb += noise;
    return {rgb, truth};
}

SegmentPart part(const Path& folder, const std::string& path, int width, int height) {
    return {
        .folder = folder, .path = path, .width = width, .height = height, .rgb = [] { return cv::Mat(); }};
}

TEST(SegmentCatalog, EveryRowMakesASourceAndUnknownKeysAreListed) {
    for (const SegmentSourceInfo& row : segmentCatalog()) {
        EXPECT_NE(createSegmentSource(row.key, Json::object()), nullptr) << row.key;
        EXPECT_FALSE(row.help.empty());
    }
    EXPECT_EQ(codeOf([] { createSegmentSource("nosuch", Json::object()); }), ErrorCode::NotFound);
    EXPECT_EQ(codeOf([] { createSegmentSource("foreground", {{"close", 6}}); }), ErrorCode::InvalidArgument);
}

TEST(Foreground, FindsADiscOnAPlainGround) {
    const auto [rgb, truth] = discPicture(400, 300);
    const cv::Mat mask = foreground(rgb, {});
    cv::Mat expected;
    cv::resize(truth, expected, mask.size(), 0, 0, cv::INTER_NEAREST);
    const double both = cv::countNonZero(mask & expected);
    const double either = cv::countNonZero(mask | expected);
    EXPECT_GT(both / either, 0.97);
}

TEST(Foreground, ClosesGapsDropsSpecksAndFillsHolesWhenAsked) {
    cv::Mat rgb(256, 256, CV_8UC3, cv::Scalar(20, 20, 20));
    cv::rectangle(rgb, cv::Rect(60, 60, 130, 130), cv::Scalar(200, 200, 200), cv::FILLED);
    cv::rectangle(rgb, cv::Rect(100, 60, 3, 130), cv::Scalar(20, 20, 20), cv::FILLED);   // a gap
    cv::rectangle(rgb, cv::Rect(140, 100, 30, 30), cv::Scalar(20, 20, 20), cv::FILLED);  // a hole
    rgb.at<cv::Vec3b>(10, 10) = {200, 200, 200};                                         // a speck
    const cv::Mat open = foreground(rgb, {});
    EXPECT_EQ(open.at<std::uint8_t>(120, 101), 1);
    EXPECT_EQ(open.at<std::uint8_t>(10, 10), 0);
    EXPECT_EQ(open.at<std::uint8_t>(115, 155), 0);
    const cv::Mat filled = foreground(rgb, {.fillHoles = true});
    EXPECT_EQ(filled.at<std::uint8_t>(115, 155), 1);
    EXPECT_EQ(filled.at<std::uint8_t>(30, 30), 0);
}

TEST(Foreground, APictureOfOneColourIsAllBackground) {
    EXPECT_EQ(cv::countNonZero(foreground(cv::Mat(64, 64, CV_8UC3, cv::Scalar(9, 9, 9)), {})), 0);
}

TEST(WholeSource, IsOneSegment) {
    const auto source = createSegmentSource("whole", Json::object());
    const SegmentMap map = source->segment(part("/x", "a.png", 10, 10)).map;
    EXPECT_EQ(map.componentCount(), 1);
    EXPECT_EQ(source->names().size(), 1U);
    EXPECT_EQ(cv::countNonZero(map.resized({8, 8}).labels()), 0);
}

class FilesSourceTest : public testing::Test {
protected:
    void SetUp() override {
        for (const char* folder : {"segments/test/bad", "segments/good", "test/bad", "train/good"}) {
            std::filesystem::create_directories(dir_ / folder);
        }
        cv::Mat labels(30, 40, CV_8UC1, cv::Scalar(0));
        labels.colRange(20, 40).setTo(2);
        writeNpy(dir_ / "segments/test/bad/a.npy", labels);
        labels.setTo(1);
        encodeImage(dir_ / "segments/good/b.png", labels);
    }

    std::unique_ptr<SegmentSource> prepared(const Json& params = Json::object()) {
        auto source = createSegmentSource("files", params);
        const std::vector<SegmentPart> parts{a_, b_};
        Job job;
        source->prepare(parts, job);
        return source;
    }

    test::TempDir dir_;
    SegmentPart a_ = part(dir_.path(), "test/bad/a.jpg", 80, 60);
    SegmentPart b_ = part(dir_.path(), "train/good/b.jpg", 80, 60);
};

TEST_F(FilesSourceTest, ReadsArraysAndPicturesAndFixesTheCount) {
    const auto source = prepared({{"names", "ground, wire"}});
    EXPECT_EQ(source->names(), (std::vector<std::string>{"ground", "wire", "segment 2"}));
    EXPECT_EQ(source->segment(a_).map.labels().at<std::uint8_t>(5, 30), 2);
    EXPECT_EQ(source->segment(b_).map.labels().at<std::uint8_t>(5, 5), 1);
    EXPECT_EQ(source->segment(b_).map.componentCount(), 3);

    const auto again = createSegmentSource("files", source->settledParams());
    EXPECT_EQ(again->names(), source->names());
    EXPECT_EQ(again->segment(b_).map.componentCount(), 3);
}

TEST_F(FilesSourceTest, SaysWhatIsWrongWithAFile) {
    const auto source = prepared();
    const SegmentPart missing = part(dir_.path(), "test/bad/c.jpg", 80, 60);
    EXPECT_EQ(codeOf([&] { source->segment(missing); }), ErrorCode::NotFound);
    EXPECT_EQ(prepared({{"missing", "whole"}})->segment(missing).map.componentCount(), 3);

    encodeImage(dir_ / "test/bad/a.jpg", cv::Mat(40, 80, CV_8UC3, cv::Scalar(1, 2, 3)));
    EXPECT_EQ(codeOf([&] { source->segment(part(dir_.path(), "test/bad/a.jpg", 80, 40)); }),
              ErrorCode::InvalidData)
        << "another shape than the picture";

    EXPECT_EQ(codeOf([&] {
                  createSegmentSource("files", {{"components", 2}})->segment(a_);
              }),
              ErrorCode::InvalidData)
        << "a label beyond the fixed count";

    writeNpy(dir_ / "segments/test/bad/a.npy", cv::Mat(30, 40, CV_32FC1, cv::Scalar(0.5)));
    const ErrorCode floats = codeOf([&] { source->segment(a_); });
    EXPECT_TRUE(floats == ErrorCode::InvalidData || floats == ErrorCode::Unsupported)
        << "floats are no labels";
}

TEST_F(FilesSourceTest, WithoutAnyMapPreparingFails) {
    EXPECT_EQ(codeOf([&] { prepared({{"folder", "nowhere"}}); }), ErrorCode::NotFound);
}
}  // namespace
