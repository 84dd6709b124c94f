#include "core/workflow/inspection.h"

#include <algorithm>
#include <chrono>
#include <memory>

#include "core/base/sha256.h"
#include "core/project/project.h"
#include "core/workflow/inspection_report.h"
#include "core/workflow/inspection_session.h"
#include "core/workflow/inspector.h"
#include "core/workflow/listed_pictures.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/watched_folder.h"

namespace segad {

namespace {
namespace fs = std::filesystem;

Path wholeFolder(const Path& folder) {
    const Path whole = fs::absolute(folder).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

bool isInside(const Path& path, const Path& folder) {
    std::error_code failure;
    const Path inner = fs::weakly_canonical(path, failure);
    const Path outer = fs::weakly_canonical(folder, failure);
    const Path relative = inner.lexically_relative(outer);
    return !relative.empty() && *relative.begin() != "..";
}

void check(const InspectionRequest& request) {
    if (request.placing != Placing::Leave && request.placeIn.empty()) {
        throw Error(ErrorCode::InvalidArgument, request.folder.string(),
                    "needs a folder to place pictures in", "Name one that lies elsewhere.");
    }
    for (const Path& written : {request.overlays, request.placeIn}) {
        if (written.empty() || !isInside(written, request.folder)) continue;
        throw Error(ErrorCode::InvalidArgument, written.string(),
                    "lies inside the folder that is inspected, so that its pictures would be judged, too",
                    "Choose a folder elsewhere.");
    }
}

/// Everything that makes up a verdict; the same for copies of a project.
std::string identityOf(const Inspector& inspector) {
    const InspectionModel& model = inspector.model();
    if (!model.package.empty()) return model.package;
    const RunRecord& judge = model.judge;
    return sha256Hex(Json{{"name", model.name},
                          {"run", judge.id},
                          {"started", judge.startedAt},
                          {"params", judge.params},
                          {"inputs", judge.inputs},
                          {"model", judge.modelFile},
                          {"forest", model.forest ? model.forest->serialize() : std::string()},
                          {"review", model.thresholds.review},
                          {"reject", model.thresholds.reject}}
                         .dump(-1, ' ', false, Json::error_handler_t::replace));
}

InspectionFacts factsOf(const InspectionRequest& request, const Inspector& inspector) {
    return {.folder = toUtf8(request.folder),
            .model = toUtf8(inspector.model().file),
            .judge = inspector.name(),
            .identity = identityOf(inspector),
            .package = inspector.model().package,
            .detectors = inspector.detectorNames(),
            .review = inspector.thresholds().review,
            .reject = inspector.thresholds().reject,
            .shardIndex = request.shard.index,
            .shardCount = request.shard.count,
            .notes = inspector.notes()};
}

/// The project or results file that results go to; made when it isn't there.
Path storeFor(const InspectionRequest& request, const Inspector& inspector) {
    const InspectionModel& model = inspector.model();
    Path file = request.results;
    if (file.empty())
        file = model.package.empty() ? model.file : resultsFileFor(request.folder, request.shard);
    if (!fs::exists(fs::symlink_status(file))) InspectionStore::createResultsFile(file);
    return file;
}

/// The inspection to go on with; absent when a new one has to be begun.
std::optional<InspectionId> earlierOne(const InspectionStore& store, const InspectionFacts& facts) {
    const std::optional<InspectionId> id = store.newest(facts.folder, facts.shardIndex, facts.shardCount);
    if (!id) return std::nullopt;
    const std::string identity = store.facts(*id).identity;
    if (identity.empty()) return std::nullopt;  // of an older program, which kept too little
    if (identity == facts.identity) return id;
    throw Error(ErrorCode::InvalidArgument, facts.folder,
                "was inspected with another model or other thresholds, which can't go on with these",
                "Begin a new inspection, or go back to that model.");
}

InspectionStart startOf(const InspectionSession& session, const Inspector& inspector, const Path& store,
                        std::size_t listed) {
    const InspectionModel& model = inspector.model();
    return {.totals = session.totals(),
            .store = store,
            .model = model.file,
            .judge = inspector.name(),
            .package = model.package,
            .detectors = inspector.detectorNames(),
            .thresholds = model.thresholds,
            .notes = model.notes,
            .loadSeconds = model.loadSeconds,
            .warmUpSeconds = model.warmUpSeconds,
            .references = model.references,
            .listed = listed};
}

bool isMet(const std::optional<Verdict>& condition, const InspectionRecord& totals) {
    if (!condition) return false;
    if (*condition == Verdict::Pass) return totals.parts > totals.failed;
    return totals.reject > 0 || (*condition == Verdict::Review && totals.review > 0);
}

/// Whether the picture is the segment map of a part.
bool isMap(const Inspector& inspector, const std::string& path) {
    return inspector.model().segments && inspector.model().segments->isMap(path);
}

/// A sitting with its run: what is listed or watched, judged and reported.
class Sitting {
public:
    Sitting(const InspectionRequest& request, const Inspector& inspector, const Path& store)
        : request_(request), inspector_(inspector), store_(store) {}

    void work(std::optional<Listing> listing, RunRecord& run, InspectionOutcome& outcome, Job& job) {
        const InspectionFacts facts = factsOf(request_, inspector_);
        const std::optional<InspectionId> earlier =
            request_.resume ? earlierOne(store_, facts) : std::optional<InspectionId>();
        const InspectionId id = earlier ? *earlier : store_.start(run.id, facts);
        if (earlier) store_.reopen(id);
        run.params["inspection"] = id;
        run.params["continued"] = earlier.has_value();
        InspectionSession session(request_, inspector_, store_, id);
        if (earlier) session.placeTheRest();
        std::uint64_t vanished = 0;
        if (listing) {
            ListedPictures pictures(std::move(*listing), request_.shard,
                                    judgedBefore(id, earlier.has_value()));
            if (request_.started)
                request_.started(startOf(session, inspector_, store_.file(), pictures.size()));
            session.judgeListed(pictures, job);
        } else {
            WatchedFolder pictures(request_.folder, *request_.watch, request_.shard, judgedBefore(id, true),
                                   [this](const std::string& path) { return isMap(inspector_, path); });
            if (request_.started) request_.started(startOf(session, inspector_, store_.file(), 0));
            session.judgeWatched(pictures, job);
            vanished = pictures.vanished();
        }
        store_.finish(id, vanished);
        session.report(outcome);
        writeReports(id);
    }

private:
    /// Asks with a handle of its own, since it is asked on other threads.
    JudgedBefore judgedBefore(InspectionId id, bool ask) const {
        if (!ask) return {};
        const auto reader = std::make_shared<InspectionStore>(store_.file(), true);
        return [reader, id](const PictureFile& picture) {
            return reader->has(id, picture.path, picture.bytes, picture.modifiedNs);
        };
    }

    void writeReports(InspectionId id) const {
        if (request_.report.empty() && request_.pdf.empty()) return;
        const InspectionReport report = readReport(store_, id);
        if (!request_.report.empty()) writeHtmlReport(request_.report, report);
        if (!request_.pdf.empty()) writePdfReport(request_.pdf, report);
    }

    const InspectionRequest& request_;
    const Inspector& inspector_;
    InspectionStore store_;
};

std::optional<Listing> listPictures(const InspectionRequest& request, Job& job) {
    if (request.watch) return std::nullopt;
    Listing listing = listFolder(request.folder, job);
    if (listing.pictures.empty()) {
        throw Error(ErrorCode::NotFound, request.folder.string(), "holds no pictures",
                    "Give a folder with JPEG, PNG, BMP or TIFF files.");
    }
    return listing;
}
}  // namespace

InspectionOutcome inspect(const InspectionRequest& asked, Job& job) {
    const auto begin = std::chrono::steady_clock::now();
    InspectionRequest request = asked;
    request.folder = wholeFolder(asked.folder);
    check(request);
    std::optional<Listing> listing = listPictures(request, job);
    const std::unique_ptr<Inspector> inspector = openInspector(request.model, request.device, job);
    if (listing)
        std::erase_if(listing->pictures, [&](const std::string& path) { return isMap(*inspector, path); });
    InspectionOutcome outcome{.store = storeFor(request, *inspector), .notes = inspector->notes()};
    Project project = Project::open(outcome.store);
    RunRecord run = newRun(RunKind::Inspect, inspector->name(),
                           {{"folder", toUtf8(request.folder)},
                            {"package", inspector->model().package},
                            {"share", request.shard.text()},
                            {"watch", request.watch.has_value()}});
    // A run of a package is one of another project.
    if (inspector->model().package.empty() && project.file() == inspector->model().file)
        run.inputs = {inspector->judge().id};
    recordRun(project, run, [&](RunRecord& started) {
        Job::Stage stage(job, 1, request.watch ? "Watching" : "Inspecting");
        Sitting(request, *inspector, project.file()).work(std::move(listing), started, outcome, stage.job());
    });
    outcome.conditionMet = isMet(request.failOn, outcome.totals);
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    project.audit().add("inspect", toUtf8(request.folder),
                        {{"run", run.id},
                         {"inspection", outcome.totals.id},
                         {"model", toUtf8(inspector->model().file)},
                         {"package", inspector->model().package},
                         {"parts", outcome.totals.parts},
                         {"reject", outcome.totals.reject}});
    return outcome;
}

Path resultsFileFor(const Path& folder, const Shard& shard) {
    const Path whole = wholeFolder(folder);
    const std::string share =
        shard.whole() ? "" : "-" + std::to_string(shard.index) + "-of-" + std::to_string(shard.count);
    return whole.parent_path() / (whole.filename().string() + "-results" + share + Project::kSuffix);
}

}  // namespace segad
