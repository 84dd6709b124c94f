// Generated parts in a project: made, made again, looked at, scored, learned from and never tested.
#include "core/workflow/generation.h"

#include <map>
#include <set>

#include <opencv2/core.hpp>

#include "core/base/sha256.h"
#include "core/image/image.h"
#include "core/image/npy.h"
#include "core/workflow/defect_preview.h"
#include "core/workflow/defect_sheet.h"
#include "core/workflow/generated_pictures.h"
#include "core/workflow/kind_value.h"
#include "core/workflow/made_up_parts.h"
#include "core/workflow/part_images.h"
#include "core/workflow/roles.h"
#include "tests/core/workflow/project_fixture.h"
#include "tests/support/error_code.h"

using namespace segad;

namespace {
bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

class Generation : public test::ProjectFixture {
protected:
    void prepare() {
        importTiny({.trainGood = 30});
        segmentsFromFiles();
    }
    GenerateReport generate(GenerateRequest request = {}) {
        request.project = file();
        return generateDefects(request, job_);
    }
    std::vector<PartRecord> generated() const { return open().parts().all({.generated = true}); }
    std::map<std::string, int> kinds() const {
        std::map<std::string, int> counts;
        for (const GeneratedRecord& record : open().generated().all())
            ++counts[record.kind];
        return counts;
    }
    std::map<Role, std::set<PartId>> rolesOf(RunId run) const {
        const Project project = open();
        std::map<Role, std::set<PartId>> roles;
        for (const RolePair& pair : project.runs().snapshot(project.runs().find(run)->snapshot))
            roles[pair.role].insert(pair.part);
        return roles;
    }
};

TEST_F(Generation, ThePapersKindsOnThePartsThatCalibrate) {
    prepare();
    const GenerateReport report = generate();
    EXPECT_EQ(report.from, 3) << "a tenth of thirty";
    EXPECT_EQ(report.made, 3);
    EXPECT_EQ(kinds(), (std::map<std::string, int>{{"blur", 1}, {"rectangle", 1}, {"thin_rectangle", 1}}));
    const Project project = open();
    const RoleTable roles = rolesForTraining(project);
    std::set<PartId> calibrate;
    for (const PartRecord& part : roles.with(Role::Calibrate))
        calibrate.insert(part.id);
    for (const GeneratedRecord& record : project.generated().all())
        EXPECT_TRUE(calibrate.contains(record.madeFrom));
    EXPECT_EQ(roles.parts.size(), 45U);
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        if (roles.parts[i].generated) {
            EXPECT_EQ(roles.roles[i], Role::None) << "no detector learns from them";
        }
    }
}

TEST_F(Generation, EveryKindIsMadeAsOftenAndEveryPartGetsItsTurn) {
    prepare();
    generate({.kinds = {{"blur"}, {"stain"}, {"rectangle"}}, .count = 18});
    EXPECT_EQ(kinds(), (std::map<std::string, int>{{"blur", 6}, {"rectangle", 6}, {"stain", 6}}));
    std::map<PartId, std::set<std::string>> perPart;
    for (const GeneratedRecord& record : open().generated().all())
        perPart[record.madeFrom].insert(record.kind);
    EXPECT_EQ(perPart.size(), 3U);
    for (const auto& [part, own] : perPart)
        EXPECT_GE(own.size(), 2U);
}

TEST_F(Generation, ThePictureIsMadeAgainAndTheMaskIsExact) {
    prepare();
    std::vector<DefectChoice> all;
    for (const DefectKind& kind : defectCatalog())
        all.push_back({.kind = kind.key});
    const GenerateReport report = generate({.kinds = all, .count = 30});
    EXPECT_GE(report.made, 27);
    const Project project = open();
    const std::vector<PartRecord> parts = generated();
    const PartImages images(project, parts);
    const PartMasks masks(project, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const GeneratedRecord record = project.generated().find(parts[i].id).value();
        const cv::Mat from =
            decodeImage(project.parts().imageFile(project.parts().find(record.madeFrom).value())).rgb;
        const cv::Mat rgb = images.rgb(i);
        cv::Mat difference;
        cv::absdiff(from, rgb, difference);
        cv::Mat sum;
        cv::transform(difference, sum, cv::Matx13f::all(1));
        ASSERT_TRUE(masks.has(i));
        EXPECT_TRUE(same(masks.mask(i), sum > 0)) << parts[i].path;
        EXPECT_GT(cv::countNonZero(masks.mask(i)), 0);
        const GeneratedPicture again = generatedPicture(file(), parts[i].id);
        EXPECT_TRUE(same(again.rgb, rgb));
    }
    EXPECT_TRUE(images.unreadable(job_).empty());
}

