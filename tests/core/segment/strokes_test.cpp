// The sources that look through a backbone, and what they are made of.
#include <array>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/k_means.h"
#include "core/nn/model_io.h"
#include "core/segment/catalog.h"
#include "core/segment/consistency.h"
#include "core/segment/map_smoothing.h"
#include "core/segment/pixel_classifier.h"
#include "core/segment/pixel_features.h"
#include "tests/core/segment/demo_parts.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

using namespace segad;
using test::codeOf;
using test::DemoPart;
using test::demoParts;

namespace {
TEST(MapSmoothing, SpecksGoToTheirNeighboursAndLargePiecesStay) {
    cv::Mat labels = cv::Mat::zeros(40, 40, CV_8UC1);
    labels.colRange(20, 40).setTo(1);
    labels.at<std::uint8_t>(5, 5) = 1;
    labels(cv::Rect(30, 30, 3, 3)).setTo(2);
    cv::Mat cleaned = labels.clone();
    removeSpecks(cleaned, 5);
    EXPECT_EQ(cleaned.at<std::uint8_t>(5, 5), 0);
    EXPECT_EQ(cleaned.at<std::uint8_t>(31, 31), 2);
    removeSpecks(cleaned, 10);
    EXPECT_EQ(cleaned.at<std::uint8_t>(31, 31), 1);
    cv::Mat untouched = labels.clone();
    removeSpecks(untouched, 0);
    EXPECT_EQ(cv::norm(untouched, labels, cv::NORM_INF), 0);
    // A thin line that runs aslant is one piece.
    cv::Mat line = cv::Mat::zeros(40, 40, CV_8UC1);
    for (int i = 5; i < 35; ++i)
        line.at<std::uint8_t>(i, i) = 1;
    cv::Mat kept = line.clone();
    removeSpecks(kept, 20);
    EXPECT_EQ(cv::norm(kept, line, cv::NORM_INF), 0);
    removeSpecks(untouched, 100000);
    EXPECT_EQ(cv::norm(untouched, labels, cv::NORM_INF), 0) << "all would be specks";
}

TEST(MapSmoothing, BordersStayWhereThePictureHasThem) {
    cv::Mat rgb(40, 40, CV_8UC3, cv::Scalar(40, 40, 40));
    rgb.colRange(20, 40).setTo(cv::Scalar(200, 200, 200));
    SplitMix64 dice(fnv1a64("smoothing"));
    cv::Mat first(40, 40, CV_32FC1);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x)
            first.at<float>(y, x) = static_cast<float>((x < 20 ? 0.6 : 0.4) + 0.5 * (dice.uniform() - 0.5));
    std::vector<cv::Mat> planes{first, 1 - first};
    smoothAlong(rgb, planes, 4);
    const cv::Mat labels = largestPlane(planes);
    EXPECT_EQ(cv::countNonZero(labels.colRange(0, 20)), 0);
    EXPECT_EQ(cv::countNonZero(labels.colRange(20, 40)), 20 * 40);
}

TEST(MapSmoothing, LinesThinnerThanTheSquaresStayWhereOnlyTheColourChanges) {
    // A reddish line of two pixels on a bluish ground of the same brightness.
    cv::Mat rgb(40, 40, CV_8UC3, cv::Scalar(90, 120, 151));
    cv::Mat line = cv::Mat::zeros(40, 40, CV_8UC1);
    cv::line(line, {6, 3}, {33, 36}, 255, 2);
    rgb.setTo(cv::Scalar(150, 105, 72), line);
    SplitMix64 dice(fnv1a64("line"));
    cv::Mat ground(40, 40, CV_32FC1);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x)
            ground.at<float>(y, x) = static_cast<float>((line.at<std::uint8_t>(y, x) != 0 ? 0.35 : 0.75) +
                                                        0.4 * (dice.uniform() - 0.5));
    std::vector<cv::Mat> planes{ground, 1 - ground};
    smoothAlong(rgb, planes, 3);
    cv::Mat wrong;
    cv::bitwise_xor(largestPlane(planes) != 0, line, wrong);
    EXPECT_LE(cv::countNonZero(wrong), 2);
}

