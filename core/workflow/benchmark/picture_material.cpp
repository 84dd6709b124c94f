#include <algorithm>
#include <array>
#include <map>

#include "core/base/sha256.h"
#include "core/detector/catalog.h"
#include "core/workflow/backbone_offers.h"
#include "core/workflow/benchmark/baseline_features.h"
#include "core/workflow/benchmark/material.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/one_class.h"
#include "core/workflow/part_features.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr double kImportShare = 0.6;
constexpr double kTrainShare = 0.8;
constexpr std::size_t kBatch = 32;  // bounds the maps in memory
constexpr const char* kPicturesKey = "benchmark pictures";
constexpr const char* kSegmentsKey = "benchmark segments";
constexpr const char* kTrainingKey = "benchmark training ";
/// Of trainings and generated defects that are the same for all repeats.
constexpr std::uint64_t kSharedSeed = kDefaultForestSeed;
/// MVTec AD's textures have no object that could be told from a background (segad.md § 6).
constexpr std::array kTextures{"carpet", "grid", "leather", "tile", "wood"};

bool learnsFromBad(const std::string& detector) {
    return detectorInfo(detector).supervision == Supervision::GoodAndBad;
}

std::string datasetHash(const Project& project) {
    std::vector<std::string> lines;
    for (const PartRecord& part : project.parts().all({.generated = false})) {
        std::string line = part.path;
        for (const std::string_view field :
             {std::string_view(part.sha256), toString(part.label), toString(part.subset),
              std::string_view(part.unseenDefect ? "unseen" : "")}) {
            line += '\t';
            line += field;
        }
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines);
    Sha256 hash;
    for (const std::string& line : lines)
        hash.update(line + "\n");
    return hash.hex();
}

Json originOf(const RunRecord& run) {
    Json origin{{"detector", run.subject}, {"params", run.params}, {"seed", run.seed}};
    if (!run.backbone.empty()) origin["backbone"] = run.backbone;
    if (!run.weightsSha256.empty()) origin["weights_sha256"] = run.weightsSha256;
    origin["model"] = run.modelFile;
    origin["device"] = run.device;
    origin["threads"] = run.threads;
    origin["program"] = run.programVersion;
    origin["seconds"] = run.seconds;
    if (!run.message.empty()) origin["remark"] = run.message;
    return origin;
}

class PictureMaterial : public BenchmarkMaterial {
public:
    PictureMaterial(const BenchmarkRequest& request, const BenchmarkClass& one, Path project)
        : request_(request),
          protocol_(benchmarkProtocol(request.protocol)),
          class_(one),
          file_(std::move(project)) {}

    BenchmarkClassRecord prepare(Job& job) override;
    void make(const BenchmarkMethod& method, std::span<const BenchmarkRepeat> repeats, Job& job) override;
    RoleTable roles(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) override;
    FeatureTable features(const BenchmarkMethod& method, Job& job) override;
    ScoreOfPart scores(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) override;
    Json origin(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) override;

private:
    Project& project();
    void importPictures(Job& job);
    SegmentRequest segmentRequest() const;
    void ensureSegments(Job& job);
    TrainRequest trainRequest(const std::string& detector, const BenchmarkRepeat& repeat) const;
    static std::string trainingKey(const std::string& detector, const BenchmarkRepeat& repeat);
    Json basisOf(const std::string& detector, const BenchmarkRepeat& repeat) const;
    std::optional<RunRecord> known(const std::string& detector, const BenchmarkRepeat& repeat);
    RunRecord trained(const std::string& detector, const BenchmarkRepeat& repeat);
    std::vector<RunRecord> trainedFor(const BenchmarkMethod& method, const BenchmarkRepeat& repeat);
    void ensureTrained(const std::string& detector, const BenchmarkRepeat& repeat, Job& job);
    std::vector<PartRecord> partsToScore(const std::string& detector, const BenchmarkRepeat& repeat);
    /// A number of bad parts is drawn, whatever the layout has for it.
    bool drawsBad() const {
        return protocol_.draw == BenchmarkDraw::FromTest ||
               (protocol_.draw == BenchmarkDraw::AsLaidOut && request_.bad > 0);
    }
    SplitOptions drawFor(const BenchmarkRepeat& repeat);

