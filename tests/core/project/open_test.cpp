// What may be opened as a project, and what is said about everything else.
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/project/connection.h"
#include "core/project/migrations.h"
#include "tests/core/project/worker.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;

namespace {
class OpenProject : public testing::Test {
protected:
    void SetUp() override { Connection::setBusyTimeout(200); }
    void TearDown() override { Connection::setBusyTimeout(5000); }

    std::string contents(const Path& path) { return readFile(path, 1U << 30U); }

    test::TempDir dir;
    Path file = dir / "a project.segad";
};

TEST_F(OpenProject, CreatesOneFileThatSaysWhatItIs) {
    {
        const Project project = Project::create(file);
        EXPECT_EQ(project.file(), file);
        EXPECT_FALSE(project.readOnly());
        EXPECT_EQ(project.schemaVersion(), projectMigrations().back().version);
        EXPECT_TRUE(project.check().empty());
        EXPECT_TRUE(project.notices().empty());
    }
    // Closed, it is a single file: nothing to forget when it is copied.
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1);
    EXPECT_EQ(contents(file).substr(68, 4), "SGAD");
}

TEST_F(OpenProject, NeverOverwrites) {
    writeFileAtomically(file, "precious");
    EXPECT_EQ(errorOf([&] { Project::create(file); }).code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(contents(file), "precious");
    std::filesystem::remove(file);
    std::filesystem::create_symlink("nowhere", file);
    EXPECT_EQ(errorOf([&] { Project::create(file); }).code(), ErrorCode::AlreadyExists);
    const Error error = errorOf([&] { Project::create(dir / "no folder" / "p.segad"); });
    EXPECT_EQ(error.code(), ErrorCode::NotFound);
    EXPECT_EQ(error.subject(), (dir / "no folder" / "p.segad").string());
}

TEST_F(OpenProject, IgnoresLogsOfADeletedProjectOfThatName) {
    {
        Project old = makeProject(file, 50);
        std::filesystem::copy(file.string() + "-wal", dir / "wal");
    }
    std::filesystem::remove(file);
    std::filesystem::rename(dir / "wal", file.string() + "-wal");
    const Project project = Project::create(file);
    EXPECT_EQ(project.parts().count(), 0U);
    EXPECT_TRUE(project.check().empty());
}

TEST_F(OpenProject, NamesTheFileAndTheRemedyForWhatIsNoProject) {
    const auto refused = [&](const Path& path, ErrorCode code) {
        for (const bool readOnly : {false, true}) {
            const Error error = errorOf([&] { Project::open(path, readOnly); });
            EXPECT_EQ(error.code(), code) << error.what();
            EXPECT_EQ(error.subject(), path.string());
            EXPECT_FALSE(error.remedy().empty());
        }
    };
    refused(dir / "none.segad", ErrorCode::NotFound);
    refused(dir.path(), ErrorCode::InvalidData);
    std::ofstream(dir / "empty.segad").close();
    refused(dir / "empty.segad", ErrorCode::InvalidData);
    const std::string text(5000, 'x');
    writeFileAtomically(dir / "text.segad", text);
    refused(dir / "text.segad", ErrorCode::InvalidData);
    EXPECT_EQ(contents(dir / "text.segad"), text);
    writeFileAtomically(dir / "short.segad", "x");
    refused(dir / "short.segad", ErrorCode::InvalidData);
    ASSERT_EQ(::mkfifo((dir / "pipe.segad").c_str(), 0600), 0);
    refused(dir / "pipe.segad", ErrorCode::InvalidData);
    test::RawDatabase(dir / "other.segad").run("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    const std::string other = contents(dir / "other.segad");
    refused(dir / "other.segad", ErrorCode::InvalidData);
    EXPECT_EQ(contents(dir / "other.segad"), other);
}

TEST_F(OpenProject, SaysWhichProjectAFileOfMapsBelongsTo) {
    {
        Project project = makeProject(file, 1);
        project.maps().put(test::makeRun(project), 1, test::someMap(1));
    }
    const Error error = errorOf([&] { Project::open(file.string() + "-maps"); });
    EXPECT_EQ(error.code(), ErrorCode::InvalidData);
    EXPECT_NE(error.remedy().find(file.string()), std::string::npos);
}

TEST_F(OpenProject, RefusesTheIdentityWithoutTheTables) {
    test::RawDatabase(file).run(
        "PRAGMA application_id = " + std::to_string(Project::kApplicationId) +
        "; CREATE TABLE t (x); PRAGMA user_version = " + std::to_string(projectMigrations().back().version));
    EXPECT_EQ(errorOf([&] { Project::open(file); }).code(), ErrorCode::Corrupt);
}

TEST_F(OpenProject, RefusesANewerSchemaAndLeavesItAlone) {
    makeProject(file, 3);
    test::RawDatabase(file).run("PRAGMA user_version = 900");
    const std::string before = contents(file);
    for (const bool readOnly : {false, true}) {
        const Error error = errorOf([&] { Project::open(file, readOnly); });
        EXPECT_EQ(error.code(), ErrorCode::NewerVersion);
        EXPECT_EQ(error.subject(), file.string());
        EXPECT_NE(error.message().find("900"), std::string::npos);
        EXPECT_NE(error.remedy().find("Update"), std::string::npos);
    }
    EXPECT_EQ(contents(file), before);
}

TEST_F(OpenProject, CallsATruncatedFileDamaged) {
    makeProject(file, 500);
    const auto whole = std::filesystem::file_size(file);
    for (const double share : {0.95, 0.5, 0.1}) {
        std::filesystem::resize_file(file, static_cast<std::uintmax_t>(static_cast<double>(whole) * share));
        const Error error = errorOf([&] { Project::open(file); });
        EXPECT_EQ(error.code(), ErrorCode::Corrupt) << share << ": " << error.what();
        EXPECT_NE(error.remedy().find("segad doctor"), std::string::npos);
    }
    std::filesystem::resize_file(file, 50);
    EXPECT_EQ(errorOf([&] { Project::open(file); }).code(), ErrorCode::InvalidData);
}

TEST_F(OpenProject, FindsDamageInThePartsOnOpening) {
    makeProject(file, 500);
    const auto root =
        std::stoull(test::RawDatabase(file).value("SELECT rootpage FROM sqlite_master WHERE name = 'part'"));
    test::overwrite(file, (root - 1) * 4096, std::string(4096, '\x5a'));
    EXPECT_EQ(errorOf([&] { Project::open(file); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(errorOf([&] { Project::open(file, true); }).code(), ErrorCode::Corrupt);
}

TEST_F(OpenProject, WaitsForALockThenNamesIt) {
    makeProject(file, 3);
    {
        test::RawDatabase other(file);
        other.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO setting VALUES ('a', 'b')");
        for (const bool readOnly : {false, true}) {
            const Error error = errorOf([&] { Project::open(file, readOnly); });
            EXPECT_EQ(error.code(), ErrorCode::Locked);
            EXPECT_EQ(error.subject(), file.string());
        }
    }
    EXPECT_EQ(Project::open(file).parts().count(), 3U);
}

TEST_F(OpenProject, ReadsButDoesNotWriteWhileAnotherWrites) {
    makeProject(file, 3);
    test::RawDatabase other(file);
    other.run("BEGIN EXCLUSIVE; INSERT INTO setting VALUES ('a', 'b')");
    Project project = Project::open(file);
    EXPECT_EQ(project.parts().all().size(), 3U);
    EXPECT_FALSE(project.setting("a"));
    const Error error = errorOf([&] { project.setSetting("c", "d"); });
    EXPECT_EQ(error.code(), ErrorCode::Locked);
    EXPECT_EQ(error.subject(), file.string());
    other.run("COMMIT");
    project.setSetting("c", "d");
    EXPECT_EQ(project.setting("a"), "b");
}

TEST_F(OpenProject, AReadOnlyHandleReadsEverythingAndChangesNothing) {
    {
        Project project = makeProject(file, 3);
        project.maps().put(test::makeRun(project), 1, test::someMap(1));
    }
    const std::string before = contents(file);
    {
        Project project = Project::open(file, true);
        EXPECT_TRUE(project.readOnly());
        EXPECT_EQ(project.parts().count(), 3U);
        EXPECT_TRUE(project.maps().get(1, 1));
        EXPECT_TRUE(project.check().empty());
        EXPECT_EQ(errorOf([&] { project.setSetting("a", "b"); }).code(), ErrorCode::PermissionDenied);
        EXPECT_EQ(errorOf([&] { project.maps().put(1, 1, test::someMap(2)); }).code(),
                  ErrorCode::PermissionDenied);
        EXPECT_EQ(errorOf([&] {
                      project.parts().setLabels(std::vector<Parts::LabelChange>{{.part = 1}}, "user");
                  }).code(),
                  ErrorCode::PermissionDenied);
        project.runs().modelFolder();
    }
    EXPECT_EQ(contents(file), before);
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-models"));
}

class OpenAsNobody : public OpenProject {
protected:
    void SetUp() override {
        OpenProject::SetUp();
        if (::geteuid() != 0) GTEST_SKIP() << "only root can take another user's place";
        std::filesystem::permissions(dir.path(), std::filesystem::perms(0755));
        makeProject(file, 3);
    }
    std::optional<std::string> answer(const std::string& how) {
        return test::Worker({"nobody", file.string(), how}).line();
    }
};

TEST_F(OpenAsNobody, AReadOnlyFolderIsSaidAndStillReadable) {
    std::filesystem::permissions(file, std::filesystem::perms(0666));
    EXPECT_EQ(answer("rw"), "permission_denied");
    EXPECT_EQ(answer("ro"), "opened 3");
}

TEST_F(OpenAsNobody, AReadOnlyFileIsSaidAndStillReadable) {
    std::filesystem::permissions(dir.path(), std::filesystem::perms(0777));
    std::filesystem::permissions(file, std::filesystem::perms(0444));
    EXPECT_EQ(answer("rw"), "permission_denied");
    EXPECT_EQ(answer("ro"), "opened 3");
    std::filesystem::permissions(file, std::filesystem::perms(0000));
    EXPECT_EQ(answer("rw"), "permission_denied");
    EXPECT_EQ(answer("ro"), "permission_denied");
}

TEST_F(OpenAsNobody, AFolderThatMayNotBeEnteredIsSaid) {
    std::filesystem::permissions(dir.path(), std::filesystem::perms(0700));
    EXPECT_EQ(answer("ro"), "permission_denied");
}

TEST_F(OpenProject, AFullDiskIsSaidAndNothingIsLost) {
    makeProject(file, 100);
    int written = -1;
    {
        test::Worker worker({"fill", file.string(), "400000"});
        std::string last;
        while (const auto line = worker.line()) {
            if (!line->empty() && std::isdigit(static_cast<unsigned char>(line->front())) != 0) {
                written = std::stoi(*line);
            }
            last = *line;
        }
        EXPECT_EQ(last, "disk_full");
        EXPECT_EQ(worker.wait(), 0);
    }
    EXPECT_GE(written, 5);
    const Project project = Project::open(file);
    EXPECT_TRUE(project.check().empty());
    EXPECT_EQ(project.parts().count(), 100U);
    for (int i = 0; i <= written; ++i)
        EXPECT_TRUE(project.setting("filler " + std::to_string(i)));
    EXPECT_FALSE(project.setting("filler " + std::to_string(written + 1)));
}

TEST_F(OpenProject, AReallyFullDiskIsSaidToo) {
    test::Worker worker({"filldisk", dir.path().string()});
    std::vector<std::string> last{"", ""};
    while (auto line = worker.line())
        last = {last[1], *line};
    const int status = worker.wait();
    if (status == 77) GTEST_SKIP() << "this machine does not let tests mount a file system";
    EXPECT_EQ(status, 0);
    EXPECT_EQ(last, (std::vector<std::string>{"disk_full", "sound"}));
}

TEST_F(OpenProject, NoticesThatTheFileWasMovedAway) {
    Project project = makeProject(file, 3);
    std::filesystem::rename(file, dir / "elsewhere.segad");
    EXPECT_EQ(errorOf([&] { project.setSetting("a", "b"); }).code(), ErrorCode::NotFound);
}

TEST_F(OpenProject, OpensUnderAnyName) {
    const Path odd = dir / "50% of #7? ü &x=1.segad";
    makeProject(odd, 2);
    EXPECT_EQ(Project::open(odd).parts().count(), 2U);
    EXPECT_EQ(Project::open(odd, true).parts().count(), 2U);
    const Path before = std::filesystem::current_path();
    std::filesystem::current_path(dir.path());
    EXPECT_EQ(Project::open(odd.filename()).file(), odd);
    std::filesystem::current_path(before);
}

TEST_F(OpenProject, RunsNothingThatIsStoredInTheFile) {
    makeProject(file, 1);
    test::RawDatabase(file).run("CREATE TRIGGER evil AFTER INSERT ON setting BEGIN DELETE FROM part; END;");
    Project project = Project::open(file);
    project.setSetting("a", "b");
    EXPECT_EQ(project.parts().count(), 1U);
}
}  // namespace
