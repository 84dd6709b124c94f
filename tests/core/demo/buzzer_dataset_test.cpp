// Writing the demo dataset: layout, content, interruption, refusal.
#include <algorithm>
#include <csignal>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/scan.h"
#include "core/demo/buzzer.h"
#include "core/image/image.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {

const BuzzerOptions kSmall{
    .trainGood = 3, .testGood = 2, .trainBad = 2, .testBad = 3, .testUnseenBad = 2, .size = 64, .seed = 9};

/// Relative path → contents of every file below `folder`.
std::map<std::string, std::string> filesBelow(const Path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[toUtf8(entry.path().lexically_relative(folder))] = readFile(entry.path(), 1 << 24);
    }
    return files;
}

ErrorCode codeOf(const Path& folder, const BuzzerOptions& options) {
    Job job;
    try {
        writeBuzzerDataset(folder, options, job);
    } catch (const Error& error) {
        EXPECT_FALSE(error.subject().empty());
        EXPECT_FALSE(error.remedy().empty());
        return error.code();
    }
    ADD_FAILURE() << "no error";
    return ErrorCode::Internal;
}

TEST(BuzzerDataset, WritesWhatDrawBuzzerDraws) {
    const test::TempDir dir;
    Job job;
    const std::vector<BuzzerEntry> plan = writeBuzzerDataset(dir / "set", kSmall, job);
    ASSERT_EQ(plan.size(), 12U);
    EXPECT_DOUBLE_EQ(job.status().fraction, 1.0);
    for (const BuzzerEntry& entry : plan) {
        const BuzzerPart part = drawBuzzer(kSmall.seed, entry.path, entry.defect, kSmall.size);
        const auto same = [](const cv::Mat& a, const cv::Mat& b) {
            return a.size() == b.size() && a.type() == b.type() &&
                   std::equal(a.datastart, a.dataend, b.datastart);
        };
        EXPECT_TRUE(same(decodeImage(dir / "set" / entry.path).rgb, part.rgb)) << entry.path;
        EXPECT_TRUE(same(decodeLabels(dir / "set" / entry.segmentsPath), part.segments)) << entry.path;
        if (!entry.maskPath.empty()) {
            EXPECT_TRUE(same(decodeLabels(dir / "set" / entry.maskPath), part.defectMask)) << entry.path;
        }
    }
    const std::string table = readFile(dir / "set/parts.csv", 1 << 20);
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 13);
    EXPECT_EQ(table.substr(0, table.find('\n')), "path,label,defect_type,segment,unseen");
    EXPECT_NE(table.find("test/bad_unseen_defects/0001.png,bad,"), std::string::npos);
    EXPECT_EQ(readJson(dir / "set/demo.json").at("seed"), 9);
}

TEST(BuzzerDataset, IsReadAsADatasetWithMasksAndKinds) {
    const test::TempDir dir;
    Job job;
    const std::vector<BuzzerEntry> plan = writeBuzzerDataset(dir / "set", kSmall, job);
    const ScanResult scan = scanDataset(dir / "set", {}, job);
    EXPECT_EQ(scan.count(FindingKind::Error), 0U);
    ASSERT_EQ(scan.parts.size(), plan.size());
    for (const BuzzerEntry& entry : plan) {
        const auto part = std::find_if(scan.parts.begin(), scan.parts.end(),
                                       [&](const ScannedPart& p) { return p.path == entry.path; });
        ASSERT_NE(part, scan.parts.end()) << entry.path;
        EXPECT_EQ(part->label, entry.defect.empty() ? Label::Good : Label::Bad);
        EXPECT_EQ(part->subset, entry.path.starts_with("train") ? Subset::Train : Subset::Test);
        EXPECT_EQ(part->defectType, entry.defect);
        EXPECT_EQ(part->maskPath, entry.maskPath);
        EXPECT_EQ(part->unseenDefect, entry.path.find("unseen") != std::string::npos);
    }
}

TEST(BuzzerDataset, GoesOnWhereItWasInterrupted) {
    const test::TempDir dir;
    BuzzerOptions options = kSmall;
    options.trainGood = 80;  // long enough for the job's listener to be called
    Job whole;
    writeBuzzerDataset(dir / "whole", options, whole);

    Job* running = nullptr;
    Job stopped([&](const JobStatus& status) {
        if (status.done >= 1) running->cancel();
    });
    running = &stopped;
    EXPECT_THROW(writeBuzzerDataset(dir / "parts", options, stopped), Cancelled);
    EXPECT_FALSE(std::filesystem::exists(dir / "parts/parts.csv"));
    // As a kill would leave it: a half-written file, and one of a part's files missing.
    writeFileAtomically(dir / "parts/test/good/0001.png.partial", "half");
    std::filesystem::remove(dir / "parts/segments/train/good/0000.png");

    Job again;
    writeBuzzerDataset(dir / "parts", options, again);
    EXPECT_EQ(filesBelow(dir / "parts"), filesBelow(dir / "whole"));
    Job twice;
    writeBuzzerDataset(dir / "parts", options, twice);
    EXPECT_EQ(filesBelow(dir / "parts"), filesBelow(dir / "whole"));
}

TEST(BuzzerDataset, RefusesFoldersThatHoldSomethingElse) {
    const test::TempDir dir;
    writeFileAtomically(dir / "notes.txt", "mine");
    EXPECT_EQ(codeOf(dir.path(), kSmall), ErrorCode::AlreadyExists);
    EXPECT_EQ(filesBelow(dir.path()).size(), 1U);

    Job job;
    writeBuzzerDataset(dir / "set", kSmall, job);
    BuzzerOptions other = kSmall;
    other.seed = 10;
    EXPECT_EQ(codeOf(dir / "set", other), ErrorCode::AlreadyExists);
    EXPECT_EQ(codeOf(dir / "notes.txt", kSmall), errorFromErrno(ENOTDIR, "x", "y").code());
}

TEST(BuzzerDataset, AFailedWriteLeavesNoHalfFile) {
    const test::TempDir dir;
    Job job;
    BuzzerOptions options = kSmall;
    // Files may not grow beyond a few bytes: every picture fails, the manifest does not.
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 2048;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    EXPECT_THROW(writeBuzzerDataset(dir / "set", options, job), Error);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, oldHandler);
    for (const auto& [path, contents] : filesBelow(dir / "set"))
        EXPECT_FALSE(path.ends_with(".partial")) << path;
    Job again;
    EXPECT_EQ(writeBuzzerDataset(dir / "set", options, again).size(), 12U);
}

}  // namespace
}  // namespace segad
