#include "core/image/resize.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
/// floor(256·u) of the stream resize_u8_in, as preprocess.json says.
cv::Mat vectorInput() {
    cv::Mat image(37, 53, CV_8UC3);
    const auto stream = test::uniformStream("resize_u8_in", image.total() * 3);
    std::transform(stream.begin(), stream.end(), image.ptr(),
                   [](double u) { return static_cast<std::uint8_t>(std::floor(256 * u)); });
    return image;
}

/// The values of a three-dimensional uint8 .npy, which readNpy… is not meant for.
cv::Mat vectorOutput(const std::string& name, cv::Size size) {
    cv::Mat image(size, CV_8UC3);
    const std::string file = readFile(test::dataFile(name), 1U << 20U);
    const std::size_t count = image.total() * 3;
    std::copy(file.end() - static_cast<std::ptrdiff_t>(count), file.end(), image.ptr());
    return image;
}

TEST(ResizeLinear, EqualsTheVectorsBitForBit) {
    const Json cases = test::vectors("preprocess.json");
    for (const char* name : {"down", "up"}) {
        const Json& expected = cases.at(name);
        const cv::Size size(expected.at("out_hw")[1], expected.at("out_hw")[0]);
        const cv::Mat result = resizeImage(vectorInput(), size, ResizeMode::Linear);
        const cv::Mat wanted = vectorOutput(expected.at("cv2_inter_linear_u8").at("file"), size);
        EXPECT_EQ(test::largestDifference(result, wanted), 0) << name;
        const Json& exact = expected.at("float64_half_pixel_no_antialias_sample");
        for (std::size_t i = 0; i < exact.at("idx").size(); ++i) {
            EXPECT_NEAR(result.ptr()[exact.at("idx")[i].get<std::size_t>()], exact.at("val")[i].get<double>(),
                        0.76);
        }
    }
}

/// Triangle filter widened by the reduction, in double and without rounding in between.
cv::Mat exactAntialias(const cv::Mat& image, cv::Size size) {
    const auto weights = [](int in, int out) {
        cv::Mat matrix = cv::Mat::zeros(out, in, CV_64F);
        const double scale = static_cast<double>(in) / out;
        const double support = std::max(1.0, scale);
        for (int o = 0; o < out; ++o) {
            for (int i = 0; i < in; ++i)
                matrix.at<double>(o, i) =
                    std::max(0.0, 1 - std::abs((i + 0.5) - (o + 0.5) * scale) / support);
            matrix.row(o) /= cv::sum(matrix.row(o))[0];
        }
        return matrix;
    };
    std::vector<cv::Mat> channels;
    cv::split(image, channels);
    for (cv::Mat& channel : channels) {
        channel.convertTo(channel, CV_64F);
        channel = weights(image.rows, size.height) * channel * weights(image.cols, size.width).t();
    }
    cv::Mat merged;
    cv::merge(channels, merged);
    return merged;
}

TEST(ResizeAntialias, IsTheWidenedTriangleFilterWithinOneLevel) {
    for (const cv::Size size :
         {cv::Size(20, 16), cv::Size(53, 11), cv::Size(7, 37), cv::Size(64, 50), cv::Size(1, 1)}) {
        cv::Mat exact = exactAntialias(vectorInput(), size);
        cv::Mat result = resizeImage(vectorInput(), size, ResizeMode::Antialias);
        ASSERT_EQ(result.size(), size);
        result.convertTo(result, CV_64F);
        EXPECT_LE(test::largestDifference(result, exact), 1.0) << size;
    }
}

TEST(ResizeAntialias, GivesWhatPilGives) {
    // Pillow's Resample.c by hand for a reduction of 4 to 2: weights 1/8, 3/8, 3/8, 1/8 cut at the border, so
    // 3/7, 3/7, 1/7 for the first and the mirror image for the second pixel.
    const cv::Mat row = (cv::Mat_<std::uint8_t>(1, 4) << 10, 200, 60, 90);
    const cv::Mat small = resizeImage(row, {2, 1}, ResizeMode::Antialias);
    EXPECT_EQ(small.at<std::uint8_t>(0), std::lround((3 * 10 + 3 * 200 + 60) / 7.0));
    EXPECT_EQ(small.at<std::uint8_t>(1), std::lround((200 + 3 * 60 + 3 * 90) / 7.0));
}

TEST(ResizeAntialias, KeepsEvenSurfacesAndGreyPictures) {
    const cv::Mat grey(301, 407, CV_8UC1, cv::Scalar(173));
    const cv::Mat small = resizeImage(grey, {32, 48}, ResizeMode::Antialias);
    EXPECT_EQ(small.type(), CV_8UC1);
    EXPECT_EQ(test::largestDifference(small, cv::Mat(48, 32, CV_8UC1, cv::Scalar(173))), 0);
}

TEST(Resize, RefusesWhatIsNotAPicture) {
    EXPECT_THROW(resizeImage(cv::Mat(), {4, 4}, ResizeMode::Linear), std::invalid_argument);
    EXPECT_THROW(resizeImage(cv::Mat(4, 4, CV_32FC1), {2, 2}, ResizeMode::Linear), std::invalid_argument);
    EXPECT_THROW(resizeImage(vectorInput(), {0, 2}, ResizeMode::Antialias), std::invalid_argument);
}
}  // namespace
