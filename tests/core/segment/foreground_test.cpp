#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/image.h"
#include "core/segment/foreground_source.h"
#include "core/segment/segment_source.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
const cv::Scalar kCloth(40, 90, 60);
const cv::Scalar kPasta(220, 170, 80);

/// A cloth with noise and uneven light.
cv::Mat cloth(cv::Size size = {448, 300}) {
    cv::Mat picture(size, CV_8UC3, kCloth);
    SplitMix64 dice(fnv1a64("segment/cloth"));
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double light = 0.9 + 0.2 * x / size.width + 0.08 * (dice.uniform() - 0.5);
            for (int c = 0; c < 3; ++c)
                picture.at<cv::Vec3b>(y, x)[c] = cv::saturate_cast<std::uint8_t>(kCloth[c] * light);
        }
    }
    return picture;
}

cv::Mat disc(cv::Size size = {448, 300}, double radius = 90) {
    cv::Mat picture = cloth(size);
    cv::circle(picture, {size.width / 2, size.height / 2}, static_cast<int>(radius), kPasta, cv::FILLED,
               cv::LINE_AA);
    return picture;
}

SegmentPart part(const std::string& path, const cv::Mat& picture) {
    return {
        .folder = "/parts", .path = path, .width = picture.cols, .height = picture.rows, .rgb = [picture] {
            return picture;
        }};
}

double share(const cv::Mat& mask) {
    return static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
}

TEST(ForegroundMask, IsTheDiscOnTheCloth) {
    const cv::Mat mask = foreground(disc(), {});
    ASSERT_EQ(mask.size(), cv::Size(256, 256));
    ASSERT_EQ(mask.type(), CV_8UC1);
    cv::Mat expected = cv::Mat::zeros(300, 448, CV_8UC1);
    cv::circle(expected, {224, 150}, 90, 1, cv::FILLED);
    cv::resize(expected, expected, {256, 256}, 0, 0, cv::INTER_NEAREST);
    const double together = cv::countNonZero(mask & expected);
    const double either = cv::countNonZero(mask | expected);
    EXPECT_GT(together / either, 0.97);
}

TEST(ForegroundMask, SpotsOnThePartBelongToItAndSpecksOnTheClothDoNot) {
    cv::Mat picture = disc();
    cv::circle(picture, {224, 150}, 12, kCloth * 0.6, cv::FILLED);
    cv::circle(picture, {30, 30}, 6, kPasta, cv::FILLED);
    const cv::Mat mask = foreground(picture, {});
    EXPECT_EQ(mask.at<std::uint8_t>(128, 128), 1);
    EXPECT_EQ(mask.at<std::uint8_t>(30 * 256 / 300, 30 * 256 / 448), 0);

    const cv::Mat raw = foreground(picture, {.close = 1, .minimumShare = 0, .largestHole = 0});
    EXPECT_EQ(raw.at<std::uint8_t>(128, 128), 0);
    EXPECT_EQ(raw.at<std::uint8_t>(30 * 256 / 300, 30 * 256 / 448), 1);
}

TEST(ForegroundMask, LargeHolesStayOpen) {
    cv::Mat ring = disc();
    cv::circle(ring, {224, 150}, 60, kCloth, cv::FILLED);
    EXPECT_EQ(foreground(ring, {}).at<std::uint8_t>(128, 128), 0);
    EXPECT_EQ(foreground(ring, {.fillHoles = true}).at<std::uint8_t>(128, 128), 1);
}

TEST(ForegroundMask, ACutByTheBorderIsNoHole) {
    cv::Mat picture = cloth();
    cv::circle(picture, {224, 0}, 60, kPasta, cv::FILLED);
    cv::rectangle(picture, cv::Rect(219, 0, 10, 30), kCloth, cv::FILLED);
    const cv::Mat mask = foreground(picture, {.close = 1, .largestHole = 0.01});
    EXPECT_EQ(mask.at<std::uint8_t>(5, 128), 0);
}

class ForegroundSource : public testing::Test {
protected:
    std::unique_ptr<SegmentSource> prepared(Json params = Json::object()) {
        auto source = createSegmentSource("foreground", params);
        std::vector<SegmentPart> parts;
        for (int i = 0; i < 9; ++i) {
            const cv::Mat picture = i == 8 ? crowded() : disc({448, 300}, 70 + 5 * i);
            parts.push_back(part("good/" + std::to_string(i), picture));
        }
        source->prepare(parts, job_);
        return source;
    }

    /// A part so near that it covers all of the border but its middle is cloth.
    static cv::Mat crowded() {
        cv::Mat picture = cloth();
        picture.setTo(kPasta);
        cloth()(cv::Rect(150, 80, 140, 120)).copyTo(picture(cv::Rect(150, 80, 140, 120)));
        return picture;
    }