TEST(MapSmoothing, ATurnedPictureGivesTheTurnedResult) {
    const DemoPart part = demoParts(2)[1];
    cv::Mat turned;
    cv::rotate(part.rgb, turned, cv::ROTATE_90_CLOCKWISE);
    const PixelFeatures upright(part.rgb, nullptr, false);
    const PixelFeatures aside(turned, nullptr, false);
    std::vector<float> a(upright.columns());
    std::vector<float> b(aside.columns());
    for (const cv::Point at : {cv::Point(3, 200), cv::Point(80, 90), cv::Point(131, 64), cv::Point(255, 0)}) {
        upright.write(at.x, at.y, a.data());
        aside.write(part.rgb.rows - 1 - at.y, at.x, b.data());
        for (std::size_t i = 0; i < a.size(); ++i)
            EXPECT_NEAR(a[i], b[i], 1e-3) << "column " << i << " at " << at;
    }

    cv::Mat chance;
    cv::Mat(part.truth == 4).convertTo(chance, CV_32F, 1 / 255.0);
    cv::GaussianBlur(chance, chance, {0, 0}, 3);
    cv::Mat turnedChance;
    cv::rotate(chance, turnedChance, cv::ROTATE_90_CLOCKWISE);
    std::vector<cv::Mat> planes{chance};
    std::vector<cv::Mat> turnedPlanes{turnedChance};
    smoothAlong(part.rgb, planes, 3);
    smoothAlong(turned, turnedPlanes, 3);
    cv::Mat expected;
    cv::rotate(planes[0], expected, cv::ROTATE_90_CLOCKWISE);
    EXPECT_LT(cv::norm(expected, turnedPlanes[0], cv::NORM_INF), 1e-3);
}

TEST(KMeans, FindsGroupsAndTheirNumber) {
    SplitMix64 dice(fnv1a64("k-means"));
    const std::vector<cv::Vec2d> truth{{0, 0}, {10, 0}, {0, 10}, {12, 12}};
    cv::Mat points(8000, 2, CV_32FC1);
    for (int i = 0; i < points.rows; ++i) {
        for (int c = 0; c < 2; ++c)
            points.at<float>(i, c) =
                static_cast<float>(truth[static_cast<std::size_t>(i % 4)][c] + dice.normal());
    }
    const WeightedPoints few = lightweightCoreset(points, 600, 1);
    EXPECT_EQ(few.points.rows, 600);
    EXPECT_NEAR(cv::sum(few.weights)[0], 8000, 800);
    Job job;
    double best = -1;
    int bestCount = 0;
    for (int count = 2; count <= 7; ++count) {
        const double silhouette = simplifiedSilhouette(few, kMeans(few, count, 1, job));
        if (silhouette > best) bestCount = count;
        best = std::max(best, silhouette);
    }
    EXPECT_EQ(bestCount, 4);
    const cv::Mat centres = kMeans(few, 4, 1, job);
    EXPECT_EQ(cv::norm(centres, kMeans(few, 4, 1, job), cv::NORM_INF), 0);
    for (const cv::Vec2d& place : truth) {
        double nearest = 1e9;
        for (int g = 0; g < 4; ++g)
            nearest = std::min(nearest, std::hypot(static_cast<double>(centres.at<float>(g, 0)) - place[0],
                                                   static_cast<double>(centres.at<float>(g, 1)) - place[1]));
        EXPECT_LT(nearest, 0.4);
    }
    job.cancel();
    EXPECT_THROW(kMeans(few, 4, 1, job), Cancelled);
}

TEST(Consistency, NamesWhatDoesNotFit) {
    std::vector<std::vector<double>> shares;
    for (int i = 0; i < 40; ++i)
        shares.push_back({0.5 + 0.002 * (i % 5), 0.1 + 0.001 * (i % 4), 0});
    shares[7][1] = 0;
    shares[9][0] = 0.8;
    const auto odd = oddSegments(shares);
    ASSERT_EQ(odd.size(), 3U);
    EXPECT_EQ(odd[0].oddity, Oddity::NeverSeen);
    EXPECT_EQ(odd[0].component, 2);
    EXPECT_EQ(odd[1].oddity, Oddity::Absent);
    EXPECT_EQ(odd[1].part, 7U);
    EXPECT_EQ(odd[2].oddity, Oddity::Area);
    EXPECT_EQ(odd[2].part, 9U);
    EXPECT_GT(*odd[2].z, kOddZ);
    EXPECT_TRUE(oddSegments({}).empty());
}