TEST_F(Generation, OtherSegmentMapsMadeLaterMoveNothing) {
    prepare();
    generate({.kinds = {{"stain"}, {"missing"}}, .count = 6});
    const std::vector<PartRecord> parts = generated();
    std::vector<cv::Mat> before;
    for (const PartRecord& part : parts)
        before.push_back(generatedPicture(file(), part.id).rgb);
    makeSegments({.project = file(), .source = "whole"}, job_);
    for (std::size_t i = 0; i < parts.size(); ++i)
        EXPECT_TRUE(same(generatedPicture(file(), parts[i].id).rgb, before[i]));
    EXPECT_EQ(open().segments().mapCount(), open().parts().count()) << "they have the maps of their parts";
}

TEST_F(Generation, TheSameRequestChangesNothingAndAnotherReplaces) {
    prepare();
    generate({.count = 9});
    std::vector<PartId> ids;
    for (const PartRecord& part : generated())
        ids.push_back(part.id);
    GenerateReport again = generate({.count = 9});
    EXPECT_EQ(again.made, 0);
    EXPECT_EQ(again.unchanged, 9);
    EXPECT_EQ(again.removed, 0);
    const GenerateReport fewer = generate({.count = 3});
    EXPECT_EQ(fewer.unchanged, 3);
    EXPECT_EQ(fewer.removed, 6);
    EXPECT_EQ(generated().size(), 3U);
    const GenerateReport more = generate({.kinds = {{"stain"}}, .count = 2, .add = true});
    EXPECT_EQ(more.made, 2);
    EXPECT_EQ(generated().size(), 5U);
}

TEST_F(Generation, SizesMayBeInPixelsOrMillimetres) {
    prepare();
    const DefectChoice tenPixels{.kind = "rectangle", .params = {{"size_min", 10}, {"size_max", 10}}};
    generate({.kinds = {tenPixels}, .count = 2, .unit = SizeUnit::Pixels});
    EXPECT_NEAR(open().generated().all()[0].recipe["params"]["size_min"].get<double>(), 100.0 * 10 / 64,
                1e-9);
    generate({.kinds = {tenPixels}, .count = 2, .unit = SizeUnit::Millimetres, .pixelsPerMillimetre = 0.5});
    EXPECT_NEAR(open().generated().all()[0].recipe["params"]["size_min"].get<double>(), 100.0 * 5 / 64, 1e-9);
    EXPECT_EQ(test::codeOf([&] { generate({.kinds = {tenPixels}, .unit = SizeUnit::Millimetres}); }),
              ErrorCode::InvalidArgument);
}

TEST_F(Generation, APartMayHaveUpToThree) {
    prepare();
    generate({.kinds = {{"rectangle"}}, .count = 24, .mostDefects = 3});
    std::map<int, int> counts;
    for (const GeneratedRecord& record : open().generated().all())
        ++counts[record.recipe.value("defects", 1)];
    EXPECT_EQ(counts.size(), 3U) << "one, two and three each come up in 24 draws";
    const GenerateReport again = generate({.kinds = {{"rectangle"}}, .count = 24, .mostDefects = 3});
    EXPECT_EQ(again.unchanged, 24) << "how many is drawn from the seed, too";
    for (const int wrong : {0, 4}) {
        EXPECT_EQ(test::codeOf([&] { generate({.mostDefects = wrong}); }), ErrorCode::InvalidArgument);
    }
}

TEST_F(Generation, ASheetShowsPartsBeforeAndAfterAndStoresNothing) {
    prepare();
    const DefectSheetRequest request{
        .defects = {.project = file(), .kinds = {{"stain"}, {"missing"}}}, .parts = 2, .cell = 48};
    const cv::Mat sheet = defectSheet(request, job_);
    EXPECT_GE(sheet.cols, 2 * 2 * 48);
    EXPECT_GE(sheet.rows, 2 * 48);
    EXPECT_LT(sheet.rows, 3 * 48) << "as many rows as asked for";
    EXPECT_TRUE(same(defectSheet(request, job_), sheet));
    EXPECT_TRUE(generated().empty());
    DefectSheetRequest wrong = request;
    wrong.cell = 0;
    EXPECT_EQ(test::codeOf([&] { defectSheet(wrong, job_); }), ErrorCode::InvalidArgument);
    wrong = request;
    wrong.defects.kinds = {{"storm"}};
    EXPECT_EQ(test::codeOf([&] { defectSheet(wrong, job_); }), ErrorCode::NotFound);
}

