// The full check, what repair mends, and what can be saved of a damaged file.
#include <fstream>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/sha256.h"
#include "core/project/inspection_store.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;
using test::someMap;

namespace {
class DamagedProject : public testing::Test {
protected:
    void build(int parts) {
        Project project = makeProject(file, parts);
        segments = makeRun(project, RunKind::Segment, RunOutcome::Running);
        run = makeRun(project);
        Transaction transaction = project.transaction();
        std::vector<Parts::LabelChange> labels;
        for (PartId part = 1; part <= parts; ++part) {
            labels.push_back({.part = part, .label = Label::Bad, .note = "note " + std::to_string(part)});
            if (part > 20) continue;
            project.maps().put(run, part, someMap(static_cast<std::uint64_t>(part), 64));
            project.segments().putMap(segments, part, test::someSegments(2));
            project.maps().putFeatures(run, segments, part, std::vector<double>{1, 2, 3});
            project.runs().putScores(run,
                                     std::vector<ScoreRecord>{{.part = part, .imageScore = 1, .mapMax = 1}});
        }
        project.parts().setLabels(labels, "user");
        project.segments().setNames({{0, "background", ""}, {1, "part", ""}});
        RunRecord record = project.runs().find(segments).value();
        record.outcome = RunOutcome::Done;
        project.runs().finish(record);
        transaction.commit();
    }
    /// Destroys the second leaf page of a table.
    void overwritePage(const Path& database, const std::string& table, std::size_t pageSize) {
        const auto leaves = test::RawDatabase(database).values(
            "SELECT pageno FROM dbstat WHERE name = '" + table + "' AND pagetype = 'leaf' ORDER BY path");
        ASSERT_GE(leaves.size(), 3U);
        test::overwrite(database, (std::stoull(leaves[1]) - 1) * pageSize, std::string(pageSize, '\x33'));
    }
    std::string said(const std::vector<std::string>& sentences) {
        std::string all;
        for (const std::string& sentence : sentences)
            all += sentence + '\n';
        return all;
    }
    std::string said(const std::vector<Error>& findings) {
        std::string all;
        for (const Error& finding : findings)
            all += std::string(finding.what()) + '\n';
        return all;
    }

