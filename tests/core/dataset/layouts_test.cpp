// Every layout: guessed from the folders, and every picture given its subset, label, defect and mask.
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/core/dataset/dataset_builder.h"

using namespace segad;
using test::countOf;
using test::DatasetBuilder;
using test::findingWith;
using test::partAt;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string guessed(const DatasetBuilder& data) {
    return std::string(chooseLayout(data.listing(), "auto").key());
}

Error errorOf(const DatasetBuilder& data, const std::string& layout = "auto",
              const std::string& className = {}) {
    try {
        data.arrange(layout, className);
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorCode::Internal, "", "", "");
}

// ---- folders ----

TEST(FolderLayout, TakesAFlatFolderAsUnlabelled) {
    DatasetBuilder data;
    data.touchMany("", 3).touchMany("camera 2/monday", 2);
    EXPECT_EQ(guessed(data), "folder");
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Unspecified, Label::Unlabelled), 5U);
}

TEST(FolderLayout, ReadsTrainAndTestWithDefectsByName) {
    DatasetBuilder data;
    data.touchMany("Train/Good", 3).touchMany("train/scratch", 1).touchMany("test/ok", 2);
    data.touchMany("test/bent pin/left", 1)
        .touchMany("test/bad", 2)
        .touchMany("test/bad_unseen_defects/hole", 1);
    data.touchMany("segments/test/bad", 2).touchMany("notes", 1);
    EXPECT_EQ(guessed(data), "folder");
    const Arrangement found = data.arrange();
    EXPECT_EQ(found.parts.size(), 10U);
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Good), 3U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Good), 2U);
    EXPECT_EQ(partAt(found.parts, "train/scratch/000.png").defectType, "scratch");
    EXPECT_EQ(partAt(found.parts, "test/bent pin/left/000.png").defectType, "bent pin/left");
    EXPECT_EQ(partAt(found.parts, "test/bad/000.png").defectType, "bad");
    EXPECT_FALSE(partAt(found.parts, "test/bad/000.png").unseenDefect);
    const ScannedPart& unseen = partAt(found.parts, "test/bad_unseen_defects/hole/000.png");
    EXPECT_TRUE(unseen.unseenDefect);
    EXPECT_EQ(unseen.defectType, "hole");
    EXPECT_THAT(findingWith(found.findings, FindingKind::Info, "outside"), HasSubstr("1 picture"));
}

TEST(FolderLayout, FindsGoodAndBadAnywhere) {
    DatasetBuilder data;
    data.touchMany("line 1/OK/monday", 2).touchMany("line 1/scratch", 1).touchMany("line 1/dent/deep", 1);
    data.touchMany("line 2/normal", 1).touchMany("line 2/NG", 1).touchMany("line 3/new", 1);
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Unspecified, Label::Good), 3U);
    EXPECT_EQ(partAt(found.parts, "line 1/scratch/000.png").label, Label::Bad);
    EXPECT_EQ(partAt(found.parts, "line 1/dent/deep/000.png").defectType, "dent/deep");
    EXPECT_EQ(partAt(found.parts, "line 2/NG/000.png").defectType, "NG");
    EXPECT_EQ(partAt(found.parts, "line 3/new/000.png").label, Label::Unlabelled);
}

TEST(FolderLayout, UnderstandsJoinedAndSwappedNames) {
    DatasetBuilder data;
    data.touchMany("normal_train", 2)
        .touchMany("bad_train", 1)
        .touchMany("normal_test", 1)
        .touchMany("bad_test", 3);
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Good), 2U);
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Bad), 1U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Good), 1U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Bad), 3U);

    DatasetBuilder swapped;
    swapped.touchMany("good/train", 2).touchMany("good/test", 1).touchMany("bad/test", 1);
    const Arrangement other = swapped.arrange();
    EXPECT_EQ(countOf(other.parts, Subset::Train, Label::Good), 2U);
    EXPECT_EQ(countOf(other.parts, Subset::Test, Label::Bad), 1U);
}

TEST(FolderLayout, LeavesPicturesDirectlyInTrainUnlabelled) {
    DatasetBuilder data;
    data.touchMany("train", 2).touchMany("train/good", 1).touchMany("test/good", 1);
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Unlabelled), 2U);
}