    const BenchmarkRequest& request_;
    const BenchmarkProtocol& protocol_;
    const BenchmarkClass& class_;
    Path file_;
    std::optional<Project> project_;
};

Project& PictureMaterial::project() {
    if (!project_) project_.emplace(Project::open(file_));
    return *project_;
}

/// Brings the pictures into the class's project, or makes sure that they are those it was made from: its
/// trainings and maps would not be theirs.
void PictureMaterial::importPictures(Job& job) {
    std::error_code ignored;
    if (!std::filesystem::exists(file_, ignored)) createProject(file_);
    const bool known = project().setting(kPicturesKey).has_value();
    const ImportReport report = importFolder({.project = file_,
                                              .folder = class_.folder,
                                              .layout = protocol_.layout,
                                              .className = class_.className,
                                              .dryRun = known},
                                             job);
    for (const Finding& finding : report.findings) {
        if (finding.kind != FindingKind::Error) continue;
        job.warn(Error(ErrorCode::InvalidData, finding.path, finding.message, finding.remedy));
    }
    if (!known) {
        project().setSetting(kPicturesKey, datasetHash(project()));
        return;
    }
    const auto parts = static_cast<std::size_t>(report.unchanged);
    if (report.added == 0 && report.updated == 0 && parts == project().parts().count({.generated = false}))
        return;
    throw Error(ErrorCode::InvalidData, toUtf8(class_.folder),
                "has other pictures than those that " + toUtf8(file_) + " was made from",
                "Restore them, or choose another results file.");
}

BenchmarkClassRecord PictureMaterial::prepare(Job& job) {
    {
        Job::Stage stage(job, kImportShare, "");
        importPictures(stage.job());
    }
    Job::Stage stage(job, 1 - kImportShare, "Segment maps");
    ensureSegments(stage.job());
    return {.name = class_.name,
            .sha256 = *project().setting(kPicturesKey),
            .facts = {{"folder", toUtf8(class_.folder)},
                      {"parts", project().parts().count({.generated = false})},
                      {"segments", project().segments().names().size()}}};
}

SegmentRequest PictureMaterial::segmentRequest() const {
    if (!request_.segments.empty())
        return {.project = file_, .source = request_.segments, .params = request_.segmentParams};
    std::error_code ignored;
    if (std::filesystem::is_directory(class_.folder / "segments", ignored))
        return {.project = file_, .source = "files", .params = {{"folder", "segments"}}};
    const bool texture = std::ranges::find(kTextures, class_.name) != kTextures.end();
    return {.project = file_, .source = texture ? "whole" : "foreground"};
}

void PictureMaterial::ensureSegments(Job& job) {
    SegmentRequest request = segmentRequest();
    // Relative folders of maps are below the pictures' one; those of several classes have one each.
    if (request.source == "files" && request.params.contains("folder")) {
        const Path folder(request.params.at("folder").get<std::string>());
        std::error_code ignored;
        if (folder.is_absolute() && std::filesystem::is_directory(folder / class_.name, ignored))
            request.params["folder"] = toUtf8(folder / class_.name);
    }
    const std::string wanted = Json{{"source", request.source}, {"params", request.params}}.dump();
    const bool there = project().segments().currentRun() != 0 &&
                       project().segments().mapCount() == project().parts().count({.generated = false});
    if (there && project().setting(kSegmentsKey) == wanted) return;
    makeSegments(request, job);
    project().setSetting(kSegmentsKey, wanted);
}

TrainRequest PictureMaterial::trainRequest(const std::string& detector, const BenchmarkRepeat& repeat) const {
    const DetectorInfo& info = detectorInfo(detector);
    TrainRequest request{.project = file_,
                         .detector = detector,
                         .params = request_.detectorParams.value(detector, Json::object()),
                         .seed = kSharedSeed,
                         .device = request_.device,
                         .score = false,
                         .resume = true,
                         .crossFit = false};
    if (info.usesBackbone && !request_.backbone.empty()) {
        for (const BackboneOffer& offer : offerBackbones(detector, info.params.complete(request.params))) {
            if (offer.name == request_.backbone && offer.fits) request.backbone = offer.name;
        }
    }
    if (!learnsFromBad(detector)) return request;
    request.seed = repeat.seed;
    request.badSeed = repeat.seed;
    request.publishedSubset = repeat.list;
    request.badForFit = drawsBad() ? badPartsOf(request_) : 0;
    return request;
}

