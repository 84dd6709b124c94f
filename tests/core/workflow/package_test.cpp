// Packages made from a project and opened where there is no project.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>

#include "core/detector/scoring.h"
#include "core/image/image.h"
#include "core/project/package_file.h"
#include "core/workflow/inspector.h"
#include "core/workflow/package_comparison.h"
#include "core/workflow/packaging.h"
#include "tests/core/workflow/project_fixture.h"

using namespace segad;
using testing::HasSubstr;

namespace {
Error errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return {ErrorCode::Internal, "", "", ""};
}

class Packages : public test::ProjectFixture {
protected:
    Path out() const { return dir_ / "line.segad-model"; }

    void prepare(bool forest = true) {
        importTiny();
        makeSegments({.project = file(), .source = "whole"}, job_);
        train();
        if (forest) fit();
    }

    PackageReport make(PackageRequest request = {}) {
        request.project = file();
        request.out = out();
        return makePackage(request, job_);
    }

    /// What an inspector says of a picture on its own.
    static Judgement judge(const Inspector& inspector, const Path& picture) {
        const cv::Mat rgb = decodeImage(picture).rgb;
        std::vector<Scored> scored;
        for (std::vector<Scored>& each : scoreTogether(inspector.detectors(), {&rgb, 1}))
            scored.push_back(std::move(each.front()));
        return inspector.decide(rgb, picture, std::move(scored));
    }

    /// Issue 9: package scores equal project scores to 1e-6 on every part.
    void expectParity(const Inspector& project, const Inspector& package) {
        ASSERT_EQ(project.detectorNames(), package.detectorNames());
        int compared = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(images())) {
            const bool isPart = entry.path().extension() == ".png" &&
                                entry.path().string().find("ground_truth") == std::string::npos;
            if (!isPart) continue;
            const Judgement expected = judge(project, entry.path());
            const Judgement found = judge(package, entry.path());
            EXPECT_NEAR(expected.part.score, found.part.score, 1e-6) << entry.path();
            EXPECT_EQ(expected.part.verdict, found.part.verdict);
            EXPECT_EQ(expected.part.topSegment, found.part.topSegment);
            EXPECT_EQ(expected.part.topDetector, found.part.topDetector);
            EXPECT_EQ(expected.topSegment, found.topSegment);
            EXPECT_EQ(expected.range.high, found.range.high);
            ASSERT_EQ(expected.part.detectorScores.size(), found.part.detectorScores.size());
            for (std::size_t d = 0; d < found.part.detectorScores.size(); ++d)
                EXPECT_NEAR(expected.part.detectorScores[d], found.part.detectorScores[d], 1e-6);
            ++compared;
        }
        EXPECT_EQ(compared, test::TinyDataset().parts());
    }

    /// The package with one of its entries changed, sealed again.
    void rewrite(const std::string& key, const std::function<void(Json&)>& change) {
        const Path other = dir_ / "other.segad-model";
        {
            const PackageFile package(out(), job_);
            PackageWriter writer(other);
            for (const char* name : {"judge", "thresholds", "detectors", "segments", "weights", "licences",
                                     "references", "computing", "learned", "input"}) {
                Json value = package.entry(name);
                if (name == key) change(value);
                writer.entry(name, value);
            }
            for (const PackageItem& item : package.items())
                writer.item(item.name, package.read(item.name));
            writer.seal(job_);
            writer.commit();
        }
        std::filesystem::rename(other, out());
    }

    /// Made-up weights whose features stay small numbers through all layers.
    void importQuietWeights(const std::string& name) {
        test::MadeBackbone made = test::madeBackbone("resnet18", 4);
        for (auto& [tensor, values] : made) {
            if (values.shape.size() != 4) continue;
            for (float& value : values.values)
                value *= 0.01F;
        }
        test::writeBackbone(dir_ / "made.safetensors", made);
        WeightStore().import(dir_ / "made.safetensors", name, job_);
    }

    /// Neither weights nor project any more.
    void moveToAnotherMachine() {
        setenv("SEGAD_DATA_HOME", (dir_ / "elsewhere").c_str(), 1);
        std::filesystem::rename(file(), dir_ / "away.segad");
        std::filesystem::rename(file().string() + "-models", dir_ / "away-models");
    }
};

