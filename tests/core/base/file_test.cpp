#include "core/base/file.h"

#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "tests/support/error_code.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
using test::codeOf;

TEST(AtomicFile, ReplacesTheOldContentsOnlyOnCommit) {
    const test::TempDir dir;
    const Path file = dir / "a.txt";
    writeFileAtomically(file, "old");
    {
        AtomicFile half(file);
        half.write("new, unfinished");
    }
    EXPECT_EQ(readFile(file, 100), "old");
    EXPECT_FALSE(std::filesystem::exists(dir / "a.txt.partial"));
    writeFileAtomically(file, "new");
    EXPECT_EQ(readFile(file, 100), "new");
}

TEST(AtomicFile, AFullDiskIsSaidAndLeavesNothing) {
    // /dev/full is a device of its own: reach it through a link, so that the partial file is the device.
    const test::TempDir dir;
    std::filesystem::create_symlink("/dev/full", dir / "a.txt.partial");
    EXPECT_EQ(codeOf([&] { writeFileAtomically(dir / "a.txt", "data"); }), ErrorCode::DiskFull);
    EXPECT_FALSE(std::filesystem::exists(dir / "a.txt"));
}

TEST(ReadFile, RefusesWhatIsNotAReadableRegularFile) {
    const test::TempDir dir;
    EXPECT_EQ(codeOf([&] { readFile(dir / "none", 10); }), ErrorCode::NotFound);
    EXPECT_EQ(codeOf([&] { readFile(dir.path(), 10); }), ErrorCode::InvalidData);
    ASSERT_EQ(mkfifo((dir / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(codeOf([&] { readFile(dir / "pipe", 10); }), ErrorCode::InvalidData);
    writeFileAtomically(dir / "big", "12345678901");
    EXPECT_EQ(codeOf([&] { readFile(dir / "big", 10); }), ErrorCode::InvalidData);
}

TEST(Sha256, MatchesTheStandard) {
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const test::TempDir dir;
    writeFileAtomically(dir / "abc", "abc");
    EXPECT_EQ(sha256OfFile(dir / "abc"), sha256Hex("abc"));
}
}  // namespace
