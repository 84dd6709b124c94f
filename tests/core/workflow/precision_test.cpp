// What bfloat16 in the backbone changes, measured on a project's own parts.
#include <cmath>

#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
class PrecisionComparisons : public test::ProjectFixture {};

TEST_F(PrecisionComparisons, AreOfPartsTheDetectorHasNotLearnedFrom) {
    importTiny();
    const RunId run = train();
    const auto found = comparePrecision({.project = file()}, job_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].run, run);
    EXPECT_EQ(found[0].detector, "patchcore");
    EXPECT_EQ(found[0].good, 2) << "the calibrate parts";
    EXPECT_GT(found[0].bad, 0);
    EXPECT_GT(found[0].float32.secondsPerPart, 0);
    EXPECT_GT(found[0].bfloat16.secondsPerPart, 0);
    ASSERT_TRUE(found[0].float32.auroc && found[0].bfloat16.auroc);
    EXPECT_NEAR(*found[0].float32.auroc, *found[0].bfloat16.auroc, 0.15);
    EXPECT_GT(found[0].largestChange, 0) << "another arithmetic";
    EXPECT_EQ(open().runs().scores(run).size(), 24U) << "nothing is stored";
    EXPECT_EQ(open().runs().all().size(), 2U);
    EXPECT_EQ(comparePrecision({.project = file(), .run = run}, job_).size(), 1U);
}

TEST_F(PrecisionComparisons, GoOnWithoutThePicturesThatCanNotBeRead) {
    importTiny();
    const RunId run = train();
    std::vector<Path> calibrate;
    {
        const Project project = open();
        for (const RolePair& pair : project.runs().snapshot(project.runs().find(run)->snapshot)) {
            if (pair.role == Role::Calibrate)
                calibrate.push_back(project.parts().imageFile(*project.parts().find(pair.part)));
        }
    }
    ASSERT_EQ(calibrate.size(), 2U);
    std::filesystem::remove(calibrate[0]);
    const auto found = comparePrecision({.project = file()}, job_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].good, 1);
    EXPECT_GT(found[0].bad, 0);
    EXPECT_GT(found[0].float32.secondsPerPart, 0);
    EXPECT_TRUE(std::isnan(found[0].largestChange)) << "one good part deviates from nothing";
    ASSERT_EQ(job_.warnings().size(), 1U);
    EXPECT_NE(job_.warnings()[0].subject().find(calibrate[0].filename().string()), std::string::npos);
    std::filesystem::remove_all(images());
    EXPECT_EQ(test::codeOf([&] { comparePrecision({.project = file()}, job_); }), ErrorCode::InvalidData);
}

TEST_F(PrecisionComparisons, NeedATrainedDetectorWithAFrozenBackbone) {
    importTiny();
    const auto code = [&](const PrecisionRequest& request) {
        return test::codeOf([&] { comparePrecision(request, job_); });
    };
    EXPECT_EQ(code({.project = file()}), ErrorCode::NotFound);
    EXPECT_EQ(code({.project = file(), .detector = "patchcore"}), ErrorCode::NotFound);
    EXPECT_EQ(code({.project = file(), .run = 77}), ErrorCode::NotFound);
    Json params{
        {"image_size", 64}, {"last_layer", 2}, {"epochs", 1}, {"steps_per_epoch", 1}, {"batch_size", 2}};
    trainDetector({.project = file(),
                   .detector = "devnet",
                   .backbone = "embedded",
                   .params = params,
                   .score = false,
                   .badForFit = 2,
                   .crossFit = false},
                  job_);
    EXPECT_EQ(code({.project = file(), .detector = "devnet"}), ErrorCode::InvalidArgument);
    EXPECT_EQ(code({.project = file()}), ErrorCode::NotFound);
}

TEST_F(PrecisionComparisons, ATrainingInBFloat16SaysAboutTheSame) {
    importTiny();
    const RunId plain = train();
    Json params = test::tinyPatchCore();
    params["precision"] = "bfloat16";
    const RunId quick = trainDetector({.project = file(), .params = params}, job_);
    const Project project = open();
    const auto before = project.runs().scores(plain);
    const auto after = project.runs().scores(quick);
    ASSERT_EQ(before.size(), after.size());
    bool differs = false;
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_NEAR(after[i].imageScore, before[i].imageScore, 0.15 * before[i].imageScore);
        differs |= after[i].imageScore != before[i].imageScore;
    }
    EXPECT_TRUE(differs);
}
}  // namespace
