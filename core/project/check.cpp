#include "core/project/check.h"

#include <algorithm>
#include <set>

#include "core/base/sha256.h"
#include "core/project/process_mark.h"
#include "core/project/words.h"

namespace segad {

namespace {
/// Runs one part of the check; an Error in it becomes a finding and the rest goes on.
void collect(std::vector<Error>& findings, const std::function<void()>& part) {
    try {
        part();
    } catch (const Error& error) {
        findings.push_back(error);
    }
}

std::string repairRemedy(const ProjectState& state) {
    return "Run 'segad doctor " + state.file.string() + " --repair'.";
}

void checkReferences(ProjectState& state, std::vector<Error>& findings) {
    Query rows = state.main->query("PRAGMA foreign_key_check");
    std::set<std::string> tables;
    while (rows.step())
        tables.insert(rows.text(0) + " -> " + rows.text(2));
    for (const std::string& table : tables) {
        findings.emplace_back(ErrorCode::Corrupt, state.file.string(),
                              "has rows that refer to nothing: " + table, repairRemedy(state));
    }
}

void checkSegmentMaps(ProjectState& state, std::vector<Error>& findings, Job& job) {
    for (const UnreadableBlob& blob : unreadableSegmentMaps(state, job)) {
        findings.emplace_back(ErrorCode::Corrupt, "segment map of part " + std::to_string(blob.part),
                              "in run " + std::to_string(blob.run) + " can't be read",
                              repairRemedy(state) + " Then make the segment maps again.");
    }
}

void checkRegions(ProjectState& state, std::vector<Error>& findings, Job& job) {
    const auto subject = [&](PartId part) {
        const std::optional<PartRecord> record = Parts(state).find(part);
        return "regions of " + (record ? record->path : "part " + std::to_string(part));
    };
    for (const PartId part : unreadableRegions(state, job)) {
        findings.emplace_back(ErrorCode::Corrupt, subject(part), "can't be read",
                              repairRemedy(state) + " Then paint them again.");
    }
    for (const PartId part : Regions(state).misfits()) {
        findings.emplace_back(ErrorCode::InvalidData, subject(part),
                              "were painted on a picture of another size and are out of sight",
                              "Restore the picture, or paint them again.");
    }
}

void checkPaintedMaps(ProjectState& state, std::vector<Error>& findings, Job& job) {
    for (const UnreadableBlob& blob : unreadablePaintedMaps(state, job)) {
        const std::optional<PartRecord> record = Parts(state).find(blob.part);
        findings.emplace_back(
            ErrorCode::Corrupt,
            "painted map of " + (record ? record->path : "part " + std::to_string(blob.part)),
            "can't be read", repairRemedy(state) + " Then paint it again.");
    }
}

void checkInspections(ProjectState& state, std::vector<Error>& findings) {
    Query rows = state.main->query(
        "SELECT id FROM inspection WHERE parts <> (SELECT count(*) FROM inspection_result WHERE "
        "inspection_id = "
        "inspection.id) OR parts <> pass + review + reject + failed");
    while (rows.step()) {
        findings.emplace_back(ErrorCode::Corrupt, "inspection " + rows.text(0),
                              "has counts unlike its results", repairRemedy(state));
    }
}

void checkRuns(ProjectState& state, std::vector<Error>& findings) {
    Query rows = state.main->query("SELECT id, process FROM run WHERE outcome = 'running'");
    while (rows.step()) {
        const ProcessState process = processStateOf(rows.text(1));
        if (process == ProcessState::Alive) continue;
        findings.emplace_back(
            ErrorCode::Io, "run " + rows.text(0),
            process == ProcessState::Gone ? "was interrupted" : "is said to be running on another machine",
            process == ProcessState::Gone
                ? repairRemedy(state)
                : "If it isn't: run 'segad doctor " + state.file.string() + " --repair'.");
    }
}

void checkSources(ProjectState& state, std::vector<Error>& findings) {
    const Parts parts(state);
    for (const SourceRecord& source : parts.sources()) {
        const Path folder = parts.sourceFolder(source.id);
        std::error_code failure;
        if (std::filesystem::is_directory(folder, failure)) continue;
        findings.emplace_back(ErrorCode::NotFound, folder.string(),
                              "is not where its images were imported from",
                              "Connect the disk, or tell the project where the folder has moved.");
    }
}

/// The SHA-256 in a model's file name; empty when the name holds none.
std::string hashInName(const std::string& name) {
    constexpr std::size_t kDigits = 64;
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    for (std::size_t begin = 0; begin + kDigits <= name.size(); ++begin) {
        std::string candidate = name.substr(begin, kDigits);
        if (std::ranges::all_of(candidate, isHex)) return candidate;
    }
    return {};
}

void checkModels(ProjectState& state, std::vector<Error>& findings, Job& job) {
    std::set<std::string> named;
    {
        Query rows = state.main->query(
            "SELECT id, model_file FROM run WHERE model_file IS NOT NULL AND outcome = 'done'");
        while (rows.step()) {
            const std::string name = rows.text(1);
            if (!named.insert(name).second) continue;
            const Path file = state.modelFolder() / name;
            job.throwIfCancelled();
            if (!std::filesystem::exists(file)) {
                findings.emplace_back(ErrorCode::NotFound, file.string(),
                                      "is missing; run " + rows.text(0) + " was trained into it",
                                      "Restore the file, or train again.");
                continue;
            }
            const std::string hash = hashInName(name);
            if (!hash.empty() && sha256OfFile(file) != hash) {
                findings.emplace_back(ErrorCode::Corrupt, file.string(), "is not as it was written",
                                      "Restore the file, or train again.");
            }
        }
    }
    for (const Path& file : unusedModelFiles(state)) {
        if (isCheckpointFolder(file.filename().string())) {
            findings.emplace_back(ErrorCode::InvalidData, file.string(),
                                  "holds checkpoints of a training that is done or gone",
                                  repairRemedy(state) + " It deletes them.");
        } else {
            findings.emplace_back(ErrorCode::InvalidData, file.string(), "is not used by any run",
                                  repairRemedy(state) + " It deletes unused models.");
        }
    }
}

/// One finding per run whose scores were made from maps that are no longer there.
void checkMissingMaps(ProjectState& state, std::vector<Error>& findings) {
    std::vector<std::pair<RunId, std::string>> runs;
    {
        Query rows = state.main->query(
            "SELECT id, subject FROM run WHERE id IN (SELECT run_id FROM score WHERE map_max IS NOT NULL)");
        while (rows.step())
            runs.emplace_back(rows.integer(0), rows.text(1));
    }
    for (const auto& [run, subject] : runs) {
        const std::vector<PartId> present = Maps(state).partsWithMap(run);
        std::size_t expected = 0;
        std::size_t missing = 0;
        Query rows =
            state.main->query("SELECT part_id FROM score WHERE run_id = ?1 AND map_max IS NOT NULL", run);
        while (rows.step()) {
            ++expected;
            if (!std::ranges::binary_search(present, rows.integer(0))) ++missing;
        }
        if (missing == 0) continue;
        findings.emplace_back(
            ErrorCode::NotFound, "run " + std::to_string(run) + " (" + subject + ")",
            "lacks " + std::to_string(missing) + " of " + std::to_string(expected) + " anomaly maps",
            "Compute them again: 'segad score " + state.file.string() + " --only-missing'.");
    }
}

void checkCompanion(ProjectState& state, std::vector<Error>& findings, Job& job) {
    Connection* companion = state.maps.reading();
    if (companion == nullptr) return;
    const std::string subject = companion->file().string();
    for (const std::string& problem : integrityProblems(*companion, job))
        findings.emplace_back(ErrorCode::Corrupt, subject, problem, repairRemedy(state));
    const auto report = [&](const std::vector<UnreadableBlob>& blobs, const std::string& what) {
        for (const UnreadableBlob& blob : blobs) {
            findings.emplace_back(ErrorCode::Corrupt, subject,
                                  what + " of part " + std::to_string(blob.part) + " can't be read",
                                  repairRemedy(state) + " Then compute it again.");
        }
    };
    report(unreadableMaps(state, *companion, job), "the anomaly map");
    report(unreadableFeatures(state, *companion, job), "the feature row");
}
}  // namespace

std::vector<std::string> integrityProblems(Connection& database, Job& job) {
    std::vector<std::string> problems;
    try {
        database.interruptible([&] { return job.cancelled(); },
                               [&] {
                                   Query rows = database.query("PRAGMA integrity_check(20)");
                                   while (rows.step()) {
                                       if (rows.view(0) != "ok") problems.push_back(rows.text(0));
                                   }
                               });
    } catch (const Error& error) {
        job.throwIfCancelled();
        problems.push_back(error.message());
    }
    return problems;
}

std::vector<UnreadableBlob> unreadableSegmentMaps(ProjectState& state, Job& job) {
    std::vector<UnreadableBlob> unreadable;
    Query rows = state.main->query("SELECT run_id, part_id, rowid FROM segment_map ORDER BY rowid");
    while (rows.step()) {
        job.throwIfCancelled();
        try {
            Segments(state).map(rows.integer(0), rows.integer(1));
        } catch (const Error&) {
            unreadable.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
        }
    }
    return unreadable;
}

std::vector<PartId> unreadableRegions(ProjectState& state, Job& job) {
    std::vector<PartId> unreadable;
    for (const RegionRecord& record : Regions(state).all()) {
        job.throwIfCancelled();
        try {
            Regions(state).get(record.part);
        } catch (const Error&) {
            unreadable.push_back(record.part);
        }
    }
    return unreadable;
}

std::vector<UnreadableBlob> unreadablePaintedMaps(ProjectState& state, Job& job) {
    std::vector<UnreadableBlob> unreadable;
    Query rows = state.main->query("SELECT part_id, rowid, purpose FROM painted_map");
    while (rows.step()) {
        job.throwIfCancelled();
        try {
            PaintedMaps(state).get(rows.integer(0), valueOfWord(kPaintedPurposes, rows.view(2)));
        } catch (const Error&) {
            unreadable.push_back({.part = rows.integer(0), .rowid = rows.integer(1)});
        }
    }
    return unreadable;
}

std::vector<UnreadableBlob> unreadableMaps(ProjectState& state, Connection& companion, Job& job) {
    std::vector<UnreadableBlob> unreadable;
    Query rows = companion.query(
        "SELECT run.run_id, map.part_id, map.rowid, run.uid FROM map JOIN run ON run.key = map.run_key");
    while (rows.step()) {
        job.throwIfCancelled();
        // The id beside the uid is for people; the run may be known to the project under another.
        const auto run = state.main->integer("SELECT id FROM run WHERE uid = ?1", rows.view(3));
        if (!run) continue;
        try {
            Maps(state).get(*run, rows.integer(1));
        } catch (const Error&) {
            unreadable.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
        }
    }
    return unreadable;
}

std::vector<UnreadableBlob> unreadableFeatures(ProjectState& state, Connection& companion, Job& job) {
    std::vector<UnreadableBlob> unreadable;
    Query rows = companion.query(
        "SELECT detector.uid, segmenter.uid, feature_row.part_id, feature_row.rowid FROM feature_row "
        "JOIN run AS detector ON detector.key = feature_row.detector_run_key "
        "JOIN run AS segmenter ON segmenter.key = feature_row.segment_run_key");
    while (rows.step()) {
        job.throwIfCancelled();
        const auto detector = state.main->integer("SELECT id FROM run WHERE uid = ?1", rows.view(0));
        const auto segmenter = state.main->integer("SELECT id FROM run WHERE uid = ?1", rows.view(1));
        if (!detector || !segmenter) continue;
        try {
            Maps(state).features(*detector, *segmenter, rows.integer(2));
        } catch (const Error&) {
            unreadable.push_back({*detector, rows.integer(2), rows.integer(3)});
        }
    }
    return unreadable;
}

bool isCheckpointFolder(std::string_view name) noexcept {
    return name.starts_with(ProjectState::kCheckpointPrefix);
}

std::vector<Path> unusedModelFiles(ProjectState& state) {
    std::vector<Path> unused;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(state.modelFolder(), failure)) {
        const std::string name = entry.path().filename().string();
        const std::string_view uid =
            isCheckpointFolder(name)
                ? std::string_view(name).substr(std::string_view(ProjectState::kCheckpointPrefix).size())
                : std::string_view();
        if (!state.main->integer("SELECT 1 FROM run WHERE model_file = ?1 "
                                 "OR (uid = ?2 AND kind = 'train' AND outcome <> 'done') LIMIT 1",
                                 name, uid))
            unused.push_back(entry.path());
    }
    std::ranges::sort(unused);
    return unused;
}

