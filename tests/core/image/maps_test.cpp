#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/image/anomaly_map.h"
#include "core/image/segment_map.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
/// The two 4×5 planes of the stream resize_in.
std::vector<cv::Mat> vectorPlanes() {
    const auto stream = test::uniformStream("resize_in", 40);
    std::vector<cv::Mat> planes;
    for (std::size_t p = 0; p < 2; ++p) {
        cv::Mat plane(4, 5, CV_32FC1);
        std::transform(stream.begin() + static_cast<std::ptrdiff_t>(20 * p),
                       stream.begin() + static_cast<std::ptrdiff_t>(20 * (p + 1)), plane.ptr<float>(),
                       [](double u) { return static_cast<float>(u); });
        planes.push_back(plane);
    }
    return planes;
}

cv::Mat vectorPlane(const std::string& file, std::size_t plane) {
    const std::string bytes = readFile(test::dataFile(file), 1U << 20U);
    cv::Mat values(9, 12, CV_32FC1);
    const std::size_t planeBytes = values.total() * sizeof(float);
    std::memcpy(values.ptr(), bytes.data() + bytes.size() - (2 - plane) * planeBytes, planeBytes);
    return values;
}

TEST(AnomalyMap, ResizesBilinearlyWithHalfPixelCentres) {
    for (std::size_t p = 0; p < 2; ++p) {
        const AnomalyMap map(vectorPlanes()[p], "vector");
        const AnomalyMap resized = map.resized({12, 9});
        EXPECT_LT(test::largestDifference(resized.pixels(), vectorPlane("resize_bilinear_noalign.npy", p)),
                  1e-6);
    }
}

TEST(AnomalyMap, KnowsItsMaximum) {
    cv::Mat pixels(3, 4, CV_32FC1, cv::Scalar(-2));
    pixels.at<float>(2, 1) = -0.5F;
    EXPECT_EQ(AnomalyMap(pixels, "m").maximum(), -0.5F);
}

TEST(AnomalyMap, RefusesValuesThatAreNotFinite) {
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                            -std::numeric_limits<float>::infinity()}) {
        cv::Mat pixels(3, 4, CV_32FC1, cv::Scalar(1));
        pixels.at<float>(2, 1) = bad;
        const auto error = test::errorOf([&] { AnomalyMap(pixels, "part 7"); });
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code(), ErrorCode::InvalidData);
        EXPECT_EQ(error->subject(), "part 7");
        EXPECT_NE(error->message().find("row 2, column 1"), std::string::npos);
    }
    EXPECT_NO_THROW(AnomalyMap(cv::Mat(1, 1, CV_32FC1, cv::Scalar(std::numeric_limits<float>::max())), "m"));
    EXPECT_TRUE(test::errorOf([] { AnomalyMap(cv::Mat(), "empty"); }));
    EXPECT_THROW(AnomalyMap(cv::Mat(2, 2, CV_8UC1), "bytes"), std::invalid_argument);
}

TEST(AnomalyMap, TakesAPieceOfALargerPicture) {
    const cv::Mat large = vectorPlanes()[0];
    const AnomalyMap map(large(cv::Rect(1, 1, 3, 2)), "piece");
    EXPECT_TRUE(map.pixels().isContinuous());
    EXPECT_EQ(map.pixels().at<float>(1, 2), large.at<float>(2, 3));
}

TEST(SegmentMap, ResizesToTheNearestLabel) {
    // Labels that stand for the 20 numbers of the vector, so that every output pixel names its source.
    const cv::Mat source = vectorPlanes()[0];
    const cv::Mat wanted = vectorPlane("resize_nearest.npy", 0);
    cv::Mat labels(4, 5, CV_8UC1);
    for (int i = 0; i < 20; ++i)
        labels.at<std::uint8_t>(i / 5, i % 5) = static_cast<std::uint8_t>(i);
    const SegmentMap resized = SegmentMap(labels, 20, "vector").resized({12, 9});
    for (int y = 0; y < 9; ++y) {
        for (int x = 0; x < 12; ++x) {
            const int i = resized.labels().at<std::uint8_t>(y, x);
            EXPECT_EQ(source.at<float>(i / 5, i % 5), wanted.at<float>(y, x)) << y << ", " << x;
        }
    }
    EXPECT_EQ(resized.componentCount(), 20);
}

TEST(SegmentMap, RefusesLabelsBeyondTheCount) {
    cv::Mat labels = cv::Mat::zeros(4, 5, CV_8UC1);
    labels.at<std::uint8_t>(3, 3) = 6;
    const auto error = test::errorOf([&] { SegmentMap(labels, 6, "maps/001.npy"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::InvalidData);
    EXPECT_EQ(error->subject(), "maps/001.npy");
    EXPECT_EQ(SegmentMap(labels, 7, "ok").componentCount(), 7);
    EXPECT_TRUE(test::errorOf([] { SegmentMap(cv::Mat(), 1, "empty"); }));
}

TEST(SegmentMap, WholeIsOneComponent) {
    const SegmentMap map = SegmentMap::whole({7, 3});
    EXPECT_EQ(map.size(), cv::Size(7, 3));
    EXPECT_EQ(map.componentCount(), 1);
    EXPECT_EQ(cv::countNonZero(map.labels()), 0);
}
}  // namespace
