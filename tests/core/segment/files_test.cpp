// Which file is whose map, what its numbers mean, and what is refused.
#include <fstream>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/image/image.h"
#include "core/image/npy.h"
#include "core/segment/catalog.h"
#include "core/segment/segment_source.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
std::optional<Error> errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

class SegmentFiles : public testing::Test {
protected:
    /// Stripes of the labels 0 … count-1.
    static cv::Mat stripes(int count, cv::Size size = {12, 8}) {
        cv::Mat labels(size, CV_8UC1);
        for (int x = 0; x < size.width; ++x)
            labels.col(x).setTo(x * count / size.width);
        return labels;
    }

    void put(const std::string& name, const cv::Mat& labels) {
        const Path file = dir_ / name;
        std::filesystem::create_directories(file.parent_path());
        if (file.extension() == ".npy") {
            writeNpy(file, labels);
        } else {
            encodeImage(file, labels);
        }
    }

    SegmentPart part(const std::string& path, cv::Size size = {12, 8}) const {
        return {.folder = dir_ / "parts", .path = path, .width = size.width, .height = size.height};
    }

    std::unique_ptr<SegmentSource> prepared(const std::vector<SegmentPart>& parts,
                                            Json params = Json::object()) {
        params["folder"] = dir_.path().string();
        auto source = createSegmentSource("files", params);
        source->prepare(parts, job_);
        return source;
    }

    test::TempDir dir_;
    Job job_;
};

TEST_F(SegmentFiles, ComeFromTheMirroredFolderFirst) {
    put("train/good/000.png", stripes(2));
    put("good/000.png", stripes(3));
    put("000.png", stripes(4));
    const SegmentPart first = part("train/good/000.JPG");
    const auto mirrored = prepared({first});
    EXPECT_EQ(mirrored->names().size(), 2U);
    EXPECT_EQ(cv::norm(mirrored->segment(first).map.labels(), stripes(2), cv::NORM_INF), 0);
    std::filesystem::remove(dir_ / "train/good/000.png");
    EXPECT_EQ(prepared({first})->names().size(), 3U);
    std::filesystem::remove(dir_ / "good/000.png");
    EXPECT_EQ(prepared({first})->names().size(), 4U);
    put("000.npy", stripes(5));
    EXPECT_EQ(prepared({first})->names().size(), 5U) << "arrays before pictures";
}

