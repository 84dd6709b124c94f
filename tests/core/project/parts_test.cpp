#include <fstream>

#include <gtest/gtest.h>

#include "core/base/sha256.h"
#include "core/project/label_steps.h"
#include "core/project/project.h"
#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::somePart;

namespace {
bool same(const PartRecord& a, const PartRecord& b) {
    return a.id == b.id && a.source == b.source && a.path == b.path && a.sha256 == b.sha256 &&
           a.bytes == b.bytes && a.modifiedNs == b.modifiedNs && a.width == b.width && a.height == b.height &&
           a.subset == b.subset && a.unseenDefect == b.unseenDefect && a.generated == b.generated &&
           a.maskPath == b.maskPath && a.label == b.label && a.defectType == b.defectType && a.note == b.note;
}

class PartsOfProject : public testing::Test {
protected:
    void setLabel(PartId part, Label label, const std::string& defectType = {},
                  const std::string& origin = "user", const std::string& note = {}) {
        const Parts::LabelChange change{.part = part, .label = label, .defectType = defectType, .note = note};
        project.parts().setLabels({&change, 1}, origin);
    }
    PartRecord part(PartId id) { return project.parts().find(id).value(); }

    test::TempDir dir;
    Path folder = dir / "work";
    Project project = makeProject((std::filesystem::create_directories(folder), folder / "p.segad"), 10);
};

TEST_F(PartsOfProject, ComeBackAsTheyWerePut) {
    PartRecord full = somePart(1, 11);
    full.unseenDefect = true;
    full.generated = true;
    full.maskPath = "masks/ü 11.png";
    full.label = Label::Bad;
    full.defectType = "Kratzer — tief";
    full.note = "see 'drawing' 7";
    full.bytes = 1ULL << 40U;
    PutOutcome outcome{};
    full.id = project.parts().put(full, &outcome);
    EXPECT_EQ(outcome, PutOutcome::Added);
    EXPECT_TRUE(same(part(full.id), full));
    const auto all = project.parts().all();
    ASSERT_EQ(all.size(), 11U);
    EXPECT_TRUE(same(all.back(), full));
    for (int number = 1; number <= 10; ++number) {
        PartRecord expected = somePart(1, number);
        expected.id = number;
        EXPECT_TRUE(same(all[static_cast<std::size_t>(number) - 1], expected));
    }
    EXPECT_FALSE(project.parts().find(99));
}

TEST_F(PartsOfProject, PutSaysWhatItDid) {
    PutOutcome outcome{};
    PartRecord again = somePart(1, 3);
    EXPECT_EQ(project.parts().put(again, &outcome), 3);
    EXPECT_EQ(outcome, PutOutcome::Unchanged);
    again.modifiedNs += 5;
    project.parts().put(again, &outcome);
    EXPECT_EQ(outcome, PutOutcome::Unchanged) << "touched, not changed";
    EXPECT_EQ(part(3).modifiedNs, again.modifiedNs);
    again.maskPath = "mask.png";
    project.parts().put(again, &outcome);
    EXPECT_EQ(outcome, PutOutcome::Updated);
    EXPECT_EQ(part(3).maskPath, "mask.png");
    EXPECT_EQ(project.parts().count(), 10U);
}

TEST_F(PartsOfProject, AnImportLeavesLabelsOfPeopleAlone) {
    PutOutcome outcome{};
    PartRecord imported = somePart(1, 3);
    imported.label = Label::Good;
    project.parts().put(imported, &outcome);
    EXPECT_EQ(outcome, PutOutcome::Updated);
    EXPECT_EQ(part(3).label, Label::Good);
    imported.label = Label::Bad;
    project.parts().put(imported);
    EXPECT_EQ(part(3).label, Label::Bad) << "the label of an import follows the next import";

    setLabel(3, Label::Unlabelled);
    project.parts().put(imported, &outcome);
    EXPECT_EQ(outcome, PutOutcome::Unchanged);
    EXPECT_EQ(part(3).label, Label::Unlabelled) << "somebody took the label away on purpose";
    setLabel(3, Label::Bad, "import by hand", "import");
    imported.label = Label::Good;
    project.parts().put(imported);
    EXPECT_EQ(part(3).label, Label::Good);
}

TEST_F(PartsOfProject, AChangedPictureLosesWhatWasComputedFromTheOldOne) {
    const RunId segments = test::makeRun(project, RunKind::Segment, RunOutcome::Running);
    project.segments().setNames({{0, "whole", "#808080"}});
    const RunId run = test::makeRun(project);
    for (const PartId id : {3, 4}) {
        project.segments().putMap(segments, id, test::someSegments(1));
        project.maps().put(run, id, test::someMap(1));
        project.maps().putFeatures(run, segments, id, std::vector<double>{1, 2});
        project.runs().putScores(run, std::vector<ScoreRecord>{{.part = id, .imageScore = 1, .mapMax = 2}});
    }
    PartRecord changed = somePart(1, 3);
    changed.sha256 = sha256Hex("another picture");
    PutOutcome outcome{};
    project.parts().put(changed, &outcome);
    EXPECT_EQ(outcome, PutOutcome::Updated);
    EXPECT_FALSE(project.maps().has(run, 3));
    EXPECT_FALSE(project.maps().features(run, segments, 3));
    EXPECT_FALSE(project.segments().map(segments, 3));
    EXPECT_TRUE(project.maps().has(run, 4));
    EXPECT_TRUE(project.maps().features(run, segments, 4));
    EXPECT_TRUE(project.segments().map(segments, 4));
    ASSERT_EQ(project.runs().scores(run).size(), 1U);
    EXPECT_EQ(project.runs().scores(run).front().part, 4);
}

TEST_F(PartsOfProject, RefusesPartsItCannotKeep) {
    EXPECT_EQ(errorOf([&] { project.parts().put(somePart(9, 1)); }).code(), ErrorCode::InvalidArgument);
    PartRecord nameless = somePart(1, 20);
    nameless.path.clear();
    EXPECT_EQ(errorOf([&] { project.parts().put(nameless); }).code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(project.parts().count(), 10U);
}

TEST_F(PartsOfProject, FiltersBySourceLabelSubsetOriginAndText) {
    setLabel(1, Label::Bad, "100% broken");
    setLabel(2, Label::Good, {}, "user", "nice_one");
    PartRecord generated = somePart(1, 12);
    generated.generated = true;
    project.parts().put(generated);
    const auto count = [&](const PartFilter& filter) {
        EXPECT_EQ(project.parts().all(filter).size(), project.parts().count(filter));
        return project.parts().count(filter);
    };
    EXPECT_EQ(count({}), 11U);
    EXPECT_EQ(count({.source = 1}), 11U);
    EXPECT_EQ(count({.source = 2}), 0U);
    EXPECT_EQ(count({.label = Label::Bad}), 1U);
    EXPECT_EQ(count({.label = Label::Good}), 1U);
    EXPECT_EQ(count({.label = Label::Unlabelled}), 9U);
    EXPECT_EQ(count({.subset = Subset::Train}), 4U);
    EXPECT_EQ(count({.subset = Subset::Test}), 3U);
    EXPECT_EQ(count({.subset = Subset::Unspecified}), 4U);
    EXPECT_EQ(count({.generated = true}), 1U);
    EXPECT_EQ(count({.generated = false}), 10U);
    EXPECT_EQ(count({.text = "PART 1"}), 3U) << "1, 10 and 12";
    EXPECT_EQ(count({.text = "0% b"}), 1U);
    EXPECT_EQ(count({.text = "_"}), 1U) << "an underscore is an underscore";
    EXPECT_EQ(count({.text = "\\"}), 0U);
    EXPECT_EQ(count({.label = Label::Bad, .text = "good/"}), 0U);
}

TEST_F(PartsOfProject, LabelsAreSavedWithTheirHistory) {
    setLabel(5, Label::Bad, "scratch");
    setLabel(5, Label::Good, {}, "undo");
    EXPECT_EQ(part(5).label, Label::Good);
    const auto history = project.parts().labelHistory(5);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].label, Label::Good);
    EXPECT_EQ(history[0].origin, "undo");
    EXPECT_EQ(history[1].label, Label::Bad);
    EXPECT_EQ(history[1].defectType, "scratch");
    EXPECT_FALSE(history[1].who.empty());
    EXPECT_EQ(history[1].at.size(), std::string("2026-11-23T10:00:00.123Z").size());
    const auto audit = project.audit().latest(2, part(5).path);
    ASSERT_EQ(audit.size(), 2U);
    EXPECT_EQ(audit[0].action, "label");
    EXPECT_EQ(audit[0].detail.at("label"), "good");
    EXPECT_EQ(audit[0].detail.at("before"), "bad");
    EXPECT_EQ(audit[1].detail.at("defect_type"), "scratch");
}

