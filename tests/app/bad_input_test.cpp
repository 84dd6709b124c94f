// Bad input: one clear error that names the file and the remedy, and the rest goes on where that makes sense.
#include <fstream>

#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "core/image/npy.h"
#include "tests/app/cli_fixture.h"

using namespace segad;
using test::CommandResult;

namespace {
class BadInput : public test::CliFixture {
protected:
    /// Exactly one error, about `subject`, that says what to do.
    static void expectError(const CommandResult& result, const std::string& code,
                            const std::string& subject) {
        EXPECT_EQ(result.exitCode, 1) << result.err;
        const Json error = result.json()["error"];
        EXPECT_EQ(error["code"], code) << error.dump();
        EXPECT_NE(error["subject"].get<std::string>().find(subject), std::string::npos) << error.dump();
        EXPECT_FALSE(error["message"].get<std::string>().empty());
        EXPECT_FALSE(error["remedy"].get<std::string>().empty());
    }
    /// The report's findings of kind error, path → message.
    static std::map<std::string, std::string> errorsOf(const Json& report) {
        std::map<std::string, std::string> errors;
        for (const Json& finding : report["findings"]) {
            if (finding["kind"] == "error") errors[finding["path"]] = finding["message"];
        }
        return errors;
    }
};

TEST_F(BadInput, BrokenPicturesAreLeftOutByName) {
    test::TinyDataset().write(images());
    encodeImage(images() + "/train/good/whole.jpg", cv::Mat(200, 200, CV_8UC3, cv::Scalar(90, 120, 30)));
    const std::string jpeg = readFile(images() + "/train/good/whole.jpg", 1 << 20);
    std::ofstream(images() + "/train/good/cut.jpg") << jpeg.substr(0, 30);
    std::ofstream(images() + "/train/good/empty.png");
    std::ofstream(images() + "/train/good/words.png") << "These are words, not a picture.";
    const CommandResult result = segad({"new", file(), "--images", images(), "--json"});
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_EQ(result.json()["added"], 25);
    const auto errors = errorsOf(result.json());
    EXPECT_EQ(errors.size(), 3U) << result.out;
    for (const char* name : {"train/good/cut.jpg", "train/good/empty.png", "train/good/words.png"})
        EXPECT_TRUE(errors.contains(name)) << name;
}

TEST_F(BadInput, APictureCutInItsPixelsDoesNotStopTraining) {
    test::TinyDataset().write(images());
    cv::Mat noise(300, 300, CV_8UC3);
    cv::randu(noise, 0, 255);
    encodeImage(images() + "/train/good/cut.jpg", noise);
    const std::string jpeg = readFile(images() + "/train/good/cut.jpg", 1 << 22);
    std::ofstream(images() + "/train/good/cut.jpg", std::ios::trunc) << jpeg.substr(0, jpeg.size() / 2);
    segad({"new", file(), "--images", images()});
    std::vector<std::string> train = trainArguments();
    train.push_back("--json");
    const CommandResult trained = segad(train);
    EXPECT_TRUE(trained.exitCode == 3 || trained.exitCode == 0) << trained.err;
    EXPECT_EQ(trained.json()["parts_scored"], 24) << trained.err;
}

TEST_F(BadInput, AMaskOfAnotherSizeIsReportedAtImport) {
    test::TinyDataset().write(images());
    encodeImage(images() + "/ground_truth/hole/001_mask.png", cv::Mat(20, 30, CV_8UC1, cv::Scalar(255)));
    const CommandResult result = segad({"new", file(), "--images", images(), "--json"});
    EXPECT_EQ(result.exitCode, 3);
    const auto errors = errorsOf(result.json());
    ASSERT_TRUE(errors.contains("test/hole/001.png")) << result.out;
    EXPECT_NE(errors.at("test/hole/001.png").find("001_mask.png"), std::string::npos);
    EXPECT_EQ(result.json()["added"], 23);
}

TEST_F(BadInput, MapsWithNanOrOfAnotherTypeAreNamedAndTheRestIsTaken) {
    create();
    const Path maps = dir_ / "maps/test/good";
    std::filesystem::create_directories(maps);
    cv::Mat nan(16, 16, CV_32FC1, cv::Scalar(1));
    nan.at<float>(0, 0) = std::nanf("");
    writeNpy(maps / "000.npy", nan);
    writeNpy(maps / "001.npy", cv::Mat(16, 16, CV_8UC1, cv::Scalar(1)));
    writeNpy(maps / "002.npy", cv::Mat(16, 16, CV_32FC1, cv::Scalar(1)));
    const CommandResult result =
        segad({"import", file(), images(), "--maps", "rd4ad=" + (dir_ / "maps").string(), "--json"});
    EXPECT_EQ(result.exitCode, 3) << result.err;
    EXPECT_EQ(result.json()["anomaly_maps"], 1);
    const Json warnings = result.json()["warnings"];
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_NE(warnings[0]["subject"].get<std::string>().find("000.npy"), std::string::npos);
    EXPECT_NE(warnings[1]["subject"].get<std::string>().find("001.npy"), std::string::npos);
}

TEST_F(BadInput, ProjectsThatAreNone) {
    std::ofstream(file()) << "not a database";
    expectError(segad({"info", file(), "--json"}), "invalid_data", "tiny.segad");
    // Some other program's SQLite file: the header, and nothing of ours.
    std::filesystem::remove(file());
    std::string page(4096, '\0');
    page.replace(0, 16, std::string("SQLite format 3\0", 16));
    page[16] = 0x10;
    page[18] = page[19] = 1;
    page[21] = 64;
    page[22] = page[23] = 32;
    page[31] = 1;
    page[47] = 4;
    page[59] = 1;
    page[100] = 13;
    page[105] = 0x10;
    std::ofstream(file(), std::ios::binary) << page;
    expectError(segad({"info", file(), "--json"}), "invalid_data", "tiny.segad");
}

TEST_F(BadInput, AProjectOfANewerVersionIsRefused) {
    create();
    // user_version is the big-endian number at byte 60 of an SQLite file.
    std::fstream database(file(), std::ios::in | std::ios::out | std::ios::binary);
    database.seekp(60).write("\0\0\x0f\x00", 4);
    database.close();
    expectError(segad({"info", file(), "--json"}), "newer_version", "tiny.segad");
}

TEST_F(BadInput, AFullDiskEndsTheJobAndKeepsTheProject) {
    create({.trainGood = 12, .testGood = 60});
    const auto size = std::filesystem::file_size(file());
    std::vector<std::string> train = trainArguments();
    train.push_back("--json");
    test::CommandOptions full = options();
    full.largestFile = size + 200'000;
    const CommandResult result = test::run(train, full);
    EXPECT_EQ(result.exitCode, 1) << result.err;
    EXPECT_FALSE(result.json()["error"]["remedy"].get<std::string>().empty());
    EXPECT_TRUE(result.json()["error"]["code"] == "disk_full" || result.json()["error"]["code"] == "io")
        << result.out;
    Project project = open();
    EXPECT_EQ(project.parts().count(), 80U);
    project.repair();
    EXPECT_TRUE(project.check().empty());
    EXPECT_EQ(segad(trainArguments()).exitCode, 0) << "works again with room on the disk";
}

TEST_F(BadInput, AReadOnlyFolderIsSaidSo) {
    using std::filesystem::perms;
    create();
    const Path locked = dir_ / "locked";
    std::filesystem::create_directories(locked);
    std::filesystem::copy(file(), locked / "p.segad");
    std::filesystem::permissions(dir_.path(), perms::owner_all | perms::others_read | perms::others_exec);
    std::filesystem::permissions(
        locked, perms::owner_read | perms::owner_exec | perms::others_read | perms::others_exec);
    test::CommandOptions nobody = options();
    nobody.unprivileged = true;
    const CommandResult created = test::run({"new", (locked / "q.segad").string(), "--json"}, nobody);
    if (created.exitCode == 127) GTEST_SKIP() << "the program is in a folder that only root may read";
    expectError(created, "permission_denied", "locked");
    const CommandResult imported =
        test::run({"import", (locked / "p.segad").string(), images(), "--json"}, nobody);
    expectError(imported, "permission_denied", "locked");
    std::filesystem::permissions(locked, perms::owner_all);
}

TEST_F(BadInput, FilesThatCantBeWrittenAreNamed) {
    create();
    const std::string nowhere = (dir_ / "no/such/folder/labels.csv").string();
    expectError(segad({"export", file(), "--table", "labels", "--out", nowhere, "--json"}), "not_found",
                "labels.csv");
}
}  // namespace
