#include "core/workflow/packaging.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "core/base/scratch_folder.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/model_io.h"
#include "core/nn/weight_trim.h"
#include "core/project/project.h"
#include "core/segment/catalog.h"
#include "core/workflow/judging_runs.h"
#include "core/workflow/package_contents.h"
#include "core/workflow/package_opening.h"
#include "core/workflow/references.h"

namespace segad {

namespace {
constexpr int kMostReferences = 64;
constexpr std::uint64_t kLargestPicture = 1ULL << 30U;
constexpr const char* kFilesSource = "files";
constexpr const char* kMapsBesidePictures = "segments";

/// A package takes the place of a package only.
void requirePlace(const PackageRequest& request) {
    if (request.references < 1 || request.references > kMostReferences) {
        throw Error(ErrorCode::InvalidArgument, "references",
                    "must be 1 to " + std::to_string(kMostReferences), "Give such a number.");
    }
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(request.out, ignored))) {
        // A package that is called like a project would be opened as one by whoever goes by names.
        if (request.out.extension() == PackageFile::kSuffix) return;
        throw Error(ErrorCode::InvalidArgument, toUtf8(request.out), "is no name for a package",
                    std::string("Choose a name that ends with ") + PackageFile::kSuffix + ".");
    }
    if (!isPackage(request.out)) {
        throw Error(ErrorCode::AlreadyExists, toUtf8(request.out), "is there and is no package",
                    "Choose another name.");
    }
    if (!request.replace) {
        throw Error(ErrorCode::AlreadyExists, toUtf8(request.out), "is there already",
                    "Choose another name, or replace it: --force.");
    }
}

/// Collects what goes into the package beside its JSON entries.
class Packing {
public:
    Packing(const Project& project, const JudgingRuns& runs, const Inspector& inspector,
            const PackageRequest& request)
        : project_(project), runs_(runs), inspector_(inspector), request_(request) {
        contents_.name = runs.name();
        contents_.project = toUtf8(project.file().filename());
        contents_.judge = runs.judge;
        contents_.thresholds = runs.thresholds;
        contents_.learned = inspector.model().learned;
        contents_.sizes = inspector.model().sizes;
        contents_.computing = computingHere(inspector.detectors(), std::nullopt);
    }

    const PackageContents& contents() const noexcept { return contents_; }

    void pack(PackageWriter& writer, Job& job) {
        packReferences(writer, job);
        packDetectors(writer, job);
        if (runs_.byForest()) packForest(writer, job);
        for (const auto& [sha256, needed] : weights_)
            contents_.weights.push_back(packWeights(writer, needed, job));
        contents_.write(writer);
    }

private:
    void packReferences(PackageWriter& writer, Job& job) {
        Job::Stage stage(job, 0.5, "Scoring the reference parts");
        const std::vector<PartRecord> parts =
            chooseReferences(project_, runs_.judge, contents_.learned, request_.references);
        std::vector<ReferencePicture> pictures;
        for (const PartRecord& part : parts) {
            const Path file = project_.parts().imageFile(part);
            const std::string bytes = readFile(file, kLargestPicture);
            // A file's name need not be UTF-8.
            const std::string item = "references/" + std::to_string(pictures.size() + 1);
            writer.item(item, bytes);
            contents_.references.push_back(
                {.name = part.path, .label = std::string(toString(part.label)), .item = item});
            pictures.push_back(
                {.name = part.path, .file = file, .rgb = decodeImageBytes(bytes, part.path).rgb});
        }
        const std::vector<Judgement> judged = judgeReferences(inspector_, pictures, stage.job());
        for (std::size_t i = 0; i < judged.size(); ++i) {
            PackagedReference& reference = contents_.references[i];
            reference.score = judged[i].part.score;
            reference.verdict = toString(judged[i].part.verdict.value());
            reference.detectorScores = judged[i].part.detectorScores;
            if (!mapsFromFiles() || !judged[i].segments) continue;
            reference.segments = reference.item + ".segments.png";
            writer.item(reference.segments, encodePngBytes(judged[i].segments->labels()));
        }
    }