TEST_F(PartsOfProject, ManyLabelsAreOneEntryAndAllOrNothing) {
    std::vector<Parts::LabelChange> changes;
    for (PartId id = 1; id <= 10; ++id)
        changes.push_back({.part = id, .label = Label::Good});
    const auto before = project.audit().latest(100).size();
    project.parts().setLabels(changes, "user");
    EXPECT_EQ(project.parts().count({.label = Label::Good}), 10U);
    EXPECT_EQ(project.audit().latest(100).size(), before + 1);
    EXPECT_EQ(project.audit().latest(1).front().detail.at("parts"), 10);

    for (auto& change : changes)
        change.label = Label::Bad;
    changes.push_back({.part = 99, .label = Label::Bad});
    const Error error = errorOf([&] { project.parts().setLabels(changes, "user"); });
    EXPECT_EQ(error.code(), ErrorCode::NotFound);
    EXPECT_EQ(error.subject(), "part 99");
    EXPECT_EQ(project.parts().count({.label = Label::Good}), 10U);
    EXPECT_EQ(project.audit().latest(100).size(), before + 1);
    project.parts().setLabels({}, "user");
    EXPECT_EQ(project.audit().latest(100).size(), before + 1);
}

TEST_F(PartsOfProject, ALabelThatSomebodyElseHasSetSinceIsLeftAlone) {
    const Label first = part(1).label;
    const std::vector<Parts::LabelChange> good{{1, Label::Good, "", "mine"}, {2, Label::Good, "", "mine"}};
    const std::vector<Parts::LabelChange> before = replaceLabels(project, good, "user");
    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[0].part, 1);
    EXPECT_EQ(before[0].label, first);
    Project other = Project::open(folder / "p.segad");
    other.parts().setLabels(std::vector<Parts::LabelChange>{{2, Label::Bad, "dent", "theirs"}}, "csv");
    EXPECT_EQ(replaceLabelsIf(project, good, before, "undo"), std::vector<PartId>{2});
    EXPECT_EQ(part(1).label, first);
    EXPECT_EQ(part(1).note, before[0].note);
    EXPECT_EQ(part(2).note, "theirs");
    EXPECT_EQ(project.parts().labelHistory(1).front().origin, "undo");
    const auto entries = project.audit().latest(100).size();
    EXPECT_EQ(replaceLabelsIf(project, good, before, "undo").size(), 2U) << "nothing is as it was";
    EXPECT_EQ(project.audit().latest(100).size(), entries);
    EXPECT_EQ(errorOf([&] { replaceLabelsIf(project, good, {}, "undo"); }).code(),
              ErrorCode::InvalidArgument);
}

