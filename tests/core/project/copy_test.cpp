#include "core/project/copy.h"

#include <chrono>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;

namespace {
class CopyOfProject : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(dir / "home");
        std::filesystem::create_directories(dir / "other" / "deep");
        Project project = test::makeProject(from, 10);
        run = test::makeRun(project);
        project.maps().put(run, 3, test::someMap(7));
        std::ofstream(project.runs().modelFolder() / "m.safetensors") << "weights";
        running = test::makeRun(project, RunKind::Train, RunOutcome::Running);
    }

    test::TempDir dir;
    Path from = dir / "home" / "p.segad";
    Path to = dir / "other" / "deep" / "copy.segad";
    RunId run = 0;
    RunId running = 0;
    Job job;
};

TEST_F(CopyOfProject, HasEverythingAndKnowsWhereTheImagesAre) {
    copyProject(from, to, job);
    const Project copy = Project::open(to);
    EXPECT_EQ(copy.parts().count(), 10U);
    EXPECT_EQ(copy.parts().sourceFolder(1), dir / "home" / "images") << "they have not moved";
    ASSERT_TRUE(copy.maps().get(run, 3));
    EXPECT_TRUE(test::samePixels(*copy.maps().get(run, 3), test::someMap(7)));
    EXPECT_TRUE(std::filesystem::exists(copy.runs().modelFolder() / "m.safetensors"));
    EXPECT_EQ(copy.runs().find(running)->message, "interrupted") << "nobody works on it here";
    EXPECT_EQ(Project::open(from).runs().find(running)->outcome, RunOutcome::Running);
    EXPECT_TRUE(copy.check().empty() || copy.check().size() == 1) << "the model that no run names";
    for (const auto& entry : std::filesystem::directory_iterator(to.parent_path()))
        EXPECT_EQ(entry.path().string().find("partial"), std::string::npos) << entry.path();
}

TEST_F(CopyOfProject, IsMadeWhileSomebodyHasItOpenAndWritesLater) {
    Project open = Project::open(from);
    open.parts().setLabels(std::vector<Parts::LabelChange>{{1, Label::Bad, "dent", ""}}, "user");
    copyProject(from, to, job);
    EXPECT_EQ(Project::open(to).parts().find(1)->defectType, "dent") << "what is in the write-ahead log, too";
    open.parts().setLabels(std::vector<Parts::LabelChange>{{1, Label::Good, "", ""}}, "user");
    EXPECT_EQ(Project::open(to).parts().find(1)->label, Label::Bad);
}

TEST_F(CopyOfProject, ReplacesNothingAndLeavesNothingBehind) {
    std::ofstream(to.string() + "-maps") << "somebody's";
    EXPECT_EQ(errorOf([&] { copyProject(from, to, job); }).code(), ErrorCode::AlreadyExists);
    EXPECT_TRUE(std::filesystem::exists(to.string() + "-maps"));
    std::filesystem::remove(to.string() + "-maps");
    EXPECT_EQ(errorOf([&] { copyProject(from, from, job); }).code(), ErrorCode::AlreadyExists);
    Job stopped([&](const JobStatus& status) {
        std::this_thread::sleep_for(std::chrono::milliseconds(60));  // the listener is called now and then
        if (status.what.find("project") != std::string::npos) stopped.cancel();
    });
    EXPECT_THROW(copyProject(from, to, stopped), Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(to.parent_path()));
    copyProject(from, to, job);
}
}  // namespace