TEST(FolderLayout, TakesFoldersBesideTestAsOfNoSubset) {
    DatasetBuilder data;
    data.touchMany("good", 2).touchMany("NG", 1).touchMany("test/good", 1).touchMany("test/hole", 1);
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Unspecified, Label::Good), 2U);
    EXPECT_EQ(countOf(found.parts, Subset::Unspecified, Label::Bad), 1U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Bad), 1U);
}

TEST(FolderLayout, TakesDefectNamesFromATable) {
    DatasetBuilder data;
    data.touchMany("train/good", 1).touchMany("test/bad", 2).touchMany("test/good", 1);
    data.text("parts.csv",
              "path,label,defect_type,segment,unseen\n"
              "test/bad/000.png,bad,burn,pin,0\n"
              "test/bad/001.png,bad,hole,membrane,1\n"
              "test/good/000.png,bad,hole,membrane,0\n");
    const Arrangement found = data.arrange();
    EXPECT_EQ(partAt(found.parts, "test/bad/000.png").defectType, "burn");
    EXPECT_TRUE(partAt(found.parts, "test/bad/001.png").unseenDefect);
    EXPECT_EQ(partAt(found.parts, "test/good/000.png").label, Label::Good);
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "1 labels disagree").empty());

    DatasetBuilder flat;
    flat.touchMany("", 3).text("parts.csv", "path,label\n000.png,good\n001.png,bad\n");
    const Arrangement labelled = flat.arrange();
    EXPECT_EQ(partAt(labelled.parts, "000.png").label, Label::Good);
    EXPECT_EQ(partAt(labelled.parts, "002.png").label, Label::Unlabelled);

    flat.text("parts.csv", "path,label\n000.png,splendid\n");
    EXPECT_FALSE(findingWith(flat.arrange().findings, FindingKind::Warning, "was not used").empty());
    flat.text("parts.csv", "unrelated\nx\n");
    EXPECT_TRUE(flat.arrange().findings.empty());
}

TEST(FolderLayout, TakesTheUsersWordForFolders) {
    DatasetBuilder data;
    data.touchMany("alpha", 2).touchMany("alpha/nested", 1).touchMany("beta", 2).touchMany("gamma", 4);
    data.touch("m/beta/000.png").touch("m/001_mask.png");
    ScanOptions options{
        .folders = {{.path = "alpha", .subset = Subset::Train, .label = Label::Good},
                    {.path = "alpha/nested", .subset = Subset::Test, .label = Label::Good},
                    {.path = "beta/", .subset = Subset::Test, .label = Label::Bad, .defectType = "dent"}},
        .maskFolder = "m"};
    const Listing listing = data.listing();
    const DatasetLayout& layout = chooseLayout(listing, "folder");
    const Arrangement found = layout.arrange(listing, options);
    EXPECT_EQ(found.parts.size(), 5U);
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Good), 2U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Good), 1U);
    EXPECT_EQ(partAt(found.parts, "beta/000.png").maskPath, "m/beta/000.png");
    EXPECT_EQ(partAt(found.parts, "beta/000.png").defectType, "dent");
    EXPECT_EQ(partAt(found.parts, "beta/001.png").maskPath, "m/001_mask.png");
    options.folders.push_back({.path = "delta"});
    EXPECT_THROW(layout.arrange(listing, options), Error);
}

// ---- masks ----