TEST(Outline, RunsAroundWhatChangedAndLosesNothingSmall) {
    cv::Mat mask = cv::Mat::zeros(400, 400, CV_8UC1);
    mask(cv::Rect(100, 120, 60, 40)) = 255;
    const cv::Mat line = outlineOf(mask, {400, 400}, 2);
    EXPECT_EQ(cv::countNonZero(line & mask), 0) << "outside of it";
    EXPECT_EQ(line.at<std::uint8_t>(119, 130), 255);
    EXPECT_EQ(line.at<std::uint8_t>(118, 130), 255);
    EXPECT_EQ(line.at<std::uint8_t>(116, 130), 0);
    cv::Mat speck = cv::Mat::zeros(400, 400, CV_8UC1);
    speck.at<std::uint8_t>(200, 200) = 255;
    EXPECT_GT(cv::countNonZero(outlineOf(speck, {50, 50}, 1)), 0);
    EXPECT_EQ(cv::countNonZero(outlineOf(cv::Mat::zeros(40, 40, CV_8UC1), {20, 20}, 3)), 0);
}

TEST(CloseUp, IsASquareAroundTheDefectInsideThePicture) {
    cv::Mat mask = cv::Mat::zeros(300, 400, CV_8UC1);
    mask(cv::Rect(390, 2, 8, 5)) = 255;
    const cv::Rect shown = closeUpOf(mask);
    EXPECT_EQ(shown.width, shown.height);
    EXPECT_EQ(shown & cv::Rect(0, 0, 400, 300), shown);
    EXPECT_EQ(shown & cv::Rect(390, 2, 8, 5), cv::Rect(390, 2, 8, 5));
    EXPECT_EQ(closeUpOf(cv::Mat::zeros(300, 400, CV_8UC1)), cv::Rect(0, 0, 400, 300));
}

TEST_F(Generation, TexturesFromAFolder) {
    prepare();
    const Path textures = dir_ / "textures";
    std::filesystem::create_directories(textures);
    encodeImage(textures / "green.png", cv::Mat(20, 30, CV_8UC3, cv::Scalar(0, 255, 0)));
    generate({.kinds = {{"perlin"}}, .count = 3, .textures = textures});
    const PartId part = generated().front().id;
    EXPECT_EQ(open().generated().find(part)->recipe["texture"]["sha256"],
              sha256OfFile(textures / "green.png"));
    EXPECT_GT(cv::countNonZero(generatedPicture(file(), part).mask), 0);
    encodeImage(textures / "green.png", cv::Mat(20, 30, CV_8UC3, cv::Scalar(255, 0, 0)));
    EXPECT_EQ(test::codeOf([&] { generatedPicture(file(), part); }), ErrorCode::InvalidData)
        << "another picture";
    std::filesystem::remove(textures / "green.png");
    EXPECT_EQ(test::codeOf([&] { generatedPicture(file(), part); }), ErrorCode::NotFound);
    EXPECT_THROW(generate({.kinds = {{"perlin"}}, .textures = dir_ / "nowhere"}), Error);
}

TEST_F(Generation, OneIsDrawnAgain) {
    prepare();
    generate({.kinds = {{"blended_patch"}, {"stain"}}, .count = 4});
    const PartRecord part = generated().front();
    const cv::Mat before = generatedPicture(file(), part.id).rgb;
    regenerateDefect(file(), part.id, job_);
    EXPECT_FALSE(same(generatedPicture(file(), part.id).rgb, before));
    EXPECT_EQ(generated().size(), 4U);
    EXPECT_NE(open().parts().find(part.id)->sha256, part.sha256);
    EXPECT_EQ(test::codeOf([&] { regenerateDefect(file(), 1, job_); }), ErrorCode::NotFound);
}

