#include "core/forest/feature_names.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace segad;
using testing::ElementsAre;

namespace {
const std::vector<std::string> kBoth{"efficient_ad", "rd4ad"};

TEST(FeatureNames, AreThoseOfTheReleasedTables) {
    const std::vector<std::string> one{"rd4ad"};
    EXPECT_THAT(featureNames(2, one), ElementsAre("a_rd4ad_q995", "a_rd4ad_scewness", "a_rd4ad_kurtosis",
                                                  "a_rd4ad_mean", "b_rd4ad_q995", "b_rd4ad_scewness",
                                                  "b_rd4ad_kurtosis", "b_rd4ad_mean", "an_det_score_rd4ad"));
    const std::vector<std::string> names = featureNames(6, kBoth);
    EXPECT_EQ(names.size(), 50U);
    EXPECT_EQ(names[4], "a_rd4ad_q995") << "detectors change before segments";
    EXPECT_EQ(names[48], "an_det_score_efficient_ad");
    EXPECT_EQ(featureNames(8, kBoth).size(), 66U);
}

TEST(FeatureNames, SayWhatTheyAreAbout) {
    const std::vector<std::string> extra{"wide_resnet"};
    const std::vector<std::string> names = featureNames(30, kBoth, extra);
    std::size_t i = 0;
    for (int segment = 0; segment < 30; ++segment) {
        for (const std::string& detector : kBoth) {
            for (const Statistic statistic :
                 {Statistic::Q995, Statistic::Skewness, Statistic::Kurtosis, Statistic::Mean}) {
                EXPECT_EQ(parseFeatureName(names[i]), (FeatureColumn{segment, detector, statistic}))
                    << names[i];
                ++i;
            }
        }
    }
    for (const char* detector : {"efficient_ad", "rd4ad", "wide_resnet"}) {
        EXPECT_EQ(parseFeatureName(names[i]), (FeatureColumn{kWholePart, detector, Statistic::ImageScore}));
        ++i;
    }
    EXPECT_EQ(i, names.size());
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
}

TEST(FeatureNames, CountOnAfterZ) {
    EXPECT_EQ(segmentLetter(0), "a");
    EXPECT_EQ(segmentLetter(25), "z");
    EXPECT_EQ(segmentLetter(26), "aa");
    EXPECT_EQ(segmentLetter(27), "ab");
    EXPECT_EQ(segmentLetter(255), "iv");
}

TEST(FeatureNames, TakeTheUsualSpellingToo) {
    EXPECT_EQ(parseFeatureName("b_rd4ad_skewness"), parseFeatureName("b_rd4ad_scewness"));
}

TEST(FeatureNames, OfAreasFollowTheOthersWhereTheyAreWanted) {
    EXPECT_THAT(areaNames(2), ElementsAre("a_area", "b_area"));
    EXPECT_EQ(parseFeatureName("b_area"), (FeatureColumn{1, "", Statistic::Area}));
    EXPECT_EQ(parseFeatureName("b_area_mean"), (FeatureColumn{1, "area", Statistic::Mean}))
        << "a detector may be called so";
}

TEST(FeatureNames, OtherTextsAreNoNames) {
    for (const char* text :
         {"", "a", "a_q995", "_rd4ad_mean", "a__mean", "A_rd4ad_mean", "1_rd4ad_mean", "a_rd4ad_median",
          "a_rd4ad_", "an_det_score_", "abcd_rd4ad_mean", "_area", "area", "A_area"}) {
        EXPECT_FALSE(parseFeatureName(text)) << text;
    }
}
}  // namespace
