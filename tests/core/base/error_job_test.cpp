#include <cerrno>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/base/threads.h"

using namespace segad;

namespace {
TEST(Error, SaysSubjectMessageAndRemedy) {
    const Error error(ErrorCode::InvalidData, "a.png", "is empty", "Copy it again.");
    EXPECT_STREQ(error.what(), "a.png: is empty. Copy it again.");
    EXPECT_EQ(errorFromErrno(ENOSPC, "x", "write the file").code(), ErrorCode::DiskFull);
    EXPECT_EQ(errorFromErrno(EROFS, "x", "write the file").code(), ErrorCode::PermissionDenied);
}

TEST(Job, MapsNestedStagesOntoOneBar) {
    Job job;
    {
        Job::Stage first(job, 0.25, "first");
        first.job().progress(1, 2);
        EXPECT_NEAR(job.status().fraction, 0.125, 1e-12);
        {
            Job::Stage inner(first.job(), 0.5, "inner");
            inner.job().progress(1, 1, "part");
            EXPECT_EQ(job.status().what, "inner — part");
        }
    }
    EXPECT_NEAR(job.status().fraction, 0.25, 1e-12);
    Job::Stage second(job, 0.75, "second");
    second.job().progress(1, 3);
    EXPECT_NEAR(job.status().fraction, 0.5, 1e-12);
    second.job().progress(0, 3);
    EXPECT_NEAR(job.status().fraction, 0.5, 1e-12) << "the bar never runs backwards";
}

TEST(Job, CancelIsSeenInEveryStage) {
    Job job;
    Job::Stage stage(job, 1, "work");
    stage.job().progress(1, 10);
    job.cancel();
    EXPECT_THROW(stage.job().progress(2, 10), Cancelled);
    EXPECT_THROW(stage.job().throwIfCancelled(), Cancelled);
}

TEST(Job, AFailedStageDoesNotCountAsDone) {
    Job job;
    try {
        Job::Stage stage(job, 1, "work");
        throw Error(ErrorCode::Io, "x", "failed", "");
    } catch (const Error&) {
    }
    EXPECT_EQ(job.status().fraction, 0);
}

TEST(Job, KeepsWarnings) {
    int heard = 0;
    Job job({}, [&](const Error&) { ++heard; });
    job.warn(Error(ErrorCode::InvalidData, "a.png", "is empty", ""));
    EXPECT_EQ(heard, 1);
    EXPECT_EQ(job.warnings().size(), 1U);
}

TEST(ParallelFor, VisitsEveryIndexOnceAndPassesFailuresOn) {
    setThreadCount(4);
    std::vector<int> visits(1000, 0);
    parallelFor(visits.size(), [&](std::size_t i) { ++visits[i]; });
    EXPECT_EQ(std::count(visits.begin(), visits.end(), 1), 1000);
    EXPECT_THROW(parallelFor(100,
                             [](std::size_t i) {
                                 if (i == 50) throw Cancelled{};
                             }),
                 Cancelled);
    setThreadCount(0);
}
}  // namespace
