// Images that have moved: noticed, looked for, and found again.
#include "core/workflow/relocation.h"

#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class MovedSources : public test::ProjectFixture {
protected:
    void SetUp() override {
        // Two sources side by side, away from the project.
        std::filesystem::create_directories(dir_ / "old" / "line");
        std::filesystem::create_directories(dir_ / "home");
        createProject(file_);
        for (const Path& folder : {first_, second_}) {
            const test::TinyDataset few{
                .trainGood = 3, .testGood = 1, .testBad = 1, .side = folder == first_ ? 64 : 72};
            few.write(folder);
            importFolder({.project = file_, .folder = folder}, job_);
        }
        std::filesystem::create_directories(dir_ / "home" / "x" / "y");
    }
    std::vector<MissingSource> missing() const { return missingSources(Project::open(file_, true)); }

    Path file_ = dir_ / "home" / "p.segad";
    Path first_ = dir_ / "old" / "line" / "monday";
    Path second_ = dir_ / "old" / "line" / "tuesday";
};

TEST_F(MovedSources, AreNoticedWhenNoPictureIsInItsPlace) {
    EXPECT_TRUE(missing().empty());
    std::filesystem::remove(first_ / "train" / "good" / "000.png");
    EXPECT_TRUE(missing().empty()) << "one picture is not a source";
    std::filesystem::remove_all(first_);
    ASSERT_EQ(missing().size(), 1U);
    EXPECT_EQ(missing()[0].folder, first_);
    EXPECT_EQ(missing()[0].parts, 5U);
    EXPECT_TRUE(missing()[0].likely.empty());
}

TEST_F(MovedSources, AreLookedForBesideTheProject) {
    std::filesystem::rename(first_, dir_ / "home" / "monday");
    ASSERT_EQ(missing().size(), 1U);
    EXPECT_EQ(missing()[0].likely, std::vector<Path>{dir_ / "home" / "monday"});
    std::filesystem::create_directories(dir_ / "home" / "archive");
    std::filesystem::rename(dir_ / "home" / "monday", dir_ / "home" / "archive" / "monday");
    EXPECT_EQ(missing()[0].likely, std::vector<Path>{dir_ / "home" / "archive" / "monday"});
    // The same name with other pictures in it is no offer.
    std::filesystem::rename(dir_ / "home" / "archive" / "monday", dir_ / "far");
    std::filesystem::create_directories(dir_ / "home" / "monday");
    EXPECT_EQ(missing()[0].likely, std::vector<Path>{dir_ / "far"});
}

TEST_F(MovedSources, WhereOneWentItsNeighbourIsLookedFor) {
    const Path away = dir_ / "home" / "x" / "y" / "z";
    std::filesystem::create_directories(away);
    std::filesystem::rename(dir_ / "old" / "line", away / "line");
    const auto both = missing();
    ASSERT_EQ(both.size(), 2U);
    EXPECT_TRUE(both[1].likely.empty()) << "too far away to be found";
    EXPECT_EQ(test::codeOf([&] { relocateSource(file_, both[0].source, second_, job_); }),
              ErrorCode::NotFound);
    EXPECT_EQ(test::codeOf([&] { relocateSource(file_, both[0].source, away / "line" / "tuesday", job_); }),
              ErrorCode::InvalidData)
        << "those are other pictures";
    relocateSource(file_, both[0].source, away / "line" / "monday", job_);
    const auto rest = missing();
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].likely, std::vector<Path>{away / "line" / "tuesday"});
    relocateSource(file_, rest[0].source, rest[0].likely[0], job_);
    EXPECT_TRUE(missing().empty());
}

TEST_F(MovedSources, ARelocationCanBeStopped) {
    std::filesystem::rename(first_, dir_ / "home" / "monday");
    job_.cancel();
    const SourceId source = missing()[0].source;
    EXPECT_THROW(relocateSource(file_, source, dir_ / "home" / "monday", job_), Cancelled);
    EXPECT_EQ(missing().size(), 1U);
}
}  // namespace