TEST_F(Packages, JudgeAsTheProjectDoes) {
    prepare();
    const PackageReport report = make();
    EXPECT_EQ(report.info.name, "brf(patchcore)");
    EXPECT_EQ(report.check.parts, 8U);
    EXPECT_LT(report.check.largest.size(), 1e-6);
    EXPECT_TRUE(report.check.changes.empty()) << "it is the same machine";
    const std::unique_ptr<Inspector> project = openInspector(file(), "auto", job_);
    const std::unique_ptr<Inspector> package = openInspector(out(), "auto", job_);
    expectParity(*project, *package);
    EXPECT_EQ(package->model().package, report.info.id);
    EXPECT_EQ(package->model().learned.all().size(), project->model().learned.all().size());
    EXPECT_GT(package->model().loadSeconds, 0);
    EXPECT_GT(package->model().warmUpSeconds, 0);
    EXPECT_TRUE(package->model().references.has_value());
    const PackageComparison comparison = comparePackage(out(), file(), "auto", job_);
    EXPECT_EQ(comparison.parts, static_cast<std::size_t>(test::TinyDataset().parts()));
    EXPECT_EQ(comparison.failed, 0U);
    EXPECT_EQ(comparison.verdictsChanged, 0U);
    EXPECT_LT(comparison.largest.size(), 1e-6);
    EXPECT_FALSE(comparison.largest.part.empty());
}

// Backbones come along: that of a detector and that of a segment source.
TEST_F(Packages, NeedNoWeightsOfTheMachine) {
    importQuietWeights("mine");
    importTiny();
    makeSegments({.project = file(),
                  .source = "clusters",
                  .params = {{"count", 2}, {"backbone", "mine"}, {"side", 64}}},
                 job_);
    trainDetector({.project = file(), .backbone = "mine", .params = test::tinyPatchCore()}, job_);
    fit();
    make();
    const std::unique_ptr<Inspector> project = openInspector(file(), "auto", job_);
    moveToAnotherMachine();
    const std::unique_ptr<Inspector> package = openInspector(out(), "auto", job_);
    expectParity(*project, *package);
    const PackageInfo info = packageInfo(out(), job_);
    ASSERT_EQ(info.licences.size(), 1U);
    EXPECT_THAT(info.licences.front(), HasSubstr("patchcore, made with the weights mine: "));
    ASSERT_EQ(info.document.at("weights").size(), 1U) << "one backbone for both";
    EXPECT_EQ(info.document.at("weights")[0].at("layers").back(), "layer3") << "nobody uses layer4";
}

TEST_F(Packages, OfADetectorAloneJudgeByItsScore) {
    prepare(false);
    const PackageReport report = make({.references = 3});
    EXPECT_EQ(report.info.name, "patchcore");
    EXPECT_EQ(report.check.parts, 3U);
    EXPECT_TRUE(report.info.segments.empty());
    expectParity(*openInspector(file(), "auto", job_), *openInspector(out(), "auto", job_));
}

// Maps made by another program don't come along, but those of the references do.
TEST_F(Packages, FindSegmentMapsFromFilesBesideThePictures) {
    importTiny();
    segmentsFromFiles();
    train();
    fit();
    const PackageReport report = make();
    EXPECT_EQ(report.info.segments, (std::vector<std::string>{"ground", "square"}));
    EXPECT_THAT(report.notes, testing::Contains(HasSubstr("Segment maps come from files")));
    const std::unique_ptr<Inspector> project = openInspector(file(), "auto", job_);
    const Path part = images() / "test/hole/000.png";
    const Path taken = dir_ / "new/000.png";
    std::filesystem::create_directories(dir_ / "new/segments");
    std::filesystem::copy_file(part, taken);
    std::filesystem::copy_file(images() / "segments/test/hole/000.npy", dir_ / "new/segments/000.npy");
    moveToAnotherMachine();
    const std::unique_ptr<Inspector> package = openInspector(out(), "auto", job_);
    EXPECT_NEAR(judge(*project, part).part.score, judge(*package, taken).part.score, 1e-6);
}

TEST_F(Packages, ThatScoreOtherwiseAreRefused) {
    prepare();
    make();
    std::string part;
    rewrite("references", [&](Json& references) {
        Json& reference = references[2];
        part = reference["name"];
        const double score = reference["detector_scores"][0].get<double>();
        reference["detector_scores"][0] = score + 0.0002 * std::max(1.0, std::abs(score));
    });
    const Error error = errorOf([&] { openInspector(out(), "auto", job_); });
    EXPECT_EQ(error.code(), ErrorCode::Unsupported);
    EXPECT_THAT(error.message(), HasSubstr("the score of '" + part + "' by 'patchcore' differs by 0.0002"));
    EXPECT_THAT(error.message(), HasSubstr("allowed is 0.0001"));
    EXPECT_THAT(error.remedy(), HasSubstr("Make the package again"));
}

