#include "core/detector/map_operations.h"

#include <gtest/gtest.h>

#include "tests/support/npy_array.h"

namespace segad {
namespace {
/// Picture `index` of a stack [.., height, width] of the stream `name`.
cv::Mat streamMap(std::string_view name, int index, int height, int width) {
    const auto values = test::uniformStream(name, static_cast<std::size_t>((index + 1) * height * width));
    cv::Mat map(height, width, CV_32FC1);
    for (int i = 0; i < height * width; ++i)
        map.at<float>(i / width, i % width) =
            static_cast<float>(values[static_cast<std::size_t>(index * height * width + i)]);
    return map;
}

void expectEqual(const cv::Mat& actual, const test::NpyArray& expected, int index, double tolerance) {
    const auto begin = static_cast<std::size_t>(index) * actual.total();
    for (int i = 0; i < static_cast<int>(actual.total()); ++i) {
        ASSERT_NEAR(actual.at<float>(i / actual.cols, i % actual.cols),
                    expected.values[begin + static_cast<std::size_t>(i)], tolerance)
            << i;
    }
}

TEST(Blur, KernelIsTheVectors) {
    for (const auto& [sigma, expected] : test::vectors("ops.json").at("gaussian").items()) {
        const std::vector<double> kernel = gaussianKernel(std::stod(sigma));
        const auto weights = expected.at("kernel1d").get<std::vector<double>>();
        ASSERT_EQ(kernel.size(), weights.size());
        for (std::size_t i = 0; i < kernel.size(); ++i)
            EXPECT_NEAR(kernel[i], weights[i], 1e-12);
    }
}

TEST(Blur, MirrorsWithoutRepeatingTheEdge) {
    const test::NpyArray expected = test::npyVectors("blur_sigma4.npy");
    for (const int image : {0, 1})
        expectEqual(blurMap(streamMap("blur_in", image, 40, 48), 4), expected, image, 2e-6);
}

TEST(Blur, OfAnImpulseIsTheKernelSquared) {
    cv::Mat impulse = cv::Mat::zeros(40, 48, CV_32FC1);
    impulse.at<float>(20, 24) = 1;
    const std::vector<double> kernel = gaussianKernel(4);
    const cv::Mat blurred = blurMap(impulse, 4);
    EXPECT_NEAR(blurred.at<float>(20, 24), kernel[16] * kernel[16], 1e-8);
    EXPECT_NEAR(blurred.at<float>(23, 29), kernel[19] * kernel[21], 1e-8);
    EXPECT_EQ(blurMap(impulse, 0).at<float>(20, 24), 1);
}

TEST(Blur, KeepsAConstantMapEvenWhenItIsSmallerThanTheKernel) {
    const cv::Mat blurred = blurMap(cv::Mat(8, 8, CV_32FC1, cv::Scalar(3.0)), 8);
    EXPECT_NEAR(blurred.at<float>(0, 0), 3, 1e-5);
    EXPECT_NEAR(blurred.at<float>(4, 7), 3, 1e-5);
}

TEST(ResizeMap, IsTheVectors) {
    const test::NpyArray nearest = test::npyVectors("resize_nearest.npy");
    const test::NpyArray bilinear = test::npyVectors("resize_bilinear_noalign.npy");
    const test::NpyArray corners = test::npyVectors("resize_bilinear_align.npy");
    for (const int channel : {0, 1}) {
        const cv::Mat map = streamMap("resize_in", channel, 4, 5);
        expectEqual(resizeMapCorners(map, {12, 9}), corners, channel, 1e-6);
        expectEqual(resizeMapNearest(map, {12, 9}), nearest, channel, 1e-7);
        expectEqual(resizeMapBilinear(map, {12, 9}), bilinear, channel, 1e-6);
    }
}

TEST(ResizeMap, OfOnePixelIsThatPixelEverywhere) {
    const cv::Mat map = resizeMapCorners(cv::Mat(1, 1, CV_32FC1, cv::Scalar(3)), {5, 1});
    EXPECT_EQ(map.at<float>(0, 0), 3);
    EXPECT_EQ(map.at<float>(0, 4), 3);
}
}  // namespace
}  // namespace segad
