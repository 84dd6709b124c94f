// Reasons in words, and what could be left out.
#include "core/workflow/part_reasons.h"

#include <algorithm>
#include <cmath>

#include "core/workflow/droppable.h"
#include "core/workflow/forest_use.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
/// One column: the peak of patchcore in the wire, of which good parts have 1 … 1000.
GoodFeatures thousandGood() {
    GoodFeatures good{.columns = {{0, "patchcore", Statistic::Q995}}, .values = {{}}, .parts = 1000};
    for (int i = 1; i <= 1000; ++i)
        good.values[0].push_back(i);
    return good;
}

PartExplanation wireWith(double feature, double value) {
    PartExplanation explanation;
    explanation.features = {{.segment = 0,
                             .segmentName = "wire",
                             .detector = "patchcore",
                             .statistic = Statistic::Q995,
                             .feature = feature,
                             .value = value}};
    explanation.cells = {{.segment = 0, .segmentName = "wire", .detector = "patchcore", .value = value}};
    return explanation;
}

std::string sentence(double feature, double value = 1) {
    return reasonsFor(wireWith(feature, value), thousandGood()).at(0).sentence;
}

TEST(Reasons, SayWhereTheNumberLiesAmongGoodParts) {
    EXPECT_EQ(sentence(998.5), "wire: PatchCore's peak is higher than in 99.8 % of good parts");
    EXPECT_EQ(sentence(2000), "wire: PatchCore's peak is higher than in all 1000 good parts");
    EXPECT_EQ(sentence(100.5, -1), "wire: PatchCore's peak is lower than in 90 % of good parts");
    EXPECT_EQ(sentence(0), "wire: PatchCore's peak is lower than in all 1000 good parts");
    EXPECT_EQ(sentence(999.9), "wire: PatchCore's peak is higher than in 99.9 % of good parts");
    EXPECT_EQ(sentence(std::nan("")), "wire: PatchCore's peak is undefined, since all values are alike");
}

TEST(Reasons, NameTheStrongestCellsAndWhatPulledTheirWay) {
    PartExplanation explanation = wireWith(500, 0.2);
    explanation.features.push_back({.segment = 0,
                                    .segmentName = "wire",
                                    .detector = "patchcore",
                                    .statistic = Statistic::Mean,
                                    .feature = 7,
                                    .value = -0.9});
    explanation.cells[0].value = -0.7;
    explanation.cells.push_back({.segment = 1, .segmentName = "pin", .detector = "rd4ad", .value = 0});
    GoodFeatures good = thousandGood();
    good.columns.push_back({0, "patchcore", Statistic::Mean});
    good.values.push_back({1, 2, 3});
    const std::vector<PartReason> reasons = reasonsFor(explanation, good);
    ASSERT_EQ(reasons.size(), 1U) << "nothing is said of what did nothing";
    EXPECT_EQ(reasons[0].statistic, Statistic::Mean);
    EXPECT_EQ(reasons[0].value, -0.7);
    good.parts = 0;
    EXPECT_TRUE(reasonsFor(explanation, good).empty());
}

class WholeForest : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny();
        segmentsFromFiles();
        train();
        fit(4);
    }
};

TEST_F(WholeForest, ABadPartHasReasonsThatAddUpWithItsScore) {
    prepare();
    const PartId part = open().parts().findByPath("test/spot/003.png")->id;
    const PartExplanation made = explainPart(file(), part, job_);
    double sum = made.bias;
    for (const CellContribution& cell : made.cells)
        sum += cell.value;
    EXPECT_NEAR(sum, made.score, 1e-9);
    const GoodFeatures good = goodFeatures(file(), 0, job_);
    EXPECT_EQ(good.parts, 6U) << "two calibrate and four test parts; the detector knows the rest";
    EXPECT_EQ(good.columns.size(), 9U);
    for (const PartReason& reason : reasonsFor(made, good)) {
        EXPECT_FALSE(reason.sentence.empty());
        EXPECT_NE(reason.value, 0);
    }
}

