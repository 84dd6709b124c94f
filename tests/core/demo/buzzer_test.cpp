#include "core/demo/buzzer.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/threads.h"

namespace segad {
namespace {

constexpr int kSize = 128;

bool equal(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() &&
           std::memcmp(a.data, b.data, a.total() * a.elemSize()) == 0;
}

int count(const cv::Mat& plane, int value) {
    return static_cast<int>(std::count(plane.begin<std::uint8_t>(), plane.end<std::uint8_t>(), value));
}

/// Share of the pixels whose label or mask is `value`.
double share(const cv::Mat& plane, int value) {
    return static_cast<double>(count(plane, value)) / static_cast<double>(plane.total());
}

TEST(BuzzerTable, KeysAreUniqueAndEveryComponentHasSeenKinds) {
    std::set<std::string_view> keys;
    std::map<BuzzerSegment, int> seen;
    int unseen = 0;
    for (const BuzzerDefectKind& kind : buzzerDefects()) {
        EXPECT_TRUE(keys.insert(kind.key).second) << kind.key;
        EXPECT_FALSE(kind.title.empty());
        kind.unseen ? ++unseen : ++seen[kind.segment];
        EXPECT_EQ(&buzzerDefect(kind.key), &kind);
    }
    EXPECT_GT(keys.size(), 20U);  // "more than 20 subclasses"
    EXPECT_GE(unseen, 5);
    EXPECT_EQ(seen.size(), 6U);
    EXPECT_EQ(seen.count(BuzzerSegment::Background), 0U);
}

TEST(BuzzerPart, GoodPartShowsEveryComponentInPlausibleAmounts) {
    for (const char* name : {"a", "b", "c"}) {
        const BuzzerPart part = drawBuzzer(7, name, {}, kSize);
        ASSERT_EQ(part.rgb.type(), CV_8UC3);
        ASSERT_EQ(part.segments.type(), CV_8UC1);
        ASSERT_EQ(part.rgb.size(), cv::Size(kSize, kSize));
        EXPECT_EQ(count(part.defectMask, 0), kSize * kSize);
        const auto of = [&](BuzzerSegment s) { return share(part.segments, static_cast<int>(s)); };
        EXPECT_NEAR(of(BuzzerSegment::SolderingDot), 0.045, 0.02);
        EXPECT_NEAR(of(BuzzerSegment::Wire), 0.004, 0.003);
        EXPECT_NEAR(of(BuzzerSegment::Pin), 0.13, 0.05);
        EXPECT_NEAR(of(BuzzerSegment::Piezo), 0.33, 0.07);
        EXPECT_NEAR(of(BuzzerSegment::PiezoBorder), 0.13, 0.05);
        EXPECT_NEAR(of(BuzzerSegment::Membrane), 0.30, 0.08);
        EXPECT_NEAR(of(BuzzerSegment::Background), 0.06, 0.05);
    }
}

TEST(BuzzerPart, DependsOnSeedNameAndNothingElse) {
    const BuzzerPart once = drawBuzzer(333, "train/good/0001.png", {}, kSize);
    std::vector<BuzzerPart> many(6);
    parallelFor(many.size(), [&](std::size_t i) {
        many[i] = drawBuzzer(i < 4 ? 333 : 334, i % 2 == 0 ? "train/good/0001.png" : "train/good/0002.png",
                             {}, kSize);
    });
    EXPECT_TRUE(equal(many[0].rgb, once.rgb));
    EXPECT_TRUE(equal(many[2].rgb, once.rgb));
    EXPECT_TRUE(equal(many[2].segments, once.segments));
    EXPECT_TRUE(equal(many[1].rgb, many[3].rgb));
    EXPECT_FALSE(equal(many[1].rgb, once.rgb));
    EXPECT_FALSE(equal(many[4].rgb, once.rgb));
}

// Fails when the pixels of a part change, on whatever machine and with whatever compiler: then it is either
// a change of the drawing (raise kDrawingVersion in buzzer_dataset.cpp, put the new hash here), or
// arithmetic that is not portable.
TEST(BuzzerPart, HasTheSamePixelsEverywhere) {
    std::string bytes;
    const auto append = [&](const BuzzerPart& part) {
        for (const cv::Mat& picture : {part.rgb, part.segments, part.defectMask})
            bytes.append(reinterpret_cast<const char*>(picture.data), picture.total() * picture.elemSize());
    };
    append(drawBuzzer(333, "golden", {}, 64));
    for (const BuzzerDefectKind& kind : buzzerDefects())
        append(drawBuzzer(333, "golden", kind.key, 64));
    EXPECT_EQ(sha256Hex(bytes), "56e3e4f0adbfd073bfa1fbcc9d3e25f32cc39ca3e6233d8a22d5c3d6dad63330");
}

TEST(BuzzerPart, RefusesUnknownKindsAndSizes) {
    const auto codeOf = [](auto&& draw) {
        try {
            draw();
        } catch (const Error& error) {
            EXPECT_FALSE(error.remedy().empty());
            return error.code();
        }
        return ErrorCode::Internal;
    };
    EXPECT_EQ(codeOf([] { drawBuzzer(1, "x", "wire_melted"); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] { drawBuzzer(1, "x", {}, 63); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] { drawBuzzer(1, "x", {}, 4096); }), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf([] { buzzerDefect(""); }), ErrorCode::InvalidArgument);
}

class BuzzerDefect : public testing::TestWithParam<std::string_view> {};

TEST_P(BuzzerDefect, ChangesThePictureInsideItsMask) {
    for (const char* name : {"p", "q", "r"}) {
        const BuzzerPart good = drawBuzzer(5, name, {}, kSize);
        const BuzzerPart bad = drawBuzzer(5, name, GetParam(), kSize);
        const double marked = share(bad.defectMask, 255);
        EXPECT_GT(marked, 0.0001) << name;
        EXPECT_LT(marked, 0.25) << name;
        double inside = 0;
        double outside = 0;
        for (int row = 0; row < kSize; ++row) {
            for (int column = 0; column < kSize; ++column) {
                const auto a = good.rgb.at<cv::Vec3b>(row, column);
                const auto b = bad.rgb.at<cv::Vec3b>(row, column);
                const double change =
                    (std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2])) / 3.0;
                (bad.defectMask.at<std::uint8_t>(row, column) != 0 ? inside : outside) += change;
            }
        }
        inside /= count(bad.defectMask, 255);
        outside /= count(bad.defectMask, 0);
        EXPECT_GT(inside, 3.0) << name;
        EXPECT_GT(inside, 4 * outside) << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, BuzzerDefect, testing::ValuesIn([] {
                             std::vector<std::string_view> keys;
                             for (const BuzzerDefectKind& kind : buzzerDefects())
                                 keys.push_back(kind.key);
                             return keys;
                         }()),
                         [](const auto& kind) { return std::string(kind.param); });

TEST(BuzzerPlan, FollowsVadsLayoutAndKeepsUnseenKindsApart) {
    const std::vector<BuzzerEntry> plan = planBuzzerDataset({});
    ASSERT_EQ(plan.size(), 400U);
    std::map<std::string, std::map<std::string, int>> kinds;
    std::set<std::string> paths;
    for (const BuzzerEntry& entry : plan) {
        EXPECT_TRUE(paths.insert(entry.path).second);
        const std::string folder = entry.path.substr(0, entry.path.rfind('/'));
        ++kinds[folder][entry.defect];
        EXPECT_EQ(entry.defect.empty(), folder.ends_with("good"));
        EXPECT_EQ(entry.maskPath.empty(), entry.defect.empty());
        EXPECT_EQ(entry.segmentsPath, "segments/" + entry.path);
    }
    EXPECT_EQ(kinds["train/good"][""], 200);
    EXPECT_EQ(kinds["test/good"][""], 60);
    for (const BuzzerDefectKind& kind : buzzerDefects()) {
        const std::string key(kind.key);
        EXPECT_EQ(kinds["test/bad"].count(key), kind.unseen ? 0U : 1U) << key;
        EXPECT_EQ(kinds["test/bad_unseen_defects"].count(key), kind.unseen ? 1U : 0U) << key;
        EXPECT_LE(kinds["train/bad"][key], kind.unseen ? 0 : 1) << key;
    }
}

TEST(BuzzerPlan, RefusesNonsense) {
    EXPECT_THROW(planBuzzerDataset({.trainGood = -1}), Error);
    EXPECT_THROW(planBuzzerDataset({.size = 10}), Error);
    EXPECT_THROW(
        planBuzzerDataset({.trainGood = 0, .testGood = 0, .trainBad = 0, .testBad = 0, .testUnseenBad = 0}),
        Error);
}

}  // namespace
}  // namespace segad
