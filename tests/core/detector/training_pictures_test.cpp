#include "core/detector/training_pictures.h"

#include <cstring>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/error_code.h"

namespace segad {
namespace {
using test::drawnPart;
using test::DrawnParts;

TEST(TrainingPictures, AreThePicturesResizedInMemoryAndInAFile) {
    // 35 × 33 pixels are no whole number of floats.
    const NetworkInput input{.size = {35, 33}};
    Job job;
    for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{1} << 30U}) {
        const TrainingPictures pictures = TrainingPictures::read(DrawnParts(5), input, memory, job);
        ASSERT_EQ(pictures.size(), 5U);
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            const cv::Mat wanted = resizeImage(drawnPart(i), input.size, input.resize);
            const cv::Mat found = pictures.at(i);
            ASSERT_EQ(found.size(), wanted.size());
            EXPECT_EQ(std::memcmp(found.data, wanted.data, wanted.total() * wanted.elemSize()), 0);
        }
    }
    EXPECT_GE(TrainingPictures::bytes(5, input), 5U * 35 * 33 * 3);
}

TEST(TrainingPictures, NameWhatCannotBeRead) {
    Job job;
    try {
        TrainingPictures::read(DrawnParts(5, 3), {}, 1 << 30, job);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.subject(), "part3.png");
    }
    EXPECT_EQ(test::codeOf([&] { TrainingPictures::read(DrawnParts(0), {}, 0, job); }),
              ErrorCode::InvalidData);
    Job cancelled;
    cancelled.cancel();
    EXPECT_THROW(TrainingPictures::read(DrawnParts(5), {}, 1 << 30, cancelled), Cancelled);
}
}  // namespace
}  // namespace segad
