// Areas of segments as features: off as the paper has it, on where a missing piece shows in nothing else.
#include <algorithm>

#include <opencv2/core.hpp>

#include "core/base/random.h"
#include "core/forest/feature_names.h"
#include "core/image/npy.h"
#include "core/segment/consistency.h"
#include "core/workflow/forest_use.h"
#include "core/workflow/inspection.h"
#include "core/workflow/live_forest.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_reasons.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
constexpr const char* kBlind = "blind";
const std::vector<std::string> kDetectors{kBlind};

std::vector<std::string> namesWithAreas() {
    std::vector<std::string> names = featureNames(2, kDetectors);
    std::ranges::copy(areaNames(2), std::back_inserter(names));
    return names;
}

/// Bad parts are those of whose square half is missing; the one detector sees nothing of it.
class MissingPiece : public test::ProjectFixture {
protected:
    void prepare() {
        test::TinyDataset{.trainGood = 12, .testGood = 12, .testBad = 12}.write(images());
        cv::Mat half = cv::Mat::zeros(64, 64, CV_8UC1);
        half(cv::Rect(18, 16, 16, 32)) = 1;
        for (const char* kind : {"hole", "spot"}) {
            for (int i = 0; i < 6; ++i)
                writeNpy(images() / "segments/test" / kind / ("00" + std::to_string(i) + ".npy"), half);
        }
        writeBlindMaps();
        createProject(file());
        importFolder({.project = file(),
                      .folder = images(),
                      .segments = images() / "segments",
                      .maps = {{.detector = kBlind, .folder = dir_ / "blind"}}},
                     job_);
    }

    RunId fitWith(bool areas) {
        Json params = test::tinyForest();
        if (areas) params[kSegmentAreas] = true;
        return fitForest({.project = file(), .params = params, .badForFit = 4}, job_);
    }

    double forestAuroc() {
        for (const EvaluationRecord& one : evaluateProject({.project = file()}, job_).evaluations) {
            if (!one.forest.empty()) return one.auroc.value();
        }
        return -1;
    }

private:
    /// The same kind of noise for every part.
    void writeBlindMaps() const {
        SplitMix64 dice(7);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(images() / "segments")) {
            if (!entry.is_regular_file()) continue;
            cv::Mat map(16, 16, CV_32FC1);
            for (float& value : cv::Mat_<float>(map))
                value = static_cast<float>(dice.below(1000)) / 1000;
            const Path out = dir_ / "blind" / std::filesystem::relative(entry.path(), images() / "segments");
            std::filesystem::create_directories(out.parent_path());
            writeNpy(out, map);
        }
    }
};

TEST_F(MissingPiece, IsFoundByItsAreaAndByNothingElse) {
    prepare();
    const RunId without = fitWith(false);
    EXPECT_EQ(open().runs().forest(without)->columns, featureNames(2, kDetectors)) << "the paper's";
    const double blind = forestAuroc();
    EXPECT_LT(blind, 0.9);

    const RunId with = fitWith(true);
    EXPECT_EQ(open().runs().forest(with)->columns, namesWithAreas());
    EXPECT_DOUBLE_EQ(forestAuroc(), 1);

    const PartId missing = open().parts().findByPath("test/spot/005.png")->id;
    const PartExplanation made = explainPart(file(), missing, job_);
    EXPECT_EQ(made.cells.front().detector, "") << "no detector's";
    EXPECT_EQ(made.features.front().statistic, Statistic::Area);
    const std::vector<PartReason> reasons = reasonsFor(made, goodFeatures(file(), 0, job_));
    EXPECT_TRUE(std::ranges::any_of(reasons, [](const PartReason& reason) {
        return reason.sentence.find(": its area is ") != std::string::npos;
    }));
    EXPECT_TRUE(forestUse(file(), job_).cells.front().name.ends_with("'s area"));

    Project project = open();
    EXPECT_FALSE(inputsOfFit(project, project.runs().find(without).value()).areas);
    EXPECT_TRUE(inputsOfFit(project, project.runs().find(with).value()).areas);
}