TEST_F(PartsOfProject, AreFoundByPathAndHash) {
    const PartRecord three = part(3);
    EXPECT_EQ(project.parts().findByPath(three.path)->id, 3);
    EXPECT_EQ(project.parts().findByPath("./bad/../" + three.path)->id, 3);
    EXPECT_EQ(project.parts().findByPath((folder / "images" / three.path).string())->id, 3);
    EXPECT_FALSE(project.parts().findByPath("part 3.png"));
    EXPECT_FALSE(project.parts().findByPath((folder / three.path).string()));
    std::filesystem::create_directory_symlink(folder, dir / "link");
    EXPECT_EQ(project.parts().findByPath((dir / "link" / "images" / three.path).string())->id, 3);

    const SourceId second = project.parts().addSource({.path = (dir / "more").string(), .layout = "folder"});
    PartRecord copy = somePart(second, 3);
    project.parts().put(copy);
    EXPECT_EQ(errorOf([&] { project.parts().findByPath(three.path); }).code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(project.parts().findByPath((dir / "more" / three.path).string())->source, second);
    const auto copies = project.parts().findByHash(three.sha256);
    ASSERT_EQ(copies.size(), 2U);
    EXPECT_EQ(copies[0].id, 3);
    EXPECT_TRUE(project.parts().findByHash("").empty());
}

TEST_F(PartsOfProject, SourcesBelowAndBesideTheProjectMoveWithIt) {
    const auto stored = [&](const Path& path) {
        const SourceId id = project.parts().addSource({.path = path.string(), .layout = "folder"});
        for (const SourceRecord& source : project.parts().sources()) {
            if (source.id == id) return source.path;
        }
        return std::string();
    };
    EXPECT_EQ(project.parts().sources().front().path, "images");
    EXPECT_EQ(stored(dir / "beside" / ""), "../beside");
    EXPECT_EQ(stored(folder), ".");
    EXPECT_EQ(stored("/usr/share"), "/usr/share");
    EXPECT_EQ(stored("images/sub"), "images/sub");
    const auto count = project.parts().sources().size();
    EXPECT_EQ(stored(folder / "images" / "sub" / ".." / "sub" / ""), "images/sub") << "the same folder again";
    EXPECT_EQ(project.parts().sources().size(), count);
    EXPECT_FALSE(project.parts().sources().front().importedAt.empty());

    project = Project::open(folder / "p.segad");
    std::filesystem::rename(folder, dir / "moved");
    const Project moved = Project::open(dir / "moved" / "p.segad");
    EXPECT_EQ(moved.parts().sourceFolder(1), dir / "moved" / "images");
    EXPECT_EQ(moved.parts().imageFile(moved.parts().find(3).value()),
              dir / "moved" / "images" / somePart(1, 3).path);
    EXPECT_TRUE(moved.parts().maskFile(moved.parts().find(3).value()).empty());
    EXPECT_EQ(errorOf([&] { moved.parts().sourceFolder(77); }).code(), ErrorCode::NotFound);
}

class MovedImages : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(images);
        Transaction transaction = project.transaction();
        const SourceId source = project.parts().addSource({.path = images.string(), .layout = "folder"});
        for (int i = 0; i < 100; ++i) {
            const std::string contents = "picture " + std::to_string(1000 + i);
            PartRecord part;
            part.source = source;
            part.path = std::to_string(i) + ".png";
            part.sha256 = sha256Hex(contents);
            part.bytes = contents.size();
            std::ofstream(images / part.path) << contents;
            project.parts().put(part);
        }
        transaction.commit();
        std::filesystem::rename(images, moved);
    }

    test::TempDir dir;
    Path images = dir / "images";
    Path moved = dir / "archive";
    Project project = Project::create(dir / "p.segad");
};