TEST(MaskMatching, FindsMasksBesideAndBelow) {
    DatasetBuilder data;
    data.touchMany("train/good", 1).touchMany("train/bad", 1).touchMany("test/good", 1);
    data.touchMany("test/hole", 2).touchMany("test/bad", 2, ".jpg").touchMany("test/dent", 1);
    data.touch("ground_truth/hole/000_mask.png")
        .touch("ground_truth/hole/001.bmp")
        .touch("ground_truth/hole/001.png");
    data.touch("ground_truth/test/bad/000.png").touch("ground_truth/train/bad/000.png");
    data.touch("test/dent/masks/000_mask.tif").touch("ground_truth/hole/007_mask.png");
    const Arrangement found = data.arrange();
    const auto maskOf = [&](const std::string& path) { return partAt(found.parts, path).maskPath; };
    EXPECT_EQ(maskOf("test/hole/000.png"), "ground_truth/hole/000_mask.png");
    EXPECT_EQ(maskOf("test/hole/001.png"), "ground_truth/hole/001.png");
    EXPECT_EQ(maskOf("test/bad/000.jpg"), "ground_truth/test/bad/000.png");
    EXPECT_EQ(maskOf("test/bad/001.jpg"), "");
    EXPECT_EQ(maskOf("train/bad/000.png"), "ground_truth/train/bad/000.png");
    EXPECT_EQ(maskOf("test/dent/000.png"), "test/dent/masks/000_mask.tif");
    EXPECT_EQ(maskOf("test/good/000.png"), "");
    EXPECT_EQ(findingWith(found.findings, FindingKind::Warning, "belong"), "2 masks belong to no picture");
}

TEST(MaskMatching, GivesATestPartsMaskToNoTrainingPart) {
    DatasetBuilder data;
    data.touchMany("train/good", 1).touchMany("train/bad", 1).touchMany("test/bad", 1);
    data.touch("ground_truth/bad/000.png");
    const Arrangement found = data.arrange();
    EXPECT_EQ(partAt(found.parts, "test/bad/000.png").maskPath, "ground_truth/bad/000.png");
    EXPECT_EQ(partAt(found.parts, "train/bad/000.png").maskPath, "");
}

TEST(MaskMatching, NeverGuessesBetweenTwoParts) {
    DatasetBuilder data;
    data.touchMany("train/good", 1).touchMany("test/dent", 1).touchMany("test/hole", 2);
    data.touch("ground_truth/000.png").touch("ground_truth/001.png");
    const Arrangement found = data.arrange();
    EXPECT_EQ(partAt(found.parts, "test/dent/000.png").maskPath, "");
    EXPECT_EQ(partAt(found.parts, "test/hole/000.png").maskPath, "");
    EXPECT_EQ(partAt(found.parts, "test/hole/001.png").maskPath, "ground_truth/001.png");
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "fits 2 parts").empty());
}

// ---- MVTec AD and its like ----

DatasetBuilder& mvtecClass(DatasetBuilder& data, const std::string& prefix) {
    data.touchMany(prefix + "train/good", 4).touchMany(prefix + "test/good", 2);
    data.touchMany(prefix + "test/color", 2).touchMany(prefix + "test/cut", 1);
    data.touch(prefix + "ground_truth/color/000_mask.png").touch(prefix + "ground_truth/color/001_mask.png");
    return data.touch(prefix + "ground_truth/cut/000_mask.png").text(prefix + "license.txt", "");
}

TEST(MvtecLayout, ReadsOneClass) {
    DatasetBuilder data;
    mvtecClass(data, "");
    EXPECT_EQ(guessed(data), "mvtec");
    const Arrangement found = data.arrange();
    EXPECT_EQ(found.parts.size(), 9U);
    const ScannedPart& color = partAt(found.parts, "test/color/001.png");
    EXPECT_EQ(color.label, Label::Bad);
    EXPECT_EQ(color.defectType, "color");
    EXPECT_EQ(color.maskPath, "ground_truth/color/001_mask.png");
    EXPECT_TRUE(found.findings.empty());
}

TEST(MvtecLayout, AsksWhichClassAndChecksItsCounts) {
    DatasetBuilder data;
    mvtecClass(mvtecClass(data, "mvtec/bottle/"), "mvtec/carpet/");
    EXPECT_EQ(guessed(data), "mvtec");
    const Error which = errorOf(data);
    EXPECT_EQ(which.code(), ErrorCode::InvalidData);
    EXPECT_THAT(which.message(), HasSubstr("mvtec/bottle, mvtec/carpet"));
    const Error unknown = errorOf(data, "auto", "screw");
    EXPECT_EQ(unknown.code(), ErrorCode::NotFound);
    EXPECT_THAT(unknown.remedy(), HasSubstr("mvtec/bottle, mvtec/carpet"));

    for (const std::string name : {"carpet", "mvtec/carpet"}) {
        const Arrangement found = data.arrange("auto", name);
        EXPECT_EQ(found.parts.size(), 9U);
        EXPECT_TRUE(found.parts.front().path.starts_with("mvtec/carpet/"));
        EXPECT_THAT(
            findingWith(found.findings, FindingKind::Warning, "280 good for training, 28 good and 89 bad"),
            HasSubstr("here are 4 good for training, 2 good and 3 bad"));
    }
}

