// What EfficientAD is shown beside the parts.
#include "core/detector/efficientad_pictures.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using test::codeOf;

TEST(EfficientAdPictures, ColoursChangeAsPilChangesThem) {
    const cv::Mat two = (cv::Mat_<cv::Vec3b>(1, 2) << cv::Vec3b(100, 150, 200), cv::Vec3b(10, 20, 250));
    const auto changed = [&](ColourChange change, double factor, int x) {
        return changedColour(two, change, factor).at<cv::Vec3b>(0, x);
    };
    // Worked out by hand: greys are 141 and 43, their rounded mean 92.
    EXPECT_EQ(changed(ColourChange::Brightness, 1.15, 0), cv::Vec3b(114, 172, 229));
    EXPECT_EQ(changed(ColourChange::Brightness, 1.15, 1), cv::Vec3b(11, 23, 255));
    EXPECT_EQ(changed(ColourChange::Contrast, 0.5, 0), cv::Vec3b(96, 121, 146));
    EXPECT_EQ(changed(ColourChange::Contrast, 1.5, 1), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(changed(ColourChange::Saturation, 0.5, 0), cv::Vec3b(120, 145, 170));
    EXPECT_EQ(greyed(two).at<cv::Vec3b>(0, 1), cv::Vec3b(43, 43, 43));
    for (const ColourChange change :
         {ColourChange::Brightness, ColourChange::Contrast, ColourChange::Saturation})
        EXPECT_EQ(changed(change, 1.0, 0), cv::Vec3b(100, 150, 200));
}

TEST(EfficientAdPictures, AStepAlwaysSeesTheSame) {
    const cv::Mat rgb(8, 8, CV_8UC3, cv::Scalar(90, 130, 170));
    bool varies = false;
    for (std::int64_t step = 0; step < 6; ++step) {
        const cv::Mat once = jitteredColour(rgb, 5, step);
        EXPECT_EQ(cv::norm(once, jitteredColour(rgb, 5, step)), 0);
        varies = varies || cv::norm(once, jitteredColour(rgb, 6, step)) > 0;
    }
    EXPECT_TRUE(varies);
}

EfficientAdOptions withPenalty(PenaltyPictureSource source, const Path& folder = {}) {
    EfficientAdOptions options;
    options.penalty = source;
    options.penaltyFolder = folder;
    return options;
}

TEST(EfficientAdPictures, PenaltyPicturesAreDrawn) {
    Job job;
    EXPECT_EQ(makePenaltyPictures(withPenalty(PenaltyPictureSource::None), 1, job), nullptr);
    const auto drawn = makePenaltyPictures(withPenalty(PenaltyPictureSource::Procedural), 1, job);
    const cv::Mat picture = drawn->at(3);
    EXPECT_EQ(picture.size(), cv::Size(256, 256));
    EXPECT_EQ(picture.type(), CV_8UC3);
    EXPECT_EQ(cv::norm(picture, drawn->at(3)), 0);
    EXPECT_GT(cv::norm(picture, drawn->at(4)), 0);
    EXPECT_NE(drawn->identity().find("procedural"), std::string::npos);
}

TEST(EfficientAdPictures, PenaltyPicturesComeFromAFolder) {
    const test::TempDir folder;
    encodeImage(folder / "a.png", cv::Mat(20, 30, CV_8UC3, cv::Scalar(200, 10, 10)));
    writeFileAtomically(folder / "broken.png", "no picture");
    Job job;
    const auto pictures =
        makePenaltyPictures(withPenalty(PenaltyPictureSource::Folder, folder.path()), 1, job);
    EXPECT_EQ(job.warnings().size(), 1U);
    EXPECT_NE(pictures->identity().find("1 pictures"), std::string::npos);
    int grey = 0;
    for (std::int64_t step = 0; step < 40; ++step) {
        const cv::Vec3b pixel = pictures->at(step).at<cv::Vec3b>(100, 100);
        if (pixel[0] == pixel[1])
            ++grey;
        else
            EXPECT_EQ(pixel, cv::Vec3b(200, 10, 10));
    }
    EXPECT_GT(grey, 4);
    EXPECT_LT(grey, 22);
    const test::TempDir empty;
    EXPECT_EQ(
        codeOf([&] { makePenaltyPictures(withPenalty(PenaltyPictureSource::Folder, empty.path()), 1, job); }),
        ErrorCode::NotFound);
}
}  // namespace
}  // namespace segad
