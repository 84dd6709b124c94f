#include "core/forest/attribution.h"

#include <gtest/gtest.h>

using namespace segad;

namespace {
TEST(Attribution, SumsByCellSegmentAndDetector) {
    std::vector<FeatureColumn> columns;
    const std::vector<std::string> detectors{"one", "two"};
    for (const std::string& name : featureNames(2, detectors))
        columns.push_back(*parseFeatureName(name));
    std::vector<double> values;
    for (std::size_t i = 0; i < columns.size(); ++i)
        values.push_back(static_cast<double>(i + 1));
    const Attribution sums = attribute(columns, values);
    EXPECT_EQ(sums.columns, values);
    ASSERT_EQ(sums.cells.size(), 6U);
    EXPECT_EQ(sums.cells[0].value, 1 + 2 + 3 + 4);
    EXPECT_EQ(sums.cells[1].detector, "two");
    EXPECT_EQ(sums.cells[1].value, 5 + 6 + 7 + 8);
    EXPECT_EQ(sums.cells[4].segment, kWholePart);
    EXPECT_EQ(sums.cells[4].value, 17);
    ASSERT_EQ(sums.segments.size(), 3U);
    EXPECT_EQ(sums.segments[1].segment, 1);
    EXPECT_EQ(sums.segments[1].value, 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16);
    EXPECT_EQ(sums.segments[2].value, 17 + 18);
    ASSERT_EQ(sums.detectors.size(), 2U);
    EXPECT_EQ(sums.detectors[0].detector, "one");
    EXPECT_EQ(sums.detectors[0].value, 10 + (9 + 10 + 11 + 12) + 17);
    EXPECT_EQ(sums.detectors[0].value + sums.detectors[1].value, 18 * 19 / 2);
}
}  // namespace
