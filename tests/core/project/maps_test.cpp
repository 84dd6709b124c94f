#include <algorithm>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "tests/core/project/world.h"

using namespace segad;
using test::errorOf;
using test::makeProject;
using test::makeRun;
using test::samePixels;
using test::someMap;

namespace {
class MapsOfProject : public testing::Test {
protected:
    test::TempDir dir;
    Path file = dir / "p.segad";
    Path companion = dir / "p.segad-maps";
    Project project = makeProject(file, 6);
    RunId run = makeRun(project);
    RunId segments = makeRun(project, RunKind::Segment);
};

TEST_F(MapsOfProject, ComeBackToTheBit) {
    EXPECT_FALSE(project.maps().get(run, 1));
    EXPECT_FALSE(project.maps().has(run, 1));
    EXPECT_FALSE(std::filesystem::exists(companion)) << "asking makes nothing";
    const AnomalyMap square = someMap(1, 256);
    cv::Mat odd(3, 5, CV_32FC1, cv::Scalar(0));
    odd.at<float>(0, 0) = -0.0F;
    odd.at<float>(1, 1) = std::numeric_limits<float>::denorm_min();
    odd.at<float>(2, 4) = std::numeric_limits<float>::max();
    const AnomalyMap cut(someMap(2, 64).pixels()(cv::Rect(7, 9, 20, 31)), "cut");
    project.maps().put(run, 1, square);
    project.maps().put(run, 2, AnomalyMap(odd, "odd"));
    project.maps().put(run, 3, cut);
    EXPECT_TRUE(samePixels(project.maps().get(run, 1).value(), square));
    EXPECT_TRUE(samePixels(project.maps().get(run, 2).value(), AnomalyMap(odd, "odd")));
    EXPECT_TRUE(samePixels(project.maps().get(run, 3).value(), AnomalyMap(cut.pixels().clone(), "cut")));
    EXPECT_TRUE(project.maps().has(run, 3));
    EXPECT_EQ(project.maps().partsWithMap(run), (std::vector<PartId>{1, 2, 3}));
    project.maps().put(run, 1, someMap(5));
    EXPECT_TRUE(samePixels(project.maps().get(run, 1).value(), someMap(5)));
    EXPECT_FALSE(project.maps().get(segments, 1));
}

TEST_F(MapsOfProject, FeatureRowsKeepNaN) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> values{0.1, nan, -1e-320, 1e308, nan, 0};
    project.maps().putFeatures(run, segments, 2, values);
    const auto stored = project.maps().features(run, segments, 2).value();
    ASSERT_EQ(stored.size(), values.size());
    EXPECT_EQ(std::memcmp(stored.data(), values.data(), values.size() * sizeof(double)), 0);
    EXPECT_FALSE(project.maps().features(run, segments, 1));
    EXPECT_FALSE(project.maps().features(run, run, 2));
    project.maps().putFeatures(run, segments, 2, std::vector<double>{3});
    EXPECT_EQ(project.maps().features(run, segments, 2), std::vector<double>{3});
    project.maps().put(run, 2, someMap(1));
    EXPECT_FALSE(project.maps().features(run, segments, 2)) << "made from the map before";
    EXPECT_EQ(errorOf([&] { project.maps().putFeatures(run, segments, 2, {}); }).code(),
              ErrorCode::InvalidArgument);
}

TEST_F(MapsOfProject, PercentilesMakeTheColourScale) {
    std::vector<double> percentiles(101);
    for (std::size_t i = 0; i < percentiles.size(); ++i)
        percentiles[i] = static_cast<double>(i) / 3;
    EXPECT_FALSE(project.maps().percentiles(run));
    project.maps().putPercentiles(run, percentiles);
    percentiles[100] = 77;
    project.maps().putPercentiles(run, percentiles);
    EXPECT_EQ(project.maps().percentiles(run), percentiles);
    percentiles.pop_back();
    EXPECT_EQ(errorOf([&] { project.maps().putPercentiles(run, percentiles); }).code(),
              ErrorCode::InvalidArgument);
}

TEST_F(MapsOfProject, BelongToRunsAndPartsOfTheProject) {
    EXPECT_EQ(errorOf([&] { project.maps().put(99, 1, someMap(1)); }).code(), ErrorCode::NotFound);
    EXPECT_EQ(errorOf([&] { project.maps().put(run, 99, someMap(1)); }).code(), ErrorCode::NotFound);
    EXPECT_EQ(errorOf([&] { project.maps().putFeatures(run, 99, 1, std::vector<double>{1}); }).code(),
              ErrorCode::NotFound);
    EXPECT_TRUE(project.maps().partsWithMap(99).empty());
    project.maps().put(run, 1, someMap(1));
    project.maps().clear(run);
    EXPECT_FALSE(project.maps().has(run, 1));
    project.maps().clear(run);
}

TEST_F(MapsOfProject, ShareTheProjectsTransactions) {
    {
        Transaction undone = project.transaction();
        project.maps().put(run, 1, someMap(1));
        project.runs().putScores(run, std::vector<ScoreRecord>{{.part = 1, .imageScore = 1, .mapMax = 1}});
        EXPECT_TRUE(project.maps().has(run, 1));
    }
    EXPECT_FALSE(project.maps().has(run, 1));
    EXPECT_TRUE(project.runs().scores(run).empty());
    Transaction outer = project.transaction();
    project.maps().put(run, 1, someMap(1));
    {
        Transaction inner = project.transaction();
        project.maps().put(run, 2, someMap(2));
        {
            Transaction innermost = project.transaction();
            project.maps().put(run, 3, someMap(3));
            innermost.commit();
        }
    }
    {
        Transaction inner = project.transaction();
        project.maps().put(run, 4, someMap(4));
        inner.commit();
    }
    outer.commit();
    EXPECT_EQ(project.maps().partsWithMap(run), (std::vector<PartId>{1, 4}));
}

