// Inspections that are killed, continued, shared out and joined, by the real program.
#include <algorithm>
#include <csignal>
#include <set>
#include <thread>

#include "core/dataset/csv.h"
#include "core/project/inspection_store.h"
#include "tests/app/cli_fixture.h"

using namespace segad;
using test::CommandResult;

namespace {
class CliInspection : public test::CliFixture {
protected:
    void prepare(int copies) {
        create();
        ASSERT_EQ(segad(trainArguments()).exitCode, 0);
        const Path in = incoming();
        std::filesystem::create_directories(in);
        const std::vector<Path> originals{Path(images()) / "test/good/000.png",
                                          Path(images()) / "test/spot/001.png"};
        for (int i = 0; i < copies; ++i)
            std::filesystem::create_hard_link(originals[static_cast<std::size_t>(i % 2)],
                                              in / ("img" + std::to_string(i) + ".png"));
    }
    Path incoming() const { return dir_ / "incoming"; }
    std::string text(const char* name) const { return (dir_ / name).string(); }

    /// Waits until a table has so many lines.
    static bool grows(const Path& csv, int lines) {
        for (int i = 0; i < 3000; ++i) {
            if (std::filesystem::exists(csv)) {
                const std::string table = readFile(csv, 1 << 24);
                if (std::ranges::count(table, '\n') > lines) return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    }

    static std::vector<std::string> paths(const Path& csv) {
        const CsvTable table = CsvTable::read(csv);
        std::vector<std::string> all;
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            all.push_back(table.at(row, 0));
        return all;
    }
};

TEST_F(CliInspection, KilledAgainAndAgainItLosesNoPartAndJudgesNoneTwice) {
    constexpr int kParts = 3000;
    constexpr int kKills = 6;
    prepare(kParts);
    const std::vector<std::string> inspect{"inspect",       file(),        incoming().string(),
                                           "--out",         text("r.csv"), "--results",
                                           text("r.segad"), "--continue",  "--json"};
    for (int kill = 1; kill <= kKills; ++kill) {
        test::Command running(inspect);
        // In the middle of whatever it does, at another moment each time.
        ASSERT_TRUE(grows(text("r.csv"), kill * kParts / (kKills + 2))) << "kill " << kill;
        std::this_thread::sleep_for(std::chrono::milliseconds(37 * kill));
        running.signal(SIGKILL);
        EXPECT_EQ(running.wait().exitCode, 128 + SIGKILL) << "it needs more parts";
        const InspectionStore store(text("r.segad"), true);
        const int parts = store.find(store.newest(toUtf8(incoming()), 1, 1).value())->parts;
        EXPECT_GE(parts, kill * kParts / (kKills + 2)) << "what the table said is in the store";
    }
    const Json report = segad(inspect).json();
    EXPECT_EQ(report["parts"], kParts);
    const std::vector<std::string> inTable = paths(text("r.csv"));
    EXPECT_EQ(inTable.size(), static_cast<std::size_t>(kParts));
    EXPECT_EQ(std::set<std::string>(inTable.begin(), inTable.end()).size(), inTable.size()) << "none twice";
    EXPECT_EQ(inTable[2], "img2.png") << "natural order";
    EXPECT_EQ(inTable[10], "img10.png");
    EXPECT_EQ(segad({"doctor", text("r.segad"), "--json"}).exitCode, 0);
}

TEST_F(CliInspection, SharesAreJoinedAndContradictionsRefused) {
    prepare(40);
    std::size_t together = 0;
    for (const char* share : {"1/3", "2/3", "3/3"}) {
        const Json report = segad({"inspect", file(), incoming().string(), "--shard", share, "--results",
                                   text(("s" + std::string(1, share[0]) + ".segad").c_str()), "--json"})
                                .json();
        together += report["parts"].get<std::size_t>();
    }
    EXPECT_EQ(together, 40U);
    const CommandResult part =
        segad({"merge", text("part.segad"), text("s1.segad"), text("s3.segad"), "--json"});
    EXPECT_NE(part.out.find("Share 2 of 3 is missing"), std::string::npos);
    const Json all =
        segad({"merge", text("all.segad"), text("s1.segad"), text("s2.segad"), text("s3.segad"),
               text("s3.segad"), "--out", text("all.csv"), "--report", text("all.html"), "--json"})
            .json();
    EXPECT_EQ(all["parts"], 40);
    EXPECT_GT(all["duplicates"].get<int>(), 0);
    const std::vector<std::string> joined = paths(text("all.csv"));
    segad({"inspect", file(), incoming().string(), "--out", text("whole.csv")});
    EXPECT_EQ(joined, paths(text("whole.csv"))) << "the order of one inspection";
    EXPECT_EQ(segad({"merge", text("all.segad"), text("s1.segad")}).exitCode, 1) << "nothing is overwritten";
    EXPECT_EQ(segad({"inspect", file(), incoming().string(), "--shard", "4/3"}).exitCode, 2);

    const RunId judge = open().runs().latest(RunKind::Train)->id;
    open().runs().putThresholds({.run = judge, .review = -100, .reject = -100});
    segad({"inspect", file(), incoming().string(), "--results", text("other.segad")});
    EXPECT_EQ(segad({"merge", text("x.segad"), text("s1.segad"), text("other.segad")}).exitCode, 1);
    EXPECT_FALSE(std::filesystem::exists(text("x.segad")));
    EXPECT_EQ(segad({"inspect", file(), incoming().string(), "--results", text("s1.segad"), "--shard", "1/3",
                     "--continue"})
                  .exitCode,
              2)
        << "begun with other thresholds";
}

TEST_F(CliInspection, AWatchEndsWithItsVerdictsWhenItIsStopped) {
    prepare(5);
    test::Command watch({"inspect", file(), incoming().string(), "--watch", "--settle", "0.2", "--poll",
                         "0.05", "--out", text("w.csv"), "--json"});
    ASSERT_TRUE(grows(text("w.csv"), 5));
    std::filesystem::copy_file(Path(images()) / "test/hole/000.png", incoming() / "late.png");
    ASSERT_TRUE(grows(text("w.csv"), 6));
    watch.signal(SIGTERM);
    const CommandResult stopped = watch.wait();
    EXPECT_EQ(stopped.exitCode, 0) << stopped.err;
    EXPECT_EQ(stopped.json()["parts"], 6);
    EXPECT_EQ(paths(text("w.csv")).back(), "late.png");
}
}  // namespace