TEST_F(SegmentFiles, AreNeverSharedByTwoParts) {
    put("good/000.png", stripes(2));
    const auto error = errorOf([&] { prepared({part("train/good/000.png"), part("test/good/000.png")}); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::InvalidData);
    EXPECT_NE(error->message().find("train/good/000.png"), std::string::npos);
    EXPECT_NE(error->message().find("test/good/000.png"), std::string::npos);
    put("train/good/000.png", stripes(2));
    EXPECT_FALSE(errorOf([&] { prepared({part("train/good/000.png"), part("test/good/000.png")}); }));
}

TEST_F(SegmentFiles, OfTheSegadAuthorsAreFoundFromRawVisaAndMayBeSquare) {
    put("good/0001.npy", stripes(2, {16, 16}));
    put("bad/001.npy", stripes(2, {16, 16}));
    const SegmentPart good = part("candle/Data/Images/Normal/0001.JPG");
    const SegmentPart bad = part("candle/Data/Images/Anomaly/001.JPG");
    const auto source = prepared({good, bad});
    EXPECT_EQ(source->segment(good).map.size(), cv::Size(16, 16));
    EXPECT_EQ(source->segment(bad).map.size(), cv::Size(16, 16));
}

TEST_F(SegmentFiles, OfAnotherShapeAreRefused) {
    put("wide.png", stripes(2, {15, 8}));
    put("half.png", stripes(2, {6, 4}));
    put("square.png", stripes(2, {8, 8}));
    put("rounded.png", stripes(2, {448, 275}));
    put("nearly.png", stripes(2, {448, 279}));
    const SegmentPart rounded = part("rounded.jpg", {1562, 960});
    const SegmentPart nearly = part("nearly.jpg", {1562, 960});
    const std::vector<SegmentPart> parts{part("wide.jpg"), part("half.jpg"), part("square.jpg"), rounded,
                                         nearly};
    const auto source = prepared(parts);
    EXPECT_FALSE(errorOf([&] { source->segment(parts[1]); }));
    EXPECT_FALSE(errorOf([&] { source->segment(rounded); })) << "275.3 rows";
    for (const std::size_t i : {0U, 2U, 4U}) {
        const auto error = errorOf([&] { source->segment(parts[i]); });
        ASSERT_TRUE(error) << parts[i].path;
        EXPECT_EQ(error->code(), ErrorCode::InvalidData);
        EXPECT_EQ(Path(error->subject()).stem(), Path(parts[i].path).stem());
    }
    EXPECT_FALSE(errorOf([&] { prepared(parts, {{"square_maps", true}})->segment(parts[2]); }));
}

TEST_F(SegmentFiles, OfTheStoredSizeAreTurnedWithThePicture) {
    // The smallest EXIF: orientation 6, turned clockwise to be upright.
    std::filesystem::create_directories(dir_ / "parts");
    const std::string jpeg = encodeJpegBytes(cv::Mat(8, 12, CV_8UC3, cv::Scalar(1, 2, 3)));
    const std::string exif(
        "\xff\xe1\0\x22"
        "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0",
        36);
    std::ofstream(dir_ / "parts/a.jpg", std::ios::binary) << jpeg.substr(0, 2) << exif << jpeg.substr(2);
    cv::Mat stored = cv::Mat::zeros(8, 12, CV_8UC1);
    stored.at<std::uint8_t>(7, 0) = 1;  // lower left comes to the upper left
    put("a.png", stored);
    const SegmentPart turned = part("a.jpg", {8, 12});
    const SegmentMap map = prepared({turned})->segment(turned).map;
    EXPECT_EQ(map.size(), cv::Size(8, 12));
    EXPECT_EQ(map.labels().at<std::uint8_t>(0, 0), 1);
}

TEST_F(SegmentFiles, OfOnlyBlackAndWhiteAreMasks) {
    put("a.png", stripes(2) * 255);
    put("b.png", cv::Mat::zeros(8, 12, CV_8UC1));
    const std::vector<SegmentPart> parts{part("a.jpg"), part("b.jpg")};
    const auto source = prepared(parts);
    EXPECT_EQ(source->names().size(), 2U);
    EXPECT_EQ(source->settledParams().at("values"), "mask");
    EXPECT_EQ(cv::norm(source->segment(parts[0]).map.labels(), stripes(2), cv::NORM_INF), 0);
    const auto again = createSegmentSource("files", source->settledParams());
    EXPECT_EQ(cv::norm(again->segment(parts[0]).map.labels(), stripes(2), cv::NORM_INF), 0);
    EXPECT_TRUE(job_.warnings().empty());
    EXPECT_EQ(prepared(parts, {{"values", "labels"}})->names().size(), 256U);
    EXPECT_EQ(job_.warnings().size(), 1U) << "254 empty components are worth a word";
}

TEST_F(SegmentFiles, ThatAreMissingAreSaidOnceWhenTheyCountAsBackground) {
    put("a.png", stripes(3));
    const std::vector<SegmentPart> parts{part("a.jpg"), part("b.jpg"), part("c.jpg")};
    EXPECT_EQ(prepared(parts, {{"missing", "whole"}})->segment(parts[1]).map.componentCount(), 3)
        << "features keep their columns";
    ASSERT_EQ(job_.warnings().size(), 1U);
    EXPECT_EQ(job_.warnings()[0].subject(), "b.jpg");
    EXPECT_EQ(errorOf([&] { prepared(parts)->segment(parts[1]); })->code(), ErrorCode::NotFound);
}

TEST_F(SegmentFiles, ThatAreBrokenDoNotStopTheOthers) {
    put("a.png", stripes(3));
    put("floats.npy", cv::Mat(8, 12, CV_32FC1, cv::Scalar(1)));
    std::ofstream(dir_ / "text.png") << "text";
    const std::vector<SegmentPart> parts{part("a.jpg"), part("floats.jpg"), part("text.jpg")};
    const auto source = prepared(parts);
    EXPECT_EQ(source->names().size(), 3U);
    for (const std::size_t i : {1U, 2U}) {
        const auto error = errorOf([&] { source->segment(parts[i]); });
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code(), ErrorCode::InvalidData);
        EXPECT_EQ(Path(error->subject()).stem(), Path(parts[i].path).stem());
    }
    const auto all = errorOf([&] { prepared({parts[1]}); });
    ASSERT_TRUE(all);
    EXPECT_EQ(Path(all->subject()).filename(), "floats.npy") << "the cause, not that nothing was found";
}

TEST_F(SegmentFiles, WithLabelsBeyondAFixedCountAreRefusedByName) {
    put("a.png", stripes(3));
    put("b.png", stripes(5));
    const std::vector<SegmentPart> parts{part("a.jpg"), part("b.jpg")};
    const auto source = prepared(parts, {{"components", 3}});
    EXPECT_FALSE(errorOf([&] { source->segment(parts[0]); }));
    const auto error = errorOf([&] { source->segment(parts[1]); });
    ASSERT_TRUE(error);
    EXPECT_EQ(Path(error->subject()).filename(), "b.png");
    EXPECT_NE(error->message().find('4'), std::string::npos);
}

TEST_F(SegmentFiles, PreparingCanBeStopped) {
    put("a.png", stripes(3));
    job_.cancel();
    EXPECT_THROW(prepared({part("a.jpg")}), Cancelled);
}
}  // namespace
