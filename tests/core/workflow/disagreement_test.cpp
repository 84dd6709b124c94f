#include "core/workflow/disagreement.h"

#include <chrono>
#include <cmath>

#include "core/workflow/part_explanation.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
/// Parts without pictures, and trainings with scores.
class Disagreeing : public testing::Test {
protected:
    Disagreeing() : project_(Project::create(file())) {}
    Path file() const { return dir_ / "two.segad"; }

    void addParts(std::size_t count) {
        const SourceId source =
            project_.parts().addSource({.path = toUtf8(dir_ / "images"), .layout = "folder"});
        Transaction transaction = project_.transaction();
        for (std::size_t i = 0; i < count; ++i) {
            const std::string name = std::to_string(100'000 + i);
            parts_.push_back(project_.parts().put({.source = source,
                                                   .path = name + ".png",
                                                   .sha256 = std::string(58, '0') + name,
                                                   .label = Label::Good}));
        }
        transaction.commit();
    }

    RunId addRun(const char* detector, const std::vector<double>& scores,
                 const std::vector<PartId>& calibrate = {}) {
        RunRecord run{.kind = RunKind::Train, .subject = detector};
        std::vector<RolePair> roles;
        for (const PartId part : calibrate)
            roles.push_back({part, Role::Calibrate});
        if (!roles.empty()) run.snapshot = project_.runs().putSnapshot(roles);
        run.id = project_.runs().start(run);
        std::vector<ScoreRecord> records;
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (!std::isnan(scores[i])) records.push_back({.part = parts_[i], .imageScore = scores[i]});
        project_.runs().putScores(run.id, records);
        run.outcome = RunOutcome::Done;
        project_.runs().finish(run);
        return run.id;
    }

    DisagreementReport find(DisagreementRequest request) {
        request.project = file();
        if (request.first.empty()) request.first = "patchcore";
        if (request.second.empty()) request.second = "fastflow";
        return findDisagreements(request, job_);
    }

    test::TempDir dir_;
    Project project_;
    std::vector<PartId> parts_;
    Job job_;
};

TEST_F(Disagreeing, ByTheRankOfTheScores) {
    addParts(5);
    addRun("patchcore", {10, 20, 30, 40, std::nan("")});
    addRun("fastflow", {-4, -2, -3, -1, 7});
    const DisagreementReport report = find({});
    EXPECT_EQ(report.compared, 4U);  // one of them has not seen the last
    ASSERT_EQ(report.parts.size(), 4U);
    EXPECT_EQ(report.parts[0].part, parts_[1]);
    EXPECT_DOUBLE_EQ(report.parts[0].firstPercentile, 37.5);
    EXPECT_DOUBLE_EQ(report.parts[0].secondPercentile, 62.5);
    EXPECT_DOUBLE_EQ(report.parts[0].size, 25);
    EXPECT_EQ(report.parts[1].part, parts_[2]);  // as far apart, imported later
    EXPECT_DOUBLE_EQ(report.parts[3].size, 0);
    EXPECT_EQ(find({.top = 1}).parts.size(), 1U);
}

TEST_F(Disagreeing, EqualScoresCountHalf) {
    EXPECT_DOUBLE_EQ(rankAmong({1, 2, 2, 3}, 2), 50);
    EXPECT_DOUBLE_EQ(rankAmong({1, 2, 2, 3}, 0), 0);
    EXPECT_DOUBLE_EQ(rankAmong({1, 2, 2, 3}, 9), 100);
}

TEST_F(Disagreeing, AmongCalibratePartsWhatIsBeyondThemIsEqual) {
    addParts(8);
    const std::vector<PartId> calibrate(parts_.begin(), parts_.begin() + 5);
    addRun("patchcore", {1, 2, 3, 4, 5, 90, 70, 3}, calibrate);
    addRun("fastflow", {1, 2, 3, 4, 5, 60, 80, 99}, calibrate);
    const DisagreementReport report = find({.among = ScoreReference::Calibrate});
    EXPECT_EQ(report.parts[0].part, parts_[7]);
    EXPECT_DOUBLE_EQ(report.parts[0].size, 50);
    for (std::size_t i = 1; i < report.parts.size(); ++i)
        EXPECT_DOUBLE_EQ(report.parts[i].size, 0);
}

TEST_F(Disagreeing, ByTheMaps) {
    addParts(2);
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = static_cast<double>(i);
    const RunId first = addRun("patchcore", {1, 1});
    const RunId second = addRun("fastflow", {1, 1});
    for (const RunId run : {first, second}) {
        project_.maps().putPercentiles(run, percentiles);
        for (const PartId part : parts_) {
            cv::Mat map(2, 2, CV_32FC1, cv::Scalar(50));
            if (run == second && part == parts_[1]) map.at<float>(0, 0) = 90;
            project_.maps().put(run, part, AnomalyMap(map, "test"));
        }
    }
    const DisagreementReport mean = find({.by = DisagreementBy::MapMean});
    EXPECT_EQ(mean.parts[0].part, parts_[1]);
    EXPECT_DOUBLE_EQ(*mean.parts[0].mapMean, 10);
    EXPECT_DOUBLE_EQ(*mean.parts[0].mapMax, 40);
    EXPECT_DOUBLE_EQ(find({.by = DisagreementBy::MapMax}).parts[0].size, 40);
}

TEST_F(Disagreeing, SaysWhatIsMissing) {
    addParts(2);
    addRun("patchcore", {1, 2});
    const auto codeOf = [&](const DisagreementRequest& request) {
        try {
            find(request);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    EXPECT_EQ(codeOf({}), ErrorCode::NotFound);
    EXPECT_EQ(codeOf({.second = "patchcore"}), ErrorCode::InvalidArgument);
    addRun("fastflow", {});
    EXPECT_EQ(codeOf({}), ErrorCode::NotFound);
    addRun("fastflow", {1, 2});
    EXPECT_EQ(codeOf({.by = DisagreementBy::MapMean}), ErrorCode::NotFound);
    EXPECT_EQ(codeOf({.among = ScoreReference::Calibrate}), ErrorCode::NotFound);
}

TEST_F(Disagreeing, TwentyThousandPartsTakeLessThanASecond) {
    constexpr std::size_t kParts = 20'000;
    addParts(kParts);
    std::vector<double> up(kParts);
    std::vector<double> mixed(kParts);
    for (std::size_t i = 0; i < kParts; ++i) {
        up[i] = static_cast<double>(i);
        mixed[i] = static_cast<double>(i * 7919 % kParts);
    }
    addRun("patchcore", up);
    addRun("fastflow", mixed);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(find({}).compared, kParts);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    RecordProperty("seconds", std::to_string(seconds));
    EXPECT_LT(seconds, 1);
}

using Explaining = test::ProjectFixture;

TEST_F(Explaining, TheContributionsAddUpToTheScore) {
    importTiny();
    segmentsFromFiles();
    const RunId detector = train();
    const RunId fitted = fit();
    const Project project = open();
    std::size_t learned = 0;
    for (const ScoreRecord& score : project.runs().scores(fitted)) {
        const PartExplanation made = explainPart(file(), score.part, job_);
        ASSERT_EQ(made.features.size(), 9U);
        double features = made.bias;
        for (const FeatureContribution& feature : made.features)
            features += feature.value;
        double cells = made.bias;
        for (const CellContribution& cell : made.cells)
            cells += cell.value;
        EXPECT_NEAR(features, made.score, 1e-9);
        EXPECT_NEAR(cells, made.score, 1e-9);
        // Of what it has learned, the forest is not asked itself.
        if (!made.learnedFrom) {
            EXPECT_NEAR(made.score, score.imageScore, 1e-6);
        }
        EXPECT_TRUE(std::ranges::is_sorted(made.features, std::greater(), &FeatureContribution::value));
        EXPECT_EQ(made.cells.front().run, detector);
        learned += made.learnedFrom ? 1 : 0;
    }
    EXPECT_EQ(learned, 6U);  // two calibrate parts, four bad ones
    EXPECT_EQ(explainPart(file(), project.parts().all().front().id, job_).features.front().detector,
              "patchcore");
}

TEST_F(Explaining, TheOnlyBadPartHasNoOtherForestAndNoStoredScore) {
    importTiny();
    segmentsFromFiles();
    train();
    const RunId fitted = fit(1);
    const Project project = open();
    PartId only = 0;
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(fitted)->snapshot)) {
        if (pair.role == Role::Fit) only = pair.part;
    }
    EXPECT_TRUE(explainPart(file(), only, job_).learnedFrom);
    for (const ScoreRecord& score : project.runs().scores(fitted))
        EXPECT_NE(score.part, only) << "whoever could score it has seen it";
}

TEST_F(Explaining, NeedsAForest) {
    importTiny();
    try {
        explainPart(file(), open().parts().all().front().id, job_);
        FAIL() << "explained without a forest";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
        EXPECT_NE(std::string(error.what()).find("segad fit"), std::string::npos);
    }
}
}  // namespace