TEST(MvtecLayout, IsContentWithThePublishedCounts) {
    DatasetBuilder data;
    data.touchMany("toothbrush/train/good", 60).touchMany("toothbrush/test/good", 12);
    data.touchMany("toothbrush/test/defective", 30);
    const Arrangement found = data.arrange();
    EXPECT_EQ(guessed(data), "mvtec");
    EXPECT_TRUE(found.findings.empty());
    EXPECT_EQ(partAt(found.parts, "toothbrush/test/defective/000.png").defectType, "defective");
}

TEST(MvtecLayout, CanBeForcedAndSaysWhatIsMissing) {
    DatasetBuilder data;
    data.touchMany("a", 2);
    EXPECT_THAT(errorOf(data, "mvtec").message(), HasSubstr("no folder called train or test"));
    EXPECT_EQ(errorOf(data, "nonsense").code(), ErrorCode::InvalidArgument);
    EXPECT_THAT(errorOf(data, "nonsense").remedy(), HasSubstr("auto, folder, mvtec"));
}

TEST(MpddLayout, IsToldByItsClasses) {
    DatasetBuilder data;
    mvtecClass(data, "tubes/");
    EXPECT_EQ(guessed(data), "mpdd");
    EXPECT_FALSE(findingWith(data.arrange().findings, FindingKind::Warning, "122 good for training").empty());
}

TEST(BtadLayout, MatchesMasksOfAnotherExtension) {
    DatasetBuilder data;
    data.touchMany("03/train/ok", 3, ".bmp")
        .touchMany("03/test/ok", 2, ".bmp")
        .touchMany("03/test/ko", 2, ".bmp");
    data.touch("03/ground_truth/ko/000.png").touch("03/ground_truth/ko/001.bmp");
    EXPECT_EQ(guessed(data), "btad");
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Good), 3U);
    EXPECT_EQ(partAt(found.parts, "03/test/ko/000.bmp").maskPath, "03/ground_truth/ko/000.png");
    EXPECT_EQ(partAt(found.parts, "03/test/ko/001.bmp").maskPath, "03/ground_truth/ko/001.bmp");
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "1000 good for training").empty());
}

// ---- VisA ----

TEST(VisaLayout, ReadsThePreparedOneClassSplit) {
    DatasetBuilder data;
    data.touchMany("1cls/candle/train/good", 3, ".JPG").touchMany("1cls/candle/test/good", 1, ".JPG");
    data.touchMany("1cls/candle/test/bad", 2, ".JPG").touchMany("1cls/candle/ground_truth/bad", 2);
    EXPECT_EQ(guessed(data), "visa");
    const Arrangement found = data.arrange();
    EXPECT_EQ(partAt(found.parts, "1cls/candle/test/bad/001.JPG").maskPath,
              "1cls/candle/ground_truth/bad/001.png");
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "900 good for training").empty());
}

TEST(VisaLayout, ReadsThePreparedTwoClassSplits) {
    DatasetBuilder data;
    for (const std::string split : {"2cls_highshot", "2cls_fewshot"}) {
        const std::string base = split + "/fryum/";
        data.touchMany(base + "train/good", 2)
            .touchMany(base + "train/bad", 2)
            .touchMany(base + "test/good", 1);
        data.touchMany(base + "test/bad", 1).touchMany(base + "ground_truth/train/bad", 2);
        data.touchMany(base + "ground_truth/test/bad", 1);
    }
    EXPECT_EQ(guessed(data), "visa");
    EXPECT_THAT(errorOf(data, "auto", "fryum").message(), HasSubstr("holds 2 classes"));
    const Arrangement found = data.arrange("auto", "2cls_fewshot/fryum");
    EXPECT_EQ(partAt(found.parts, "2cls_fewshot/fryum/train/bad/001.png").maskPath,
              "2cls_fewshot/fryum/ground_truth/train/bad/001.png");
    EXPECT_EQ(partAt(found.parts, "2cls_fewshot/fryum/test/bad/000.png").maskPath,
              "2cls_fewshot/fryum/ground_truth/test/bad/000.png");
    EXPECT_FALSE(
        findingWith(found.findings, FindingKind::Warning, "100 good and 20 bad for training").empty());
}