TEST_F(MovedImages, AreFoundAgain) {
    project.parts().relocate(1, moved);
    EXPECT_EQ(project.parts().sourceFolder(1), moved);
    EXPECT_EQ(project.parts().sources().front().path, "archive");
    EXPECT_EQ(project.audit().latest(1).front().action, "relocate");
    EXPECT_TRUE(project.check().empty());
}

TEST_F(MovedImages, AreNotTakenForOthers) {
    const auto refused = [&](const Path& folder, ErrorCode code) {
        const Error error = errorOf([&] { project.parts().relocate(1, folder); });
        EXPECT_EQ(error.code(), code) << error.what();
        EXPECT_EQ(project.parts().sourceFolder(1), images);
        return error.subject();
    };
    refused(dir / "nowhere", ErrorCode::NotFound);
    std::filesystem::rename(moved / "57.png", dir / "57.png");
    EXPECT_EQ(refused(moved, ErrorCode::NotFound), (moved / "57.png").string());
    writeFileAtomically(moved / "57.png", "short");
    EXPECT_EQ(refused(moved, ErrorCode::InvalidData), (moved / "57.png").string());
    std::filesystem::rename(dir / "57.png", moved / "57.png");
    // Same sizes, other pictures: the hashes of a sample tell.
    for (int i = 0; i < 100; ++i)
        std::ofstream(moved / (std::to_string(i) + ".png")) << "PICTURE " << 1000 + i;
    refused(moved, ErrorCode::InvalidData);
}
TEST_F(PartsOfProject, ListsOfADatasetKeepTheirOrderAndTheirParts) {
    const std::vector<PublishedSubsetRecord> lists{
        {.name = "b", .parts = {3, 1}}, {.name = "a", .parts = {2}}, {.name = "", .parts = {}}};
    project.parts().setPublishedSubsets(1, lists);
    const Project other = Project::open(project.file(), true);
    const std::vector<PublishedSubsetRecord> stored = other.parts().publishedSubsets();
    ASSERT_EQ(stored.size(), 3U);
    for (std::size_t i = 0; i < stored.size(); ++i) {
        EXPECT_EQ(stored[i].source, 1);
        EXPECT_EQ(stored[i].name, lists[i].name);
        EXPECT_EQ(stored[i].parts, lists[i].parts);
    }
    EXPECT_EQ(
        test::RawDatabase(project.file()).values("SELECT list || position FROM published_subset_overview"),
        (std::vector<std::string>{"b0", "b1", "a0"}));
}

TEST_F(PartsOfProject, ListsAreReplacedAsAWhole) {
    const PublishedSubsetRecord first{.name = "0", .parts = {1, 2}};
    const PublishedSubsetRecord second{.name = "1", .parts = {3}};
    project.parts().setPublishedSubsets(1, {&first, 1});
    project.parts().setPublishedSubsets(1, {&second, 1});
    ASSERT_EQ(project.parts().publishedSubsets().size(), 1U);
    EXPECT_EQ(project.parts().publishedSubsets()[0].name, "1");
    project.parts().setPublishedSubsets(1, {});
    EXPECT_TRUE(project.parts().publishedSubsets().empty());
    EXPECT_EQ(test::RawDatabase(project.file()).value("SELECT count(*) FROM published_subset_part"), "0");
}

TEST_F(PartsOfProject, AListWithAForeignPartChangesNothing) {
    const PublishedSubsetRecord sound{.name = "0", .parts = {1}};
    const PublishedSubsetRecord foreign{.name = "1", .parts = {2, 4711}};
    project.parts().setPublishedSubsets(1, {&sound, 1});
    const Error error = errorOf([&] { project.parts().setPublishedSubsets(1, {&foreign, 1}); });
    EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
    ASSERT_EQ(project.parts().publishedSubsets().size(), 1U);
    EXPECT_EQ(project.parts().publishedSubsets()[0].name, "0");
}
}  // namespace
