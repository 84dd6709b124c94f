// From a folder on disk to parts and a report: what is read, what is refused, what is said.
#include "core/dataset/scan.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/dataset/splits.h"
#include "tests/core/dataset/dataset_builder.h"

using namespace segad;
using test::countOf;
using test::DatasetBuilder;
using test::findingWith;
using test::partAt;
using testing::HasSubstr;

namespace {
namespace fs = std::filesystem;

DatasetBuilder& healthy(DatasetBuilder& data) {
    return data.pictures("train/good", 4).pictures("test/good", 2).pictures("test/hole", 12);
}

const Finding* findingAt(const ScanResult& result, FindingKind kind, const std::string& path) {
    for (const Finding& finding : result.findings) {
        if (finding.kind == kind && finding.path == path) return &finding;
    }
    return nullptr;
}

Error errorOf(const DatasetBuilder& data, const ScanOptions& options = {}) {
    try {
        data.scan(options);
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorCode::Internal, "", "", "");
}

TEST(Scan, ReadsEveryPart) {
    DatasetBuilder data;
    healthy(data).picture("test/hole/wide.png", 31, 17);
    const ScanResult result = data.scan();
    EXPECT_EQ(result.root, data.root());
    EXPECT_EQ(result.layout, "folder");
    EXPECT_EQ(result.rejected, 0U);
    ASSERT_EQ(result.parts.size(), 19U);
    EXPECT_TRUE(std::is_sorted(result.parts.begin(), result.parts.end(),
                               [](const auto& a, const auto& b) { return pathLess(a.path, b.path); }));
    const ScannedPart& part = partAt(result.parts, "test/hole/wide.png");
    EXPECT_EQ(part.width, 31);
    EXPECT_EQ(part.height, 17);
    EXPECT_EQ(part.bytes, fs::file_size(data / part.path));
    EXPECT_EQ(part.sha256, sha256OfFile(data / part.path));
    EXPECT_GT(part.modifiedNs, 1'600'000'000'000'000'000);
    EXPECT_EQ(result.count(FindingKind::Error), 0U);
    EXPECT_EQ(result.count(FindingKind::Warning), 0U);
    const Finding* summary = findingAt(result, FindingKind::Info, "test/hole");
    ASSERT_NE(summary, nullptr);
    EXPECT_EQ(summary->message, "13 pictures: bad, for testing, defect 'hole'");
}

TEST(Scan, AcceptsAFlatFolder) {
    DatasetBuilder data;
    data.pictures("", 3);
    const ScanResult result = data.scan();
    EXPECT_EQ(countOf(result.parts, Subset::Unspecified, Label::Unlabelled), 3U);
    EXPECT_EQ(result.count(FindingKind::Warning), 0U);
}

TEST(Scan, LeavesBrokenPicturesOutAndGoesOn) {
    DatasetBuilder data;
    healthy(data).touch("train/good/empty.png").text("train/good/text.png", "this is no picture");
    data.picture("train/good/cut.jpg", 300, 300);
    fs::resize_file(data / "train/good/cut.jpg", fs::file_size(data / "train/good/cut.jpg") * 2 / 3);
    data.picture("test/good/cut.png", 300, 300);
    fs::resize_file(data / "test/good/cut.png", fs::file_size(data / "test/good/cut.png") - 40);
    const ScanResult result = data.scan();
    EXPECT_EQ(result.parts.size(), 18U);
    EXPECT_EQ(result.rejected, 4U);
    EXPECT_EQ(result.count(FindingKind::Error), 4U);
    for (const std::string path :
         {"train/good/empty.png", "train/good/text.png", "train/good/cut.jpg", "test/good/cut.png"}) {
        const Finding* finding = findingAt(result, FindingKind::Error, path);
        ASSERT_NE(finding, nullptr) << path;
        EXPECT_FALSE(finding->message.empty());
        EXPECT_FALSE(finding->remedy.empty());
    }
    EXPECT_EQ(result.findings.front().kind, FindingKind::Error) << "errors come first";
}

TEST(Scan, RefusesFoldersWithNothingToUse) {
    DatasetBuilder empty;
    EXPECT_THAT(errorOf(empty).message(), HasSubstr("no pictures"));
    DatasetBuilder broken;
    broken.touch("a.png").touch("b.png");
    EXPECT_THAT(errorOf(broken).message(), HasSubstr("none of the 2 pictures can be used; a.png"));
    DatasetBuilder masksOnly;
    masksOnly.mask("ground_truth/hole/000.png");
    EXPECT_THAT(errorOf(masksOnly).message(), HasSubstr("no parts"));
    DatasetBuilder noGood;
    noGood.pictures("test/good", 2).pictures("test/bad", 2);
    EXPECT_THAT(errorOf(noGood).message(), HasSubstr("no good training picture"));
    EXPECT_EQ(errorOf(noGood).code(), ErrorCode::InvalidData);
    DatasetBuilder brokenGood;
    brokenGood.touch("train/good/000.png").pictures("test/bad", 2);
    EXPECT_THAT(errorOf(brokenGood).message(), HasSubstr("no good training picture"));
}

TEST(Scan, ChecksMasksAgainstTheirPictures) {
    DatasetBuilder data;
    healthy(data).pictures("test/dent", 1);
    data.mask("ground_truth/hole/000.png").mask("ground_truth/hole/001_mask.png", 12, 8, 1);
    data.mask("ground_truth/hole/002.png", 8, 12).text("ground_truth/hole/003.png", "no mask");
    data.mask("ground_truth/hole/004.png", 12, 8, 0);
    data.mask("ground_truth/good/000.png").mask("ground_truth/good/001.png", 12, 8, 0);
    const ScanResult result = data.scan();
    EXPECT_EQ(partAt(result.parts, "test/hole/001.png").maskPath, "ground_truth/hole/001_mask.png");
    EXPECT_EQ(result.rejected, 3U);
    EXPECT_THAT(findingAt(result, FindingKind::Error, "test/hole/002.png")->message,
                HasSubstr("the mask is 8 × 12 pixels, its picture 12 × 8"));
    EXPECT_THAT(findingAt(result, FindingKind::Error, "test/hole/003.png")->message,
                HasSubstr("ground_truth/hole/003.png"));
    EXPECT_THAT(findingAt(result, FindingKind::Error, "test/good/000.png")->message,
                HasSubstr("marks a defect"));
    EXPECT_THAT(findingAt(result, FindingKind::Warning, "test/hole/004.png")->message, HasSubstr("is empty"));
    EXPECT_EQ(partAt(result.parts, "test/good/001.png").maskPath, "");
    EXPECT_THAT(findingWith(result.findings, FindingKind::Warning, "no mask though"),
                HasSubstr("8 bad parts"));
}

TEST(Scan, TellsBadCopiesFromGoodOnes) {
    DatasetBuilder data;
    healthy(data).pictures("train/hole", 2);
    const auto copy = [&](const std::string& from, const std::string& to) {
        fs::copy_file(data / from, data / to);
    };
    copy("test/hole/003.png", "train/hole/copy.png");    // bad in train and test: error
    copy("test/good/000.png", "train/good/copy.png");    // good in train and test: warning
    copy("train/good/001.png", "train/good/twice.png");  // within one subset: warning
    copy("train/good/002.png", "test/hole/copy.png");    // good and bad: both out
    const ScanResult result = data.scan();
    EXPECT_THAT(findingAt(result, FindingKind::Error, "train/hole/copy.png")->message,
                HasSubstr("the same picture as test/hole/003.png, which is for testing"));
    EXPECT_THAT(findingAt(result, FindingKind::Warning, "train/good/copy.png")->message,
                HasSubstr("not learned from"));
    EXPECT_THAT(findingAt(result, FindingKind::Warning, "train/good/twice.png")->message,
                HasSubstr("a copy of train/good/001.png"));
    EXPECT_THAT(findingAt(result, FindingKind::Error, "test/hole/copy.png")->message,
                HasSubstr("labelled good"));
    EXPECT_THAT(findingAt(result, FindingKind::Error, "train/good/002.png")->message,
                HasSubstr("labelled bad"));
    EXPECT_EQ(result.rejected, 3U);
    partAt(result.parts, "test/hole/003.png");
    partAt(result.parts, "train/good/copy.png");
}

TEST(Scan, NamesUnusualFormatsOnce) {
    DatasetBuilder data;
    healthy(data).grey("train/good/grey1.png", 9, 9, 70).grey("train/good/grey2.png", 9, 9, 80);
    const ScanResult result = data.scan();
    EXPECT_EQ(findingWith(result.findings, FindingKind::Warning, "without colour"),
              "2 pictures without colour: the grey is used three times");
}

TEST(Scan, WarnsOfTooFewBadParts) {
    DatasetBuilder data;
    data.pictures("train/good", 2).pictures("test/good", 2).pictures("test/hole", 9);
    EXPECT_FALSE(findingWith(data.scan().findings, FindingKind::Warning, "only 9 bad parts").empty());
    DatasetBuilder none;
    none.pictures("good", 3);
    EXPECT_FALSE(findingWith(none.scan().findings, FindingKind::Warning, "no bad part to test with").empty());
}

TEST(Scan, TakesPartsThatWereLeftOutOffPublishedLists) {
    DatasetBuilder data;
    data.pictures("train/good", 2).pictures("train/bad", 2).touch("train/bad/broken.png");
    data.pictures("test/good", 1).pictures("test/bad", 1);
    data.text("low_shot_train.json", R"({"a": ["000.png", "broken.png"]})");
    const ScanResult result = data.scan();
    EXPECT_EQ(result.layout, "vad");
    ASSERT_EQ(result.publishedSubsets.size(), 1U);
    EXPECT_EQ(result.publishedSubsets[0].paths, std::vector<std::string>{"train/bad/000.png"});
    EXPECT_FALSE(findingWith(result.findings, FindingKind::Warning, "list 'a' loses 1").empty());
}

TEST(Scan, TakesStatedFolders) {
    DatasetBuilder data;
    data.pictures("a", 2).pictures("b", 12);
    ScanOptions options{.folders = {{.path = "a", .subset = Subset::Train, .label = Label::Good},
                                    {.path = "b", .subset = Subset::Test, .label = Label::Bad}}};
    EXPECT_EQ(countOf(data.scan(options).parts, Subset::Test, Label::Bad), 12U);
    options.layout = "mvtec";
    EXPECT_EQ(errorOf(data, options).code(), ErrorCode::InvalidArgument);
}

TEST(Scan, ReportsProgressAndStopsWhenAsked) {
    DatasetBuilder data;
    healthy(data);
    double last = 0;
    Job watched([&](const JobStatus& status) {
        EXPECT_GE(status.fraction, last);
        last = status.fraction;
    });
    scanDataset(data.root(), {}, watched);
    EXPECT_GT(watched.status().fraction, 0.99);
    Job* stopping = nullptr;
    Job cancelled([&](const JobStatus&) { stopping->cancel(); });
    stopping = &cancelled;
    EXPECT_THROW(scanDataset(data.root(), {}, cancelled), Cancelled);
}

TEST(Scan, GivesTheSameAnswerEveryTime) {
    DatasetBuilder data;
    healthy(data).touch("train/good/empty.png").mask("ground_truth/hole/000.png", 3, 3);
    const ScanResult first = data.scan();
    const ScanResult second = data.scan();
    ASSERT_EQ(first.findings.size(), second.findings.size());
    for (std::size_t i = 0; i < first.findings.size(); ++i) {
        EXPECT_EQ(first.findings[i].path, second.findings[i].path);
        EXPECT_EQ(first.findings[i].message, second.findings[i].message);
    }
    for (std::size_t i = 0; i < first.parts.size(); ++i)
        EXPECT_EQ(first.parts[i].sha256, second.parts[i].sha256);
}
}  // namespace
