// Published pictures, where they are at hand.
#include <gtest/gtest.h>

#include "core/dataset/scan.h"
#include "core/dataset/splits.h"
#include "tests/core/dataset/dataset_builder.h"

using namespace segad;
using test::countOf;

namespace {
ScanResult scanOf(const Path& root) {
    Job job;
    return scanDataset(root, {}, job);
}

TEST(RealData, VisaMacaroni1) {
    const auto root = test::sharedData("images/visa_macaroni1");
    if (!root) GTEST_SKIP() << "VisA's macaroni1 is not on this machine";
    const ScanResult result = scanOf(*root);
    EXPECT_EQ(result.layout, "visa");
    EXPECT_EQ(countOf(result.parts, Subset::Train, Label::Good), 900U);
    EXPECT_EQ(countOf(result.parts, Subset::Test, Label::Good), 100U);
    EXPECT_EQ(countOf(result.parts, Subset::Test, Label::Bad), 100U);
    EXPECT_EQ(result.parts.size(), 1100U);
    EXPECT_EQ(test::partAt(result.parts, "test/bad/007.jpg").maskPath, "ground_truth/bad/007.png");
    EXPECT_EQ(result.rejected, 0U);
    EXPECT_EQ(result.count(FindingKind::Error), 0U);
    EXPECT_EQ(result.count(FindingKind::Warning), 0U);
}

TEST(RealData, DeepPcb) {
    const auto root = test::sharedData("images/deeppcb_92000");
    if (!root) GTEST_SKIP() << "DeepPCB's group 92000 is not on this machine";
    const ScanResult result = scanOf(*root);
    EXPECT_EQ(result.layout, "mvtec");
    EXPECT_EQ(countOf(result.parts, Subset::Train, Label::Good), 96U);
    EXPECT_EQ(countOf(result.parts, Subset::Test, Label::Good), 24U);
    EXPECT_EQ(countOf(result.parts, Subset::Test, Label::Bad), 120U);
    const ScannedPart& bad = test::partAt(result.parts, "test/bad/92000001_test.jpg");
    EXPECT_EQ(bad.defectType, "bad");
    EXPECT_EQ(bad.maskPath, "ground_truth/bad/92000001_test_mask.png");
    const ScannedPart& other =
        test::partAt(result.parts, "test/bad_with_template_in_train/92000000_test.jpg");
    EXPECT_EQ(other.defectType, "bad_with_template_in_train");
    EXPECT_EQ(other.maskPath, "ground_truth/bad_with_template_in_train/92000000_test_mask.png");
    EXPECT_EQ(result.rejected, 0U);

    std::vector<SplitPart> parts;
    for (const ScannedPart& part : result.parts)
        parts.push_back(
            {.path = part.path, .sha256 = part.sha256, .label = part.label, .subset = part.subset});
    const RolePlan plan = planRoles(parts, {.badForFit = 10});
    EXPECT_EQ(plan.count(Role::Calibrate), 10U);
    EXPECT_EQ(plan.count(Role::Train), 86U);
    EXPECT_EQ(plan.count(Role::Fit), 10U);
    EXPECT_EQ(plan.count(Role::Test), 134U);
}
}  // namespace
