// Schema steps on real older files: a project is made with the first steps only, filled, then opened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/core/mat.hpp>

#include "core/project/migrations.h"
#include "core/project/state.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;

namespace {
constexpr const char* kOldContents =
    "INSERT INTO source VALUES (1, 'images', 'folder', '2026-11-01T00:00:00Z');"
    "INSERT INTO part VALUES (7, 1, 'a.png', NULL, 10, 20, 30, 40, 'train', 0, 0, NULL);"
    "INSERT INTO label VALUES (7, 'bad', 'scratch', '', 'user', '2026-11-02T00:00:00Z');";

class Migrate : public testing::Test {
protected:
    void makeOld(std::size_t steps) {
        createProjectFile(file, projectMigrations().first(steps));
        test::RawDatabase(file).run(kOldContents);
    }

    test::TempDir dir;
    Path file = dir / "old.segad";
    Path backup = dir / "old.segad.v1.backup";
};

TEST_F(Migrate, StepsAreNumberedFromOne) {
    for (const auto steps : {projectMigrations(), mapsMigrations()}) {
        ASSERT_FALSE(steps.empty());
        for (std::size_t i = 0; i < steps.size(); ++i)
            EXPECT_EQ(steps[i].version, static_cast<int>(i) + 1);
    }
}

TEST_F(Migrate, EveryOlderSchemaIsBackedUpAndBroughtUpToDate) {
    const std::size_t latest = projectMigrations().size();
    ASSERT_GE(latest, 2U);
    for (std::size_t steps = 1; steps < latest; ++steps) {
        makeOld(steps);
        const Project project = Project::open(file);
        EXPECT_EQ(project.schemaVersion(), static_cast<int>(latest));
        const auto part = project.parts().find(7);
        ASSERT_TRUE(part);
        EXPECT_EQ(part->defectType, "scratch");
        EXPECT_TRUE(project.audit().latest(5).empty());

        const Path copy = file.string() + ".v" + std::to_string(steps) + ".backup";
        ASSERT_TRUE(std::filesystem::exists(copy));
        test::RawDatabase old(copy);
        EXPECT_EQ(old.value("PRAGMA user_version"), std::to_string(steps));
        EXPECT_EQ(old.value("PRAGMA integrity_check"), "ok");
        EXPECT_EQ(old.value("SELECT defect_type FROM label"), "scratch");
        EXPECT_EQ(old.value("PRAGMA journal_mode"), "delete");
        std::filesystem::remove(file);
    }
}

TEST_F(Migrate, TheMigratedSchemaEqualsAFreshOne) {
    const auto schema = [](const Path& path) {
        return test::RawDatabase(path).values(
            "SELECT type, name, sql FROM sqlite_master ORDER BY type, name");
    };
    makeOld(1);
    Project::open(file);
    Project::create(dir / "fresh.segad");
    EXPECT_EQ(schema(file), schema(dir / "fresh.segad"));
}

TEST_F(Migrate, AProjectFromBeforeListsTakesThemIn) {
    makeOld(2);
    Project project = Project::open(file);
    EXPECT_TRUE(project.parts().publishedSubsets().empty());
    const PublishedSubsetRecord list{.name = "0", .parts = {7}};
    project.parts().setPublishedSubsets(1, {&list, 1});
    ASSERT_EQ(project.parts().publishedSubsets().size(), 1U);
    EXPECT_EQ(project.parts().publishedSubsets()[0].parts, std::vector<PartId>{7});
    EXPECT_TRUE(std::filesystem::exists(dir / "old.segad.v2.backup"));
}

TEST_F(Migrate, AProjectFromBeforeTrainingInStepsTakesItIn) {
    makeOld(3);
    test::RawDatabase(file).run("INSERT INTO snapshot VALUES (1, '" + std::string(64, 'a') +
                                "', '2026-11-03T00:00:00Z', 1);"
                                "INSERT INTO snapshot_part VALUES (1, 7, 'fit');"
                                "INSERT INTO run VALUES (1, 'u', 'train', 'patchcore', '{}', 0, NULL, NULL, "
                                "1, NULL, 'cpu', 1, '0.1', "
                                "'2026-11-03T00:00:00Z', 2, 'done', '', NULL);");
    Project project = Project::open(file);
    EXPECT_EQ(project.runs().find(1)->options, Json::object());
    EXPECT_FALSE(project.runs().snapshot(1).at(0).fold);
    EXPECT_TRUE(project.runs().lossCurve(1).points.empty());
    project.runs().putLossCurve(1, {.points = {{.step = 1, .loss = 2}}, .steps = 1});
    EXPECT_EQ(project.runs().lossCurve(1).finalLoss(), 2);
}

TEST_F(Migrate, AProjectFromBeforeRegionsTakesThemIn) {
    makeOld(5);
    Project project = Project::open(file);
    EXPECT_TRUE(std::filesystem::exists(dir / "old.segad.v5.backup"));
    EXPECT_TRUE(project.regions().all().empty());
    const PartRecord part = project.parts().find(7).value();
    project.regions().put(7, cv::Mat(part.height, part.width, CV_8UC1, cv::Scalar(255)));
    EXPECT_EQ(project.regions().find(7)->areaShare, 1);
    EXPECT_EQ(test::RawDatabase(file).value("SELECT image || ' ' || defect_type || ' ' || area_percent "
                                            "FROM region_overview"),
              "images/a.png scratch 100.0");
}

TEST_F(Migrate, AProjectFromBeforeGeneratedPartsTakesThemIn) {
    makeOld(7);
    Project project = Project::open(file);
    EXPECT_TRUE(std::filesystem::exists(dir / "old.segad.v7.backup"));
    EXPECT_TRUE(project.generated().all().empty());
    GeneratedRecord record;
    record.madeFrom = 7;
    record.kind = "blur";
    record.recipe = {{"kind", "blur"}};
    const SegmentMap segments = test::someSegments(2);
    const NewGeneratedPart blurred{.record = record, .segments = segments};
    const PartId made = project.generated().put(blurred);
    EXPECT_EQ(
        test::RawDatabase(file).value("SELECT part_id || ' ' || kind || ' ' || made_from || ' ' || kept "
                                      "FROM generated_part_overview"),
        std::to_string(made) + " blur images/a.png 1");
}

TEST_F(Migrate, TheBackupIsAProjectAgain) {
    makeOld(1);
    Project::open(file);
    std::filesystem::rename(backup, dir / "restored.segad");
    EXPECT_EQ(Project::open(dir / "restored.segad").parts().find(7)->label, Label::Bad);
}

TEST_F(Migrate, BacksUpWhatIsStillInTheLog) {
    makeOld(1);
    test::RawDatabase other(file);
    other.run("PRAGMA journal_mode = WAL; UPDATE label SET defect_type = 'hole'");
    Project::open(file);
    EXPECT_EQ(test::RawDatabase(backup).value("SELECT defect_type FROM label"), "hole");
}

TEST_F(Migrate, ReadOnlyNeverMigrates) {
    makeOld(1);
    const std::string before = readFile(file, 1U << 30U);
    const Error error = errorOf([&] { Project::open(file, true); });
    EXPECT_EQ(error.code(), ErrorCode::Unsupported);
    EXPECT_THAT(error.remedy(), testing::HasSubstr("segad doctor " + file.string()));
    EXPECT_EQ(readFile(file, 1U << 30U), before);
    EXPECT_FALSE(std::filesystem::exists(backup));
}

TEST_F(Migrate, AStepThatFailsLeavesTheStepBefore) {
    makeOld(1);
    const std::vector<Migration> steps{
        {.version = 2, .name = "good", .sql = "CREATE TABLE extra (x); INSERT INTO extra VALUES (5)"},
        {.version = 3, .name = "bad", .sql = "DROP TABLE extra; CREATE TABLE part (x)"}};
    Connection database(file, Connection::Mode::ReadWrite);
    EXPECT_THROW(migrate(database, steps), Error);
    EXPECT_EQ(schemaVersionOf(database), 2);
    EXPECT_EQ(database.integer("SELECT x FROM extra"), 5);
    EXPECT_FALSE(database.inTransaction());
}

TEST_F(Migrate, AStepThatBreaksReferencesIsUndone) {
    makeOld(1);
    const std::vector<Migration> steps{{.version = 2, .name = "careless", .sql = "DELETE FROM part"}};
    Connection database(file, Connection::Mode::ReadWrite);
    EXPECT_EQ(errorOf([&] { migrate(database, steps); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(schemaVersionOf(database), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM part"), 1);
}

TEST_F(Migrate, AStepMayRebuildATableOthersReferTo) {
    makeOld(1);
    const std::vector<Migration> steps{{.version = 2,
                                        .name = "rebuild",
                                        .sql = "CREATE TABLE part_new AS SELECT * FROM part; DROP TABLE "
                                               "part; ALTER TABLE part_new RENAME TO part;"
                                               "CREATE UNIQUE INDEX part_id ON part (id)"}};
    Connection database(file, Connection::Mode::ReadWrite);
    migrate(database, steps);
    EXPECT_EQ(database.integer("SELECT count(*) FROM label"), 1) << "labels went with the old table";
}
}  // namespace
