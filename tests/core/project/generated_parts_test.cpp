// Generated parts: stored as recipes, found again, replaced, removed; and what becomes of them when the parts
// they were made from change.
#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;

namespace {
class Generated : public testing::Test {
protected:
    NewGeneratedPart made(PartId from, int number, const std::string& kind = "blur", int strength = 1) const {
        return {.record = {.madeFrom = from,
                           .kind = kind,
                           .number = number,
                           .recipe = {{"kind", kind}, {"number", number}, {"strength", strength}}},
                .segments = test::someSegments(3)};
    }
    PartId put(const NewGeneratedPart& part, PartId replaced = 0) {
        return project.generated().put(part, replaced, &outcome);
    }
    std::string hashOf(PartId part) const { return project.parts().find(part)->sha256; }

    test::TempDir dir;
    Path file = dir / "p.segad";
    Project project = test::makeProject(file, 4);
    PutOutcome outcome = PutOutcome::Unchanged;
};

TEST_F(Generated, ArePartsLabelledBadWithARecipe) {
    NewGeneratedPart wanted = made(2, 5, "blended_patch");
    wanted.record.partner = 3;
    wanted.partnerSegments = test::someSegments(3, 8);
    const PartId id = put(wanted);
    EXPECT_EQ(outcome, PutOutcome::Added);
    const PartRecord part = project.parts().find(id).value();
    const PartRecord from = project.parts().find(2).value();
    EXPECT_TRUE(part.generated);
    EXPECT_EQ(part.label, Label::Bad);
    EXPECT_EQ(part.defectType, "generated: blended_patch");
    EXPECT_EQ(part.source, from.source);
    EXPECT_EQ(part.width, from.width);
    EXPECT_EQ(part.subset, Subset::Unspecified);
    EXPECT_EQ(part.sha256.size(), 64U);
    const GeneratedRecord record = Project::open(file, true).generated().find(id).value();
    EXPECT_EQ(record.madeFrom, 2);
    EXPECT_EQ(record.partner, 3);
    EXPECT_EQ(record.number, 5);
    EXPECT_EQ(record.recipe, wanted.record.recipe);
    EXPECT_FALSE(record.madeAt.empty());
    EXPECT_EQ(cv::norm(project.generated().segments(id).labels(), wanted.segments.labels(), cv::NORM_INF), 0);
    EXPECT_EQ(project.generated().partnerSegments(id)->size(), cv::Size(8, 8));
    EXPECT_EQ(project.parts().count({.generated = true}), 1U);
}

TEST_F(Generated, TheSameRecipeIsTheSamePart) {
    const PartId id = put(made(1, 0));
    const std::vector<ScoreRecord> scores{{.part = id, .imageScore = 2}};
    const RunId run = test::makeRun(project);
    project.runs().putScores(run, scores);
    const Parts::LabelChange dropped{.part = id, .label = Label::Unlabelled};
    project.parts().setLabels({&dropped, 1}, "user");
    EXPECT_EQ(put(made(1, 0)), id);
    EXPECT_EQ(outcome, PutOutcome::Unchanged);
    EXPECT_EQ(project.parts().find(id)->label, Label::Bad) << "kept again";
    EXPECT_EQ(project.runs().scores(run).size(), 1U);
    // Another recipe under the same number is another picture.
    const std::string before = hashOf(id);
    EXPECT_EQ(put(made(1, 0, "blur", 2)), id);
    EXPECT_EQ(outcome, PutOutcome::Updated);
    EXPECT_NE(hashOf(id), before);
    EXPECT_TRUE(project.runs().scores(run).empty());
}

TEST_F(Generated, EqualSegmentsAreStoredOnce) {
    for (int number = 0; number < 3; ++number)
        put(made(1, number));
    put(made(2, 0));
    EXPECT_EQ(test::RawDatabase(file).value("SELECT count(*) FROM defect_ground"), "1");
}

TEST_F(Generated, OneIsReplacedByAnother) {
    const PartId id = put(made(1, 0));
    const PartId other = put(made(1, 1));
    EXPECT_EQ(project.generated().nextNumber(1, "blur"), 2);
    EXPECT_EQ(project.generated().nextNumber(1, "stain"), 0);
    const std::string before = hashOf(id);
    EXPECT_EQ(put(made(1, 2), id), id);
    EXPECT_EQ(outcome, PutOutcome::Updated);
    EXPECT_NE(hashOf(id), before);
    EXPECT_EQ(project.generated().find(id)->number, 2);
    EXPECT_EQ(errorOf([&] { put(made(1, 1), id); }).code(), ErrorCode::AlreadyExists);
    EXPECT_EQ(project.generated().find(other)->number, 1) << "the other one is as it was";
    EXPECT_EQ(errorOf([&] { put(made(1, 7), 3); }).code(), ErrorCode::InvalidArgument)
        << "a photographed part";
}

TEST_F(Generated, AreRemovedUnlessARunNamesThem) {
    const PartId named = put(made(1, 0));
    const PartId free = put(made(1, 1));
    const std::vector<RolePair> roles{{.part = named, .role = Role::Fit}};
    project.runs().putSnapshot(roles);
    const std::vector<PartId> both{named, free};
    EXPECT_EQ(project.generated().remove(both), 1);
    EXPECT_FALSE(project.parts().find(free));
    EXPECT_FALSE(project.generated().find(free));
    EXPECT_EQ(project.parts().find(named)->label, Label::Unlabelled);
    EXPECT_TRUE(project.generated().find(named));
    const PartId photographed = 2;
    EXPECT_EQ(errorOf([&] {
                  project.generated().remove({&photographed, 1});
              }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_TRUE(project.parts().find(2));
}

TEST_F(Generated, ChangeWithThePictureTheyAreMadeFrom) {
    const PartId own = put(made(1, 0));
    NewGeneratedPart blended = made(2, 0, "blended_patch");
    blended.record.partner = 1;
    blended.partnerSegments = test::someSegments(3);
    const PartId borrowing = put(blended);
    const PartId unrelated = put(made(3, 0));
    const RunId run = test::makeRun(project);
    std::vector<ScoreRecord> scores;
    for (const PartId part : {own, borrowing, unrelated})
        scores.push_back({.part = part, .imageScore = 1});
    project.runs().putScores(run, scores);
    const std::vector<std::string> before{hashOf(own), hashOf(borrowing), hashOf(unrelated)};

    PartRecord changed = project.parts().find(1).value();
    changed.sha256 = std::string(64, 'f');
    changed.width = 123;
    project.parts().put(changed);
    EXPECT_NE(hashOf(own), before[0]);
    EXPECT_NE(hashOf(borrowing), before[1]);
    EXPECT_EQ(hashOf(unrelated), before[2]);
    EXPECT_EQ(project.parts().find(own)->width, 123);
    ASSERT_EQ(project.runs().scores(run).size(), 1U);
    EXPECT_EQ(project.runs().scores(run)[0].part, unrelated);
    EXPECT_EQ(put(made(1, 0)), own);
    EXPECT_EQ(outcome, PutOutcome::Unchanged) << "named as it would be now";
}

TEST_F(Generated, HaveTheSegmentMapOfThePartTheyAreMadeFrom) {
    const PartId id = put(made(1, 0));
    const RunId run = test::makeRun(project, RunKind::Segment, RunOutcome::Running);
    project.segments().putMap(run, 1, test::someSegments(2));
    RunRecord record = project.runs().find(run).value();
    record.outcome = RunOutcome::Done;
    project.segments().setNames({{.index = 0, .name = "ground"}, {.index = 1, .name = "part"}});
    project.runs().finish(record);
    ASSERT_TRUE(project.segments().map(id));
    EXPECT_EQ(project.segments().map(id)->componentCount(), 2);
    EXPECT_EQ(project.segments().partsWithMap(), (std::vector<PartId>{1, id}));
    EXPECT_EQ(project.segments().mapCount(), 2U);
    // One of its own goes first.
    project.segments().putMap(run, id, SegmentMap(cv::Mat::zeros(4, 4, CV_8UC1), 2, "own"));
    EXPECT_EQ(project.segments().map(id)->size(), cv::Size(4, 4));
    EXPECT_EQ(project.segments().mapCount(), 2U);
}

TEST_F(Generated, FeaturesGoWhenTheSegmentsOfTheirOriginChange) {
    const PartId id = put(made(1, 0));
    const RunId segments = test::makeRun(project, RunKind::Segment);
    const RunId detector = test::makeRun(project);
    const std::vector<double> row{1, 2, 3, 4, 5};
    project.maps().putFeatures(detector, segments, id, row);
    project.segments().putMap(segments, 1, test::someSegments(1));
    EXPECT_FALSE(project.maps().features(detector, segments, id));
}

TEST_F(Generated, RefuseWhatCantBe) {
    const PartId id = put(made(1, 0));
    EXPECT_EQ(errorOf([&] { put(made(99, 0)); }).code(), ErrorCode::NotFound);
    EXPECT_EQ(errorOf([&] { put(made(id, 0)); }).code(), ErrorCode::InvalidArgument)
        << "made from a made one";
    EXPECT_EQ(errorOf([&] { project.generated().segments(1); }).code(), ErrorCode::InvalidArgument);
    test::RawDatabase(file).run("UPDATE defect_ground SET labels = x'00112233'");
    EXPECT_EQ(errorOf([&] { project.generated().segments(id); }).code(), ErrorCode::Corrupt);
    test::RawDatabase(file).run("UPDATE defect_ground SET width = 2000000, height = 2000000");
    EXPECT_EQ(errorOf([&] { project.generated().segments(id); }).code(), ErrorCode::Corrupt);
}

TEST_F(Generated, MoveWithTheirSource) {
    put(made(1, 0));
    const std::vector<PartRecord> photographed = project.parts().all({.generated = false});
    EXPECT_EQ(photographed.size(), 4U) << "only these are looked for in a new folder";
}

TEST_F(Generated, ACheckFindsNothingWrong) {
    put(made(1, 0));
    for (const Error& finding : project.check())
        EXPECT_EQ(finding.what(), std::string())
            << "the images of this project don't exist, but that is not checked";
}
}  // namespace
