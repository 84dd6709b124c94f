#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class Demo : public test::ProjectFixture {};

TEST_F(Demo, GoesThroughTheWholeJobOnTheEmbeddedBackbone) {
    double last = 0;
    Job job([&](const JobStatus& status) {
        EXPECT_GE(status.fraction, last);
        last = status.fraction;
    });
    const DemoReport report = runDemo({.folder = dir_ / "demo", .small = true}, job);
    EXPECT_TRUE(job.warnings().empty());
    ASSERT_EQ(report.evaluations.size(), 3U);
    EXPECT_EQ(report.evaluations.back().name, "brf(patchcore)");
    EXPECT_EQ(report.evaluations.back().good, 6);
    EXPECT_EQ(report.evaluations.back().bad, 12) << "8 seen and 4 unseen";
    EXPECT_TRUE(report.evaluations.back().extra.contains("unseen"));
    EXPECT_TRUE(report.evaluations.front().pixelAuroc);
    for (const std::string& note : report.notes)
        EXPECT_EQ(note.find("untrained"), std::string::npos) << note;

    const Project project = Project::open(report.project);
    EXPECT_EQ(project.segments().names().size(), 7U);
    EXPECT_EQ(project.segments().names()[1].name, "soldering dot");
    EXPECT_EQ(project.segments().mapCount(), project.parts().count());
    EXPECT_TRUE(project.check().empty());
    const std::string html = readFile(report.htmlReport, 1 << 26);
    for (const char* wanted : {"<svg", "data:image/jpeg", "brf(patchcore)"})
        EXPECT_NE(html.find(wanted), std::string::npos) << wanted;
    EXPECT_EQ(html.find("untrained"), std::string::npos);

    try {
        runDemo({.folder = dir_ / "demo", .small = true}, job_);
        FAIL() << "a finished demo is not overwritten";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    }
}

TEST_F(Demo, GoesOnAfterItWasStopped) {
    Job* running = nullptr;
    Job job([&](const JobStatus& status) {
        if (status.what.starts_with("Learning")) running->cancel();
    });
    running = &job;
    EXPECT_THROW(runDemo({.folder = dir_ / "demo", .small = true}, job), Cancelled);
    const DemoReport report = runDemo({.folder = dir_ / "demo", .small = true}, job_);
    EXPECT_EQ(report.evaluations.size(), 3U);
}
}  // namespace