TEST_F(Generation, ThePreviewShowsWhatIsGenerated) {
    prepare();
    generate({.kinds = {{"blended_patch"}, {"displaced"}}, .count = 6});
    const DefectPreviewer previewer(file(), {});
    EXPECT_EQ(previewer.parts().size(), 3U);
    for (const GeneratedRecord& record : open().generated().all()) {
        const DefectPreview preview =
            previewer.draw({.part = record.madeFrom, .kind = {record.kind}, .number = record.number});
        const GeneratedPicture stored = generatedPicture(file(), record.part);
        EXPECT_TRUE(same(preview.after, stored.rgb));
        EXPECT_TRUE(same(preview.mask, stored.mask));
    }
    const PartRecord train = rolesForTraining(open()).with(Role::Train).front();
    EXPECT_FALSE(previewer.draw({.part = train.id, .kind = {"stain"}}).after.empty()) << "any good part";
    EXPECT_THROW(previewer.draw({.part = generated().front().id, .kind = {"stain"}}), Error);
    EXPECT_THROW(previewer.draw({.part = train.id, .kind = {"storm"}}), Error);
}

TEST_F(Generation, WhatCantBeSeenIsAWarning) {
    importTiny();
    cv::Mat flat(64, 64, CV_8UC3, cv::Scalar(90, 90, 90));
    for (const auto& entry : std::filesystem::directory_iterator(images() / "train/good")) {
        flat.at<cv::Vec3b>(0, 0)[0] = static_cast<std::uint8_t>(flat.at<cv::Vec3b>(0, 0)[0] + 1);
        encodeImage(entry.path(), flat);
    }
    importFolder({.project = file(), .folder = images()}, job_);
    Job job;
    const GenerateReport report =
        generateDefects({.project = file(), .kinds = {{"blur"}, {"rectangle"}}, .count = 4}, job);
    EXPECT_EQ(report.faint, 2) << "a flat picture can't be blurred";
    EXPECT_EQ(report.made, 2);
    EXPECT_EQ(job.warnings().size(), 2U);
    EXPECT_THROW(generateDefects({.project = file(), .kinds = {{"blur"}}, .count = 4}, job), Error);
    EXPECT_EQ(generated().size(), 2U) << "as it was";
}

TEST_F(Generation, CancelledItLeavesTheProjectAsItWas) {
    prepare();
    generate({.count = 3});
    std::vector<std::string> before;
    for (const PartRecord& part : generated())
        before.push_back(part.sha256);
    Job job([&job](const JobStatus& status) {
        if (status.fraction > 0.05) job.cancel();
    });
    EXPECT_THROW(generateDefects({.project = file(), .kinds = {{"stain"}}, .count = 6000}, job), Cancelled);
    std::vector<std::string> after;
    for (const PartRecord& part : generated())
        after.push_back(part.sha256);
    EXPECT_EQ(after, before);
}