TEST_F(MapsOfProject, OfARunThatNeverCameToBeAreNotTakenForThoseOfTheNext) {
    RunId phantom = 0;
    {
        Transaction transaction = project.transaction();
        phantom = makeRun(project);
        project.maps().put(phantom, 1, someMap(1));
        // The companion is committed first; a crash here would leave it ahead of the project.
        project.maps();
    }
    test::RawDatabase raw(companion);
    raw.run("INSERT INTO run VALUES (50, 'uid of a run that was rolled back', " + std::to_string(phantom) +
            ");"
            "INSERT INTO map SELECT 50, 1, 1, 1, 'float32-shuffle-zstd', x'00'");
    const RunId next = makeRun(project);
    EXPECT_EQ(next, phantom) << "ids are given again after a rollback";
    EXPECT_FALSE(project.maps().has(next, 1));
    Project again = Project::open(file);
    EXPECT_FALSE(again.maps().has(next, 1));
    EXPECT_EQ(raw.value("SELECT count(*) FROM map"), "0") << "foreign rows are cleaned away on opening";
}

TEST_F(MapsOfProject, ADeletedCompanionIsMadeAnew) {
    project.maps().put(run, 1, someMap(1));
    project.runs().putScores(run, std::vector<ScoreRecord>{{.part = 1, .imageScore = 1, .mapMax = 1}});
    // While it is open, with its log left behind.
    std::filesystem::remove(companion);
    EXPECT_FALSE(project.maps().get(run, 1));
    const auto findings = project.check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code(), ErrorCode::NotFound);
    EXPECT_NE(findings[0].message().find("1 of 1"), std::string::npos);
    project.maps().put(run, 1, someMap(2));
    EXPECT_TRUE(samePixels(project.maps().get(run, 1).value(), someMap(2)));
    {
        Project second = Project::open(file);
        second.maps().put(run, 2, someMap(3));
    }
    EXPECT_TRUE(samePixels(project.maps().get(run, 2).value(), someMap(3)));
    project = Project::open(file);
    EXPECT_TRUE(samePixels(project.maps().get(run, 1).value(), someMap(2)));
    EXPECT_TRUE(project.check().empty());
}

TEST_F(MapsOfProject, HandlesOpenOnADeletedCompanionFollowTheNewOne) {
    project.maps().put(run, 1, someMap(1));
    Project second = Project::open(file);
    EXPECT_TRUE(second.maps().has(run, 1));
    std::filesystem::remove(companion);
    project.maps().put(run, 2, someMap(2));
    EXPECT_EQ(second.maps().partsWithMap(run), std::vector<PartId>{2});
    second.maps().put(run, 3, someMap(3));
    EXPECT_EQ(project.maps().partsWithMap(run), (std::vector<PartId>{2, 3}));
    EXPECT_TRUE(project.check().empty());
}

class UnusableCompanion : public MapsOfProject, public testing::WithParamInterface<const char*> {
protected:
    void spoil() {
        const std::string how = GetParam();
        if (how == "text") writeFileAtomically(companion, std::string(9000, 'x'));
        if (how == "empty") writeFileAtomically(companion, "");
        if (how == "truncated") std::filesystem::resize_file(companion, 20'000);
        if (how == "other database") {
            std::filesystem::remove(companion);
            test::RawDatabase(companion).run("CREATE TABLE recipes (name)");
        }
        if (how == "newer") test::RawDatabase(companion).run("PRAGMA user_version = 99");
        if (how == "no tables") test::RawDatabase(companion).run("DROP TABLE map");
        if (how == "schema") test::overwrite(companion, 100, std::string(4000, '\x77'));
    }
};

TEST_P(UnusableCompanion, IsPutAsideAndMadeAnew) {
    project.maps().put(run, 1, someMap(1));
    project = Project::open(file);
    spoil();
    {
        Project reader = Project::open(file, true);
        EXPECT_FALSE(reader.maps().get(run, 1));
        EXPECT_EQ(reader.notices().size(), 1U);
    }
    EXPECT_FALSE(project.maps().get(run, 1));
    ASSERT_EQ(project.notices().size(), 1U);
    EXPECT_EQ(project.notices()[0].subject(), companion.string());
    EXPECT_TRUE(std::filesystem::exists(companion.string() + ".damaged")) << "it may be somebody's";
    project.maps().put(run, 1, someMap(2));
    EXPECT_TRUE(samePixels(project.maps().get(run, 1).value(), someMap(2)));
    EXPECT_TRUE(Project::open(file).notices().empty());
    EXPECT_TRUE(project.check().empty());
}

INSTANTIATE_TEST_SUITE_P(All, UnusableCompanion,
                         testing::Values("text", "empty", "truncated", "other database", "newer", "no tables",
                                         "schema"),
                         [](const auto& how) {
                             std::string name = how.param;
                             std::ranges::replace(name, ' ', '_');
                             return name;
                         });
}  // namespace