TEST_F(MissingPiece, TheNumbersAreSharesOfThePictureAfterThePapersColumns) {
    prepare();
    fitWith(true);
    Project project = open();
    const std::vector<PartRecord> parts = project.parts().all();
    FeatureInputs inputs = newestInputs(project, {});
    EXPECT_TRUE(inputs.areas) << "as in the newest forest";
    const FeatureTable with = featureTable(project, inputs, parts, job_);
    const FeatureTable again = featureTable(project, inputs, parts, job_);
    inputs.areas = false;
    const FeatureTable without = featureTable(project, inputs, parts, job_);
    ASSERT_EQ(with.rows(), parts.size());
    EXPECT_EQ(without.columns(), featureNames(2, kDetectors));
    for (std::size_t row = 0; row < with.rows(); ++row) {
        std::vector<double> expected(without.row(row).begin(), without.row(row).end());
        const auto map = project.segments().map(inputs.segmentRun, with.partIds()[row]);
        std::ranges::copy(segmentShares(map.value()), std::back_inserter(expected));
        EXPECT_TRUE(std::ranges::equal(with.row(row), expected));
        EXPECT_TRUE(std::ranges::equal(again.row(row), expected)) << "cached";
        EXPECT_NEAR(expected[expected.size() - 1] + expected[expected.size() - 2], 1, 1e-12);
    }
    const Json off{{kSegmentAreas, false}};
    EXPECT_FALSE(newestInputs(project, {}, off).areas);
}

TEST_F(MissingPiece, TheLiveForestAndARepairedMapGoAlong) {
    prepare();
    fitWith(true);
    LiveFeatures live = readLiveFeatures(file(), {}, job_);
    EXPECT_EQ(live.table.columns(), namesWithAreas());
    const PartId part = open().parts().findByPath("test/hole/000.png")->id;
    writeNpy(dir_ / "repaired.npy", cv::Mat(cv::Mat::ones(64, 64, CV_8UC1)));
    fixSegments({.project = file(), .maps = {{.map = dir_ / "repaired.npy", .part = "test/hole/000.png"}}},
                job_);
    live = refreshed(live, std::vector{part}, job_);
    const auto row = std::ranges::find(live.table.partIds(), part) - live.table.partIds().begin();
    EXPECT_EQ(live.table.row(static_cast<std::size_t>(row)).back(), 1) << "all square now";
    fitWith(false);
    EXPECT_EQ(refreshed(live, {}, job_).table.columns(), featureNames(2, kDetectors));
}

TEST_F(MissingPiece, InspectionSeesTheColumnsOfTheForest) {
    importTiny();
    makeSegments({.project = file(), .source = "foreground"}, job_);
    train();
    Json params = test::tinyForest();
    params[kSegmentAreas] = true;
    const RunId run = fitForest({.project = file(), .params = params, .badForFit = 4}, job_);
    const Path folder = images() / "test/good";
    const InspectionOutcome report = inspect({.model = file(), .folder = folder}, job_);
    const Project project = open();
    std::map<std::string, double> margins;
    for (const ScoreRecord& score : project.runs().scores(run))
        margins[project.parts().find(score.part)->path] = score.imageScore;
    const std::vector<InspectionResult> parts = InspectionStore(file(), true).latest(report.totals.id, 99);
    ASSERT_EQ(parts.size(), 4U);
    for (const InspectionResult& result : parts)
        EXPECT_NEAR(result.part.score, margins.at("test/good/" + result.part.path), 1e-6) << result.part.path;
}

TEST(Areas, RunsOfEarlierVersionsHaveNone) {
    EXPECT_FALSE(wantsAreas(Json::object()));
    EXPECT_FALSE(wantsAreas(Json{{"rounds", 10}}));
    EXPECT_FALSE(wantsAreas(Json()));
}
}  // namespace
