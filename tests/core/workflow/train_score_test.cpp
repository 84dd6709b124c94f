#include <fstream>

#include "core/base/log.h"
#include "core/detector/catalog.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/embedded_backbone.h"
#include "core/workflow/backbone_offers.h"
#include "core/workflow/distil_plan.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class Training : public test::ProjectFixture {};

TEST_F(Training, TrainsAndScoresOnTheEmbeddedBackbone) {
    importTiny();
    const TrainPlan plan = planTraining({.project = file(), .params = test::tinyPatchCore()});
    EXPECT_EQ(plan.trainParts, 10) << "12 good ones minus ceil(10 %)";
    EXPECT_EQ(plan.calibrateParts, 2);
    EXPECT_EQ(plan.scoreParts, 24);
    EXPECT_EQ(plan.backbone, kEmbeddedBackbone);
    EXPECT_EQ(plan.remark, "");

    const RunId id = train();
    const Project project = open();
    const auto run = project.runs().find(id);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->outcome, RunOutcome::Done);
    EXPECT_EQ(run->subject, "patchcore");
    EXPECT_EQ(run->params["coreset_ratio"], 0.1);
    EXPECT_EQ(run->params["neighbours"], 9) << "parameters are stored complete";
    EXPECT_EQ(run->backbone, kEmbeddedBackbone);
    EXPECT_EQ(run->weightsSha256, embeddedWeights().sha256);
    EXPECT_EQ(run->message.find("untrained"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(project.runs().modelFile(*run)));
    EXPECT_EQ(project.runs().scores(id).size(), 24U);
    EXPECT_EQ(project.maps().partsWithMap(id).size(), 24U);
    const auto percentiles = project.maps().percentiles(id);
    ASSERT_TRUE(percentiles);
    EXPECT_TRUE(std::ranges::is_sorted(*percentiles));
    const auto thresholds = project.runs().thresholds(id);
    ASSERT_TRUE(thresholds);
    EXPECT_LE(thresholds->review, thresholds->reject);
}

TEST_F(Training, SaysSoWhenTheBackboneIsUntrained) {
    importTiny();
    const TrainPlan asked =
        planTraining({.project = file(), .backbone = "resnet18-untrained", .params = test::tinyPatchCore()});
    EXPECT_NE(asked.remark.find("untrained"), std::string::npos);
    Json params = test::tinyPatchCore();
    params["layers"] = "2,3,4";
    const TrainPlan forced = planTraining({.project = file(), .params = params});
    EXPECT_EQ(forced.backbone, "resnet18-untrained") << "the embedded one has no layer4";
    EXPECT_NE(forced.remark.find("untrained"), std::string::npos);
}

TEST_F(Training, OffersTheBackbonesThereAre) {
    const ParamSchema& schema = detectorInfo("patchcore").params;
    const auto names = [](const std::vector<BackboneOffer>& offers) {
        std::vector<std::string> list;
        for (const BackboneOffer& offer : offers)
            list.push_back(offer.name + (offer.fits ? "" : "-") + (offer.preferred ? "*" : ""));
        return list;
    };
    const std::vector<BackboneOffer> usual = offerBackbones("patchcore", schema.complete(Json::object()));
    EXPECT_EQ(names(usual), (std::vector<std::string>{"embedded*", "resnet18-untrained"}));
    EXPECT_EQ(usual.front().lastLayer, "layer3");
    EXPECT_FALSE(usual.front().note.empty());
    EXPECT_EQ(names(offerBackbones("patchcore", schema.complete({{"layers", "2,3,4"}}))),
              (std::vector<std::string>{"embedded-", "resnet18-untrained*"}));
    EXPECT_EQ(catalogBackboneLike("embedded"), "embedded");
    EXPECT_EQ(catalogBackboneLike("nobodys"), "");
    EXPECT_TRUE(possibleTeachers("compact_resnet").empty()) << "the embedded one teaches nobody";
}