DatasetBuilder& rawVisa(DatasetBuilder& data) {
    for (const std::string name : {"candle", "pcb1"}) {
        data.touchMany(name + "/Data/Images/Normal", 4, ".JPG")
            .touchMany(name + "/Data/Images/Anomaly", 3, ".JPG");
        data.touchMany(name + "/Data/Masks/Anomaly", 3);
    }
    data.text("candle/image_anno.csv",
              "image,label,mask\n"
              "candle/Data/Images/Normal/000.JPG,normal,\n"
              "candle/Data/Images/Anomaly/000.JPG,\"chunk of wax "
              "missing,other\",candle/Data/Masks/Anomaly/000.png\n"
              "candle/Data/Images/Anomaly/001.JPG,stain,candle/Data/Masks/Anomaly/001.png\n");
    std::string rows = "object,split,label,image,mask\n";
    for (int i = 0; i < 4; ++i) {
        rows += "candle," + std::string(i < 3 ? "train" : "test") + ",normal,candle/Data/Images/Normal/00" +
                std::to_string(i) + ".JPG,\n";
    }
    for (int i = 0; i < 2; ++i) {
        rows += "candle,test,anomaly,candle/Data/Images/Anomaly/00" + std::to_string(i) +
                ".JPG,candle/Data/Masks/Anomaly/00" + std::to_string(i) + ".png\n";
    }
    data.text("split_csv/2cls_highshot.csv",
              "object,split,label,image,mask\n"
              "candle,train,anomaly,candle/Data/Images/Anomaly/002.JPG,candle/Data/Masks/Anomaly/002.png\n"
              "candle,train,normal,candle/Data/Images/Normal/000.JPG,\n");
    return data.text("split_csv/1cls.csv", rows);
}

TEST(VisaRawLayout, FollowsThePublishedSplit) {
    DatasetBuilder data;
    rawVisa(data);
    EXPECT_EQ(guessed(data), "visa-raw");
    EXPECT_EQ(chooseLayout(data.listing(), "visa").key(), "visa-raw");
    EXPECT_THAT(errorOf(data).message(), HasSubstr("candle, pcb1"));
    const Arrangement found = data.arrange("visa", "candle");
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Good), 3U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Good), 1U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Bad), 2U);
    const ScannedPart& bad = partAt(found.parts, "candle/Data/Images/Anomaly/000.JPG");
    EXPECT_EQ(bad.maskPath, "candle/Data/Masks/Anomaly/000.png");
    EXPECT_EQ(bad.defectType, "chunk of wax missing,other");
    EXPECT_THAT(findingWith(found.findings, FindingKind::Info, "not named"), HasSubstr("1 pictures"));
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "900 good for training").empty());

    const Arrangement highshot = data.arrange("visa-raw-highshot", "candle");
    EXPECT_EQ(countOf(highshot.parts, Subset::Train, Label::Bad), 1U);
}

TEST(VisaRawLayout, ReportsRowsThatCantBeUsed) {
    DatasetBuilder data;
    rawVisa(data).text(
        "split_csv/1cls.csv",
        "object,split,label,image,mask\n"
        "candle,train,normal,candle/Data/Images/Normal/000.JPG,\n"
        "candle,train,normal,candle/Data/Images/Normal/000.JPG,\n"
        "candle,train,normal,candle/Data/Images/Normal/999.JPG,\n"
        "candle,later,normal,candle/Data/Images/Normal/001.JPG,\n"
        "candle,test,anomaly,candle/Data/Images/Anomaly/000.JPG,candle/Data/Masks/Anomaly/9.png\n");
    const Arrangement found = data.arrange("auto", "candle");
    EXPECT_EQ(found.parts.size(), 2U);
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Error, "line 3: the picture is named a second time")
                     .empty());
    EXPECT_FALSE(
        findingWith(found.findings, FindingKind::Error, "line 4, but there is no such picture").empty());
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Error, "line 5: the split or label").empty());
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "is not there").empty());
}

