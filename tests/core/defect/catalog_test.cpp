#include "core/defect/catalog.h"

#include <set>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/defect/scene.h"
#include "tests/core/defect/scene_builder.h"

using namespace segad;

namespace {
TEST(DefectCatalog, RowsAreWhole) {
    std::set<std::string> keys;
    for (const DefectKind& kind : defectCatalog()) {
        EXPECT_TRUE(keys.insert(kind.key).second) << kind.key;
        EXPECT_FALSE(kind.title.empty() || kind.help.empty());
        EXPECT_NE(kind.draw, nullptr);
        EXPECT_EQ(findDefectKind(kind.key), &kind);
        EXPECT_TRUE(kind.params.validate(kind.params.defaults()).empty()) << kind.key;
        for (const ParamSpec& spec : kind.params.specs()) {
            EXPECT_FALSE(spec.title.empty() || spec.help.empty()) << kind.key << " " << spec.key;
            // A form shows two ends of a range on one line.
            if (spec.key.ends_with("_min")) {
                const std::string other = spec.key.substr(0, spec.key.size() - 4) + "_max";
                const ParamSpec* upper = kind.params.find(other);
                ASSERT_NE(upper, nullptr) << other;
                EXPECT_EQ(upper->minimum, spec.minimum);
                EXPECT_EQ(upper->maximum, spec.maximum);
                EXPECT_LE(spec.defaultValue.get<double>(), upper->defaultValue.get<double>());
            }
        }
    }
    EXPECT_EQ(paperDefectKinds(), (std::vector<std::string>{"blur", "rectangle", "thin_rectangle"}));
    EXPECT_EQ(findDefectKind("nonsense"), nullptr);
    EXPECT_THROW(requireDefectKind("nonsense"), Error);
}

TEST(Sizes, ArePerCentPixelsOrMillimetres) {
    const ParamSchema& schema = requireDefectKind("thin_rectangle").params;
    const Json given{{"length_min", 20}, {"length_max", 50}, {"opacity_min", 0.5}};
    EXPECT_EQ(inPercent(schema, given, {}), given);
    const Json pixels = inPercent(schema, given, {.unit = SizeUnit::Pixels, .side = 200});
    EXPECT_DOUBLE_EQ(pixels["length_min"].get<double>(), 10);
    EXPECT_DOUBLE_EQ(pixels["length_max"].get<double>(), 25);
    EXPECT_DOUBLE_EQ(pixels["opacity_min"].get<double>(), 0.5) << "is no size";
    const Json millimetres =
        inPercent(schema, given, {.unit = SizeUnit::Millimetres, .side = 1000, .pixelsPerMillimetre = 5});
    EXPECT_DOUBLE_EQ(millimetres["length_min"].get<double>(), 10);

    EXPECT_THROW(inPercent(schema, given, {.unit = SizeUnit::Pixels}), Error);
    EXPECT_THROW(inPercent(schema, given, {.unit = SizeUnit::Millimetres, .side = 100}), Error);
    EXPECT_THROW(
        inPercent(schema, given, {.unit = SizeUnit::Millimetres, .side = 100, .pixelsPerMillimetre = -1}),
        Error);
    for (const SizeUnit unit : {SizeUnit::Percent, SizeUnit::Pixels, SizeUnit::Millimetres})
        EXPECT_EQ(sizeUnitFromString(toString(unit)), unit);
    EXPECT_THROW(sizeUnitFromString("inch"), Error);
}

TEST(Scene, PlacesDefectsOnTheWantedSegments) {
    const test::DrawnPart part = test::drawnPart();
    EXPECT_EQ(test::sceneOf(part).segments(), (std::vector<int>{1, 2})) << "all but the background";
    EXPECT_EQ(test::sceneOf(part, {2, 0, 2}).segments(), (std::vector<int>{0, 2}));
    const DefectScene scene = test::sceneOf(part, {2});
    SplitMix64 random(1);
    std::set<std::pair<int, int>> seen;
    for (int i = 0; i < 200; ++i) {
        const cv::Point point = scene.drawPoint(scene.drawSegment(random), random);
        EXPECT_EQ(part.labels.at<std::uint8_t>(point), 2);
        seen.insert({point.x, point.y});
    }
    EXPECT_GT(seen.size(), 120U);
}

TEST(Scene, TakesAMapOfAnotherSizeAndSmoothsItsSteps) {
    const test::DrawnPart part = test::drawnPart(0, {480, 360});
    cv::Mat coarse;
    cv::resize(part.labels, coarse, {60, 45}, 0, 0, cv::INTER_NEAREST);
    const DefectScene scene(part.rgb, SegmentMap(coarse, 3, "coarse"), {}, "part");
    EXPECT_EQ(scene.labels().size(), part.rgb.size());
    for (const int segment : {1, 2}) {
        const cv::Mat mask = scene.maskOf(segment);
        EXPECT_EQ(cv::countNonZero(mask & (scene.labels() != segment)), 0) << "inside of the segment only";
        EXPECT_GT(cv::countNonZero(mask), 0.85 * cv::countNonZero(scene.labels() == segment));
    }
}

TEST(Scene, RefusesWhatCantWork) {
    const test::DrawnPart part = test::drawnPart();
    EXPECT_THROW(test::sceneOf(part, {3}), Error) << "the map has three components";
    EXPECT_THROW(test::sceneOf(part, {-1}), Error);
    EXPECT_THROW(DefectScene(cv::Mat(8, 90, CV_8UC3), SegmentMap::whole({1, 1}), {}, "tiny"), Error);
    EXPECT_THROW(DefectScene(cv::Mat(90, 90, CV_8UC1), SegmentMap::whole({1, 1}), {}, "grey"), Error);
    cv::Mat speck = cv::Mat::zeros(100, 100, CV_8UC1);
    speck(cv::Rect(5, 5, 4, 4)) = 1;
    const cv::Mat rgb(100, 100, CV_8UC3, cv::Scalar::all(0));
    EXPECT_THROW(DefectScene(rgb, SegmentMap(speck, 2, "speck"), {1}, "speck"), Error)
        << "0.16 % of the picture";
}
}  // namespace