TEST_F(Generation, RefusesWhatCantWork) {
    prepare();
    const auto code = [&](const GenerateRequest& request) {
        return test::codeOf([&] { generate(request); });
    };
    EXPECT_EQ(code({.kinds = {{"storm"}}}), ErrorCode::NotFound);
    EXPECT_EQ(code({.kinds = {{"blur"}, {"blur"}}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(code({.kinds = {{.kind = "blur", .params = {{"size_min", 1000}}}}}),
              ErrorCode::InvalidArgument);
    EXPECT_EQ(code({.count = -1}), ErrorCode::InvalidArgument);
    EXPECT_EQ(code({.segments = {"moon"}}), ErrorCode::NotFound);
    const PartId bad = open().parts().all({.label = Label::Bad}).front().id;
    EXPECT_EQ(code({.parts = {bad}}), ErrorCode::InvalidArgument);
    EXPECT_EQ(code({.parts = {9999}}), ErrorCode::InvalidArgument);
    EXPECT_TRUE(generated().empty());
}

TEST_F(Generation, AMissingPictureCostsItsDefectsOnly) {
    prepare();
    const PartRecord gone = partsToMakeDefectsFrom(open()).front();
    std::filesystem::remove(open().parts().imageFile(gone));
    const GenerateReport report = generate({.count = 6});
    EXPECT_EQ(report.made, 4);
    EXPECT_EQ(job_.warnings().size(), 2U);
}

class OneClass : public Generation {
protected:
    RunId fit(FitRequest request) {
        request.project = file();
        request.params = test::tinyForest();
        return fitForest(request, job_);
    }
};

TEST_F(OneClass, LearnsFromGeneratedPartsAndTestsEveryPhotographedBadOne) {
    prepare();
    train();
    const RunId run = fit({.bad = BadParts::Generated});
    const auto roles = rolesOf(run);
    const Project project = open();
    EXPECT_EQ(roles.at(Role::Fit).size(), 3U);
    for (const PartId part : roles.at(Role::Fit))
        EXPECT_TRUE(project.parts().find(part)->generated);
    EXPECT_EQ(roles.at(Role::Calibrate).size(), 3U);
    EXPECT_EQ(roles.at(Role::Test).size(), 12U) << "4 good and all 8 bad";
    for (const PartId part : roles.at(Role::Test))
        EXPECT_FALSE(project.parts().find(part)->generated);
    const RunRecord record = project.runs().find(run).value();
    EXPECT_EQ(record.params["bad_parts"], "generated");
    EXPECT_NE(record.message.find("were generated"), std::string::npos) << record.message;
    // Everything is reproducible.
    const RunId again = fit({.bad = BadParts::Generated});
    const auto a = project.runs().scores(run);
    const auto b = project.runs().scores(again);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        EXPECT_EQ(a[i].imageScore, b[i].imageScore);
}

TEST_F(OneClass, DroppedPartsDoNotServe) {
    prepare();
    train();
    generate({.count = 9});
    const PartRecord dropped = generated().front();
    const Parts::LabelChange change{
        .part = dropped.id, .label = Label::Unlabelled, .defectType = dropped.defectType};
    open().parts().setLabels({&change, 1}, "user");
    const auto roles = rolesOf(fit({.bad = BadParts::Generated}));
    EXPECT_EQ(roles.at(Role::Fit).size(), 8U);
    EXPECT_FALSE(roles.at(Role::Fit).contains(dropped.id));
}

TEST_F(OneClass, RealPartsOnlyOrBoth) {
    prepare();
    train();
    generate({.count = 6});
    scoreParts({.project = file(), .onlyMissing = true}, job_);
    const auto real = rolesOf(fit({.badForFit = 4, .bad = BadParts::Real}));
    EXPECT_EQ(real.at(Role::Fit).size(), 4U);
    const auto both = rolesOf(fit({.badForFit = 4}));
    EXPECT_EQ(both.at(Role::Fit).size(), 10U);
    EXPECT_EQ(both.at(Role::Test).size(), 8U);
    EXPECT_EQ(test::codeOf([&] { fit({.badForFit = 4, .bad = BadParts::Generated}); }),
              ErrorCode::InvalidArgument);
}

TEST_F(OneClass, PartsMadeFromOthersThanTheCalibrationPartsTakeNoPart) {
    prepare();
    train();
    const Project project = open();
    const std::vector<PartRecord> trained = rolesForTraining(project).with(Role::Train);
    const std::vector<PartRecord> tested = rolesForTraining(project).with(Role::Test);
    PartId testedGood = 0;
    for (const PartRecord& part : tested) {
        if (part.label == Label::Good) testedGood = part.id;
    }
    generate({.count = 4, .parts = {trained.front().id, testedGood}});
    generate({.count = 3, .add = true});
    const RunId run = fit({.bad = BadParts::Generated});
    const auto roles = rolesOf(run);
    EXPECT_EQ(roles.at(Role::Fit).size(), 3U);
    EXPECT_NE(project.runs().find(run)->message.find("4 generated parts take no part"), std::string::npos);
}

TEST_F(OneClass, RowsInFeatureSpaceStandForBadParts) {
    prepare();
    train();
    const RunId run = fit({.bad = BadParts::None, .featureDefects = {"local", "global"}});
    const auto roles = rolesOf(run);
    EXPECT_FALSE(roles.contains(Role::Fit));
    EXPECT_EQ(roles.at(Role::Test).size(), 12U);
    EXPECT_EQ(open().runs().scores(run).size(), 42U) << "photographed parts only are scored";
    EXPECT_EQ(test::codeOf([&] { fit({.bad = BadParts::None}); }), ErrorCode::InvalidData);
    EXPECT_EQ(test::codeOf([&] { fit({.featureDefects = {"celestial"}}); }), ErrorCode::InvalidArgument);
    const EvaluateReport seeds = evaluateProject({.project = file(), .paperSeeds = true}, job_);
    EXPECT_EQ(seeds.seeds["brf(patchcore)"]["auroc"]["values"].size(), 10U) << "with the rows of each seed";
}

TEST_F(OneClass, TellsWhichKindsHelp) {
    prepare();
    train();
    EXPECT_EQ(test::codeOf([&] { kindValues({.project = file()}, job_); }), ErrorCode::NotFound)
        << "none yet";
    generate({.kinds = {{"rectangle"}, {"stain"}}, .count = 12});
    const KindValueReport report =
        kindValues({.project = file(), .params = test::tinyForest(), .seeds = 2}, job_);
    ASSERT_EQ(report.rows.size(), 3U);
    EXPECT_EQ(report.rows[0].kind, "");
    EXPECT_EQ(report.rows[0].parts, 12);
    EXPECT_TRUE(report.rows[0].alone);
    EXPECT_FALSE(report.rows[0].without);
    EXPECT_EQ(report.rows[1].kind, "rectangle");
    EXPECT_EQ(report.rows[1].parts, 6);
    ASSERT_TRUE(report.rows[1].without && report.rows[1].alone);
    // Of two kinds, without the one is the other alone.
    EXPECT_EQ(report.rows[1].without->mean, report.rows[2].alone->mean);
    EXPECT_GE(report.rows[0].alone->mean, 0);
    EXPECT_EQ(report.good, 4);
    EXPECT_EQ(report.bad, 8);
    ASSERT_EQ(report.bare.size(), 1U);
    EXPECT_EQ(report.bare[0].first, "patchcore");
    EXPECT_EQ(test::codeOf([&] { kindValues({.project = file(), .seeds = 0}, job_); }),
              ErrorCode::InvalidArgument);
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(kindValues({.project = file()}, stopped), Cancelled);
}

/// A network that learns from defects that are drawn while it trains.
class MadeUp : public Generation {
protected:
    TrainRequest request(const std::string& pseudo) const {
        return {.project = file(),
                .detector = "dra",
                .backbone = "resnet18-untrained",
                .params = {{"image_size", 64},
                           {"last_layer", 2},
                           {"batch_size", 6},
                           {"epochs", 1},
                           {"steps_per_epoch", 2},
                           {"pseudo", pseudo}},
                .badForFit = 2};
    }
};

TEST_F(MadeUp, DefectsStandOnTheSegmentsAndComeAgain) {
    prepare();
    const Project project = open();
    const MadeUpParts parts(project, rolesForTraining(project).with(Role::Train));
    ASSERT_GT(parts.size(), 0U);
    int drawn = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 12); ++i) {
        const cv::Mat rgb = parts.rgb(i);
        SplitMix64 random(7, std::to_string(i));
        SplitMix64 again = random;
        const cv::Mat made = parts.withDefect(i, rgb, random);
        if (made.empty()) continue;
        ++drawn;
        EXPECT_FALSE(same(made, rgb));
        EXPECT_TRUE(same(made, parts.withDefect(i, rgb, again)));
        EXPECT_TRUE(same(rgb, parts.rgb(i))) << "the part itself stays";
    }
    EXPECT_GT(drawn, 9);
    const cv::Mat small(64, 64, CV_8UC3, cv::Scalar(90, 90, 90));
    SplitMix64 random(1);
    EXPECT_EQ(parts.withDefect(0, small, random).size(), small.size()) << "at the size the detector has it";
}

TEST_F(MadeUp, AChangedMapIsAnotherTraining) {
    prepare();
    const auto identity = [&] {
        const Project project = open();
        return MadeUpParts(project, project.parts().all()).identity();
    };
    const std::string before = identity();
    EXPECT_EQ(identity(), before);
    writeNpy(dir_ / "repaired.npy", cv::Mat(cv::Mat::ones(64, 64, CV_8UC1)));
    fixSegments({.project = file(), .maps = {{.map = dir_ / "repaired.npy", .part = "train/good/000.png"}}},
                job_);
    EXPECT_NE(identity(), before);
}

TEST_F(MadeUp, TrainsTheSameEachTimeWithCrossFitting) {
    importTiny();
    segmentsFromFiles();
    std::vector<std::vector<double>> scores(2);
    for (std::vector<double>& own : scores) {
        const RunId run = trainDetector(request("generated"), job_);
        const Project project = open();
        EXPECT_EQ(project.runs().find(run)->params.at("pseudo"), "generated");
        for (const ScoreRecord& score : project.runs().scores(run))
            own.push_back(score.imageScore);
        EXPECT_EQ(own.size(), 24U) << "those it has learned from, too, out of fold";
    }
    EXPECT_EQ(scores[0], scores[1]) << "bit for bit";
}
}  // namespace
