// The workflows' own small tools.
#include <gtest/gtest.h>

#include "core/dataset/csv.h"
#include "core/workflow/csv_writer.h"
#include "core/workflow/html_page.h"
#include "core/workflow/part_features.h"
#include "core/workflow/statistics.h"
#include "core/workflow/thresholds.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
TEST(Quantiles, AreNumpysLinearOnes) {
    EXPECT_DOUBLE_EQ(quantileOf({4, 1, 3, 2}, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantileOf({10, 20}, 0.95), 19.5);
    EXPECT_DOUBLE_EQ(quantileOf({7}, 0.3), 7);
    const std::vector<double> percentiles = percentilesOf({3, 1, 2});
    ASSERT_EQ(percentiles.size(), 101U);
    EXPECT_DOUBLE_EQ(percentiles.front(), 1);
    EXPECT_DOUBLE_EQ(percentiles[50], 2);
    EXPECT_DOUBLE_EQ(percentiles.back(), 3);
}

TEST(Thresholds, SeparatedClassesLeaveTheGapToAPerson) {
    const std::vector<double> good{0, 1, 2};
    const std::vector<double> bad{10, 11, 12};
    const ThresholdRecord record = proposeForForest(7, good, bad, "x");
    EXPECT_EQ(record.run, 7);
    EXPECT_NEAR(record.review, 1.98, 1e-12);
    EXPECT_NEAR(record.reject, 10.1, 1e-12);
    EXPECT_EQ(verdictOf(1.9, record), Verdict::Pass);
    EXPECT_EQ(verdictOf(5, record), Verdict::Review);
    EXPECT_EQ(verdictOf(10.1, record), Verdict::Reject) << "at the threshold counts as above";
}

TEST(Thresholds, OverlappingClassesLeaveTheOverlapToAPerson) {
    const std::vector<double> good{0, 1, 2, 9};
    const std::vector<double> bad{3, 8, 10};
    const ThresholdRecord record = proposeForForest(1, good, bad, "x");
    EXPECT_LT(record.review, record.reject);
    EXPECT_NEAR(record.review, 3.5, 1e-12) << "5 % quantile of the bad ones";
    EXPECT_EQ(verdictOf(8, record), Verdict::Review);
}

TEST(CsvWriter, WritesWhatTheReaderReads) {
    const test::TempDir dir;
    const std::vector<std::string> columns{"a", "b"};
    CsvWriter writer(dir / "t.csv", columns);
    const std::vector<std::string> awkward{"comma, \"quote\"", "line\nbreak"};
    writer.row(awkward);
    EXPECT_FALSE(std::filesystem::exists(dir / "t.csv")) << "not before finish()";
    writer.finish();
    EXPECT_EQ(writer.rows(), 1);
    const CsvTable table = CsvTable::read(dir / "t.csv");
    EXPECT_EQ(table.at(0, 0), awkward[0]);
    EXPECT_EQ(table.at(0, 1), awkward[1]);
    EXPECT_THROW(writer.row(columns.empty() ? columns : std::vector<std::string>{"one"}), std::logic_error);
}

TEST(CsvWriter, NumbersReadBackExactly) {
    for (const double value : {0.1, 1e-300, -123456.789012345678, 2.0 / 3}) {
        EXPECT_EQ(std::stod(numberText(value)), value);
    }
    EXPECT_EQ(numberText(std::nan("")), "nan");
    EXPECT_EQ(numberText(std::numeric_limits<double>::infinity()), "inf");
    EXPECT_EQ(numberText(std::optional<double>()), "");
}

TEST(HtmlPage, EscapesAndEmbeds) {
    EXPECT_EQ(htmlEscaped("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
    const std::string page = htmlPage("<T>", "<p>body</p>");
    EXPECT_NE(page.find("<title>&lt;T&gt;</title>"), std::string::npos);
    EXPECT_NE(page.find("<p>body</p>"), std::string::npos);
    const std::string picture = htmlPicture(cv::Mat(40, 20, CV_8UC3, cv::Scalar(1, 2, 3)), "a \"b\"", 10);
    EXPECT_NE(picture.find("alt=\"a &quot;b&quot;\""), std::string::npos);
    // FF D8 FF in base64: a JPEG.
    EXPECT_NE(picture.find("base64,/9j/"), std::string::npos);
}

TEST(HtmlPage, ThinsCurvesToWhatCanBeSeen) {
    NamedRoc roc{.name = "many"};
    for (int i = 0; i <= 100'000; ++i)
        roc.points.push_back({.falsePositiveRate = i / 1e5, .truePositiveRate = i / 1e5});
    EXPECT_LT(htmlRoc({roc}).size(), 80'000U);
}

TEST(JoinedRow, FollowsTheBindingColumnOrder) {
    // Two detectors, two segments: per segment all detectors, then the scores (segad.md § 2).
    const std::vector<std::vector<double>> perDetector{{1, 2, 3, 4, 5, 6, 7, 8, 100},
                                                       {11, 12, 13, 14, 15, 16, 17, 18, 200}};
    EXPECT_EQ(joinedRow(perDetector, 2),
              (std::vector<double>{1, 2, 3, 4, 11, 12, 13, 14, 5, 6, 7, 8, 15, 16, 17, 18, 100, 200}));
}
}  // namespace
