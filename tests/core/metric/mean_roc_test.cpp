// Several ROC curves as one.
#include "core/metric/mean_roc.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

using namespace segad;

namespace {
double areaBelow(const RocLine& line) {
    double area = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        area += (line[i].falsePositiveRate - line[i - 1].falsePositiveRate) *
                (line[i].truePositiveRate + line[i - 1].truePositiveRate) / 2;
    }
    return area;
}

TEST(MeanRoc, ItsAreaIsTheMeanOfTheAreas) {
    SplitMix64 dice(4);
    for (int round = 0; round < 50; ++round) {
        std::vector<RocLine> lines;
        double sum = 0;
        for (int i = 0; i < 4; ++i) {
            ScoreSets sets;
            // Few different scores, so that there are ties and jumps.
            for (std::uint64_t n = 1 + dice.below(9); n > 0; --n)
                sets.good.push_back(static_cast<double>(dice.below(6)));
            for (std::uint64_t n = 1 + dice.below(9); n > 0; --n)
                sets.bad.push_back(static_cast<double>(1 + dice.below(6)));
            lines.push_back(lineOf(rocCurve(sets).value()));
            sum += auroc(sets).value();
        }
        const RocLine mean = meanOfLines(lines);
        EXPECT_NEAR(areaBelow(mean), sum / 4, 1e-12);
        EXPECT_EQ(mean.front().falsePositiveRate, 0);
        EXPECT_EQ(mean.front().truePositiveRate, 0);
        EXPECT_DOUBLE_EQ(mean.back().truePositiveRate, 1);
        for (std::size_t i = 1; i < mean.size(); ++i) {
            EXPECT_GE(mean[i].falsePositiveRate, mean[i - 1].falsePositiveRate);
            EXPECT_GE(mean[i].truePositiveRate, mean[i - 1].truePositiveRate - 1e-12);
        }
    }
}

TEST(MeanRoc, OfOneLineIsTheLineAndOfNoneNothing) {
    const RocLine line{{0, 0}, {0, 0.5}, {0.5, 0.5}, {1, 1}};
    const RocLine mean = meanOfLines(std::vector<RocLine>{line});
    ASSERT_EQ(mean.size(), line.size());
    EXPECT_DOUBLE_EQ(mean[1].truePositiveRate, 0.5);
    EXPECT_TRUE(meanOfLines({}).empty());
}
}  // namespace