std::string PictureMaterial::trainingKey(const std::string& detector, const BenchmarkRepeat& repeat) {
    return kTrainingKey + detector + (learnsFromBad(detector) ? " " + repeat.name : "");
}

std::optional<RunRecord> PictureMaterial::known(const std::string& detector, const BenchmarkRepeat& repeat) {
    const std::optional<std::string> stored = project().setting(trainingKey(detector, repeat));
    if (!stored) return std::nullopt;
    const Json training = parseJson(*stored, file_.string());
    if (!training.is_object() || training.value("basis", Json()) != basisOf(detector, repeat))
        return std::nullopt;
    std::optional<RunRecord> run = project().runs().find(training.value("run", RunId{0}));
    if (run && (run->subject != detector || run->outcome != RunOutcome::Done)) return std::nullopt;
    return run;
}

/// What a training follows from: one with another basis was left by results that are gone.
Json PictureMaterial::basisOf(const std::string& detector, const BenchmarkRepeat& repeat) const {
    const TrainRequest request = trainRequest(detector, repeat);
    return {{"params", detectorInfo(detector).params.complete(request.params)},
            {"backbone", request.backbone},
            {"seed", request.seed},
            {"bad", request.badForFit},
            {"list", request.publishedSubset.value_or("")}};
}

RunRecord PictureMaterial::trained(const std::string& detector, const BenchmarkRepeat& repeat) {
    if (std::optional<RunRecord> run = known(detector, repeat)) return *std::move(run);
    throw Error(ErrorCode::NotFound, detector, "was not trained for " + class_.name,
                "Run the benchmark again; it trains what is missing.");
}

std::vector<RunRecord> PictureMaterial::trainedFor(const BenchmarkMethod& method,
                                                   const BenchmarkRepeat& repeat) {
    std::vector<RunRecord> runs;
    for (const std::string& detector : method.detectors)
        runs.push_back(trained(detector, repeat));
    return runs;
}

SplitOptions PictureMaterial::drawFor(const BenchmarkRepeat& repeat) {
    switch (protocol_.draw) {
        case BenchmarkDraw::FromTest:
        case BenchmarkDraw::AsLaidOut:
            return badPartOptions(project(), drawsBad() ? badPartsOf(request_) : 0, repeat.seed, {});
        case BenchmarkDraw::AllOfTrain:
            return badPartOptions(project(), 0, repeat.seed, {});
        case BenchmarkDraw::Lists:
            return badPartOptions(project(), 0, repeat.seed, repeat.list);
        case BenchmarkDraw::Generated:
            break;
    }
    return badPartOptions(project(), 0, repeat.seed, {}, BadParts::Generated);
}

/// Those whose scores a cell may ask for. What a detector has learned from is never asked for.
std::vector<PartRecord> PictureMaterial::partsToScore(const std::string& detector,
                                                      const BenchmarkRepeat& repeat) {
    if (learnsFromBad(detector)) return rolesForTraining(project(), drawFor(repeat)).with(Role::Test);
    RoleTable roles = rolesForTraining(project());
    std::vector<PartRecord> parts;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        const PartRecord& part = roles.parts[i];
        const bool asked = roles.roles[i] == Role::Test || roles.roles[i] == Role::Calibrate ||
                           (part.label == Label::Bad && protocol_.draw != BenchmarkDraw::Generated);
        if (asked && !part.generated) parts.push_back(part);
    }
    return parts;
}

