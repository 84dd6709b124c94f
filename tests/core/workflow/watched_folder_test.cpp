// What comes into a folder is given exactly once, however it comes.
#include "core/workflow/watched_folder.h"

#include <fstream>
#include <map>
#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/test_support.h"

using namespace segad;

namespace {
using std::chrono::duration;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr WatchOptions kQuick{.settleSeconds = 0.1, .pollSeconds = 0.02};
constexpr double kPatience = 30;  // seconds, on a machine that is busy with other things
constexpr double kQuiet = 0.4;

class Watch : public testing::Test {
protected:
    Watch() { std::filesystem::create_directories(folder_); }

    void write(const std::string& name, const std::string& contents) const {
        std::ofstream(folder_ / name) << contents;
    }
    /// What the stream gives: so many, however long they take, and then what comes unexpectedly.
    static std::vector<PictureFile> takeAll(WatchedFolder& watch, std::size_t expected) {
        std::vector<PictureFile> taken;
        const Clock::time_point begin = Clock::now();
        Clock::time_point last = begin;
        const auto since = [](Clock::time_point when) {
            return duration<double>(Clock::now() - when).count();
        };
        while (taken.size() < expected ? since(begin) < kPatience : since(last) < kQuiet) {
            PictureFile picture;
            if (watch.take(picture) != StreamState::Picture) continue;
            taken.push_back(picture);
            last = Clock::now();
        }
        return taken;
    }