class LearnedSources : public testing::Test {
protected:
    static const std::vector<DemoPart>& demo() {
        static const std::vector<DemoPart> parts = demoParts(6);
        return parts;
    }
    static std::vector<SegmentPart> all() {
        std::vector<SegmentPart> parts;
        for (const DemoPart& part : demo())
            parts.push_back(part.part());
        return parts;
    }
    static Paintings strokes() {
        Paintings paintings{.names = test::demoSegmentNames()};
        for (const std::size_t i : {0U, 2U}) {
            paintings.parts.push_back(demo()[i].painted());
            paintings.parts.back().labels = test::simulatedStrokes(demo()[i], 3);
        }
        return paintings;
    }
    /// The same from its model.
    std::unique_ptr<SegmentSource> reopened(const std::string& key, const SegmentSource& source) {
        ModelWriter writer;
        source.save(writer);
        const ModelReader model(dir_ / writer.commit(dir_.path()));
        auto again = createSegmentSource(key, source.settledParams());
        again->load(model);
        return again;
    }
    test::TempDir dir_;
    Job job_;
};

TEST_F(LearnedSources, AFewStrokesAreEnoughToSeeTheProduct) {
    const auto source = createSegmentSource("strokes", {{"bound", 0.9}});
    source->learnFrom(strokes());
    source->prepare(all(), job_);
    const SegmentedPart made = source->segment(demo()[4].part());
    EXPECT_GT(test::meanOverlap(made.map.labels(), demo()[4].truth), 0.6);
    ASSERT_TRUE(made.doubt);
    EXPECT_EQ(made.uncertainty.size(), made.map.size());
    EXPECT_NEAR(*made.doubt, cv::mean(made.uncertainty)[0], 1e-6);

    const SegmentedPart again = reopened("strokes", *source)->segment(demo()[4].part());
    EXPECT_EQ(cv::norm(made.map.labels(), again.map.labels(), cv::NORM_INF), 0);
    EXPECT_EQ(made.doubt, again.doubt);
    const auto twin = createSegmentSource("strokes", {{"bound", 0.9}});
    twin->learnFrom(strokes());
    twin->prepare(all(), job_);
    EXPECT_EQ(cv::norm(made.map.labels(), twin->segment(demo()[4].part()).map.labels(), cv::NORM_INF), 0);
}

/// Soft grey cloth with a darker patch and a bent line of two pixels: labels 0, 1 and 2.
DemoPart clothWithThread(const std::string& name) {
    DemoPart part{
        .path = name, .rgb = cv::Mat(256, 256, CV_8UC3), .truth = cv::Mat::zeros(256, 256, CV_8UC1)};
    SplitMix64 dice(fnv1a64(name));
    const auto somewhere = [&](int from, int to) { return static_cast<int>(dice.uniform(from, to)); };
    cv::rectangle(part.truth, {somewhere(20, 40), somewhere(150, 170), 80, 60}, 1, cv::FILLED);
    const std::vector<cv::Point> thread{{somewhere(10, 40), somewhere(20, 50)},
                                        {somewhere(90, 120), somewhere(90, 120)},
                                        {somewhere(160, 190), somewhere(60, 90)},
                                        {somewhere(215, 245), somewhere(210, 240)}};
    cv::polylines(part.truth, thread, false, 2, 2);
    const std::array<int, 3> brightness{150, 95, 105};
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) {
            const double grey = brightness[part.truth.at<std::uint8_t>(y, x)] + 6 * dice.normal();
            part.rgb.at<cv::Vec3b>(y, x) = cv::Vec3b::all(cv::saturate_cast<std::uint8_t>(grey));
        }
    }
    cv::GaussianBlur(part.rgb, part.rgb, {0, 0}, 0.7);
    return part;
}

TEST_F(LearnedSources, AThreadOfTwoPixelsIsKeptAsIsTheBorderOfAPatch) {
    const std::vector<DemoPart> cloths{clothWithThread("a"), clothWithThread("b"), clothWithThread("c")};
    Paintings paintings{.names = {"cloth", "patch", "thread"}};
    for (const std::size_t i : {0U, 1U}) {
        paintings.parts.push_back(cloths[i].painted());
        paintings.parts.back().labels = test::simulatedStrokes(cloths[i], 4);
    }
    const auto source = createSegmentSource("strokes", {{"bound", 0.9}});
    source->learnFrom(paintings);
    source->prepare({}, job_);
    const cv::Mat labels = source->segment(cloths[2].part()).map.labels();
    const cv::Mat truth = cloths[2].truth;
    const std::vector<double> overlaps = test::overlaps(labels, truth);
    EXPECT_GT(overlaps[0], 0.97);
    EXPECT_GT(overlaps[1], 0.93);
    // All along, and hardly anywhere else.
    cv::Mat seen;
    cv::dilate(labels == 2, seen, cv::Mat());
    const cv::Mat thread = truth == 2;
    EXPECT_GT(cv::countNonZero(seen & thread), 0.95 * cv::countNonZero(thread));
    EXPECT_GT(overlaps[2], 0.6);
}