TEST_F(Training, ADistillationSaysWhatItCosts) {
    const double some = estimateDistilSeconds({.steps = 1000});
    EXPECT_GT(some, 1);
    EXPECT_NEAR(estimateDistilSeconds({.steps = 3000}), 3 * some, 1e-9 * some);
    EXPECT_GT(estimateDistilSeconds({.teacher = "wide_resnet50_2", .steps = 1000}), 2 * some);
    EXPECT_FALSE(findDistilCheckpoint(dir_ / "none.safetensors"));
    writeFileAtomically(dir_ / "odd.safetensors.checkpoint", "no checkpoint");
    EXPECT_THROW(findDistilCheckpoint(dir_ / "odd.safetensors"), Error);
}

TEST_F(Training, TheSnapshotKeepsCalibrationPartsFromTheDetector) {
    importTiny();
    const RunId id = train();
    const Project project = open();
    std::map<Role, int> counts;
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(id)->snapshot)) {
        ++counts[pair.role];
        const PartRecord part = project.parts().find(pair.part).value();
        const bool learned = pair.role == Role::Train || pair.role == Role::Calibrate;
        EXPECT_EQ(learned, part.path.starts_with("train/")) << part.path;
    }
    EXPECT_EQ(counts[Role::Train], 10);
    EXPECT_EQ(counts[Role::Calibrate], 2);
    EXPECT_EQ(counts[Role::Test], 12);
}

TEST_F(Training, TheSameSeedGivesTheSameScores) {
    importTiny();
    const RunId first = train();
    const RunId second = train();
    const Project project = open();
    const auto a = project.runs().scores(first);
    const auto b = project.runs().scores(second);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].imageScore, b[i].imageScore);
        EXPECT_EQ(a[i].mapMax, b[i].mapMax);
    }
}

TEST_F(Training, ScoreOnlyMissingGoesOnWhereItStopped) {
    importTiny();
    const RunId id = train();
    const auto before = open().runs().scores(id);
    test::TinyDataset{.testGood = 6}.write(images());
    importFolder({.project = file(), .folder = images()}, job_);
    EXPECT_EQ(scoreParts({.project = file(), .onlyMissing = true}, job_), 2);
    EXPECT_EQ(scoreParts({.project = file(), .onlyMissing = true}, job_), 0);
    const auto after = open().runs().scores(id);
    EXPECT_EQ(after.size(), 26U);
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(after[i].imageScore, before[i].imageScore);
}

TEST_F(Training, AModelThatWasLoadedScoresAsTheTrainedOne) {
    importTiny();
    const RunId id = train();
    const auto trained = open().runs().scores(id);
    EXPECT_EQ(scoreParts({.project = file(), .detector = "patchcore"}, job_), 24);
    const auto loaded = open().runs().scores(id);
    for (std::size_t i = 0; i < trained.size(); ++i)
        EXPECT_EQ(loaded[i].imageScore, trained[i].imageScore);
}

TEST_F(Training, MapsThatWereDeletedAreMadeAgain) {
    importTiny();
    const RunId id = train();
    open().maps().clear(id);
    EXPECT_EQ(scoreParts({.project = file(), .onlyMissing = true}, job_), 24);
    EXPECT_EQ(open().maps().partsWithMap(id).size(), 24U);
    EXPECT_TRUE(open().maps().percentiles(id));
}

TEST_F(Training, PicturesThatBreakLaterAreWarnings) {
    importTiny();
    // Three of twelve, of which two calibrate: at least one is to be learned from.
    const std::set<std::string> broken{"train/good/001.png", "train/good/002.png", "train/good/003.png"};
    for (const std::string& path : broken)
        std::ofstream(images() / path) << "gone bad";
    std::filesystem::remove(images() / "test/spot/002.png");
    const RunId id = train();
    std::set<std::string> warned;
    for (const Error& warning : job_.warnings())
        warned.insert(toUtf8(Path(warning.subject()).lexically_relative(images())));
    std::set<std::string> expected = broken;
    expected.insert("test/spot/002.png");
    EXPECT_EQ(warned, expected);
    const Project project = open();
    EXPECT_EQ(project.runs().scores(id).size(), 20U);
    int learned = 0;
    for (const RolePair& pair : project.runs().snapshot(project.runs().find(id)->snapshot)) {
        if (pair.role != Role::Train) continue;
        EXPECT_FALSE(broken.contains(project.parts().find(pair.part)->path));
        ++learned;
    }
    EXPECT_LT(learned, 10);
}

