// What every kind promises, and what some promise beyond it.
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/defect/generate.h"
#include "tests/core/defect/scene_builder.h"

using namespace segad;

namespace {
cv::Mat changed(const cv::Mat& a, const cv::Mat& b) {
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    cv::Mat sum;
    cv::transform(difference, sum, cv::Matx13f::all(1));
    return sum > 0;
}

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

class Kinds : public testing::TestWithParam<std::string> {
protected:
    DefectScene scene(const std::vector<int>& wanted = {}) {
        DefectScene made = test::sceneOf(part_, wanted);
        made.setPartner(other_);
        return made;
    }
    DefectRecipe recipe(int number, std::uint64_t seed = 7) const {
        return {.kind = GetParam(), .seed = seed, .part = "part", .number = number};
    }

    test::DrawnPart part_ = test::drawnPart();
    test::DrawnPart otherPart_ = test::drawnPart(1);
    DefectScene other_ = test::sceneOf(otherPart_);
};

TEST_P(Kinds, TheMaskIsExactlyWhatChangedAndTheChangeCanBeSeen) {
    const DefectScene on = scene();
    int made = 0;
    for (int number = 0; number < 25; ++number) {
        DefectRecipe wanted = recipe(number);
        const auto defect = generateDefect(wanted, on);
        if (!defect) continue;
        ++made;
        EXPECT_TRUE(same(defect->mask, changed(part_.rgb, defect->rgb))) << number;
        EXPECT_GT(cv::countNonZero(defect->mask), 0);
        EXPECT_GE(defect->meanChange, kLeastChange);
        EXPECT_EQ(defect->rgb.size(), part_.rgb.size());
    }
    EXPECT_GE(made, 24) << "twenty draws should nearly always give something to see";
}

TEST_P(Kinds, TheSceneIsLeftAsItWas) {
    const test::DrawnPart fresh = test::drawnPart();
    const DefectScene on = scene();
    DefectRecipe wanted = recipe(0);
    generateDefect(wanted, on);
    EXPECT_TRUE(same(on.rgb(), fresh.rgb));
    EXPECT_TRUE(same(on.labels(), fresh.labels));
    EXPECT_TRUE(same(otherPart_.rgb, test::drawnPart(1).rgb));
}

TEST_P(Kinds, TheSameRecipeGivesTheSamePixels) {
    DefectRecipe first = recipe(3);
    const auto once = generateDefect(first, scene());
    ASSERT_TRUE(once);
    DefectRecipe second = recipe(3);
    const auto again = generateDefect(second, scene());
    EXPECT_EQ(first, second);
    EXPECT_TRUE(same(once->rgb, again->rgb));
    // From what is stored, in another order, with others in between.
    DefectRecipe between = recipe(4);
    generateDefect(between, scene());
    const GeneratedDefect stored = makeDefect(recipeFromJson(toJson(first), "stored"), scene());
    EXPECT_TRUE(same(once->rgb, stored.rgb));
    EXPECT_TRUE(same(once->mask, stored.mask));
    EXPECT_EQ(once->segment, stored.segment);
}

TEST_P(Kinds, SeedPartAndNumberEachGiveAnother) {
    DefectRecipe plain = recipe(0);
    const auto defect = generateDefect(plain, scene());
    ASSERT_TRUE(defect);
    DefectRecipe number = recipe(1);
    DefectRecipe seed = recipe(0, 8);
    DefectRecipe part = recipe(0);
    part.part = "another";
    for (DefectRecipe* other : {&number, &seed, &part})
        EXPECT_FALSE(same(defect->rgb, generateDefect(*other, scene())->rgb));
}

TEST_P(Kinds, StaysWhereItIsPromisedTo) {
    const DefectKind& kind = requireDefectKind(GetParam());
    for (const int segment : {1, 2}) {
        for (int number = 0; number < 8; ++number) {
            DefectRecipe wanted = recipe(number);
            wanted.segments = {segment};
            const DefectScene on = scene({segment});
            const auto defect = generateDefect(wanted, on);
            if (!defect) continue;
            if (defect->segment >= 0) {
                EXPECT_EQ(defect->segment, segment);
            }
            if (!kind.staysInSegment && !kind.staysOnProduct) continue;
            EXPECT_EQ(cv::countNonZero(defect->mask & (part_.labels != segment)), 0)
                << segment << "/" << number;
        }
    }
}

TEST_P(Kinds, APartMayHaveSeveral) {
    const DefectScene on = scene();
    int more = 0;
    for (int number = 0; number < 4; ++number) {
        DefectRecipe one = recipe(number);
        const auto first = generateDefect(one, on);
        DefectRecipe wanted = recipe(number);
        wanted.defects = kMostDefects;
        const auto defect = generateDefect(wanted, on);
        if (!defect) continue;
        ASSERT_TRUE(first);
        EXPECT_EQ(wanted.attempt, one.attempt) << "the first is drawn as if it were alone";
        EXPECT_EQ(cv::countNonZero(first->mask & (defect->mask == 0)), 0);
        EXPECT_TRUE(same(defect->mask, changed(part_.rgb, defect->rgb)));
        EXPECT_GE(defect->defects, 1);
        EXPECT_LE(defect->defects, kMostDefects);
        if (defect->defects > 1) {
            ++more;
            EXPECT_GT(cv::countNonZero(defect->mask), cv::countNonZero(first->mask));
        }
        const GeneratedDefect again = makeDefect(recipeFromJson(toJson(wanted), "stored"), on);
        EXPECT_TRUE(same(defect->rgb, again.rgb));
        EXPECT_TRUE(same(defect->mask, again.mask));
    }
    EXPECT_GT(more, 0) << "there is room for more than one";
}

TEST_P(Kinds, TakesAnyParametersWithinTheirBounds) {
    const ParamSchema& schema = requireDefectKind(GetParam()).params;
    const DefectScene on = scene();
    const auto takes = [&](const Json& params) {
        DefectRecipe wanted = recipe(0);
        wanted.params = params;
        const auto defect = generateDefect(wanted, on);
        if (defect) {
            EXPECT_TRUE(same(defect->mask, changed(part_.rgb, defect->rgb))) << params.dump();
        }
    };
    for (const bool low : {true, false}) {
        Json all = Json::object();
        for (const ParamSpec& spec : schema.specs()) {
            if (!spec.minimum) continue;
            const double bound = low ? *spec.minimum : *spec.maximum;
            Json one = Json::object();
            if (spec.type == segad::ParamType::Int) {
                all[spec.key] = one[spec.key] = static_cast<int>(bound);
            } else {
                all[spec.key] = one[spec.key] = bound;
            }
            takes(one);
        }
        takes(all);
    }
    for (const ParamSpec& spec : schema.specs()) {
        for (const std::string& choice : spec.choices)
            takes({{spec.key, choice}});
        if (spec.type == segad::ParamType::Bool) takes({{spec.key, !spec.defaultValue.get<bool>()}});
    }
}

TEST_P(Kinds, RefusesParametersOutOfTheirBounds) {
    for (const ParamSpec& spec : requireDefectKind(GetParam()).params.specs()) {
        DefectRecipe wanted = recipe(0);
        wanted.params[spec.key] = spec.maximum ? Json(*spec.maximum + 1) : Json(nullptr);
        EXPECT_THROW(generateDefect(wanted, scene()), Error) << spec.key;
        EXPECT_THROW(makeDefect(wanted, scene()), Error) << spec.key;
    }
    DefectRecipe unknown = recipe(0);
    unknown.params["colour of the moon"] = 1;
    EXPECT_THROW(generateDefect(unknown, scene()), Error);
}

TEST_P(Kinds, WorksOnTheSmallestAndOnOddPictures) {
    for (const cv::Size size : {cv::Size(16, 16), cv::Size(16, 91), cv::Size(333, 21)}) {
        const test::DrawnPart part = test::drawnPart(0, size);
        const test::DrawnPart other = test::drawnPart(1, {40, 30});
        const DefectScene partner = test::sceneOf(other);
        DefectScene on(part.rgb, SegmentMap::whole({1, 1}), {}, "whole");
        on.setPartner(partner);
        for (int number = 0; number < 3; ++number) {
            DefectRecipe wanted = recipe(number);
            const auto defect = generateDefect(wanted, on);
            if (defect) {
                EXPECT_TRUE(same(defect->mask, changed(part.rgb, defect->rgb)));
            }
        }
    }
}

std::vector<std::string> allKinds() {
    std::vector<std::string> keys;
    for (const DefectKind& kind : defectCatalog())
        keys.push_back(kind.key);
    return keys;
}
INSTANTIATE_TEST_SUITE_P(All, Kinds, testing::ValuesIn(allKinds()),
                         [](const auto& tested) { return tested.param; });

TEST(BlurredPart, IsTheWholePictureBlurred) {
    const test::DrawnPart part = test::drawnPart();
    const DefectScene scene = test::sceneOf(part, {1});
    DefectRecipe recipe{.kind = "blur",
                        .params = {{"size_min", 30}, {"size_max", 30}, {"blur_min", 2}, {"blur_max", 2}},
                        .part = "p"};
    const auto defect = generateDefect(recipe, scene);
    ASSERT_TRUE(defect);
    const double sigma = 0.02 * 180;
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    cv::Mat blurred;
    cv::GaussianBlur(part.rgb, blurred, {2 * reach + 1, 2 * reach + 1}, sigma, sigma, cv::BORDER_REFLECT_101);
    // Away from the feathered edge the two are equal.
    cv::Mat inner;
    cv::erode(defect->mask, inner, cv::Mat::ones(13, 13, CV_8UC1));
    cv::Mat difference;
    cv::absdiff(defect->rgb, blurred, difference);
    ASSERT_GT(cv::countNonZero(inner), 20);
    cv::Mat inside;
    difference.copyTo(inside, inner);
    EXPECT_LE(cv::norm(inside, cv::NORM_INF), 1);
}

TEST(ThinRectangle, IsLongAndThin) {
    const test::DrawnPart part = test::drawnPart();
    const DefectScene scene = test::sceneOf(part);
    for (int number = 0; number < 10; ++number) {
        DefectRecipe recipe{
            .kind = "thin_rectangle",
            .params = {{"length_min", 20}, {"length_max", 20}, {"width_min", 1}, {"width_max", 1}},
            .part = "p",
            .number = number};
        const auto defect = generateDefect(recipe, scene);
        ASSERT_TRUE(defect);
        std::vector<cv::Point> points;
        cv::findNonZero(defect->mask, points);
        const cv::Size2f size = cv::minAreaRect(points).size;
        EXPECT_LE(std::min(size.width, size.height), 4);
        EXPECT_LE(std::max(size.width, size.height), 0.2 * 180 + 3);
    }
}

TEST(Missing, APieceUpToTheBoundIsGoneAsAWhole) {
    const test::DrawnPart part = test::drawnPart();
    const DefectScene scene = test::sceneOf(part, {2});
    DefectRecipe recipe{.kind = "missing", .segments = {2}, .part = "p"};
    const auto defect = generateDefect(recipe, scene);
    ASSERT_TRUE(defect);
    // One of the two knobs, all of it, has the plate's colours now.
    cv::Mat numbers;
    const int count = cv::connectedComponents(part.labels == 2, numbers);
    ASSERT_EQ(count, 3);
    int gone = 0;
    for (int k = 1; k < count; ++k) {
        const cv::Mat knob = numbers == k;
        const double share =
            static_cast<double>(cv::countNonZero(knob & defect->mask)) / cv::countNonZero(knob);
        EXPECT_TRUE(share == 0 || share > 0.97) << share;
        if (share == 0) continue;
        ++gone;
        const cv::Scalar mean = cv::mean(defect->rgb, knob);
        const cv::Scalar plate = cv::mean(part.rgb, part.labels == 1);
        for (int c = 0; c < 3; ++c)
            EXPECT_NEAR(mean[c], plate[c], 12);
    }
    EXPECT_EQ(gone, 1);
}

TEST(Displaced, ThePieceIsFoundElsewhereAndGoneWhereItWas) {
    const test::DrawnPart part = test::drawnPart();
    const DefectScene scene = test::sceneOf(part, {2});
    DefectRecipe recipe{.kind = "displaced",
                        .params = {{"shift_min", 20}, {"shift_max", 20}, {"turn_max", 0}},
                        .segments = {2},
                        .part = "p"};
    const auto defect = generateDefect(recipe, scene);
    ASSERT_TRUE(defect);
    // Reddish pixels: as many as before, elsewhere.
    const auto reddish = [](const cv::Mat& rgb) {
        cv::Mat channels[3];
        cv::split(rgb, channels);
        return cv::Mat((channels[1] < 80) & (channels[0] > 100));
    };
    const cv::Mat before = reddish(part.rgb);
    const cv::Mat after = reddish(defect->rgb);
    EXPECT_NEAR(cv::countNonZero(after), cv::countNonZero(before), 0.06 * cv::countNonZero(before));
    EXPECT_GT(cv::countNonZero(after & (before == 0)), 0.3 * cv::countNonZero(before) / 2);
}

TEST(MissingPiece, TakesItsShadowWithItAndLeavesItsNeighbour) {
    // A knob on grainy ground, its shadow beside it, and a bar that ends at it.
    SplitMix64 random(5, "ground");
    cv::Mat rgb(200, 260, CV_8UC3);
    for (auto& pixel : cv::Mat_<cv::Vec3b>(rgb))
        pixel = cv::Vec3b::all(static_cast<std::uint8_t>(120 + random.below(12)));
    cv::Mat labels = cv::Mat::zeros(rgb.size(), CV_8UC1);
    cv::circle(rgb, {122, 106}, 25, cv::Scalar::all(60), cv::FILLED);
    cv::rectangle(rgb, cv::Rect(150, 95, 70, 12), cv::Scalar(40, 40, 150), cv::FILLED);
    cv::rectangle(labels, cv::Rect(150, 95, 70, 12), cv::Scalar(2), cv::FILLED);
    cv::circle(rgb, {130, 100}, 25, cv::Scalar(200, 60, 60), cv::FILLED);
    cv::circle(labels, {130, 100}, 25, cv::Scalar(1), cv::FILLED);
    const DefectScene scene(rgb, SegmentMap(labels, 3, "knob"), {1}, "knob");
    DefectRecipe recipe{.kind = "missing", .part = "p"};
    const auto defect = generateDefect(recipe, scene);
    ASSERT_TRUE(defect);
    const cv::Mat gone = defect->rgb(cv::Rect(85, 65, 75, 30));
    cv::Mat grey;
    cv::cvtColor(gone, grey, cv::COLOR_RGB2GRAY);
    double darkest = 0;
    double brightest = 0;
    cv::minMaxLoc(grey, &darkest, &brightest);
    EXPECT_GT(darkest, 105) << "no shadow of nothing";
    EXPECT_LT(brightest, 145);
    cv::Mat difference;
    cv::absdiff(rgb, defect->rgb, difference);
    EXPECT_EQ(cv::norm(difference(cv::Rect(160, 95, 60, 12)), cv::NORM_INF), 0) << "the bar stays";
    EXPECT_EQ(defect->rgb.at<cv::Vec3b>(101, 157), rgb.at<cv::Vec3b>(101, 157)) << "as far as its end";
}

TEST(DisplacedPiece, ThatTwoSidesHoldDoesNotTurn) {
    cv::Mat rgb(160, 200, CV_8UC3, cv::Scalar::all(30));
    cv::Mat labels = cv::Mat::zeros(rgb.size(), CV_8UC1);
    const cv::Rect track(90, 0, 14, 160);
    rgb(track) = cv::Scalar::all(220);
    labels(track) = 1;
    const DefectScene scene(rgb, SegmentMap(labels, 2, "track"), {1}, "track");
    for (int number = 0; number < 4; ++number) {
        DefectRecipe recipe{
            .kind = "displaced",
            .params = {{"turn_min", 40}, {"turn_max", 40}, {"shift_min", 5}, {"shift_max", 5}},
            .part = "p",
            .number = number};
        const auto defect = generateDefect(recipe, scene);
        if (!defect) continue;  // shifted along itself
        cv::Mat bright;
        cv::inRange(defect->rgb, cv::Scalar::all(125), cv::Scalar::all(255), bright);
        EXPECT_NEAR(cv::boundingRect(bright).width, track.width, 2) << number;
    }
}

TEST(BlendedPatch, MixedKeepsTheEdgesBelow) {
    // A flat patch over a picture with strong stripes: alone it would wipe them out.
    cv::Mat striped(160, 200, CV_8UC3);
    for (int x = 0; x < striped.cols; ++x)
        striped.col(x) = cv::Scalar::all(x / 10 % 2 == 0 ? 60 : 200);
    cv::Mat spotted(160, 200, CV_8UC3, cv::Scalar::all(130));
    for (int i = 0; i < 60; ++i)
        cv::circle(spotted, {(i * 37) % 200, (i * 53) % 160}, 3, cv::Scalar(255, 30, 30), cv::FILLED);
    const SegmentMap whole = SegmentMap::whole({1, 1});
    const DefectScene other(spotted, whole, {}, "spotted");
    DefectScene scene(striped, whole, {}, "striped");
    scene.setPartner(other);
    const auto stripesLeft = [&](bool mixed) {
        DefectRecipe recipe{.kind = "blended_patch",
                            .params = {{"patches", 1}, {"places", 1}, {"seam", 255}, {"mixed", mixed}},
                            .part = "p"};
        const auto defect = generateDefect(recipe, scene);
        EXPECT_TRUE(defect);
        EXPECT_GT(cv::countNonZero(defect->mask), 100);
        cv::Mat steps;
        cv::Sobel(defect->rgb, steps, CV_32F, 1, 0);
        return cv::mean(cv::Mat(cv::abs(steps)), defect->mask)[1];
    };
    EXPECT_GT(stripesLeft(true), 2 * stripesLeft(false));
}

TEST(BlendedPatch, HasNoSeam) {
    // Two smooth pictures of unlike brightness: at its edge a patch must go over into what is around it.
    const auto ramp = [](int base, int across, int wave) {
        cv::Mat rgb(160, 200, CV_8UC3);
        for (int y = 0; y < rgb.rows; ++y) {
            for (int x = 0; x < rgb.cols; ++x) {
                const double ripple = wave * std::sin(x / 9.0) * std::sin(y / 7.0);
                rgb.at<cv::Vec3b>(y, x) =
                    cv::Vec3b::all(cv::saturate_cast<std::uint8_t>(base + across * x / 200 + ripple));
            }
        }
        return rgb;
    };
    const SegmentMap whole = SegmentMap::whole({1, 1});
    const DefectScene other(ramp(180, 30, 25), whole, {}, "other");
    DefectScene scene(ramp(60, 40, 0), whole, {}, "part");
    scene.setPartner(other);
    for (int number = 0; number < 8; ++number) {
        DefectRecipe recipe{
            .kind = "blended_patch", .params = {{"patches", 1}}, .part = "p", .number = number};
        const auto defect = generateDefect(recipe, scene);
        ASSERT_TRUE(defect);
        cv::Mat inner;
        cv::erode(defect->mask, inner, cv::Mat());
        cv::Mat difference;
        cv::absdiff(scene.rgb(), defect->rgb, difference);
        EXPECT_LT(cv::mean(difference, defect->mask & (inner == 0))[0], 6) << "the pictures differ by 110";
        double most = 0;
        cv::minMaxLoc(difference.reshape(1), nullptr, &most);
        EXPECT_GT(most, 6);
    }
}

/// Black tracks with jogs and pads on white, as circuit boards are photographed.
cv::Mat board(int number) {
    cv::Mat rgb(240, 240, CV_8UC3, cv::Scalar::all(250));
    SplitMix64 dice(fnv1a64("board"), std::to_string(number));
    for (int x = 15; x < 230; x += 34) {
        const int bend = static_cast<int>(dice.uniform(40, 200));
        const int aside = static_cast<int>(dice.uniform(-12, 12));
        const std::vector<cv::Point> track{{x, 0}, {x, bend}, {x + aside, bend + 15}, {x + aside, 239}};
        cv::polylines(rgb, track, false, cv::Scalar::all(4), 12);
        if (dice.uniform() < 0.6) cv::circle(rgb, {x, bend}, 12, cv::Scalar::all(4), cv::FILLED);
    }
    return rgb;
}

TEST(BlendedPatch, LeavesNoShadesOnABoardOfTwoColours) {
    const SegmentMap whole = SegmentMap::whole({1, 1});
    int made = 0;
    for (int number = 0; number < 8; ++number) {
        const DefectScene other(board(2 * number), whole, {}, "other");
        DefectScene scene(board(2 * number + 1), whole, {}, "part");
        scene.setPartner(other);
        DefectRecipe recipe{.kind = "blended_patch", .part = "p", .number = number};
        const auto defect = generateDefect(recipe, scene);
        if (!defect) continue;
        ++made;
        // Neither picture has greys but at its edges.
        cv::Mat grey;
        cv::cvtColor(defect->rgb, grey, cv::COLOR_RGB2GRAY);
        cv::Mat brightest;
        cv::Mat darkest;
        cv::dilate(grey, brightest, cv::Mat::ones(5, 5, CV_8UC1));
        cv::erode(grey, darkest, cv::Mat::ones(5, 5, CV_8UC1));
        const cv::Mat shades = (grey > 40) & (grey < 215) & (brightest - darkest < 80);
        EXPECT_LT(cv::countNonZero(shades & defect->mask), 0.02 * cv::countNonZero(defect->mask)) << number;
        // More than an edge that lies a pixel elsewhere.
        cv::Mat clear;
        cv::absdiff(defect->rgb, scene.rgb(), clear);
        cv::inRange(clear, cv::Scalar::all(25), cv::Scalar::all(255), clear);
        cv::erode(clear, clear, cv::Mat());
        EXPECT_GT(cv::countNonZero(clear), 0) << number;
    }
    EXPECT_GE(made, 6);
}

TEST(PerlinTexture, TakesItFromAGivenPicture) {
    const test::DrawnPart part = test::drawnPart();
    DefectScene plain = test::sceneOf(part);
    DefectScene green = test::sceneOf(part);
    green.setTexture(cv::Mat(70, 50, CV_8UC3, cv::Scalar(0, 255, 0)));
    DefectRecipe recipe{.kind = "perlin", .part = "p"};
    const auto first = generateDefect(recipe, plain);
    const auto second = generateDefect(recipe, green);
    ASSERT_TRUE(first && second);
    EXPECT_FALSE(same(first->rgb, second->rgb));
}

TEST(AFlatPart, HasNoFaintDefects) {
    const cv::Mat flat(100, 100, CV_8UC3, cv::Scalar(90, 90, 90));
    const DefectScene scene(flat, SegmentMap::whole({1, 1}), {}, "flat");
    DefectRecipe blur{.kind = "blur", .part = "p"};
    EXPECT_FALSE(generateDefect(blur, scene)) << "a flat picture can't be blurred";
    DefectRecipe pasted{.kind = "cutpaste", .params = {{"jitter", 0}}, .part = "p"};
    EXPECT_FALSE(generateDefect(pasted, scene));
}
}  // namespace