void PictureMaterial::ensureTrained(const std::string& detector, const BenchmarkRepeat& repeat, Job& job) {
    std::optional<RunRecord> run = known(detector, repeat);
    if (!run) {
        Job::Stage stage(job, kTrainShare, "");
        const RunId id = trainDetector(trainRequest(detector, repeat), stage.job());
        project().setSetting(trainingKey(detector, repeat),
                             Json{{"run", id}, {"basis", basisOf(detector, repeat)}}.dump());
        run = project().runs().find(id);
    }
    const std::vector<PartRecord> missing = unscored(project(), *run, partsToScore(detector, repeat));
    if (missing.empty()) return;
    Job::Stage stage(job, 1 - kTrainShare, "");
    const TrainedDetector loaded = loadTrained(project(), *run, request_.device);
    scoreAndStore(project(), {&loaded, 1}, missing, stage.job());
}

void PictureMaterial::make(const BenchmarkMethod& method, std::span<const BenchmarkRepeat> repeats,
                           Job& job) {
    const bool oneClass = method.forest && protocol_.draw == BenchmarkDraw::Generated;
    std::vector<std::pair<std::string, BenchmarkRepeat>> wanted;
    for (const std::string& detector : method.detectors) {
        for (const BenchmarkRepeat& repeat : repeats) {
            wanted.emplace_back(detector, repeat);
            if (!learnsFromBad(detector)) break;  // one for all
        }
    }
    const double share = 1.0 / static_cast<double>(wanted.size() + (oneClass ? 1 : 0));
    for (const auto& [detector, repeat] : wanted) {
        Job::Stage stage(job, share, paperName(detector));
        ensureTrained(detector, repeat, stage.job());
    }
    if (!oneClass) return;
    Job::Stage stage(job, share, "");
    prepareOneClass(project(), trainedFor(method, repeats.front()), kSharedSeed, request_.device,
                    stage.job());
}

RoleTable PictureMaterial::roles(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) {
    if (!method.forest && learnsFromBad(method.detectors.front()))
        return rolesForTraining(project(), drawFor(repeat));
    // A bare detector is judged on the parts that its forest is judged on.
    SplitOptions options = drawFor(repeat);
    if (!method.forest && protocol_.draw == BenchmarkDraw::Generated) options.badForFit = std::nullopt;
    return rolesForFitting(project(), trainedFor(method, repeat), options);
}

FeatureTable PictureMaterial::features(const BenchmarkMethod& method, Job& job) {
    const RoleTable roles = rolesForTraining(project());
    std::vector<PartRecord> parts;
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        if (roles.roles[i] != Role::Train) parts.push_back(roles.parts[i]);
    }
    const FeatureInputs inputs{.detectors = trainedFor(method, {}),
                               .segmentRun = project().segments().currentRun(),
                               .segments = static_cast<int>(project().segments().names().size())};
    if (method.segments == SegmentUse::Own) return featureTable(project(), inputs, parts, job);
    return featuresWithout(project(), inputs, method.segments, parts, job);
}

ScoreOfPart PictureMaterial::scores(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) {
    const std::string& detector = method.detectors.front();
    const bool byMap = !learnsFromBad(detector);  // segad.md § 1; supervised ones say their score themselves
    ScoreOfPart scores;
    for (const ScoreRecord& score : project().runs().scores(trained(detector, repeat).id))
        scores[score.part] = byMap && score.mapMax ? *score.mapMax : score.imageScore;
    return scores;
}

Json PictureMaterial::origin(const BenchmarkMethod& method, const BenchmarkRepeat& repeat) {
    Json detectors = Json::array();
    for (const RunRecord& run : trainedFor(method, repeat))
        detectors.push_back(originOf(run));
    Json origin{{"detectors", std::move(detectors)}};
    if (!method.forest || method.segments == SegmentUse::Whole) return origin;
    if (const auto run = project().runs().find(project().segments().currentRun()))
        origin["segments"] = {{"source", run->subject}, {"params", run->params}};
    return origin;
}
}  // namespace

std::unique_ptr<BenchmarkMaterial> materialFromPictures(const BenchmarkRequest& request,
                                                        const BenchmarkClass& one, const Path& project) {
    return std::make_unique<PictureMaterial>(request, one, project);
}

}  // namespace segad