    static cv::Mat maskOf(const SegmentSource& source, const cv::Mat& picture) {
        return source.segment(part("test/a.png", picture)).map.labels();
    }

    Job job_;
};

TEST_F(ForegroundSource, SettlesBackgroundAndContrast) {
    const auto source = prepared();
    const Json params = source->settledParams();
    EXPECT_EQ(params.at("ground").get<std::string>().size(), 7U);
    EXPECT_GT(params.at("contrast").get<double>(), 10);
    EXPECT_EQ(source->names(), (std::vector<std::string>{"background", "object"}));
    const auto again = createSegmentSource("foreground", params);
    EXPECT_EQ(cv::norm(maskOf(*again, disc()), maskOf(*source, disc()), cv::NORM_INF), 0);
}

TEST_F(ForegroundSource, APartThatCoversTheBorderIsStillTheObject) {
    const auto source = prepared();
    const cv::Mat mask = maskOf(*source, crowded());
    EXPECT_EQ(mask.at<std::uint8_t>(2, 2), 1);
    EXPECT_EQ(mask.at<std::uint8_t>(128, 128), 0);
    EXPECT_EQ(foreground(crowded(), {}).at<std::uint8_t>(2, 2), 0) << "what preparing is for";
}

TEST_F(ForegroundSource, AnEmptyClothHasNoObject) {
    EXPECT_LT(share(maskOf(*prepared(), cloth())), 0.001);
    EXPECT_GT(share(foreground(cloth(), {})), 0.05) << "what preparing is for";
}

TEST_F(ForegroundSource, FollowsDarkerLight) {
    const cv::Mat mask = maskOf(*prepared(), disc() * 0.7);
    EXPECT_NEAR(share(mask), share(maskOf(*prepared(), disc())), 0.01);
}

TEST_F(ForegroundSource, KeepsWhatTheUserSays) {
    const auto source = prepared({{"ground", "#dcaa50"}, {"contrast", 30.0}});
    EXPECT_EQ(source->settledParams().at("ground"), "#dcaa50");
    EXPECT_EQ(source->settledParams().at("contrast"), 30.0);
    EXPECT_EQ(maskOf(*source, disc()).at<std::uint8_t>(128, 128), 0) << "the disc is the background now";
}

TEST_F(ForegroundSource, UnreadablePicturesAreLeftOutOfPreparing) {
    const auto source = createSegmentSource("foreground", Json::object());
    SegmentPart broken = part("good/broken.png", disc());
    broken.rgb = []() -> cv::Mat {
        throw Error(ErrorCode::InvalidData, "good/broken.png", "is damaged", "Copy it again.");
    };
    const std::vector<SegmentPart> parts{broken, part("good/1.png", disc())};
    source->prepare(parts, job_);
    EXPECT_NE(source->settledParams().at("ground"), "");
    EXPECT_EQ(maskOf(*source, disc()).at<std::uint8_t>(128, 128), 1);
    EXPECT_THROW(source->segment(broken), Error);
}

TEST_F(ForegroundSource, PreparingCanBeStopped) {
    job_.cancel();
    EXPECT_THROW(prepared(), Cancelled);
}

TEST(ForegroundOfPlainPictures, HasNoObject) {
    const cv::Mat plain(100, 100, CV_8UC3, cv::Scalar(9, 9, 9));
    EXPECT_EQ(cv::countNonZero(foreground(plain, {})), 0);
    EXPECT_EQ(foreground(cv::Mat(1, 1, CV_8UC3, cv::Scalar(9, 9, 9)), {.side = 32}).size(), cv::Size(32, 32));
}

TEST(ForegroundOfRealParts, HoldsTheDefects) {
    const auto folder = test::sharedData("images/visa_macaroni1");
    if (!folder) GTEST_SKIP() << "the real images are not on this machine";
    const auto source = createSegmentSource("foreground", Json::object());
    std::vector<SegmentPart> parts;
    for (const char* name : {"0000.jpg", "0241.jpg", "0480.jpg", "0729.jpg"})
        parts.push_back(part(name, decodeImage(*folder / "train/good" / name).rgb));
    Job job;
    source->prepare(parts, job);
    for (const SegmentPart& good : parts)
        EXPECT_NEAR(share(source->segment(good).map.labels()), 0.15, 0.04) << good.path;
    double defect = 0;
    double inside = 0;
    for (const std::string name : {"000", "025", "050", "075"}) {
        const SegmentMap map =
            source->segment(part(name, decodeImage(*folder / "test/bad" / (name + ".jpg")).rgb)).map;
        const cv::Mat mask = decodeLabels(*folder / "ground_truth/bad" / (name + ".png"));
        defect += cv::countNonZero(mask);
        inside += cv::countNonZero((mask > 0) & (map.resized(mask.size()).labels() > 0));
    }
    EXPECT_GT(inside / defect, 0.9);
}
}  // namespace
