#include "core/workflow/package_opening.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include <opencv2/core.hpp>

#include "core/base/scratch_folder.h"
#include "core/image/image.h"
#include "core/nn/guest_weights.h"
#include "core/nn/model_io.h"
#include "core/segment/catalog.h"
#include "core/workflow/package_contents.h"
#include "core/workflow/references.h"

namespace segad {

namespace {
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string text(double value, const char* format = "%.6g") {
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, value);
    return buffer.data();
}

/// Unpacks what has to be a file to be read.
class Unpacked {
public:
    explicit Unpacked(const PackageFile& package) : package_(package) {}

    Path extract(const std::string& item, Job& job) const {
        const Path file = scratch_.path() / Path(item).filename();
        package_.extract(item, file, job);
        return file;
    }

    /// The file goes as soon as it was read: models can be large.
    ModelReader model(const std::string& item, Job& job) const {
        const Path file = extract(item, job);
        ModelReader reader(file, job);
        return reader;
    }
    void drop(const std::string& item) const {
        std::error_code ignored;
        std::filesystem::remove(scratch_.path() / Path(item).filename(), ignored);
    }

    std::vector<WeightEntry> weights(const PackageContents& contents, Job& job) const {
        std::vector<WeightEntry> entries;
        for (const PackagedWeights& weights : contents.weights) {
            entries.push_back(weights.entry);
            entries.back().file = extract(weights.item, job);
        }
        return entries;
    }

private:
    const PackageFile& package_;
    ScratchFolder scratch_;
};

void loadForest(const PackageFile& package, const PackageContents& contents, const Unpacked& unpacked,
                InspectionModel& model, Job& job) {
    if (!contents.segments) {
        model.notes.push_back("No forest decides: verdicts come from the image score of " + contents.name);
        return;
    }
    const PackagedSegments& segments = *contents.segments;
    std::unique_ptr<SegmentSource> source = createSegmentSource(segments.run.subject, segments.run.params);
    if (source->hasModel()) {
        source->load(unpacked.model(segments.item, job));
        unpacked.drop(segments.item);
    }
    if (segments.run.subject == "files") {
        model.notes.push_back(
            "Segment maps come from files: that of each picture is looked for in the folder '" +
            segments.run.params.value("folder", "") + "' beside it");
    }
    model.segments =
        std::make_unique<SegmentMaker>(std::move(source), static_cast<int>(segments.names.size()));
    model.segmentSource = segments.run.subject;
    model.segmentNames = segments.names;
    model.forest = std::make_unique<Forest>(
        Forest::deserialize(package.read(PackageContents::kForestItem), toUtf8(package.file())));
}

InspectionModel load(const PackageFile& package, const PackageContents& contents, const std::string& device,
                     std::optional<Precision> precision, Job& job) {
    const Unpacked unpacked(package);
    const GuestWeights guests(unpacked.weights(contents, job));
    InspectionModel model{.name = contents.name,
                          .file = package.file(),
                          .package = package.id(),
                          .judge = contents.judge,
                          .thresholds = contents.thresholds,
                          .learned = contents.learned,
                          .sizes = contents.sizes};
    for (const PackagedDetector& packed : contents.detectors) {
        const std::optional<std::vector<double>> percentiles =
            packed.percentiles.empty() ? std::nullopt : std::optional(packed.percentiles);
        model.detectors.push_back(
            {.name = packed.run.subject,
             .detector = loadDetector(unpacked.model(packed.item, job), device, precision),
             .range = percentiles ? heatRange(*percentiles) : HeatRange{}});
        unpacked.drop(packed.item);
        if (!packed.run.message.empty() && packed.run.weightsSha256.empty() && !packed.run.backbone.empty())
            model.notes.push_back(packed.run.message);
    }
    loadForest(package, contents, unpacked, model, job);
    return model;
}

std::vector<ReferencePicture> picturesOf(const PackageFile& package, const PackageContents& contents) {
    std::vector<ReferencePicture> pictures;
    for (const PackagedReference& reference : contents.references) {
        ReferencePicture picture{.name = reference.name, .file = reference.name};
        picture.rgb = decodeImageBytes(package.read(reference.item), reference.name).rgb;
        if (!reference.segments.empty()) {
            const cv::Mat labels =
                decodeImageBytes(package.read(reference.segments), "segments of " + reference.name).rgb;
            cv::Mat grey;
            cv::extractChannel(labels, grey, 0);
            picture.segments = SegmentMap(grey, static_cast<int>(contents.segments.value().names.size()),
                                          "segments of " + reference.name);
        }
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

/// Without quotes, for a place in quotes.
std::string inOneLine(const std::vector<std::string>& changes) {
    std::string all;
    for (const std::string& change : changes)
        all += (all.empty() ? "" : "; ") + change;
    std::erase(all, '\'');
    return all;
}

Error otherScores(const Path& file, const ReferenceCheck& check) {
    const ScoreDifference& largest = check.largest;
    std::string message = "scores otherwise here than where it was made: the score of '" + largest.part +
                          "' by '" + largest.by + "' differs by " + text(largest.size(), "%.2g") +
                          ", allowed is " + text(ReferenceCheck::kTolerance) + " ('" +
                          text(largest.expected) + "' there, '" + text(largest.found) + "' here)";
    if (check.changes.empty()) {
        return {ErrorCode::Unsupported, toUtf8(file), message,
                "Make the package again with this version of the program."};
    }
    return {
        ErrorCode::Unsupported, toUtf8(file),
        message + "; what is other here: '" + inOneLine(check.changes) + "'",
        "Compute as where it was made (--threads, --device), or make a package on a machine like this one."};
}

void addNotes(const ReferenceCheck& check, std::vector<std::string>& notes) {
    if (check.changes.empty()) return;
    notes.insert(notes.end(), check.changes.begin(), check.changes.end());
    notes.push_back(check.largest.size() == 0
                        ? "The reference parts score as they did where the package was made"
                        : "Scores of the reference parts differ by at most " +
                              text(check.largest.size(), "%.2g") + " from those where the package was made");
    if (check.verdictsChanged > 0)
        notes.push_back("Reference parts with another verdict: " + std::to_string(check.verdictsChanged));
}
}  // namespace

std::unique_ptr<Inspector> openPackage(const Path& file, const std::string& device,
                                       std::optional<Precision> precision, Job& job) {
    constexpr double kCheckShare = 0.2;
    constexpr double kLoadShare = 0.5;
    const auto start = Clock::now();
    std::optional<PackageFile> package;
    {
        Job::Stage checking(job, kCheckShare, "Checking the package");
        package.emplace(file, checking.job());
    }
    const PackageContents contents = PackageContents::read(*package);
    std::optional<Inspector> inspector;
    {
        Job::Stage loading(job, kLoadShare, "Loading the models");
        inspector.emplace(load(*package, contents, device, precision, loading.job()));
    }
    const double loadSeconds = secondsSince(start);
    const auto warmUp = Clock::now();
    Job::Stage scoring(job, 1 - kCheckShare - kLoadShare, "Scoring the reference parts");
    const std::vector<Judgement> found =
        judgeReferences(*inspector, picturesOf(*package, contents), scoring.job());
    ReferenceCheck check = compareReferences(*inspector, contents, found, precision);
    const bool asked =
        computingHere(inspector->detectors(), precision).precisions != contents.computing.precisions;
    if (!(check.largest.size() <= ReferenceCheck::kTolerance) && !asked) throw otherScores(file, check);
    InspectionModel model = std::move(*inspector).intoModel();
    addNotes(check, model.notes);
    model.references = std::move(check);
    model.loadSeconds = loadSeconds;
    model.warmUpSeconds = secondsSince(warmUp);
    return std::make_unique<Inspector>(std::move(model));
}

}  // namespace segad
