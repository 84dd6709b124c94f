#include "core/base/pause_gate.h"

#include <atomic>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

using namespace segad;
using namespace std::chrono_literals;

namespace {
bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 5000 && !holds(); ++i)
        std::this_thread::sleep_for(1ms);
    return holds();
}

/// A job behind a gate, that counts its steps until it is told to end.
class GatedJob {
public:
    GatedJob()
        : job([this](const JobStatus& status) {
              const double stood = gate.secondsStood();
              gate.pass([this](bool stands) {
                  standing = stands;
                  ++told;
              });
              seen = withoutPauses(status, stood).secondsElapsed;
          }),
          thread([this] {
              try {
                  while (!enough) {
                      job.progress(1, 2);
                      ++steps;
                      std::this_thread::sleep_for(1ms);
                  }
              } catch (const Cancelled&) {
                  cancelled = true;
              }
          }) {}

    std::atomic<bool> standing = false;
    std::atomic<int> told = 0;
    std::atomic<int> steps = 0;
    std::atomic<bool> enough = false;
    std::atomic<bool> cancelled = false;
    std::atomic<double> seen = 0;
    PauseGate gate;
    Job job;
    std::thread thread;
};

TEST(PauseGate, AnOpenGateIsNotInTheWay) {
    PauseGate gate;
    gate.pass([](bool) { ADD_FAILURE() << "nobody stands"; });
    EXPECT_EQ(gate.secondsStood(), 0);
}

TEST(PauseGate, TheWorkStandsStillAndTheTimeIsNotCounted) {
    GatedJob world;
    ASSERT_TRUE(eventually([&] { return world.steps > 2; }));
    world.gate.close();
    ASSERT_TRUE(eventually([&] { return world.standing.load(); }));
    const int before = world.steps;
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(world.steps, before);
    EXPECT_GE(world.gate.secondsStood(), 0.19);
    world.gate.open();
    ASSERT_TRUE(eventually([&] { return world.steps > before + 100; }));
    world.enough = true;
    world.thread.join();
    EXPECT_FALSE(world.standing);
    EXPECT_EQ(world.told, 2);
    EXPECT_LT(world.seen + 0.19, world.job.status().secondsElapsed);
}

TEST(PauseGate, AJobThatStandsCanBeCancelled) {
    GatedJob world;
    world.gate.close();
    ASSERT_TRUE(eventually([&] { return world.standing.load(); }));
    world.job.cancel();
    world.gate.open();
    world.thread.join();
    EXPECT_TRUE(world.cancelled);
}

TEST(PauseGate, WhatRemainsIsEstimatedFromTheTimeOfWork) {
    const JobStatus status{.fraction = 0.25, .secondsElapsed = 40, .secondsRemaining = 120};
    const JobStatus shown = withoutPauses(status, 30);
    EXPECT_EQ(shown.secondsElapsed, 10);
    EXPECT_EQ(shown.secondsRemaining, 30);
    EXPECT_FALSE(withoutPauses({.secondsElapsed = 3}, 1).secondsRemaining);
}
}  // namespace