    void packDetectors(PackageWriter& writer, Job& job) {
        const std::vector<const Detector*> detectors = inspector_.detectors();
        for (std::size_t d = 0; d < detectors.size(); ++d) {
            const RunRecord& run = runs_.inputs.detectors[d];
            const std::string item = packModel(writer, run, job);
            contents_.detectors.push_back(
                {.run = run,
                 .item = item,
                 .percentiles = project_.maps().percentiles(run.id).value_or(std::vector<double>()),
                 .input = detectors[d]->input().size});
            const std::optional<BackboneIdentity> backbone = detectors[d]->description().backbone;
            if (!backbone) continue;
            if (detectors[d]->trunk()) need(backbone->weightsIdentity);
            noteLicence(run.subject, *backbone);
        }
    }

    void packForest(PackageWriter& writer, Job& job) {
        writer.item(PackageContents::kForestItem, forestOf(project_, runs_.judge).model);
        PackagedSegments segments{.run = project_.runs().find(runs_.inputs.segmentRun).value(),
                                  .names = inspector_.model().segmentNames};
        // The line PC has the maps of new parts beside them, if at all.
        if (mapsFromFiles()) segments.run.params["folder"] = kMapsBesidePictures;
        if (createSegmentSource(segments.run.subject, segments.run.params)->hasModel()) {
            segments.item = packModel(writer, segments.run, job);
            const ModelReader model(project_.runs().modelFile(segments.run));
            need(model.header().value("weights_identity", ""));
        }
        contents_.segments = std::move(segments);
    }

    /// Under the name that tells a model from a damaged one.
    std::string packModel(PackageWriter& writer, const RunRecord& run, Job& job) {
        const Path file = project_.runs().modelFile(run);
        std::string item = "models/" + toUtf8(file.filename());
        if (packed_.insert(item).second) writer.item(item, file, job);
        return item;
    }

    /// A backbone, as far as somebody uses it.
    struct NeededWeights {
        WeightEntry entry;
        std::size_t stages = 0;
    };

