// What people said of inspected parts, taken into a project.
#include "core/workflow/ruled_parts.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <sys/stat.h>

#include "core/base/sha256.h"
#include "core/image/image.h"
#include "core/project/inspection_store.h"
#include "core/project/project.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
/// A line's folder with pictures, its results file, and an engineer's project elsewhere.
class RuledParts : public testing::Test {
protected:
    RuledParts() {
        std::filesystem::create_directories(line());
        Project::create(project());
        InspectionStore::createResultsFile(results());
        RunRecord run{.kind = RunKind::Inspect, .subject = "patchcore"};
        run.id = Project::open(results()).runs().start(run);
        InspectionStore store(results());
        id_ = store.start(run.id, {.folder = toUtf8(line()), .judge = "patchcore"});
        for (const char* name : {"a.png", "b.png", "c.png"})
            judge(store, name);
    }

    Path line() const { return dir_ / "line"; }
    Path project() const { return dir_ / "engineer.segad"; }
    Path results() const { return dir_ / "line-results.segad"; }

    void judge(InspectionStore& store, const std::string& name) {
        cv::Mat pixels(12, 16, CV_8UC3, cv::Scalar(count_ * 20.0, 3, 4));
        ++count_;
        encodeImage(line() / name, pixels);
        struct stat info {};
        ASSERT_EQ(::stat((line() / name).c_str(), &info), 0);
        InspectionResult result;
        result.part = {.path = name, .verdict = Verdict::Reject, .score = 2};
        result.bytes = static_cast<std::uint64_t>(info.st_size);
        result.modifiedNs = info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec;
        store.add(id_, {&result, 1});
    }

    void rule(const std::string& path, std::optional<Label> label) const {
        InspectionStore(results()).rule(id_, path, label);
    }
    RuledPartsReport take(const std::string& path = {}) {
        return takeRuledParts({.project = project(), .results = results(), .inspection = id_, .path = path},
                              job_);
    }
    std::vector<PartRecord> parts() const { return Project::open(project(), true).parts().all(); }

    test::TempDir dir_;
    Job job_;
    InspectionId id_ = 0;
    int count_ = 0;
};

TEST_F(RuledParts, BecomePartsWithTheirLabel) {
    rule("a.png", Label::Good);
    rule("c.png", Label::Bad);
    const RuledPartsReport report = take();
    EXPECT_EQ(report.added, 2);
    EXPECT_EQ(report.labelled, 2);
    EXPECT_TRUE(report.missing.empty());
    ASSERT_EQ(parts().size(), 2U);
    EXPECT_EQ(parts()[0].path, "a.png");
    EXPECT_EQ(parts()[0].label, Label::Good);
    EXPECT_EQ(parts()[0].width, 16);
    EXPECT_EQ(parts()[1].label, Label::Bad);
    const Project engineer = Project::open(project(), true);
    EXPECT_EQ(engineer.parts().imageFile(parts()[0]), line() / "a.png");
    EXPECT_EQ(engineer.parts().labelHistory(parts()[0].id).front().origin, "overrule");
}

TEST_F(RuledParts, TakingThemAgainChangesNothing) {
    rule("a.png", Label::Good);
    take();
    const RuledPartsReport again = take();
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.labelled, 0);
    EXPECT_EQ(again.known, 1);
    EXPECT_EQ(parts().size(), 1U);
}

TEST_F(RuledParts, APictureThatIsAPartAlreadyIsLabelledThere) {
    std::filesystem::create_directories(dir_ / "set");
    std::filesystem::copy_file(line() / "b.png", dir_ / "set" / "known.png");
    rule("b.png", Label::Bad);
    {
        Project engineer = Project::open(project());
        const SourceId source =
            engineer.parts().addSource({.path = toUtf8(dir_ / "set"), .layout = "folder"});
        rule("a.png", Label::Good);
        take("a.png");
        PartRecord known = engineer.parts().all().front();
        known.source = source;
        known.path = "known.png";
        std::error_code ignored;
        known.bytes = std::filesystem::file_size(dir_ / "set" / "known.png", ignored);
        known.sha256 = sha256OfFile(dir_ / "set" / "known.png");
        known.label = Label::Unlabelled;
        engineer.parts().put(known);
    }
    const RuledPartsReport report = take("b.png");
    EXPECT_EQ(report.added, 0);
    EXPECT_EQ(report.labelled, 1);
    EXPECT_EQ(parts().size(), 2U);
    EXPECT_EQ(parts().back().label, Label::Bad);
}

TEST_F(RuledParts, WhatIsTakenBackIsUnlabelledUnlessSomebodyElseSaidMore) {
    rule("a.png", Label::Good);
    rule("b.png", Label::Good);
    take();
    {
        Project engineer = Project::open(project());
        const Parts::LabelChange change{.part = parts()[1].id, .label = Label::Bad, .defectType = "dent"};
        engineer.parts().setLabels({&change, 1}, "user");
    }
    rule("a.png", std::nullopt);
    rule("b.png", std::nullopt);
    EXPECT_EQ(take("a.png").labelled, 1);
    EXPECT_EQ(take("b.png").labelled, 0);
    EXPECT_EQ(parts()[0].label, Label::Unlabelled);
    EXPECT_EQ(parts()[1].label, Label::Bad);
}

TEST_F(RuledParts, APictureThatWasMovedByItsVerdictIsFound) {
    rule("a.png", Label::Good);
    const Path moved = dir_ / "sorted" / "reject" / "a.png";
    std::filesystem::create_directories(moved.parent_path());
    std::filesystem::rename(line() / "a.png", moved);
    {
        InspectionStore store(results());
        const std::vector<InspectionStore::Place> places{{store.latest(id_, 3).back().id, toUtf8(moved)}};
        store.setPlaced(places);
    }
    EXPECT_EQ(take().added, 1);
    const Project engineer = Project::open(project(), true);
    EXPECT_EQ(engineer.parts().imageFile(parts()[0]), moved);
}

TEST_F(RuledParts, APictureThatTookItsNameIsNotLabelledInItsPlace) {
    rule("a.png", Label::Good);
    encodeImage(line() / "a.png", cv::Mat(40, 40, CV_8UC3, cv::Scalar(1, 2, 200)));
    std::filesystem::remove(line() / "b.png");
    rule("b.png", Label::Bad);
    const RuledPartsReport report = take();
    EXPECT_EQ(report.added, 0);
    ASSERT_EQ(report.missing.size(), 2U);
    EXPECT_NE(report.missing[0].subject().find("a.png"), std::string::npos);
    EXPECT_TRUE(parts().empty());
}
}  // namespace