TEST_F(Packages, SayWhatIsOtherThanWhereTheyWereMade) {
    prepare();
    make();
    rewrite("computing", [](Json& computing) {
        computing["processor"] = "Abacus 5";
        computing["threads"] = 999;
    });
    const std::unique_ptr<Inspector> inspector = openInspector(out(), "auto", job_);
    ASSERT_EQ(inspector->model().references->changes.size(), 2U);
    EXPECT_THAT(inspector->notes(),
                testing::ElementsAre(HasSubstr("the package was made on 'Abacus 5'"),
                                     HasSubstr("where the package was made: 999"),
                                     "The reference parts score as they did where the package was made"));
}

TEST_F(Packages, InBFloat16SayHowMuchTheyDiffer) {
    prepare();
    make();
    const std::unique_ptr<Inspector> inspector = openInspector(out(), "auto", job_, Precision::BFloat16);
    const ReferenceCheck& check = inspector->model().references.value();
    EXPECT_EQ(check.changes,
              std::vector<std::string>{"Computes in 'bfloat16', the package was made in 'float32'"});
    EXPECT_GT(check.largest.size(), 0);
    EXPECT_THAT(inspector->notes(),
                testing::Contains(HasSubstr("Scores of the reference parts differ by at most")));
}

TEST_F(Packages, ThatAreDamagedAreRefused) {
    prepare();
    make();
    std::fstream bytes(out(), std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(static_cast<std::streamoff>(std::filesystem::file_size(out()) / 2));
    bytes.put('\xA5');
    bytes.put('\x5A');
    bytes.close();
    EXPECT_EQ(errorOf([&] { openInspector(out(), "auto", job_); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(errorOf([&] { packageInfo(out(), job_); }).code(), ErrorCode::Corrupt);
}

TEST_F(Packages, ReplacePackagesOnlyAndOnlyWhenAsked) {
    prepare(false);
    make();
    EXPECT_EQ(errorOf([&] { make(); }).code(), ErrorCode::AlreadyExists);
    make({.replace = true});
    const auto onto = [&](const Path& place) {
        return errorOf([&] { makePackage({.project = file(), .out = place, .replace = true}, job_); }).code();
    };
    EXPECT_EQ(onto(file()), ErrorCode::AlreadyExists) << "never a project";
    EXPECT_EQ(onto(dir_ / "line.segad"), ErrorCode::InvalidArgument) << "it would look like one";
    EXPECT_EQ(errorOf([&] { make({.references = 0, .replace = true}); }).code(), ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf([&] { make({.run = 999, .replace = true}); }).code(), ErrorCode::NotFound);
    EXPECT_EQ(errorOf([&] { make({.run = open().segments().currentRun(), .replace = true}); }).code(),
              ErrorCode::InvalidArgument);
    EXPECT_NO_THROW(packageInfo(out(), job_)) << "the one that was there stays";
}

TEST_F(Packages, LeaveNothingWhenTheyAreStopped) {
    prepare(false);
    Job stopped;
    stopped.cancel();
    EXPECT_THROW(makePackage({.project = file(), .out = out()}, stopped), Cancelled);
    EXPECT_FALSE(std::filesystem::exists(out()));
    EXPECT_FALSE(std::filesystem::exists(out().string() + ".partial"));
}

TEST_F(Packages, AreRecordedInTheAuditLog) {
    prepare(false);
    const PackageReport report = make();
    const AuditRecord entry = open().audit().latest(1).front();
    EXPECT_EQ(entry.action, "package");
    EXPECT_EQ(entry.subject, toUtf8(std::filesystem::absolute(out())));
    EXPECT_EQ(entry.detail.at("package"), report.info.id);
    EXPECT_FALSE(entry.detail.at("host").get<std::string>().empty());
    EXPECT_FALSE(entry.detail.at("program").get<std::string>().empty());
}

TEST_F(Packages, SayWhenPicturesHaveAnotherSize) {
    prepare(false);
    make();
    const std::unique_ptr<Inspector> inspector = openInspector(out(), "auto", job_);
    EXPECT_EQ(judge(*inspector, images() / "test/good/000.png").part.remark, "");
    encodeImage(dir_ / "large.png", cv::Mat(200, 100, CV_8UC3, cv::Scalar::all(90)));
    EXPECT_THAT(judge(*inspector, dir_ / "large.png").part.remark,
                HasSubstr("is 100 × 200 px, the pictures this comes from are 64 × 64 px"));
}
}  // namespace
