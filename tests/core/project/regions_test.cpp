// Painted regions: stored exactly, small and quickly, and what becomes of them when files change.
#include <chrono>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;

namespace {
bool same(const std::optional<cv::Mat>& stored, const cv::Mat& mask) {
    return stored && stored->type() == CV_8UC1 && stored->size() == mask.size() &&
           cv::countNonZero(*stored != mask) == 0;
}

/// Blots as a brush leaves them.
cv::Mat blots(cv::Size size, int count) {
    SplitMix64 random(7);
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    for (int i = 0; i < count; ++i) {
        const auto x = static_cast<int>(random() % static_cast<std::uint64_t>(size.width));
        const auto y = static_cast<int>(random() % static_cast<std::uint64_t>(size.height));
        cv::circle(mask, {x, y}, 3 + i % 40, 255, cv::FILLED);
    }
    return mask;
}

class RegionsOfProject : public testing::Test {
protected:
    cv::Mat mask(const cv::Rect& painted) const {
        cv::Mat pixels = cv::Mat::zeros(480, 640, CV_8UC1);
        pixels(painted).setTo(255);
        return pixels;
    }

    test::TempDir dir;
    Path file = dir / "p.segad";
    Project project = makeProject(file, 5);
};

TEST_F(RegionsOfProject, ComeBackAsTheyWerePainted) {
    EXPECT_FALSE(project.regions().get(1));
    cv::Mat two = mask({10, 20, 30, 40});
    two(cv::Rect(100, 100, 8, 8)).setTo(255);
    project.regions().put(1, two);
    project.regions().put(3, mask({0, 0, 640, 480}), "import");
    EXPECT_TRUE(same(project.regions().get(1), two));
    EXPECT_TRUE(same(Project::open(file, true).regions().get(3), mask({0, 0, 640, 480})));
    EXPECT_FALSE(project.regions().get(2));
    const auto all = project.regions().all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].part, 1);
    EXPECT_EQ(all[0].count, 2);
    EXPECT_EQ(all[0].pixels, 1264);
    EXPECT_DOUBLE_EQ(all[0].areaShare, 1264.0 / (640 * 480));
    EXPECT_EQ(all[0].origin, "user");
    EXPECT_EQ(all[1].origin, "import");
    EXPECT_EQ(project.regions().find(1), all[0]);
    EXPECT_FALSE(project.regions().find(2));
}

TEST_F(RegionsOfProject, AreReplacedAndRemovedAndLogged) {
    project.regions().put(1, mask({10, 20, 30, 40}));
    project.regions().put(1, mask({10, 20, 3, 4}));
    EXPECT_TRUE(same(project.regions().get(1), mask({10, 20, 3, 4})));
    AuditRecord entry = project.audit().latest(1).front();
    EXPECT_EQ(entry.action, "regions");
    EXPECT_EQ(entry.subject, "bad/part 1.png");
    EXPECT_EQ(entry.detail.at("pixels"), 12);
    for (const cv::Mat& nothing : {cv::Mat(), mask({})}) {
        project.regions().put(1, mask({1, 1, 1, 1}));
        project.regions().put(1, nothing);
        EXPECT_FALSE(project.regions().get(1));
        EXPECT_TRUE(project.regions().all().empty());
        entry = project.audit().latest(1).front();
        EXPECT_EQ(entry.detail.at("pixels"), 0);
        project.regions().put(1, nothing);
        EXPECT_EQ(project.audit().latest(1).front().id, entry.id) << "nothing was done";
    }
}

TEST_F(RegionsOfProject, TakeAPieceOfALargerPictureOfMemory) {
    cv::Mat large = cv::Mat::zeros(500, 700, CV_8UC1);
    large(cv::Rect(20, 20, 100, 50)).setTo(255);
    project.regions().put(1, large(cv::Rect(10, 10, 640, 480)));
    EXPECT_TRUE(same(project.regions().get(1), mask({10, 10, 100, 50})));
}

TEST_F(RegionsOfProject, RefuseWhatIsNoMaskOfThePicture) {
    project.regions().put(1, mask({1, 1, 5, 5}));
    cv::Mat grey = mask({1, 1, 5, 5});
    grey.at<std::uint8_t>(9, 9) = 7;
    for (const cv::Mat& bad :
         {cv::Mat(cv::Mat::zeros(480, 641, CV_8UC1)), cv::Mat(cv::Mat::zeros(480, 640, CV_8UC3)),
          cv::Mat(cv::Mat::zeros(480, 640, CV_32FC1)), grey}) {
        const Error error = errorOf([&] { project.regions().put(1, bad); });
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
        EXPECT_EQ(error.subject(), "regions of bad/part 1.png");
    }
    EXPECT_EQ(errorOf([&] { project.regions().put(99, mask({1, 1, 5, 5})); }).code(), ErrorCode::NotFound);
    EXPECT_TRUE(same(project.regions().get(1), mask({1, 1, 5, 5})));
    Project reader = Project::open(file, true);
    EXPECT_EQ(errorOf([&] { reader.regions().put(1, cv::Mat()); }).code(), ErrorCode::PermissionDenied);
}

