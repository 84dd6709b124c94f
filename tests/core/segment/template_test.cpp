// Registration and the source that stands on it.
#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/nn/model_io.h"
#include "core/segment/catalog.h"
#include "core/segment/registration.h"
#include "tests/core/segment/demo_parts.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

using namespace segad;
using test::codeOf;
using test::DemoPart;
using test::demoParts;

namespace {
/// Blobs of all sizes.
cv::Mat texture(std::string_view name) {
    SplitMix64 dice(fnv1a64(name));
    cv::Mat picture(256, 256, CV_8UC3, cv::Scalar(90, 90, 90));
    for (int i = 0; i < 120; ++i) {
        const auto place = [&] { return static_cast<int>(dice.below(256)); };
        const cv::Point at(place(), place());
        cv::circle(picture, at, 3 + static_cast<int>(dice.below(25)), cv::Scalar(place(), place(), place()),
                   cv::FILLED, cv::LINE_AA);
    }
    return picture;
}

cv::Mat moved(const cv::Mat& picture, const cv::Matx33d& warp) {
    cv::Mat out;
    cv::warpPerspective(picture, out, warp, picture.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT);
    return out;
}

cv::Matx33d turned(double degrees, double x, double y, double scale = 1) {
    cv::Mat affine = cv::getRotationMatrix2D({127.5F, 127.5F}, degrees, scale);
    cv::Matx33d warp = cv::Matx33d::eye();
    for (int r = 0; r < 2; ++r)
        for (int c = 0; c < 3; ++c)
            warp(r, c) = affine.at<double>(r, c);
    warp(0, 2) += x;
    warp(1, 2) += y;
    return warp;
}

/// Farthest that a corner lands from where it should, pixels.
double cornerError(const cv::Matx33d& found, const cv::Matx33d& truth) {
    double worst = 0;
    for (const cv::Vec3d& corner :
         {cv::Vec3d(20, 20, 1), cv::Vec3d(235, 20, 1), cv::Vec3d(20, 235, 1), cv::Vec3d(235, 235, 1)}) {
        const cv::Vec3d a = found * corner;
        const cv::Vec3d b = truth * corner;
        worst = std::max(worst, std::hypot(a[0] / a[2] - b[0] / b[2], a[1] / a[2] - b[1] / b[2]));
    }
    return worst;
}

RegistrationFit registered(const cv::Mat& reference, const cv::Mat& part, Motion most = Motion::Homography) {
    const Registrar registrar{RegistrationPicture(reference)};
    const RegistrationPicture picture(part);
    return registrar.fit(picture, registrar.coarse(picture), {.most = most});
}

TEST(Registration, FindsShiftTurnAndSize) {
    const cv::Mat picture = texture("registration/a");
    for (const cv::Matx33d& truth : {turned(0, 0, 0), turned(0, 25, -18), turned(7, 6, 4), turned(-35, 3, 9),
                                     turned(12, -8, 5, 1.08), turned(171, 4, -6)}) {
        const RegistrationFit fit = registered(picture, moved(picture, truth));
        EXPECT_LT(cornerError(fit.warp, truth), 0.6) << cv::Mat(truth);
        EXPECT_LT(fit.error, 0.05);
    }
}

TEST(Registration, StopsAtTheSimplestMotionThatFits) {
    const cv::Mat picture = texture("registration/b");
    EXPECT_EQ(registered(picture, moved(picture, turned(0, 9, -4))).motion, Motion::Translation);
    EXPECT_EQ(registered(picture, moved(picture, turned(5, 3, 2))).motion, Motion::Euclidean);
    cv::Matx33d tilted = turned(3, 4, 2);
    tilted(2, 0) = 4e-4;
    tilted(2, 1) = -3e-4;
    const RegistrationFit fit = registered(picture, moved(picture, tilted));
    EXPECT_EQ(fit.motion, Motion::Homography);
    EXPECT_LT(cornerError(fit.warp, tilted * (1 / tilted(2, 2))), 1.0);
    EXPECT_EQ(registered(picture, moved(picture, tilted), Motion::Euclidean).motion, Motion::Euclidean);
}

TEST(Registration, LightDoesNotMatter) {
    const cv::Mat picture = texture("registration/c");
    const cv::Matx33d truth = turned(4, -7, 3);
    const RegistrationFit fit = registered(picture, moved(picture, truth) * 0.6 + cv::Scalar::all(30));
    EXPECT_LT(cornerError(fit.warp, truth), 0.6);
    EXPECT_LT(fit.error, 0.05);
}

TEST(Registration, AnotherPictureFitsBadlyAndAPlainOneNotAtAll) {
    const cv::Mat picture = texture("registration/d");
    EXPECT_GT(registered(picture, texture("registration/e")).error, 0.5);
    const cv::Mat plain(256, 256, CV_8UC3, cv::Scalar(80, 80, 80));
    EXPECT_NEAR(registered(picture, plain).error, 1, 1e-6);
    EXPECT_NEAR(registered(plain, picture).error, 1, 1e-6);
}

class TemplateSource : public testing::Test {
protected:
    static Paintings paintings(const std::vector<DemoPart>& parts) {
        Paintings all{.names = test::demoSegmentNames()};
        for (const DemoPart& part : parts)
            all.parts.push_back(part.painted());
        return all;
    }
    std::unique_ptr<SegmentSource> prepared(const std::vector<DemoPart>& templates,
                                            const std::vector<DemoPart>& parts,
                                            const Json& params = Json::object()) {
        auto source = createSegmentSource("template", params);
        source->learnFrom(paintings(templates));
        std::vector<SegmentPart> all;
        for (const DemoPart& part : parts)
            all.push_back(part.part());
        source->prepare(all, job_);
        return source;
    }
    static const std::vector<DemoPart>& demo() {
        static const std::vector<DemoPart> parts = demoParts(9);
        return parts;
    }
    Job job_;
};

TEST_F(TemplateSource, CarriesOneMapToEveryPartOfTheDemo) {
    const auto source = prepared({demo()[0]}, demo());
    double sum = 0;
    for (std::size_t i = 1; i < demo().size(); ++i) {
        const SegmentedPart made = source->segment(demo()[i].part());
        sum += test::meanOverlap(made.map.labels(), demo()[i].truth);
        ASSERT_TRUE(made.doubt);
        EXPECT_LT(*made.doubt, 0.3);
    }
    EXPECT_GT(sum / static_cast<double>(demo().size() - 1), 0.90);
    EXPECT_EQ(source->names(), test::demoSegmentNames());
    EXPECT_GT(source->settledParams().at("bound").get<double>(), 0);
}

/// As a camera sees it that is mounted otherwise; what was outside the picture is ground. A part of its own:
/// copies of a part share their pictures.
DemoPart turnedBy(const DemoPart& part, double degrees) {
    DemoPart made{.path = part.path};
    const cv::Size size = part.rgb.size();
    const cv::Point2f middle(static_cast<float>(size.width - 1) / 2, static_cast<float>(size.height - 1) / 2);
    const cv::Mat warp = cv::getRotationMatrix2D(middle, degrees, 1);
    cv::warpAffine(part.rgb, made.rgb, warp, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::warpAffine(part.truth, made.truth, warp, size, cv::INTER_NEAREST, cv::BORDER_REPLICATE);
    return made;
}

/// Likewise.
DemoPart mirrored(const DemoPart& part) {
    DemoPart made{.path = part.path};
    cv::flip(part.rgb, made.rgb, 1);
    cv::flip(part.truth, made.truth, 1);
    return made;
}

TEST_F(TemplateSource, FindsPartsThatLieTurned) {
    // Phase correlation alone loses the first three.
    const auto source = prepared({demo()[0]}, demo(), {{"bound", 0.3}});
    const std::vector<std::pair<std::size_t, double>> turns{{1, -120}, {3, -120}, {7, -45},
                                                            {1, 30},   {4, 90},   {4, 180}};
    for (const auto& [at, degrees] : turns) {
        const DemoPart part = turnedBy(demo()[at], degrees);
        const SegmentedPart made = source->segment(part.part());
        EXPECT_FALSE(made.flagged) << degrees << " degrees: " << *made.doubt;
        EXPECT_GT(test::meanOverlap(made.map.labels(), part.truth), 0.82) << degrees << " degrees";
    }
}

TEST_F(TemplateSource, FindsThemByFeaturesAlone) {
    const auto source = prepared({demo()[0]}, demo(), {{"bound", 0.3}, {"coarse", "features"}});
    for (const double degrees : {30.0, 180.0}) {
        const DemoPart part = turnedBy(demo()[4], degrees);
        const SegmentedPart made = source->segment(part.part());
        EXPECT_FALSE(made.flagged) << degrees << " degrees: " << *made.doubt;
        EXPECT_GT(test::meanOverlap(made.map.labels(), part.truth), 0.82) << degrees << " degrees";
    }
    EXPECT_EQ(source->settledParams().at("coarse"), "features");
    DemoPart plain = demo()[2];
    plain.rgb = cv::Mat(plain.rgb.size(), CV_8UC3, cv::Scalar(80, 80, 80));
    EXPECT_TRUE(source->segment(plain.part()).flagged) << "no corners, no place";
}

TEST_F(TemplateSource, IsTheSameFromItsModel) {
    const auto source = prepared({demo()[0], demo()[3]}, demo());
    const test::TempDir dir;
    ModelWriter writer;
    source->save(writer);
    const std::string name = writer.commit(dir.path());
    const auto again = createSegmentSource("template", source->settledParams());
    again->load(ModelReader(dir / name));
    const SegmentedPart a = source->segment(demo()[5].part());
    const SegmentedPart b = again->segment(demo()[5].part());
    EXPECT_EQ(cv::norm(a.map.labels(), b.map.labels(), cv::NORM_INF), 0);
    EXPECT_EQ(a.doubt, b.doubt);

    ModelWriter other;
    other.header({{"source", "other"}});
    const ModelReader wrong(dir / other.commit(dir.path()));
    EXPECT_EQ(codeOf([&] { again->load(wrong); }), ErrorCode::InvalidData);
}

TEST_F(TemplateSource, FlagsOrLeavesOutWhatDoesNotFit) {
    DemoPart stranger = demo()[2];
    stranger.rgb = texture("template/stranger");
    const auto flags = prepared({demo()[0]}, demo());
    EXPECT_FALSE(flags->segment(demo()[4].part()).flagged);
    EXPECT_TRUE(flags->segment(stranger.part()).flagged);
    const auto leaves = prepared({demo()[0]}, demo(), {{"over_bound", "leave_out"}});
    EXPECT_EQ(codeOf([&] { leaves->segment(stranger.part()); }), ErrorCode::InvalidData);
}

TEST_F(TemplateSource, TakesTheTemplateThatFits) {
    // A variant of the product.
    const DemoPart variant = mirrored(demo()[1]);
    const DemoPart other = mirrored(demo()[2]);
    const auto source = prepared({demo()[0], variant}, demo());
    EXPECT_GT(test::meanOverlap(source->segment(other.part()).map.labels(), other.truth), 0.88);
    EXPECT_GT(test::meanOverlap(source->segment(demo()[2].part()).map.labels(), demo()[2].truth), 0.88);
}

TEST_F(TemplateSource, SaysWhatIsWrongWithWhatWasPainted) {
    const auto source = createSegmentSource("template", Json::object());
    EXPECT_EQ(codeOf([&] { source->learnFrom({}); }), ErrorCode::NotFound);
    EXPECT_EQ(codeOf([&] { source->prepare({}, job_); }), ErrorCode::NotFound);
    Paintings holes = paintings({demo()[0]});
    holes.parts[0].labels = holes.parts[0].labels.clone();
    holes.parts[0].labels.row(7).setTo(PaintedPart::kUnpainted);
    EXPECT_EQ(codeOf([&] { source->learnFrom(holes); }), ErrorCode::InvalidData);
    Paintings few = paintings({demo()[0]});
    few.names.resize(3);
    EXPECT_EQ(codeOf([&] { source->learnFrom(few); }), ErrorCode::InvalidData);
    Paintings flat = paintings({demo()[0]});
    flat.parts[0].labels = cv::Mat::zeros(64, 256, CV_8UC1);
    EXPECT_EQ(codeOf([&] { source->learnFrom(flat); }), ErrorCode::InvalidData);
}

TEST_F(TemplateSource, CanBeStopped) {
    const auto source = createSegmentSource("template", Json::object());
    source->learnFrom(paintings({demo()[0]}));
    std::vector<SegmentPart> parts{demo()[1].part()};
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(source->prepare(parts, stopped), Cancelled);
}
}  // namespace