bool anyRunAlive(ProjectState& state) {
    Query rows = state.main->query("SELECT process FROM run WHERE outcome = 'running'");
    while (rows.step()) {
        if (processStateOf(rows.text(0)) == ProcessState::Alive) return true;
    }
    return false;
}

std::vector<Error> Project::check() const {
    Job unwatched;
    return check(unwatched);
}

std::vector<Error> Project::check(Job& job) const {
    ProjectState& state = *state_;
    std::vector<Error> findings;
    {
        Job::Stage stage(job, 0.3, "Checking the project file");
        for (const std::string& problem : integrityProblems(*state.main, stage.job())) {
            findings.emplace_back(ErrorCode::Corrupt, state.file.string(), problem, repairRemedy(state));
        }
        collect(findings, [&] { checkReferences(state, findings); });
        collect(findings, [&] { checkSegmentMaps(state, findings, stage.job()); });
        collect(findings, [&] { checkRegions(state, findings, stage.job()); });
        collect(findings, [&] { checkPaintedMaps(state, findings, stage.job()); });
        collect(findings, [&] { checkInspections(state, findings); });
        collect(findings, [&] { checkRuns(state, findings); });
        collect(findings, [&] { checkSources(state, findings); });
    }
    {
        Job::Stage stage(job, 0.2, "Checking models");
        collect(findings, [&] { checkModels(state, findings, stage.job()); });
    }
    {
        Job::Stage stage(job, 0.5, "Checking anomaly maps");
        collect(findings, [&] { checkCompanion(state, findings, stage.job()); });
        collect(findings, [&] { checkMissingMaps(state, findings); });
    }
    return findings;
}

}  // namespace segad