TEST(VisaRawLayout, SplitsByFolderWithoutItsTables) {
    DatasetBuilder data;
    data.touchMany("Data/Images/Normal", 3, ".JPG").touchMany("Data/Images/Anomaly", 2, ".JPG");
    data.touch("Data/Masks/Anomaly/001.png");
    data.text("image_anno.csv", "image,label,mask\nData/Images/Anomaly/001.JPG,stain,\n");
    EXPECT_EQ(guessed(data), "visa-raw");
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Unspecified, Label::Good), 3U);
    const ScannedPart& bad = partAt(found.parts, "Data/Images/Anomaly/001.JPG");
    EXPECT_EQ(bad.label, Label::Bad);
    EXPECT_EQ(bad.defectType, "stain");
    EXPECT_EQ(bad.maskPath, "Data/Masks/Anomaly/001.png");
}

// ---- VAD ----

DatasetBuilder& vad(DatasetBuilder& data, const std::string& prefix) {
    data.touchMany(prefix + "train/good", 3)
        .touchMany(prefix + "train/bad", 4)
        .touchMany(prefix + "test/good", 2);
    return data.touchMany(prefix + "test/bad", 2).touchMany(prefix + "test/bad_unseen_defects", 1);
}

TEST(VadLayout, ReadsUnseenDefectsAndLowShotLists) {
    DatasetBuilder data;
    vad(data, "VAD/vad/")
        .text("VAD/vad/low_shot_train.json",
              R"({"b": ["000.png", "003.png"], "a": ["001.png", "001.png", "9.png"]})");
    EXPECT_EQ(guessed(data), "vad");
    const Arrangement found = data.arrange();
    EXPECT_EQ(countOf(found.parts, Subset::Train, Label::Bad), 4U);
    EXPECT_EQ(countOf(found.parts, Subset::Test, Label::Bad), 3U);
    EXPECT_TRUE(partAt(found.parts, "VAD/vad/test/bad_unseen_defects/000.png").unseenDefect);
    EXPECT_EQ(partAt(found.parts, "VAD/vad/test/bad/000.png").defectType, "");
    ASSERT_EQ(found.publishedSubsets.size(), 2U);
    EXPECT_EQ(found.publishedSubsets[0].name, "b");
    EXPECT_THAT(found.publishedSubsets[0].paths,
                ElementsAre("VAD/vad/train/bad/000.png", "VAD/vad/train/bad/003.png"));
    EXPECT_THAT(found.publishedSubsets[1].paths, ElementsAre("VAD/vad/train/bad/001.png"));
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Error, "001.png is named twice").empty());
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Error, "9.png is not in").empty());
    EXPECT_FALSE(
        findingWith(found.findings, FindingKind::Warning, "list 'b': names 2 parts instead of 100").empty());
    EXPECT_FALSE(findingWith(found.findings, FindingKind::Warning, "published dataset has 165").empty());
}

TEST(VadLayout, SurvivesBrokenLists) {
    for (const std::string json : {"", "[1]", R"({"a": "000.png"})", R"({"a": [7]})"}) {
        DatasetBuilder data;
        vad(data, "").text("low_shot_train.json", json);
        const Arrangement found = data.arrange();
        EXPECT_EQ(found.parts.size(), 12U) << json;
        EXPECT_FALSE(findingWith(found.findings, FindingKind::Error, "").empty()) << json;
    }
}

TEST(VadLayout, LeavesFoldersOfTheUsersToTheFolderLayout) {
    DatasetBuilder data;
    vad(data, "");
    EXPECT_EQ(guessed(data), "folder");
    EXPECT_TRUE(partAt(data.arrange().parts, "test/bad_unseen_defects/000.png").unseenDefect);
}

TEST(Layouts, HaveDistinctKeysAndTitles) {
    const std::vector<std::string> keys = datasetLayouts();
    EXPECT_EQ(keys.front(), "auto");
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size());
    EXPECT_EQ(datasetLayoutTitle("mvtec"), "MVTec AD");
    EXPECT_EQ(datasetLayoutTitle("of a later version"), "of a later version");
}
}  // namespace