TEST_F(Training, CancellingWhileTrainingLeavesNoResult) {
    importTiny();
    Job* running = nullptr;
    Job job([&](const JobStatus& status) {
        if (status.what.starts_with("Learning")) running->cancel();
    });
    running = &job;
    EXPECT_THROW(trainDetector({.project = file(), .params = test::tinyPatchCore()}, job), Cancelled);
    const Project project = open();
    EXPECT_FALSE(project.runs().latest(RunKind::Train));
    ASSERT_EQ(project.runs().all().back().outcome, RunOutcome::Cancelled);
    EXPECT_TRUE(project.check().empty());
}

TEST_F(Training, CancellingWhileScoringKeepsAPrefixToGoOnFrom) {
    importTiny();
    Job* running = nullptr;
    Job job([&](const JobStatus& status) {
        if (status.what.starts_with("Scoring") && status.done >= 1) running->cancel();
    });
    running = &job;
    EXPECT_THROW(trainDetector({.project = file(), .params = test::tinyPatchCore()}, job), Cancelled);
    const auto run = open().runs().latest(RunKind::Train, "patchcore");
    ASSERT_TRUE(run) << "the training itself was complete";
    const std::size_t scored = open().runs().scores(run->id).size();
    EXPECT_LT(scored, 24U);
    const RunId resumed =
        trainDetector({.project = file(), .params = test::tinyPatchCore(), .resume = true}, job_);
    EXPECT_EQ(resumed, run->id);
    EXPECT_EQ(open().runs().scores(run->id).size(), 24U);
}

TEST_F(Training, RefusesWhatCantWork) {
    createProject(file());
    EXPECT_THROW(train(), Error) << "no parts";
    importFolder({.project = file(), .folder = (test::TinyDataset().write(images()), images())}, job_);
    try {
        trainDetector({.project = file(), .detector = "nosuch"}, job_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
    }
    try {
        trainDetector({.project = file(), .params = {{"coreset_ratio", 7}}}, job_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
        EXPECT_EQ(error.subject(), "coreset_ratio");
    }
    try {
        trainDetector({.project = file(), .backbone = "resnet18"}, job_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::MissingWeights);
        EXPECT_NE(error.remedy().find("weights import"), std::string::npos);
    }
}

TEST_F(Training, ADetectorThatGoesTooDeepSaysHowDeepItCan) {
    importTiny();
    const TrainPlan usual = planTraining({.project = file(), .detector = "devnet", .badForFit = 4});
    EXPECT_EQ(usual.backbone, "resnet18-untrained");
    EXPECT_NE(usual.remark.find("last_layer=3"), std::string::npos) << usual.remark;
    try {
        planTraining(
            {.project = file(), .detector = "devnet", .backbone = kEmbeddedBackbone, .badForFit = 4});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::MissingWeights);
        EXPECT_NE(error.remedy().find("last_layer=3"), std::string::npos) << error.what();
    }
    EXPECT_EQ(planTraining({.project = file(),
                            .detector = "devnet",
                            .backbone = kEmbeddedBackbone,
                            .params = {{"last_layer", 3}},
                            .badForFit = 4})
                  .backbone,
              kEmbeddedBackbone);
}

TEST_F(Training, TheClassifierPrefersItsOwnBackbone) {
    importTiny();
    TrainRequest request{.project = file(),
                         .detector = "wide_resnet_classifier",
                         .params = {{"last_layer", 2}},
                         .badForFit = 4};
    importMadeWeights("resnet18", "resnet18", 3);
    EXPECT_EQ(planTraining(request).backbone, "resnet18");
    importMadeWeights("wide_resnet50_2", "wide_resnet50_2", 3);
    EXPECT_EQ(planTraining(request).backbone, "wide_resnet50_2");
    request.detector = "devnet";
    EXPECT_EQ(planTraining(request).backbone, "resnet18");
}

TEST_F(Training, ADetectorWithATeacherNamesWhatIsMissingBeforeItBegins) {
    importTiny();
    const TrainRequest request{.project = file(), .detector = "efficientad_small"};
    for (const bool planned : {true, false}) {
        try {
            if (planned)
                planTraining(request);
            else
                trainDetector(request, job_);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::MissingWeights);
            EXPECT_NE(error.message().find("teacher_small.pth"), std::string::npos) << error.what();
            EXPECT_NE(error.remedy().find("segad weights import"), std::string::npos) << error.what();
            EXPECT_NE(error.remedy().find("segad distil --student pdn_small"), std::string::npos);
        }
    }
    EXPECT_EQ(open().runs().all().size(), 1U) << "not even a run, but for the import";
    Json folder = detectorInfo("efficientad_small").params.defaults();
    folder["penalty"] = "folder";
    folder["penalty_folder"] = "/nowhere";
    EXPECT_THROW(detectorInfo("efficientad_small").requireInputs(folder), Error);
    TrainRequest wrong = request;
    wrong.backbone = kEmbeddedBackbone;
    EXPECT_THROW(planTraining(wrong), Error);
    const Json params = detectorInfo("efficientad_small").params.defaults();
    const std::vector<BackboneOffer> offers = offerBackbones("efficientad_small", params);
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(offers[0].name, "pdn_small_narrow-untrained");
    EXPECT_FALSE(offers[0].preferred);
}