TEST_F(WholeForest, LeansOnWhatMovesThePartsItHasNotSeen) {
    prepare();
    const ForestUse use = forestUse(file(), job_);
    EXPECT_EQ(use.parts, 8U);
    EXPECT_EQ(use.detectors.size(), 1U);
    EXPECT_EQ(use.segments.size(), 3U) << "ground, square, and the whole part";
    EXPECT_TRUE(std::ranges::is_sorted(use.cells, std::greater(), &ForestUse::Share::moved));
    EXPECT_FALSE(std::isnan(use.detectors[0].separates));
    EXPECT_EQ(use.detectors[0].detector, "patchcore");
    EXPECT_EQ(use.good + use.bad, use.parts);
    ASSERT_EQ(use.decisions.size(), use.parts);
    const double review = open().runs().thresholds(use.fit.id)->review;
    for (const ForestUse::Decision& one : use.decisions) {
        EXPECT_EQ(one.passes, one.margin < review);
        EXPECT_EQ(one.detector, "patchcore");
        EXPECT_TRUE(std::ranges::any_of(use.cells, [&](const ForestUse::Share& cell) {
            return cell.segment == one.segment && cell.detector == one.detector;
        }));
    }
    EXPECT_EQ(test::codeOf([&] { goodFeatures(file(), 77, job_); }), ErrorCode::NotFound);
}

TEST_F(WholeForest, KeepsWhatCouldGo) {
    prepare();
    const RunRecord fit = *open().runs().latest(RunKind::Fit);
    EXPECT_FALSE(lastDropReport(open(), fit)) << "nobody has looked";
    const DropReport made = findDroppable(file(), 2, job_);
    ASSERT_EQ(made.things.size(), 2U) << "two segments, one detector";
    EXPECT_FALSE(made.things[0].isDetector);
    EXPECT_TRUE(made.things[0].interval.has_value());
    const std::optional<DropReport> kept = lastDropReport(open(), fit);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->run, made.run);
    EXPECT_EQ(kept->seeds, 2);
    EXPECT_EQ(kept->good, made.good);
    EXPECT_EQ(kept->madeAt, made.madeAt);
    EXPECT_EQ(kept->secondsPerPart, made.secondsPerPart);
    ASSERT_EQ(kept->things.size(), 2U);
    EXPECT_EQ(kept->things[1].sentence, made.things[1].sentence);
    EXPECT_EQ(kept->things[1].interval->low, made.things[1].interval->low);
    RunRecord other = fit;
    other.params["forest"]["rounds"] = 77;
    EXPECT_FALSE(lastDropReport(open(), other)) << "it was asked of another forest";
}

TEST_F(WholeForest, RefusesWithoutAForest) {
    importTiny();
    EXPECT_EQ(test::codeOf([&] { forestUse(file(), job_); }), ErrorCode::NotFound);
    EXPECT_EQ(test::codeOf([&] { goodFeatures(file(), 0, job_); }), ErrorCode::NotFound);
}

TEST(Droppable, ReadsTheAblationForWhatIsLostAndSaved) {
    AblationReport report;
    report.rows = {{.name = "a", .detectors = {"a"}, .secondsPerPart = 1},
                   {.name = "brf(a,b)", .kind = "brf", .detectors = {"a", "b"}, .secondsPerPart = 4},
                   {.name = "brf(a)",
                    .kind = "brf",
                    .detectors = {"a"},
                    .difference = 0.002,
                    .pValue = 0.6,
                    .secondsPerPart = 1},
                   {.name = "brf(b)",
                    .kind = "brf",
                    .detectors = {"b"},
                    .difference = -0.08,
                    .interval = Interval{-0.1, -0.06},
                    .pValue = 0.001,
                    .secondsPerPart = 3},
                   {.name = "brf(a,b) without segment wire",
                    .kind = "brf",
                    .detectors = {"a", "b"},
                    .withoutSegment = "wire",
                    .difference = -0.03,
                    .pValue = 0.02,
                    .secondsPerPart = 4},
                   {.name = "rf(a)", .kind = "rf", .detectors = {"a"}, .difference = 0.1, .pValue = 0.1}};
    const std::vector<Droppable> found = droppable(report);
    ASSERT_EQ(found.size(), 3U) << "of the first kind only";
    EXPECT_EQ(found[0].name, "b");
    EXPECT_EQ(found[0].sentence,
              "Without b: gains 0.2 % of AUROC, which so many parts can't tell from chance; inspection takes "
              "75 % less time");
    EXPECT_EQ(found[1].sentence, "Without segment wire: costs 3 % of AUROC");
    EXPECT_EQ(found[2].name, "a");
    EXPECT_NEAR(found[2].secondsSaved, 1, 1e-12);
    EXPECT_EQ(found[2].interval->low, 0.06) << "of the loss";
    EXPECT_EQ(found[2].interval->high, 0.1);
    EXPECT_TRUE(droppable({}).empty());
}
}  // namespace