    test::TempDir dir;
    Path file = dir / "p.segad";
    Path companion = dir / "p.segad-maps";
    RunId run = 0;
    RunId segments = 0;
};

TEST_F(DamagedProject, ASoundOneHasNoFindingsAndNothingToRepair) {
    build(30);
    Project project = Project::open(file);
    EXPECT_EQ(said(project.check()), "");
    EXPECT_EQ(said(project.repair()), "");
}

TEST_F(DamagedProject, ACheckCanBeCancelled) {
    build(30);
    const Project project = Project::open(file);
    Job job;
    job.cancel();
    EXPECT_THROW(project.check(job), Cancelled);
    EXPECT_EQ(said(project.check()), "");
}

TEST_F(DamagedProject, UnreadableMapsAreFoundAndDropped) {
    build(30);
    test::RawDatabase(companion).run("UPDATE map SET pixels = x'0102' WHERE part_id = 3");
    test::RawDatabase(companion).run("UPDATE feature_row SET columns = 7 WHERE part_id = 4");
    test::RawDatabase(file).run("UPDATE segment_map SET width = 99 WHERE part_id = 5");
    Project project = Project::open(file);
    EXPECT_EQ(errorOf([&] { project.maps().get(run, 3); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(errorOf([&] { project.maps().features(run, segments, 4); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(errorOf([&] { project.segments().map(5); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(project.check().size(), 3U) << said(project.check());
    EXPECT_EQ(project.repair().size(), 2U);
    EXPECT_FALSE(project.maps().has(run, 3));
    EXPECT_FALSE(project.maps().features(run, segments, 4));
    EXPECT_FALSE(project.segments().map(5));
    EXPECT_TRUE(project.maps().has(run, 4));
    const auto left = project.check();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].code(), ErrorCode::NotFound) << "one map is to be computed again";
    EXPECT_EQ(project.audit().latest(1).front().action, "repair");
}

TEST_F(DamagedProject, UnreadableRegionsAreFoundAndDropped) {
    build(5);
    {
        Project project = Project::open(file);
        for (const PartId part : {1, 2, 3})
            project.regions().put(part, cv::Mat(480, 640, CV_8UC1, cv::Scalar(255)));
    }
    test::RawDatabase(file).run("UPDATE region SET runs = x'0102' WHERE part_id = 2");
    Project project = Project::open(file);
    const auto findings = project.check();
    ASSERT_EQ(findings.size(), 1U) << said(findings);
    EXPECT_EQ(findings[0].code(), ErrorCode::Corrupt);
    EXPECT_EQ(findings[0].subject(), "regions of good/part 2.png");
    const std::string what = said(project.repair());
    EXPECT_NE(what.find("regions of 1 part"), std::string::npos) << what;
    EXPECT_FALSE(project.regions().get(2));
    EXPECT_TRUE(project.regions().get(3));
    EXPECT_EQ(said(project.check()), "");
}

TEST_F(DamagedProject, RowsThatReferToNothingAreDropped) {
    build(30);
    test::RawDatabase(file).run("PRAGMA foreign_keys = OFF; DELETE FROM part WHERE id = 25");
    Project project = Project::open(file);
    EXPECT_FALSE(project.check().empty());
    EXPECT_NE(said(project.repair()).find("referred to nothing"), std::string::npos);
    EXPECT_EQ(said(project.check()), "");
}

TEST_F(DamagedProject, AWrongIndexIsRebuilt) {
    build(300);
    // A path is changed while SQLite does not know of the index.
    test::RawDatabase(file).run(
        "CREATE TABLE kept AS SELECT * FROM sqlite_master WHERE name = 'part_by_path'");
    test::RawDatabase(file).run(
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'part_by_path'");
    test::RawDatabase(file).run("UPDATE part SET path = 'renamed.png' WHERE id = 34");
    test::RawDatabase(file).run("PRAGMA writable_schema = ON; INSERT INTO sqlite_master SELECT * FROM kept");
    test::RawDatabase(file).run("DROP TABLE kept");
    Project project = Project::open(file);
    ASSERT_FALSE(project.check().empty());
    const std::string what = said(project.repair());
    EXPECT_EQ(said(project.check()), "") << what;
    EXPECT_EQ(project.parts().count(), 300U);
    EXPECT_TRUE(project.parts().findByPath("renamed.png"));
}

TEST_F(DamagedProject, CountsOfInspectionsAreMadeRight) {
    build(5);
    {
        InspectionStore store(file);
        std::vector<InspectionResult> results{{.part = {.path = "a", .verdict = Verdict::Pass}},
                                              {.part = {.path = "b", .error = "empty"}}};
        store.add(store.start(run, {.folder = "/line"}), results);
    }
    test::RawDatabase(file).run("UPDATE inspection SET parts = 7");
    Project project = Project::open(file);
    EXPECT_EQ(project.check().size(), 1U);
    project.repair();
    EXPECT_EQ(said(project.check()), "");
    EXPECT_EQ(project.inspections().all()[0].parts, 2);
    EXPECT_EQ(project.inspections().all()[0].failed, 1);
}

TEST_F(DamagedProject, ModelsAreMissingChangedOrUnused) {
    build(5);
    Project project = Project::open(file);
    const Path models = project.runs().modelFolder();
    const std::string name = sha256Hex("weights") + ".safetensors";
    for (const std::string& model : {name, std::string("gone.safetensors")}) {
        RunRecord trained{.kind = RunKind::Train, .modelFile = model};
        trained.id = project.runs().start(trained);
        trained.outcome = RunOutcome::Done;
        project.runs().finish(trained);
    }
    std::ofstream(models / name) << "weights";
    std::ofstream(models / "forgotten.safetensors") << "x";
    std::ofstream(models / "half.safetensors.partial") << "x";
    auto findings = project.check();
    ASSERT_EQ(findings.size(), 3U) << said(findings);
    EXPECT_EQ(findings[0].code(), ErrorCode::NotFound);
    EXPECT_EQ(findings[0].subject(), (models / "gone.safetensors").string());
    std::ofstream(models / name) << "Weights";
    EXPECT_EQ(project.check().size(), 4U);
    std::ofstream(models / name) << "weights";

    const RunId busy = makeRun(project, RunKind::Train, RunOutcome::Running);
    project.repair();
    EXPECT_TRUE(std::filesystem::exists(models / "forgotten.safetensors")) << "a job may be about to name it";
    project.runs().remove(busy);
    project.repair();
    EXPECT_FALSE(std::filesystem::exists(models / "forgotten.safetensors"));
    EXPECT_FALSE(std::filesystem::exists(models / "half.safetensors.partial"));
    EXPECT_TRUE(std::filesystem::exists(models / name));
    EXPECT_EQ(project.check().size(), 1U);
}

TEST_F(DamagedProject, AMissingFolderOfImagesIsSaid) {
    build(5);
    std::filesystem::rename(dir / "images", dir / "moved");
    const auto findings = Project::open(file).check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].subject(), (dir / "images").string());
}

TEST_F(DamagedProject, ADamagedPageOfMapsCostsOnlyItsMaps) {
    build(30);
    overwritePage(companion, "map", 16384);
    Project project = Project::open(file);
    EXPECT_FALSE(project.check().empty());
    const std::string what = said(project.repair());
    const std::size_t saved = project.maps().partsWithMap(run).size();
    EXPECT_GT(saved, 5U) << what;
    EXPECT_LT(saved, 20U) << what;
    for (const PartId part : project.maps().partsWithMap(run)) {
        EXPECT_TRUE(test::samePixels(project.maps().get(run, part).value(),
                                     someMap(static_cast<std::uint64_t>(part), 64)));
    }
    const auto left = project.check();
    ASSERT_EQ(left.size(), 1U) << said(left);
    EXPECT_EQ(left[0].code(), ErrorCode::NotFound);
}

TEST_F(DamagedProject, RescueSavesWhatATruncatedFileStillHolds) {
    build(2000);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) * 7 / 10);
    const Error error = errorOf([&] { Project::open(file); });
    ASSERT_EQ(error.code(), ErrorCode::Corrupt);
    const std::string what = said(Project::rescue(file));
    Project project = Project::open(file);
    project.repair();
    EXPECT_GT(project.parts().count(), 500U) << what;
    EXPECT_TRUE(std::filesystem::exists(file.string() + ".damaged"));
    for (const PartRecord& part : project.parts().all()) {
        if (part.label == Label::Unlabelled) continue;
        EXPECT_EQ(part.note, "note " + std::to_string(part.id));
    }
    for (const Error& finding : project.check())
        EXPECT_EQ(finding.code(), ErrorCode::NotFound) << finding.what();
}

TEST_F(DamagedProject, RescueReadsAroundDamagedPages) {
    build(2000);
    {
        Project project = Project::open(file);
        Transaction transaction = project.transaction();
        for (PartId part = 1; part <= 100; ++part) {
            cv::Mat mask = cv::Mat::zeros(480, 640, CV_8UC1);
            mask.row(7).colRange(0, static_cast<int>(part)).setTo(255);
            project.regions().put(part, mask);
        }
        transaction.commit();
    }
    overwritePage(file, "label", 4096);
    ASSERT_EQ(errorOf([&] { Project::open(file); }).code(), ErrorCode::Corrupt);
    const std::string what = said(Project::rescue(file));
    const Project project = Project::open(file);
    EXPECT_EQ(project.parts().count(), 2000U) << what;
    const std::size_t labelled = project.parts().count({.label = Label::Bad});
    EXPECT_LT(labelled, 2000U);
    EXPECT_GT(labelled, 1800U) << what;
    EXPECT_EQ(said(project.check()), "");
    EXPECT_EQ(project.regions().all().size(), 100U);
    EXPECT_EQ(cv::countNonZero(project.regions().get(100).value()), 100);
    EXPECT_EQ(project.maps().partsWithMap(run).size(), 20U) << "the companion still belongs to it";
}

TEST_F(DamagedProject, RepairOfAnOpenProjectRescuesItInPlace) {
    build(2000);
    Project project = Project::open(file);
    project.setSetting("a", "b");
    const std::uint64_t root =
        std::stoull(test::RawDatabase(file).value("SELECT rootpage FROM sqlite_master WHERE name = 'score'"));
    project = Project::open(file);
    test::RawDatabase(file).run("PRAGMA wal_checkpoint(TRUNCATE)");
    test::overwrite(file, (root - 1) * 4096 + 8, std::string(200, '\x7f'));
    Project again = Project::open(file);
    EXPECT_FALSE(again.check().empty());
    const std::string what = said(again.repair());
    EXPECT_NE(what.find("kept as"), std::string::npos) << what;
    EXPECT_EQ(again.parts().count({.label = Label::Bad}), 2000U);
    for (const Error& finding : again.check())
        EXPECT_EQ(finding.code(), ErrorCode::NotFound) << finding.what();
}

TEST_F(DamagedProject, WhatCannotBeRescuedIsLeftAsItWas) {
    writeFileAtomically(file, std::string(9000, 'x'));
    EXPECT_EQ(errorOf([&] { Project::rescue(file); }).code(), ErrorCode::InvalidData);
    EXPECT_EQ(readFile(file, 10'000), std::string(9000, 'x'));
    std::filesystem::remove(file);
    EXPECT_EQ(errorOf([&] { Project::rescue(file); }).code(), ErrorCode::NotFound);
    build(10);
    test::overwrite(file, 100, std::string(3900, '\x11'));
    EXPECT_EQ(errorOf([&] { Project::rescue(file); }).code(), ErrorCode::Corrupt);
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".damaged"));
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".rescued"));
}
}  // namespace