TEST_F(Training, ATeacherThatWasMadeIsFound) {
    importTiny();
    importMadeWeights("pdn_small_narrow", "own");
    EXPECT_EQ(planTraining({.project = file(), .detector = "efficientad_small"}).backbone, "own");
    EXPECT_THROW(planTraining({.project = file(), .detector = "efficientad_medium"}), Error);
    for (const BackboneOffer& offer :
         offerBackbones("patchcore", detectorInfo("patchcore").params.defaults()))
        EXPECT_NE(offer.name, "own") << "PatchCore can't see through a teacher";
    // One imported under the architecture's name goes before.
    importMadeWeights("pdn_small", "pdn_small");
    EXPECT_EQ(planTraining({.project = file(), .detector = "efficientad_small"}).backbone, "pdn_small");
    EXPECT_EQ(planTraining({.project = file(), .detector = "efficientad_small", .backbone = "own"}).backbone,
              "own");
}

TEST_F(Training, ATeacherCanAlwaysBeMade) {
    const std::vector<WeightEntry> teachers = possibleTeachers("pdn_small");
    ASSERT_EQ(teachers.size(), 1U);
    EXPECT_EQ(teachers[0].name, kEmbeddedBackbone);
    EXPECT_NE(teacherRemark("pdn_small", teachers[0]).find("good enough to begin with"), std::string::npos);
    EXPECT_EQ(teacherRemark("compact_resnet", teachers[0]), "");
    const DistilRequest usual = usualDistilRequest("pdn_small");
    EXPECT_EQ(usual.importAs, "pdn_small-distilled");
    EXPECT_GT(estimateDistilSeconds(usual), 600);
    EXPECT_THROW(distil({.student = "pdn_small"}, job_), Error) << "no file and no name";
    EXPECT_THROW(distil({.student = "pdn_small", .importAs = "pdn_small"}, job_), Error)
        << "kept for the published one";
    importMadeWeights("pdn_small_narrow", "own");
    try {
        distil({.student = "pdn_small", .importAs = "own"}, job_);
        FAIL() << "would be told after hours";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::AlreadyExists);
    }
}

TEST_F(Training, AMissingModelSaysHowToGetItBack) {
    importTiny();
    const RunId id = train();
    std::filesystem::remove(open().runs().modelFile(*open().runs().find(id)));
    try {
        scoreParts({.project = file()}, job_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
        EXPECT_NE(error.remedy().find("segad train"), std::string::npos);
    }
}
}  // namespace
