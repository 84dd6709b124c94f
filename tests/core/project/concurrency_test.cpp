// Several handles, threads and processes on one project, and processes that are killed.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <numeric>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <sys/file.h>
#include <unistd.h>

#include "core/project/connection.h"
#include "tests/core/project/worker.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;
using test::Worker;

namespace {
void setLabel(Project& project, PartId part, Label label, const std::string& note = {}) {
    const Parts::LabelChange change{.part = part, .label = label, .note = note};
    project.parts().setLabels({&change, 1}, "user");
}

TEST(TwoHandles, SeeEachOthersCommitsAndNoticeThem) {
    const test::TempDir dir;
    Project window = makeProject(dir / "p.segad", 3);
    Project console = Project::open(dir / "p.segad");
    const auto before = window.changeToken();
    setLabel(window, 1, Label::Good);
    EXPECT_EQ(window.changeToken(), before) << "its own changes are no news";
    EXPECT_EQ(console.parts().find(1)->label, Label::Good);
    setLabel(console, 2, Label::Bad);
    EXPECT_NE(window.changeToken(), before);
    EXPECT_EQ(window.changeToken(), window.changeToken());
    EXPECT_EQ(window.parts().find(2)->label, Label::Bad);
}

TEST(TwoHandles, SeeNothingOfAnOpenTransaction) {
    const test::TempDir dir;
    Project writer = makeProject(dir / "p.segad", 3);
    const Project reader = Project::open(dir / "p.segad");
    {
        Transaction transaction = writer.transaction();
        setLabel(writer, 1, Label::Good);
        EXPECT_EQ(reader.parts().find(1)->label, Label::Unlabelled);
    }
    EXPECT_EQ(writer.parts().find(1)->label, Label::Unlabelled);
    EXPECT_TRUE(writer.parts().labelHistory(1).empty());
}

TEST(TwoHandles, AFailedCallInsideATransactionUndoesItselfOnly) {
    const test::TempDir dir;
    Project project = makeProject(dir / "p.segad", 3);
    Transaction transaction = project.transaction();
    setLabel(project, 1, Label::Good);
    const std::vector<Parts::LabelChange> bad{{.part = 2, .label = Label::Bad}, {.part = 99}};
    EXPECT_THROW(project.parts().setLabels(bad, "user"), Error);
    transaction.commit();
    EXPECT_EQ(project.parts().find(1)->label, Label::Good);
    EXPECT_EQ(project.parts().find(2)->label, Label::Unlabelled);
}

TEST(Threads, WithAHandleEachWriteAndReadAtOnce) {
    const test::TempDir dir;
    const Path file = dir / "p.segad";
    constexpr int kThreads = 4;
    constexpr int kEach = 40;
    RunId run = 0;
    {
        Project project = makeProject(file, kThreads * kEach);
        run = makeRun(project);
    }
    // However busy the machine is: this is about what is written, not when.
    Connection::setBusyTimeout(60'000);
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            try {
                Project project = Project::open(file);
                for (int i = 0; i < kEach; ++i) {
                    const PartId part = 1 + t * kEach + i;
                    setLabel(project, part, Label::Bad);
                    Transaction transaction = project.transaction();
                    project.maps().put(run, part, test::someMap(static_cast<std::uint64_t>(part)));
                    project.runs().putScores(
                        run, std::vector<ScoreRecord>{{.part = part, .imageScore = 1, .mapMax = 1}});
                    transaction.commit();
                    if (!project.maps().get(run, 1 + t * kEach)) ++failures;
                    project.parts().count({.label = Label::Bad});
                }
            } catch (const Error& error) {
                ADD_FAILURE() << error.what();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    Connection::setBusyTimeout(5000);
    EXPECT_EQ(failures, 0);
    Project project = Project::open(file);
    EXPECT_EQ(project.parts().count({.label = Label::Bad}), static_cast<std::size_t>(kThreads * kEach));
    EXPECT_EQ(project.maps().partsWithMap(run).size(), static_cast<std::size_t>(kThreads * kEach));
    EXPECT_EQ(project.runs().scores(run).size(), static_cast<std::size_t>(kThreads * kEach));
    EXPECT_TRUE(project.check().empty());
}

TEST(Processes, WaitForEachOther) {
    const test::TempDir dir;
    Project project = makeProject(dir / "p.segad", 3);
    const auto before = project.audit().latest(10000).size();
    constexpr int kEach = 150;
    Worker one({"append", (dir / "p.segad").string(), std::to_string(kEach)});
    Worker two({"append", (dir / "p.segad").string(), std::to_string(kEach)});
    for (int i = 0; i < kEach; ++i)
        project.audit().add("append", "window");
    EXPECT_EQ(one.wait(), 0);
    EXPECT_EQ(two.wait(), 0);
    EXPECT_EQ(project.audit().latest(10000).size(), before + 3 * kEach);
    EXPECT_TRUE(project.check().empty());
}

TEST(Processes, ALabelIsNotStarvedByALoopOfTransactions) {
    const test::TempDir dir;
    constexpr PartId kLabels = 200;
    Project project = makeProject(dir / "p.segad", kLabels);
    Worker greedy({"append", (dir / "p.segad").string(), "100000000"});
    while (project.audit().latest(1).front().action != "append")
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    // Ids of the audit log count the transactions that came first.
    std::vector<std::int64_t> overtakenBy;
    for (PartId part = 1; part <= kLabels; ++part) {
        const std::int64_t before = project.audit().latest(1).front().id;
        setLabel(project, part, Label::Good);
        const std::string path = project.parts().find(part)->path;
        overtakenBy.push_back(project.audit().latest(1, path).front().id - before - 1);
    }
    std::ranges::sort(overtakenBy);
    // In the queue it is the one transaction under way. Without one, every 30th label or so is overtaken by
    // some hundreds. A busy machine may stop this process now and then between its look at the log and its
    // place in the queue.
    const auto all = std::accumulate(overtakenBy.begin(), overtakenBy.end(), std::int64_t{0});
    EXPECT_LE(all, 4 * kLabels) << "of all labels together";
    EXPECT_LE(overtakenBy[kLabels - 4], 20) << "the unluckiest label but three";
}

TEST(Processes, AFolderLockedByAnotherProgramSlowsNobodyDown) {
    const test::TempDir dir;
    constexpr PartId kLabels = 100;
    Project project = makeProject(dir / "p.segad", kLabels);
    // As `flock FOLDER COMMAND` does.
    const int folder = ::open(dir.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ASSERT_EQ(::flock(folder, LOCK_EX), 0);
    const auto start = std::chrono::steady_clock::now();
    for (PartId part = 1; part <= kLabels; ++part)
        setLabel(project, part, Label::Good);
    // Waiting for it with every label would take half a minute.
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
    EXPECT_EQ(project.parts().count({.label = Label::Good}), static_cast<std::size_t>(kLabels));
    ::close(folder);
}

TEST(Processes, AHeldLockIsWaitedForThenNamed) {
    const test::TempDir dir;
    makeProject(dir / "p.segad", 3);
    Connection::setBusyTimeout(300);
    Project project = Project::open(dir / "p.segad");
    Connection::setBusyTimeout(5000);
    Project patient = Project::open(dir / "p.segad");
    Worker holder({"hold", (dir / "p.segad").string()});
    ASSERT_EQ(holder.line(), "held");
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(errorOf([&] { setLabel(project, 1, Label::Good); }).code(), ErrorCode::Locked);
    EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(200));
    EXPECT_EQ(project.parts().all().size(), 3U) << "reading goes on";
    std::thread releaser([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        holder.release();
    });
    setLabel(patient, 1, Label::Good);
    releaser.join();
    EXPECT_EQ(project.parts().find(1)->label, Label::Good);
}

TEST(Processes, KilledWhileLabellingLoseNoLabel) {
    const test::TempDir dir;
    const Path file = dir / "p.segad";
    constexpr int kParts = 50;
    constexpr int kKills = 50;
    makeProject(file, kParts);
    int labels = 0;
    for (int round = 0; round < kKills; ++round) {
        std::map<PartId, int> reported;
        {
            Worker worker({"label", file.string()});
            const auto remember = [&](const std::string& line) {
                std::istringstream in(line);
                PartId part = 0;
                int number = 0;
                in >> part >> number;
                reported[part] = number;
                ++labels;
            };
            // From the first label on, at a moment that differs from round to round.
            ASSERT_TRUE(worker.line()) << "round " << round;
            const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(700 * (round % 25));
            while (std::chrono::steady_clock::now() < end) {
                if (const auto line = worker.line(0.002)) remember(*line);
            }
            worker.kill();
            EXPECT_EQ(worker.wait(), -9);
            while (const auto line = worker.line())
                remember(*line);
        }
        const Project project = Project::open(file);
        const auto findings = project.check();
        EXPECT_TRUE(findings.empty()) << "round " << round << ": " << findings.front().what();
        for (const auto& [part, number] : reported) {
            const PartRecord stored = project.parts().find(part).value();
            // A later label may have been saved without having been reported.
            EXPECT_GE(std::stoi(stored.note), number) << "round " << round;
            EXPECT_EQ(stored.label, std::stoi(stored.note) % 2 == 0 ? Label::Good : Label::Bad);
        }
    }
    EXPECT_GT(labels, kKills) << "the worker was killed before it did anything";
}

TEST(Processes, KilledWhilePaintingLoseNoRegions) {
    const test::TempDir dir;
    const Path file = dir / "p.segad";
    constexpr int kKills = 15;
    makeProject(file, 7);
    for (int round = 0; round < kKills; ++round) {
        std::map<PartId, int> reported;
        {
            Worker worker({"paint", file.string()});
            for (int i = 0; i < 1 + round; ++i) {
                std::istringstream in(worker.line().value_or(""));
                PartId part = 0;
                in >> part >> reported[part];
            }
            worker.kill();
        }
        const Project project = Project::open(file);
        const auto findings = project.check();
        EXPECT_TRUE(findings.empty()) << "round " << round << ": " << findings.front().what();
        for (const auto& [part, number] : reported) {
            const cv::Mat mask = project.regions().get(part).value();
            EXPECT_EQ(cv::countNonZero(mask), mask.cols) << "one line, whole";
            int line = 0;
            while (mask.at<std::uint8_t>(line, 0) == 0)
                ++line;
            EXPECT_GE(line, number) << "a later stroke may have been saved without having been reported";
        }
    }
}

TEST(Processes, KilledWhileScoringLeaveMapsAndScoresTogether) {
    const test::TempDir dir;
    const Path file = dir / "p.segad";
    constexpr int kKills = 15;
    makeProject(file, 400);
    for (int round = 0; round < kKills; ++round) {
        RunId run = 0;
        std::vector<PartId> reported;
        {
            Worker worker({"score", file.string()});
            run = std::stoll(worker.line().value_or("0"));
            ASSERT_GT(run, 0);
            const int parts = 1 + round * 3;
            for (int i = 0; i < parts; ++i)
                reported.push_back(std::stoll(worker.line().value_or("0")));
            worker.kill();
        }
        Project project = Project::open(file);
        const auto findings = project.check();
        EXPECT_TRUE(findings.empty()) << "round " << round << ": " << findings.front().what();
        EXPECT_EQ(project.runs().find(run)->message, "interrupted");
        EXPECT_GE(project.runs().scores(run).size(), reported.size());
        for (const PartId part : reported) {
            const auto map = project.maps().get(run, part);
            ASSERT_TRUE(map) << "round " << round;
            EXPECT_EQ(map->maximum(), static_cast<float>(part));
        }
    }
}
}  // namespace
