// Perlin noise against the vectors of the specification.
#include "core/defect/perlin.h"

#include <numbers>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/defect/augment.h"
#include "core/defect/membrane.h"
#include "core/image/npy.h"
#include "tests/core/defect/scene_builder.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
struct Case {
    const char* name;
    cv::Size size;
    cv::Size cells;
};

class Perlin : public testing::TestWithParam<Case> {};

TEST_P(Perlin, EqualsTheVectors) {
    const Case& c = GetParam();
    std::vector<double> angles =
        test::uniformStream(std::string("perlin/") + c.name,
                            static_cast<std::size_t>((c.cells.height + 1) * (c.cells.width + 1)));
    for (double& angle : angles)
        angle *= 2 * std::numbers::pi;
    const cv::Mat noise = perlinNoise(c.size, c.cells, angles);
    const cv::Mat expected = readNpyFloat(test::dataFile(std::string("perlin_") + c.name + ".npy"));
    ASSERT_EQ(noise.size(), expected.size());
    EXPECT_LT(cv::norm(noise, expected, cv::NORM_INF), 1e-5);
    const Json facts = test::vectors("perlin.json")[std::string("perlin/") + c.name];
    EXPECT_EQ(cv::countNonZero(noise > 0.5), facts["n_gt_0_5"].get<int>());
}
INSTANTIATE_TEST_SUITE_P(Vectors, Perlin,
                         testing::Values(Case{"64x64_4x8", {64, 64}, {8, 4}},
                                         Case{"64x64_1x1", {64, 64}, {1, 1}},
                                         Case{"64x32_32x2", {32, 64}, {2, 32}}));

TEST(Augmenters, KeepTypeAndSizeAndDoSomething) {
    const cv::Mat picture = test::drawnPart().rgb;
    for (int which = 0; which < kAugmenters; ++which) {
        bool any = false;
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            SplitMix64 random(seed, "augment");
            const cv::Mat changed = augmented(picture, which, random);
            ASSERT_EQ(changed.size(), picture.size()) << which;
            ASSERT_EQ(changed.type(), CV_8UC3);
            any = any || cv::norm(changed, picture, cv::NORM_INF) > 0;
        }
        EXPECT_TRUE(any) << which;
    }
}

TEST(Membrane, ContinuesALinearField) {
    cv::Mat field(60, 80, CV_32FC3);
    for (int y = 0; y < field.rows; ++y) {
        for (int x = 0; x < field.cols; ++x)
            field.at<cv::Vec3f>(y, x) = {static_cast<float>(x), static_cast<float>(y), 10};
    }
    cv::Mat hole = cv::Mat::zeros(field.size(), CV_8UC1);
    hole(cv::Rect(20, 15, 30, 25)) = 255;
    cv::Mat holed = field.clone();
    holed.setTo(cv::Scalar::all(-500), hole);
    EXPECT_LT(cv::norm(stretched(holed, hole, hole == 0), field, cv::NORM_INF), 1);
}

TEST(Membrane, APictureComesBackFromItsSteps) {
    const cv::Mat rgb = test::drawnPart().rgb;
    cv::Mat picture;
    rgb.convertTo(picture, CV_32FC3);
    cv::Mat steps = cv::Mat::zeros(picture.size(), CV_32FC3);
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            for (const cv::Point& by :
                 {cv::Point(-1, 0), cv::Point(1, 0), cv::Point(0, -1), cv::Point(0, 1)}) {
                const cv::Point there = cv::Point(x, y) + by;
                if (!cv::Rect({}, picture.size()).contains(there)) continue;
                steps.at<cv::Vec3f>(y, x) += picture.at<cv::Vec3f>(y, x) - picture.at<cv::Vec3f>(there);
            }
        }
    }
    cv::Mat hole = cv::Mat::zeros(picture.size(), CV_8UC1);
    cv::ellipse(hole, {120, 95}, {90, 60}, 20, 0, 360, cv::Scalar(255), cv::FILLED);
    hole(cv::Rect(0, 60, 50, 30)) = 255;  // as far as the border
    cv::Mat holed = picture.clone();
    holed.setTo(cv::Scalar::all(0), hole);
    EXPECT_LT(cv::norm(integrated(holed, hole, steps), picture, cv::NORM_INF), 1);
}

TEST(Membrane, WithNothingKnownIsFlat) {
    const cv::Mat values(9, 9, CV_32FC3, cv::Scalar::all(5));
    const cv::Mat all(9, 9, CV_8UC1, cv::Scalar(255));
    const cv::Mat none = cv::Mat::zeros(9, 9, CV_8UC1);
    EXPECT_EQ(cv::norm(stretched(values, all, none), cv::NORM_INF), 0);
}
}  // namespace
