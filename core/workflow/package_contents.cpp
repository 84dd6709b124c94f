#include "core/workflow/package_contents.h"

#include <algorithm>
#include <array>

namespace segad {

namespace {
Json toJson(const RunRecord& run) {
    return {{"id", run.id},
            {"kind", toString(run.kind)},
            {"subject", run.subject},
            {"params", run.params},
            {"options", run.options},
            {"seed", run.seed},
            {"backbone", run.backbone},
            {"weights_sha256", run.weightsSha256},
            {"inputs", run.inputs},
            {"model_file", run.modelFile},
            {"device", run.device},
            {"threads", run.threads},
            {"program", run.programVersion},
            {"started_at", run.startedAt},
            {"seconds", run.seconds},
            {"message", run.message}};
}

RunKind runKindNamed(const std::string& word) {
    constexpr std::array kKinds{RunKind::Segment, RunKind::Train, RunKind::Fit};
    const auto* found = std::ranges::find_if(kKinds, [&](RunKind kind) { return toString(kind) == word; });
    if (found != kKinds.end()) return *found;
    throw Error(ErrorCode::InvalidData, word, "is no kind of run that a package holds", "Make it again.");
}

RunRecord runFrom(const Json& json) {
    return {.id = json.at("id"),
            .kind = runKindNamed(json.at("kind")),
            .subject = json.at("subject"),
            .params = json.at("params"),
            .options = json.at("options"),
            .seed = json.at("seed"),
            .backbone = json.at("backbone"),
            .weightsSha256 = json.at("weights_sha256"),
            .inputs = json.at("inputs").get<std::vector<RunId>>(),
            .modelFile = json.at("model_file"),
            .device = json.at("device"),
            .threads = json.at("threads"),
            .programVersion = json.at("program"),
            .startedAt = json.at("started_at"),
            .seconds = json.at("seconds"),
            .outcome = RunOutcome::Done,
            .message = json.at("message")};
}

Json toJson(const ThresholdRecord& thresholds) {
    return {{"review", thresholds.review},
            {"reject", thresholds.reject},
            {"reason", thresholds.reason},
            {"set_at", thresholds.setAt},
            {"set_by", thresholds.setBy}};
}

ThresholdRecord thresholdsFrom(const Json& json, RunId run) {
    return {.run = run,
            .review = json.at("review"),
            .reject = json.at("reject"),
            .reason = json.at("reason"),
            .setAt = json.at("set_at"),
            .setBy = json.at("set_by")};
}

Json toJson(cv::Size size) {
    return {{"width", size.width}, {"height", size.height}};
}

cv::Size sizeFrom(const Json& json) {
    return {json.at("width").get<int>(), json.at("height").get<int>()};
}

Json toJson(const PackagedDetector& detector) {
    return {{"run", toJson(detector.run)},
            {"item", detector.item},
            {"input", toJson(detector.input)},
            {"percentiles", detector.percentiles}};
}

PackagedDetector detectorFrom(const Json& json) {
    return {.run = runFrom(json.at("run")),
            .item = json.at("item"),
            .percentiles = json.at("percentiles").get<std::vector<double>>(),
            .input = sizeFrom(json.at("input"))};
}

Json toJson(const PackagedWeights& weights) {
    const WeightEntry& entry = weights.entry;
    return {{"item", weights.item},
            {"name", entry.name},
            {"architecture", entry.architecture},
            {"layers", entry.layers},
            {"identities", entry.identities},
            {"sha256", entry.sha256},
            {"bytes", entry.bytes},
            {"source_file", entry.sourceFile},
            {"source_sha256", entry.sourceSha256},
            {"origin", entry.origin},
            {"licence", entry.licence}};
}

PackagedWeights weightsFrom(const Json& json) {
    PackagedWeights weights{.item = json.at("item")};
    WeightEntry& entry = weights.entry;
    entry.name = json.at("name");
    entry.architecture = json.at("architecture");
    entry.layers = json.at("layers").get<std::vector<std::string>>();
    entry.identities = json.at("identities").get<std::vector<std::string>>();
    entry.sha256 = json.at("sha256");
    entry.bytes = json.at("bytes");
    entry.sourceFile = json.at("source_file");
    entry.sourceSha256 = json.at("source_sha256");
    entry.origin = json.at("origin");
    entry.licence = json.at("licence");
    return weights;
}

Json toJson(const PackagedReference& reference) {
    return {{"name", reference.name},
            {"label", reference.label},
            {"item", reference.item},
            {"segments", reference.segments},
            {"score", reference.score},
            {"verdict", reference.verdict},
            {"detector_scores", reference.detectorScores}};
}

PackagedReference referenceFrom(const Json& json) {
    return {.name = json.at("name"),
            .label = json.at("label"),
            .item = json.at("item"),
            .segments = json.at("segments"),
            .score = json.at("score"),
            .verdict = json.at("verdict"),
            .detectorScores = json.at("detector_scores").get<std::vector<double>>()};
}

template <class T>
Json listOf(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(toJson(value));
    return list;
}

PackageContents contentsFrom(const PackageFile& package) {
    const Json judge = package.entry("judge");
    PackageContents contents{
        .name = judge.at("name"), .project = judge.at("project"), .judge = runFrom(judge.at("run"))};
    contents.thresholds = thresholdsFrom(package.entry("thresholds"), contents.judge.id);
    for (const Json& each : package.entry("detectors"))
        contents.detectors.push_back(detectorFrom(each));
    if (const Json segments = package.entry("segments"); !segments.is_null()) {
        contents.segments = {.run = runFrom(segments.at("run")),
                             .item = segments.at("item"),
                             .names = segments.at("names").get<std::vector<std::string>>()};
    }
    for (const Json& each : package.entry("weights"))
        contents.weights.push_back(weightsFrom(each));
    contents.licences = package.entry("licences").get<std::vector<std::string>>();
    for (const Json& each : package.entry("references"))
        contents.references.push_back(referenceFrom(each));
    const Json computing = package.entry("computing");
    contents.computing = {.processor = computing.at("processor"),
                          .threads = computing.at("threads"),
                          .device = computing.at("device"),
                          .precisions = computing.at("precisions").get<std::vector<std::string>>()};
    for (const Json& each : package.entry("learned"))
        contents.learned.add({.bytes = each.at(0), .sha256 = each.at(1)});
    const Json input = package.entry("input");
    contents.sizes.add(sizeFrom(input.at("smallest")));
    contents.sizes.add(sizeFrom(input.at("largest")));
    return contents;
}
}  // namespace

void PackageContents::write(PackageWriter& writer) const {
    writer.entry("judge", {{"name", name}, {"project", project}, {"run", toJson(judge)}});
    writer.entry("thresholds", toJson(thresholds));
    writer.entry("detectors", listOf(detectors));
    Json source = nullptr;
    if (segments)
        source = {{"run", toJson(segments->run)}, {"item", segments->item}, {"names", segments->names}};
    writer.entry("segments", source);
    writer.entry("weights", listOf(weights));
    writer.entry("licences", licences);
    writer.entry("references", listOf(references));
    writer.entry("computing", {{"processor", computing.processor},
                               {"threads", computing.threads},
                               {"device", computing.device},
                               {"precisions", computing.precisions}});
    Json pictures = Json::array();
    for (const KnownPicture& picture : learned.all())
        pictures.push_back({picture.bytes, picture.sha256});
    writer.entry("learned", pictures);
    writer.entry("input",
                 {{"channels", 3}, {"smallest", toJson(sizes.smallest)}, {"largest", toJson(sizes.largest)}});
}

PackageContents PackageContents::read(const PackageFile& package) {
    const auto other = [&](const std::string& why) {
        return Error(ErrorCode::InvalidData, toUtf8(package.file()),
                     "says something this program doesn't understand (" + why + ")",
                     "Make the package again with this version of the program.");
    };
    try {
        return contentsFrom(package);
    } catch (const Json::exception& failure) {
        throw other(failure.what());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::InvalidData) throw;
        throw other(error.message());
    }
}

}  // namespace segad