    test::TempDir dir_;
    Path folder_ = dir_ / "in";
};

TEST_F(Watch, GivesAFileOnceItHasStoppedGrowing) {
    WatchedFolder watch(folder_, {.settleSeconds = 0.8, .pollSeconds = 0.02}, {}, {});
    std::ofstream slow(folder_ / "slow.png");
    for (int i = 0; i < 8; ++i) {
        slow << "line" << std::flush;
        std::this_thread::sleep_for(milliseconds(60));
        PictureFile picture;
        EXPECT_NE(watch.take(picture), StreamState::Picture) << "while it grows";
    }
    slow.close();
    const std::vector<PictureFile> taken = takeAll(watch, 1);
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_EQ(taken[0].path, "slow.png");
    EXPECT_EQ(taken[0].bytes, 32U);
}

TEST_F(Watch, RenamedIntoPlaceAndReplacedAndPassedOver) {
    WatchedFolder watch(folder_, kQuick, {}, {});
    write("a.png.part", "whole");
    write("note.txt", "no picture");
    EXPECT_TRUE(takeAll(watch, 0).empty());
    std::filesystem::rename(folder_ / "a.png.part", folder_ / "a.png");
    EXPECT_EQ(takeAll(watch, 1).size(), 1U);
    write("b.png.part", "other");
    std::filesystem::rename(folder_ / "b.png.part", folder_ / "a.png");
    EXPECT_EQ(takeAll(watch, 1).size(), 1U) << "replaced: another picture";
}

TEST_F(Watch, FiftyASecondInSubfoldersTooEachOnce) {
    std::jthread writer([&] {
        for (int i = 0; i < 100; ++i) {
            const std::string sub = i % 3 == 0 ? "sub/" : "";
            std::filesystem::create_directories(folder_ / sub);
            write(sub + std::to_string(i) + ".png", std::string(100, 'x'));
            std::this_thread::sleep_for(milliseconds(20));
        }
    });
    WatchedFolder watch(folder_, kQuick, {}, {});
    std::map<std::string, int> times;
    for (const PictureFile& picture : takeAll(watch, 100))
        ++times[picture.path];
    EXPECT_EQ(times.size(), 100U);
    for (const auto& [path, count] : times)
        EXPECT_EQ(count, 1) << path;
}

TEST_F(Watch, DeletedAtOnceIsCountedAndNotGiven) {
    WatchedFolder watch(folder_, {.settleSeconds = 5, .pollSeconds = 0.02}, {}, {});
    write("gone.png", "x");
    std::this_thread::sleep_for(milliseconds(200));
    std::filesystem::remove(folder_ / "gone.png");
    EXPECT_TRUE(takeAll(watch, 0).empty());
    EXPECT_EQ(watch.vanished(), 1U);
}

TEST_F(Watch, SurvivesTheFolderBeingRemovedAndMadeAgain) {
    write("1.png", "one");
    WatchedFolder watch(folder_, kQuick, {}, {});
    EXPECT_EQ(takeAll(watch, 1).size(), 1U);
    std::filesystem::remove_all(folder_);
    EXPECT_TRUE(takeAll(watch, 0).empty());
    const std::vector<Error> said = watch.messages();
    ASSERT_EQ(said.size(), 1U) << "once, not with every look";
    EXPECT_EQ(said[0].code(), ErrorCode::NotFound);
    std::filesystem::create_directories(folder_);
    write("1.png", "another one");
    write("2.png", "two");
    EXPECT_EQ(takeAll(watch, 2).size(), 2U);
    ASSERT_EQ(watch.messages().size(), 1U) << "it is back";
}

TEST_F(Watch, WhatWasOnlyAwayIsGivenAgainAndNotCountedAsGone) {
    for (const char* name : {"1.png", "2.png", "3.png", "4.png", "5.png"})
        write(name, name);
    WatchedFolder watch(folder_, kQuick, {}, {});
    std::vector<PictureFile> first(2);
    for (PictureFile& picture : first) {
        while (watch.take(picture) != StreamState::Picture) {
        }
    }
    std::filesystem::rename(folder_, dir_ / "elsewhere");
    const Clock::time_point begin = Clock::now();
    while (!watch.isAway() && duration<double>(Clock::now() - begin).count() < kPatience)
        std::this_thread::sleep_for(milliseconds(5));
    ASSERT_TRUE(watch.isAway());
    PictureFile none;
    EXPECT_EQ(watch.take(none), StreamState::Nothing) << "it could not be read";
    for (const PictureFile& picture : first)
        EXPECT_TRUE(watch.giveBack(picture));
    std::filesystem::rename(dir_ / "elsewhere", folder_);
    std::map<std::string, int> times;
    for (const PictureFile& picture : takeAll(watch, 5))
        ++times[picture.path];
    EXPECT_EQ(times.size(), 5U);
    for (const auto& [path, count] : times)
        EXPECT_EQ(count, 1) << path;
    EXPECT_EQ(watch.vanished(), 0U);
    // What is gone when the whole folder can be seen is gone.
    std::filesystem::remove(folder_ / "1.png");
    EXPECT_TRUE(watch.giveBack(first[0]));
    EXPECT_TRUE(takeAll(watch, 0).empty());
    EXPECT_EQ(watch.vanished(), 1U);
}

TEST_F(Watch, AnEmptyFolderInThePlaceOfADriveIsNoFolderOfDeletedFiles) {
    const Path drive = Path("/dev/shm") / ("segad-test-" + std::to_string(::getpid()));
    struct stat here {};
    struct stat there {};
    if (::stat(dir_.path().c_str(), &here) != 0 || ::stat("/dev/shm", &there) != 0 ||
        here.st_dev == there.st_dev)
        GTEST_SKIP() << "needs a second file system";
    std::filesystem::create_directories(drive);
    std::filesystem::remove(folder_);
    std::filesystem::create_directory_symlink(drive, folder_);
    write("1.png", "one");
    write("2.png", "two");
    WatchedFolder watch(folder_, {.settleSeconds = 1, .pollSeconds = 0.02}, {}, {});
    std::this_thread::sleep_for(milliseconds(200));  // seen, not yet settled
    std::filesystem::create_directory(dir_ / "mount point");
    std::filesystem::remove(folder_);
    std::filesystem::create_directory_symlink(dir_ / "mount point", folder_);
    EXPECT_TRUE(takeAll(watch, 0).empty());
    EXPECT_TRUE(watch.isAway());
    std::filesystem::remove(folder_);
    std::filesystem::create_directory_symlink(drive, folder_);
    EXPECT_EQ(takeAll(watch, 2).size(), 2U);
    EXPECT_EQ(watch.vanished(), 0U);
    std::filesystem::remove_all(drive);
}

TEST_F(Watch, LeavesOutWhatIsJudgedAlreadyAndWhatOthersHave) {
    write("old.png", "old");
    write("new.png", "new");
    write("other.png", "other");
    const Shard whole;
    WatchedFolder watch(folder_, kQuick, whole,
                        [](const PictureFile& picture) { return picture.path == "old.png"; });
    EXPECT_EQ(takeAll(watch, 2).size(), 2U);
    EXPECT_EQ(watch.judgedBefore(), 1U);
    std::size_t shared = 0;
    for (int index = 1; index <= 3; ++index) {
        const Shard share{.index = index, .count = 3};
        std::size_t expected = 0;
        for (const char* name : {"old.png", "new.png", "other.png"})
            expected += share.has(name) ? 1 : 0;
        WatchedFolder part(folder_, kQuick, share, {});
        shared += takeAll(part, expected).size();
    }
    EXPECT_EQ(shared, 3U);
}

TEST_F(Watch, GivesAgainWhatWasGivenBackChanged) {
    write("torn.png", "half");
    WatchedFolder watch(folder_, kQuick, {}, {});
    const std::vector<PictureFile> first = takeAll(watch, 1);
    ASSERT_EQ(first.size(), 1U);
    write("torn.png", "half and half");
    EXPECT_TRUE(watch.giveBack(first[0]));
    const std::vector<PictureFile> second = takeAll(watch, 1);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].bytes, 13U);
}

