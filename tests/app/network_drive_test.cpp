// Folders on drives that fail for a while, watched by the real program: each part is judged once, and what
// was only away is not called unreadable.
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <set>
#include <thread>

#include "core/dataset/csv.h"
#include "tests/app/cli_fixture.h"

using namespace segad;
using test::CommandResult;

namespace {
using namespace std::chrono_literals;

class CliNetworkDrive : public test::CliFixture {
protected:
    void prepare() {
#ifndef SEGAD_FAILING_DRIVE
        GTEST_SKIP() << "not with a sanitizer";
#endif
        create();
        ASSERT_EQ(segad(trainArguments()).exitCode, 0);
        std::filesystem::create_directories(incoming());
        bring(0, kParts);
    }
    void bring(int first, int end) const {
        for (int i = first; i < end; ++i)
            std::filesystem::create_hard_link(Path(images()) / "test/good/000.png",
                                              incoming() / ("img" + std::to_string(i) + ".png"));
    }
    Path incoming() const {
        return dir_ / "incoming";
    }
    Path table() const {
        return dir_ / "r.csv";
    }

    /// Watches until nothing has come for a while.
    std::unique_ptr<test::Command> watch() const {
        return inspect(
            {"--watch", "--settle", "0.2", "--poll", "0.05", "--until-idle", "4", "--patience", "3"});
    }
    std::unique_ptr<test::Command> inspect(const std::vector<std::string>& options) const {
        std::vector<std::string> arguments{"inspect", file(),           incoming().string(),
                                           "--out",   table().string(), "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        test::CommandOptions environment;
#ifdef SEGAD_FAILING_DRIVE
        environment.variables = {"LD_PRELOAD=" SEGAD_FAILING_DRIVE, "SEGAD_TEST_DRIVE=" + incoming().string(),
                                 "SEGAD_TEST_FAULT=" + (dir_ / "fault").string()};
#endif
        return std::make_unique<test::Command>(arguments, environment);
    }
    void fail(const std::string& how) const {
        std::ofstream(dir_ / "partial") << how;
        std::filesystem::rename(dir_ / "partial", dir_ / "fault");
    }
    void work() const {
        std::filesystem::remove(dir_ / "fault");
    }

    bool tableHas(int lines) const {
        for (int i = 0; i < 3000; ++i, std::this_thread::sleep_for(20ms)) {
            if (!std::filesystem::exists(table())) continue;
            if (std::ranges::count(readFile(table(), 1 << 24), '\n') > lines) return true;
        }
        return false;
    }
    void expectEachOnce(test::Command& watch, int parts) const {
        const CommandResult ended = watch.wait();
        EXPECT_EQ(ended.exitCode, 0) << ended.err;
        const Json document = ended.json();
        EXPECT_EQ(document["parts"], parts);
        EXPECT_EQ(document["failed_count"], 0) << document["failed"].dump();
        EXPECT_EQ(document["vanished"], 0);
        const CsvTable rows = CsvTable::read(table());
        std::set<std::string> paths;
        for (std::size_t row = 0; row < rows.rowCount(); ++row)
            paths.insert(rows.at(row, 0));
        EXPECT_EQ(rows.rowCount(), static_cast<std::size_t>(parts));
        EXPECT_EQ(paths.size(), static_cast<std::size_t>(parts));
    }

    static constexpr int kParts = 60;
};

TEST_F(CliNetworkDrive, FailsAltogetherAndComesBack) {
    prepare();
    if (IsSkipped()) return;
    const auto running = watch();
    ASSERT_TRUE(tableHas(5));
    fail(std::to_string(EIO));
    std::this_thread::sleep_for(5s);  // longer than it is patient with a file
    fail(std::to_string(ESTALE));
    std::this_thread::sleep_for(2s);
    bring(kParts, kParts + 5);
    work();
    expectEachOnce(*running, kParts + 5);
}

TEST_F(CliNetworkDrive, CannotReadFilesForAWhile) {
    prepare();
    if (IsSkipped()) return;
    const auto running = watch();
    ASSERT_TRUE(tableHas(5));
    fail("read " + std::to_string(EIO));
    std::this_thread::sleep_for(1s);
    fail("read " + std::to_string(ESTALE));
    std::this_thread::sleep_for(500ms);
    work();
    expectEachOnce(*running, kParts);
}

TEST_F(CliNetworkDrive, CannotReadFilesForLongerThanItIsPatient) {
    prepare();
    if (IsSkipped()) return;
    const auto running = watch();
    ASSERT_TRUE(tableHas(5));
    fail("read " + std::to_string(EIO));
    std::this_thread::sleep_for(5s);
    work();
    expectEachOnce(*running, kParts);
}

TEST_F(CliNetworkDrive, TriesFilesOfAFolderOnceMoreAtTheEnd) {
    prepare();
    if (IsSkipped()) return;
    fail("read " + std::to_string(EIO));
    const auto running = inspect({"--patience", "1"});
    ASSERT_TRUE(running->waitForError("once more"));
    work();
    expectEachOnce(*running, kParts);
}

TEST_F(CliNetworkDrive, IsRenamedAwayAndBack) {
    prepare();
    if (IsSkipped()) return;
    const auto running = watch();
    for (int times = 1; times <= 3; ++times) {
        ASSERT_TRUE(tableHas(5 * times));
        std::filesystem::rename(incoming(), dir_ / "elsewhere");
        std::this_thread::sleep_for(1s);
        std::filesystem::rename(dir_ / "elsewhere", incoming());
    }
    expectEachOnce(*running, kParts);
}
}  // namespace