TEST_F(RegionsOfProject, StayWithAnotherPictureOfTheSameSize) {
    project.regions().put(3, mask({1, 2, 3, 4}));
    PartRecord changed = test::somePart(1, 3);
    changed.sha256 = sha256Hex("saved again");
    project.parts().put(changed);
    EXPECT_TRUE(same(project.regions().get(3), mask({1, 2, 3, 4})));
}

TEST_F(RegionsOfProject, WaitOutOfSightForAPictureOfTheirSize) {
    project.regions().put(3, mask({1, 2, 3, 4}));
    PartRecord changed = test::somePart(1, 3);
    changed.sha256 = sha256Hex("scaled");
    changed.width = 320;
    changed.height = 240;
    project.parts().put(changed);
    EXPECT_FALSE(project.regions().get(3));
    EXPECT_FALSE(project.regions().find(3));
    EXPECT_TRUE(project.regions().all().empty());
    EXPECT_EQ(project.regions().misfits(), std::vector<PartId>{3});
    const auto findings = project.check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].subject(), "regions of bad/part 3.png");
    project.repair();
    project.parts().put(test::somePart(1, 3));
    EXPECT_TRUE(same(project.regions().get(3), mask({1, 2, 3, 4}))) << "the picture is back";

    project.parts().put(changed);
    project.regions().put(3, cv::Mat(240, 320, CV_8UC1, cv::Scalar(255)));
    EXPECT_TRUE(project.regions().misfits().empty()) << "painted anew";
    EXPECT_EQ(project.regions().find(3)->areaShare, 1);
}

TEST_F(RegionsOfProject, HostileOnesAreCorrupt) {
    for (const char* harm : {"runs = x''", "runs = x'0102'", "runs = substr(runs, 1, length(runs) - 3)",
                             "run_count = 7", "run_count = 1000000000", "pixels = 5",
                             "width = 1000000, height = 1000000", "runs = zeroblob(50)"}) {
        project.regions().put(1, mask({10, 20, 30, 40}));
        test::RawDatabase raw(file);
        raw.run(std::string("UPDATE region SET ") + harm + " WHERE part_id = 1");
        if (std::string(harm).starts_with("width"))
            raw.run("UPDATE part SET width = 1000000, height = 1000000 WHERE id = 1");
        const Error error = errorOf([&] { project.regions().get(1); });
        EXPECT_EQ(error.code(), ErrorCode::Corrupt) << harm;
        EXPECT_EQ(error.subject(), "regions of bad/part 1.png") << harm;
        raw.run("UPDATE part SET width = 640, height = 480 WHERE id = 1");
    }
    // Lengths that are well packed and wrong.
    const cv::Mat other(480, 640, CV_8UC1, cv::Scalar(255));
    project.regions().put(2, other(cv::Rect(0, 0, 640, 480)));
    test::RawDatabase raw(file);
    raw.run("UPDATE region SET width = 320 WHERE part_id = 2; UPDATE part SET width = 320 WHERE id = 2");
    EXPECT_EQ(errorOf([&] { project.regions().get(2); }).code(), ErrorCode::Corrupt);
}

TEST_F(RegionsOfProject, OfALargePictureAreSmallAndQuick) {
    PartRecord large = test::somePart(1, 1);
    large.width = 4000;
    large.height = 3000;
    project.parts().put(large);
    const cv::Mat painted = blots({4000, 3000}, 60);
    project.regions().put(1, painted);
    const auto bytes = std::stoll(test::RawDatabase(file).value("SELECT length(runs) FROM region"));
    EXPECT_LT(bytes, 40'000);
    constexpr int kTimes = 5;
    double best[2] = {1e9, 1e9};
    for (int i = 0; i < kTimes; ++i) {
        const auto start = std::chrono::steady_clock::now();
        project.regions().put(1, painted);
        const auto stored = std::chrono::steady_clock::now();
        EXPECT_TRUE(project.regions().get(1));
        const auto end = std::chrono::steady_clock::now();
        best[0] = std::min(best[0], std::chrono::duration<double, std::milli>(stored - start).count());
        best[1] = std::min(best[1], std::chrono::duration<double, std::milli>(end - stored).count());
    }
    RecordProperty("bytes", static_cast<int>(bytes));
    RecordProperty("put_us", static_cast<int>(best[0] * 1000));
    RecordProperty("get_us", static_cast<int>(best[1] * 1000));
    // A label is saved within 50 ms; a stroke has to be, too.
    EXPECT_LT(best[0], 50);
    EXPECT_LT(best[1], 50);
    EXPECT_TRUE(same(project.regions().get(1), painted));
}
}  // namespace