TEST_F(Watch, EndsWhenIdleOrStopped) {
    write("a.png", "x");
    WatchedFolder watch(folder_, {.settleSeconds = 0.1, .pollSeconds = 0.02, .idleSeconds = 0.3}, {}, {});
    std::size_t taken = 0;
    for (StreamState state = StreamState::Nothing; state != StreamState::End;) {
        PictureFile picture;
        state = watch.take(picture);
        taken += state == StreamState::Picture ? 1 : 0;
        if (state == StreamState::Picture) watch.done();
    }
    EXPECT_EQ(taken, 1U);
    WatchedFolder other(folder_, kQuick, {}, {});
    other.stop();
    PictureFile picture;
    EXPECT_EQ(other.take(picture), StreamState::End);
}

TEST_F(Watch, IsNotIdleWhileAPictureIsBeingJudged) {
    write("a.png", "x");
    write("b.png", "y");
    constexpr double kIdle = 0.3;
    WatchedFolder watch(folder_, {.settleSeconds = 0.1, .pollSeconds = 0.02, .idleSeconds = kIdle}, {}, {});
    std::vector<PictureFile> taken(2);
    for (PictureFile& picture : taken) {
        while (watch.take(picture) != StreamState::Picture) {
        }
    }
    const auto expectOpen = [&] {
        PictureFile none;
        const Clock::time_point begin = Clock::now();
        while (duration<double>(Clock::now() - begin).count() < 3 * kIdle)
            ASSERT_EQ(watch.take(none), StreamState::Nothing);
    };
    expectOpen();
    watch.done();
    expectOpen();  // the other one still is
    // One that is gone is done with, too.
    std::filesystem::remove(taken[1].file);
    const Clock::time_point last = Clock::now();
    EXPECT_TRUE(watch.giveBack(taken[1]));
    PictureFile none;
    while (watch.take(none) != StreamState::End &&
           duration<double>(Clock::now() - last).count() < kPatience) {
    }
    EXPECT_EQ(watch.take(none), StreamState::End);
    EXPECT_GE(duration<double>(Clock::now() - last).count(), kIdle) << "idle since the last one was done";
}
}  // namespace
