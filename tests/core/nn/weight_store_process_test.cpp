// Several processes and one store: none may see or leave half of anything.
#include <csignal>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/nn/weight_store.h"
#include "tests/core/nn/backbone_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
/// Runs `action` in a process of its own, which exits with what it returns.
template <class Action>
pid_t inProcess(Action action) {
    const pid_t child = fork();
    if (child != 0) return child;
    int code = 99;
    try {
        code = action();
    } catch (const Error& error) {
        code = 100 + static_cast<int>(error.code());
    } catch (...) {
        code = 98;
    }
    _exit(code);
}

int exitCode(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::size_t partialsIn(const Path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        count += entry.path().extension() == ".partial" ? 1 : 0;
    return count;
}

TEST(WeightStoreProcesses, ImportingAtOnceIsAsGoodAsOneAfterTheOther) {
    const test::TempDir dir;
    const Path folder = dir / "weights";
    test::writeBackbone(dir / "two", test::madeBackbone("resnet18", 2));
    test::writeBackbone(dir / "three", test::madeBackbone("resnet18", 3));
    std::vector<pid_t> children;
    children.reserve(6);
    for (int i = 0; i < 6; ++i) {
        children.push_back(inProcess([&, i] {
            Job job;
            WeightStore store(folder);
            for (int round = 0; round < 5; ++round) {
                store.import(dir / (i % 2 == 0 ? "two" : "three"), job);
                store.import(dir / "two", "own" + std::to_string(i), job);
            }
            return 0;
        }));
    }
    for (const pid_t child : children)
        EXPECT_EQ(exitCode(child), 0);
    WeightStore store(folder);
    Job job;
    EXPECT_EQ(store.list().size(), 7U);
    EXPECT_EQ(store.require("resnet18", {"layer2"}).layers.size(), 3U) << "the fuller file won";
    for (const WeightCheck& check : store.verify(job))
        EXPECT_FALSE(check.problem.has_value()) << check.entry.name;
    EXPECT_EQ(partialsIn(folder), 0U);
}

TEST(WeightStoreProcesses, OnlyOneOfTwoDifferentWeightsGetsTheName) {
    const test::TempDir dir;
    const Path folder = dir / "weights";
    constexpr int kAlreadyExists = 100 + static_cast<int>(ErrorCode::AlreadyExists);
    for (std::uint64_t seed = 1; seed <= 4; ++seed)
        test::writeBackbone(dir / std::to_string(seed), test::madeBackbone("resnet18", 2, seed));
    std::vector<pid_t> children;
    children.reserve(6);
    for (int i = 1; i <= 4; ++i) {
        children.push_back(inProcess([&, i] {
            Job job;
            WeightStore(folder).import(dir / std::to_string(i), job);
            return 0;
        }));
    }
    int imported = 0;
    for (const pid_t child : children) {
        const int code = exitCode(child);
        EXPECT_TRUE(code == 0 || code == kAlreadyExists) << code;
        imported += code == 0 ? 1 : 0;
    }
    EXPECT_EQ(imported, 1);
    Job job;
    const std::vector<WeightCheck> checks = WeightStore(folder).verify(job);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_FALSE(checks[0].problem.has_value());
}

TEST(WeightStoreProcesses, KillingAnImportLeavesAWholeStore) {
    const test::TempDir dir;
    const Path folder = dir / "weights";
    test::writeBackbone(dir / "two", test::madeBackbone("resnet18", 2));
    test::writeBackbone(dir / "three", test::madeBackbone("resnet18", 3));
    Job job;
    SplitMix64 random(3);
    for (int round = 0; round < 25; ++round) {
        const pid_t child = inProcess([&] {
            Job own;
            WeightStore store(folder);
            for (;;) {
                store.import(dir / "two", own);
                store.import(dir / "three", own);
                store.remove("resnet18");
            }
            return 0;
        });
        std::this_thread::sleep_for(std::chrono::microseconds(1000 + random.below(30'000)));
        kill(child, SIGKILL);
        exitCode(child);
        WeightStore store(folder);
        for (const WeightCheck& check : store.verify(job))
            EXPECT_FALSE(check.problem.has_value()) << check.problem->what();
        // Whatever is named can be used.
        for (const WeightEntry& entry : store.list())
            store.open(entry).load("conv1.weight");
    }
    EXPECT_EQ(WeightStore(folder).import(dir / "three", job).layers.size(), 3U);
}

TEST(WeightStoreProcesses, AFullDiskGivesAnErrorAndLeavesNothing) {
    const test::TempDir dir;
    const Path folder = dir / "weights";
    test::writeBackbone(dir / "two", test::madeBackbone("resnet18", 2));
    const pid_t child = inProcess([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{100'000, 100'000};
        if (setrlimit(RLIMIT_FSIZE, &small) != 0) return 1;
        Job job;
        try {
            WeightStore(folder).import(dir / "two", job);
        } catch (const Error& error) {
            return error.subject() == folder.string() && !error.remedy().empty() ? 0 : 2;
        }
        return 3;
    });
    EXPECT_EQ(exitCode(child), 0);
    EXPECT_EQ(partialsIn(folder), 0U);
    EXPECT_TRUE(WeightStore(folder).list().empty());
}
}  // namespace