TEST_F(LearnedSources, StrokesThatCannotBeUsedAreSaid) {
    const auto source = createSegmentSource("strokes", Json::object());
    EXPECT_EQ(codeOf([&] { source->learnFrom({}); }), ErrorCode::NotFound);
    EXPECT_EQ(codeOf([&] { source->prepare({}, job_); }), ErrorCode::NotFound);
    Paintings one = strokes();
    one.parts.resize(1);
    one.parts[0].labels.setTo(PaintedPart::kUnpainted, one.parts[0].labels != 4);
    source->learnFrom(one);
    EXPECT_EQ(codeOf([&] { source->prepare({}, job_); }), ErrorCode::InvalidData);
    Paintings few = strokes();
    few.names.resize(2);
    EXPECT_EQ(codeOf([&] { source->learnFrom(few); }), ErrorCode::InvalidData);
    source->learnFrom(strokes());
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(source->prepare(all(), stopped), Cancelled);
}

TEST_F(LearnedSources, ThinStrokesOnLargePicturesAreNotLost) {
    DemoPart large = demo()[0];
    cv::resize(large.rgb, large.rgb, {1900, 1900});
    cv::resize(large.truth, large.truth, {1900, 1900}, 0, 0, cv::INTER_NEAREST);
    Paintings paintings{.names = test::demoSegmentNames()};
    paintings.parts.push_back(large.painted());
    cv::Mat& labels = paintings.parts[0].labels;
    labels = cv::Mat(1900, 1900, CV_8UC1, cv::Scalar(PaintedPart::kUnpainted));
    labels.row(1000).setTo(4);  // one pixel high
    labels.row(3).setTo(0);
    const auto source = createSegmentSource("strokes", {{"bound", 0.9}});
    source->learnFrom(paintings);
    source->prepare({}, job_);
    EXPECT_GT(cv::countNonZero(source->segment(large.part()).map.labels() == 4), 1000);
}

TEST_F(LearnedSources, ClustersAreTheSameOverPartsAndCanBeMerged) {
    const auto source = createSegmentSource("clusters", {{"count", 4}});
    source->prepare(all(), job_);
    EXPECT_EQ(source->names().size(), 4U);
    const SegmentMap a = source->segment(demo()[1].part()).map;
    EXPECT_EQ(cv::norm(a.labels(), reopened("clusters", *source)->segment(demo()[1].part()).map.labels(),
                       cv::NORM_INF),
              0);
    // What is one cluster here is the same cluster on the next part: the shares agree roughly.
    const std::vector<double> here = segmentShares(a);
    const std::vector<double> there = segmentShares(source->segment(demo()[3].part()).map);
    for (std::size_t c = 0; c < here.size(); ++c)
        EXPECT_NEAR(here[c], there[c], 0.15);

    const auto merged = createSegmentSource("clusters", {{"count", 4}, {"merge", "3>1"}, {"names", "a,b,c"}});
    merged->prepare(all(), job_);
    EXPECT_EQ(merged->names(), (std::vector<std::string>{"a", "b", "c"}));
    cv::Mat expected = a.labels().clone();
    expected.setTo(1, expected == 3);
    const cv::Mat got = merged->segment(demo()[1].part()).map.labels();
    EXPECT_LT(cv::countNonZero(got != expected), static_cast<int>(got.total() / 50)) << "but for specks";
    for (const char* wrong : {"7>1", "1", "x>2", "2>2"}) {
        const auto bad = createSegmentSource("clusters", {{"count", 4}, {"merge", wrong}});
        EXPECT_EQ(codeOf([&] { bad->prepare(all(), job_); }), ErrorCode::InvalidArgument) << wrong;
    }
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(source->prepare(all(), stopped), Cancelled);
}
}  // namespace
