// The small parts of an inspection: order, shares, placing.
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/workflow/inspection.h"
#include "core/workflow/natural_order.h"
#include "core/workflow/picture_stream.h"
#include "core/workflow/placed_pictures.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
TEST(NaturalOrder, CountsAsPeopleDo) {
    const std::vector<std::string> ordered{"a/img1.png",
                                           "a/img01.png",
                                           "a/img2.png",
                                           "a/img10.png",
                                           "a/img10b.png",
                                           "a-b/1.png",
                                           "b1/x.png",
                                           "b1/x99999999999999999999.png",
                                           "b1/x100000000000000000000.png",
                                           "b2/a.png"};
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (std::size_t k = 0; k < ordered.size(); ++k) {
            if (ordered[i].find("img1.png") != std::string::npos ||
                ordered[k].find("img1.png") != std::string::npos)
                continue;  // "1" and "01" are one number: either may be first, but not both
            EXPECT_EQ(naturalLess(ordered[i], ordered[k]), i < k) << ordered[i] << " " << ordered[k];
        }
    }
    EXPECT_NE(naturalLess("1", "01"), naturalLess("01", "1"));
    EXPECT_FALSE(naturalLess("1", "1"));
}

TEST(Shares, HaveEveryPathOnceAndAlwaysTheSame) {
    std::vector<int> sizes(4);
    for (int i = 0; i < 2000; ++i) {
        const std::string path = "day/" + std::to_string(i) + ".png";
        int owners = 0;
        for (int index = 1; index <= 4; ++index) {
            if (!Shard{.index = index, .count = 4}.has(path)) continue;
            ++owners;
            ++sizes[static_cast<std::size_t>(index - 1)];
        }
        EXPECT_EQ(owners, 1) << path;
    }
    for (const int size : sizes)
        EXPECT_NEAR(size, 500, 100);
    // Written down once: results of different machines and versions have to fit together.
    const std::vector<int> known{2, 4, 3, 1, 4, 3};
    for (std::size_t i = 0; i < known.size(); ++i)
        EXPECT_TRUE((Shard{.index = known[i], .count = 4}.has("img" + std::to_string(i) + ".png"))) << i;
    EXPECT_EQ(Shard::parse("2/4"), (Shard{.index = 2, .count = 4}));
    for (const char* wrong : {"", "2", "0/4", "5/4", "1/0", "a/b", "1/4x", "-1/4", "1//4"})
        EXPECT_THROW(Shard::parse(wrong), Error) << wrong;
}

class Placed : public testing::Test {
protected:
    InspectionResult picture(const std::string& path, const std::string& contents,
                             std::optional<Verdict> verdict) const {
        std::filesystem::create_directories((folder_ / path).parent_path());
        std::ofstream(folder_ / path) << contents;
        PictureFile file{.path = path, .file = folder_ / path};
        statPicture(file);
        InspectionResult result{.bytes = file.bytes, .modifiedNs = file.modifiedNs};
        result.part.path = path;
        result.part.verdict = verdict;
        return result;
    }

    test::TempDir dir_;
    Path folder_ = dir_ / "in";
    Path done_ = dir_ / "done";
};

TEST_F(Placed, MovesByVerdictAndOverwritesNothing) {
    const InspectionResult first = picture("sub/a.png", "first", Verdict::Reject);
    EXPECT_EQ(placePicture(first, folder_, done_, Placing::Move), toUtf8(done_ / "reject/sub/a.png"));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "sub/a.png"));
    EXPECT_EQ(placePicture(first, folder_, done_, Placing::Move), toUtf8(done_ / "reject/sub/a.png"))
        << "after a crash that is found again";
    const InspectionResult second = picture("sub/a.png", "the second", Verdict::Reject);
    EXPECT_EQ(placePicture(second, folder_, done_, Placing::Move), toUtf8(done_ / "reject/sub/a-2.png"));
    EXPECT_EQ(readFile(done_ / "reject/sub/a.png", 99), "first");
    EXPECT_EQ(placePicture(picture("b.png", "?", std::nullopt), folder_, done_, Placing::Move),
              toUtf8(done_ / "failed/b.png"));
}

TEST_F(Placed, CopiesWithTheTimeAndLeavesWhatHasChanged) {
    const InspectionResult result = picture("a.png", "whole", Verdict::Pass);
    const std::string place = placePicture(result, folder_, done_, Placing::Copy);
    EXPECT_EQ(place, toUtf8(done_ / "pass/a.png"));
    EXPECT_TRUE(std::filesystem::exists(folder_ / "a.png"));
    PictureFile copy{.file = place};
    ASSERT_TRUE(statPicture(copy));
    EXPECT_EQ(copy.modifiedNs, result.modifiedNs);
    EXPECT_EQ(placePicture(result, folder_, done_, Placing::Copy), place) << "not copied again";
    InspectionResult stale = picture("c.png", "old", Verdict::Pass);
    picture("c.png", "a newer one", Verdict::Pass);
    EXPECT_EQ(placePicture(stale, folder_, done_, Placing::Move), "") << "another picture by now";
    EXPECT_TRUE(std::filesystem::exists(folder_ / "c.png"));
}
}  // namespace