    PackagedWeights packWeights(PackageWriter& writer, const NeededWeights& needed, Job& job) const {
        const WeightEntry& entry = needed.entry;
        PackagedWeights packed{.entry = entry, .item = {}};
        if (needed.stages < entry.layers.size()) {
            packed.entry = trimWeights(entry, entry.layers[needed.stages - 1], scratch_.path(), job);
        }
        packed.item = "weights/" + packed.entry.sha256 + ".safetensors";
        if (packed.entry.file.empty()) {
            const std::span<const std::byte> bytes = embeddedWeightBytes();
            writer.item(packed.item, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        } else {
            writer.item(packed.item, packed.entry.file, job);
        }
        // The program's own embedded weights may be others one day.
        if (entry.file.empty()) packed.entry.name += "-" + entry.sha256.substr(0, 8);
        return packed;
    }

    /// Weights that a model looks for when it is opened; "": none, or made from a seed.
    void need(const std::string& identity) {
        if (identity.empty()) return;
        for (const WeightEntry& entry : availableWeights(WeightStore())) {
            const auto stage = std::ranges::find(entry.identities, identity);
            if (stage == entry.identities.end()) continue;
            NeededWeights& needed =
                weights_.try_emplace(entry.sha256, NeededWeights{.entry = entry}).first->second;
            needed.stages =
                std::max(needed.stages, static_cast<std::size_t>(stage - entry.identities.begin()) + 1);
            return;
        }
        throw Error(ErrorCode::MissingWeights, identity.substr(0, 8),
                    "weights of this identity are not there any more", "Import them again.");
    }

    void noteLicence(const std::string& detector, const BackboneIdentity& backbone) {
        if (backbone.weightsSha256.empty()) return;
        std::string licence = "no licence is known, ask whoever made them";
        for (const WeightEntry& entry : availableWeights(WeightStore())) {
            if (entry.sha256 == backbone.weightsSha256 && !entry.licence.empty()) licence = entry.licence;
        }
        contents_.licences.push_back(detector + ", made with the weights " + backbone.name + ": " + licence);
    }

    bool mapsFromFiles() const {
        const std::optional<RunRecord> run = project_.runs().find(runs_.inputs.segmentRun);
        return run && run->subject == kFilesSource;
    }

    const Project& project_;
    const JudgingRuns& runs_;
    const Inspector& inspector_;
    const PackageRequest& request_;
    PackageContents contents_;
    std::map<std::string, NeededWeights> weights_;  // by the SHA-256 of the whole backbone
    std::set<std::string> packed_;                  // models that are in
    ScratchFolder scratch_;
};

Json itemsJson(const PackageFile& package) {
    Json items = Json::array();
    for (const PackageItem& item : package.items())
        items.push_back({{"name", item.name}, {"bytes", item.bytes}, {"sha256", item.sha256}});
    return items;
}

PackageInfo infoOf(const PackageFile& package) {
    const PackageContents contents = PackageContents::read(package);
    const Json made = package.entry("made");
    PackageInfo info{.file = package.file(),
                     .id = package.id(),
                     .bytes = package.bytes(),
                     .name = contents.name,
                     .project = contents.project,
                     .madeAt = made.value("at", ""),
                     .madeBy = made.value("by", ""),
                     .host = made.value("host", ""),
                     .program = made.value("program", ""),
                     .processor = contents.computing.processor,
                     .threads = contents.computing.threads,
                     .thresholds = contents.thresholds,
                     .licences = contents.licences,
                     .references = contents.references.size()};
    for (const PackagedDetector& detector : contents.detectors)
        info.detectors.push_back(detector.run.subject);
    if (contents.segments) info.segments = contents.segments->names;
    info.document = {{"package", toUtf8(info.file)},
                     {"id", info.id},
                     {"bytes", info.bytes},
                     {"layout", PackageFile::kVersion},
                     {"made", made}};
    for (const char* key : {"judge", "thresholds", "detectors", "segments", "weights", "licences",
                            "references", "computing", "input"})
        info.document[key] = package.entry(key);
    // Of use to programs that draw heatmaps only.
    for (Json& detector : info.document["detectors"])
        detector.erase("percentiles");
    info.document["learned_pictures"] = contents.learned.all().size();
    info.document["items"] = itemsJson(package);
    return info;
}

void recordInAudit(const Path& file, const PackageReport& report, const JudgingRuns& runs) {
    Project project = Project::open(file);
    project.audit().add("package", toUtf8(report.info.file),
                        {{"package", report.info.id},
                         {"name", report.info.name},
                         {"run", runs.judge.id},
                         {"review", runs.thresholds.review},
                         {"reject", runs.thresholds.reject},
                         {"references", report.info.references},
                         {"bytes", report.info.bytes}});
}
}  // namespace

PackageReport makePackage(const PackageRequest& request, Job& job) {
    const auto start = std::chrono::steady_clock::now();
    requirePlace(request);
    const Project project = openForFeatures(request.project);
    const JudgingRuns runs = judgingRuns(project, request.run);
    std::optional<Inspector> inspector;
    {
        Job::Stage loading(job, 0.2, "Loading the models");
        inspector.emplace(modelOfProject(project, runs, request.device));
    }
    PackageWriter writer(request.out);
    {
        Job::Stage packing(job, 0.4, "Packing");
        Packing all(project, runs, *inspector, request);
        all.pack(writer, packing.job());
        writer.seal(packing.job());
    }
    PackageReport report{.notes = inspector->notes()};
    inspector.reset();  // what the check needs is in the package
    {
        Job::Stage checking(job, 0.4, "Checking the package");
        const std::unique_ptr<Inspector> packaged =
            openPackage(writer.sealedFile(), request.device, std::nullopt, checking.job());
        report.check = packaged->model().references.value();
        report.notes = packaged->notes();
    }
    writer.commit();
    Job unwatched;  // it lies there: nobody stops it any more
    report.info = packageInfo(request.out, unwatched);
    if (!project.readOnly()) recordInAudit(request.project, report, runs);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

PackageInfo packageInfo(const Path& file, Job& job) {
    return infoOf(PackageFile(file, job));
}

}  // namespace segad
