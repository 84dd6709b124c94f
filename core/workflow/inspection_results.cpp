#include "core/workflow/inspection_results.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/project/project.h"
#include "core/workflow/inspection_report.h"
#include "core/workflow/natural_order.h"
#include "core/workflow/results_table.h"
#include "core/workflow/run_recording.h"

namespace segad {

namespace {
constexpr std::size_t kStoredTogether = 256;
/// Other processors give scores that differ by rounding.
constexpr double kSameScore = 1e-4;

InspectionId newestIn(const Path& file) {
    const std::vector<InspectionRecord> all = Project::open(file, true).inspections().all();
    if (!all.empty()) return all.back().id;
    throw Error(ErrorCode::NotFound, file.string(), "holds no inspection", "Inspect a folder first.");
}

struct Input {
    Path file;
    InspectionStore store;
    InspectionId id;
    InspectionFacts facts;
};

/// A result of an input: as much of it as has to be held of all.
struct Entry {
    std::string path;
    std::size_t input = 0;
    std::int64_t result = 0;
};

std::vector<Input> openInputs(const std::vector<Path>& files) {
    std::vector<Input> inputs;
    for (const Path& file : files) {
        const InspectionId id = newestIn(file);
        InspectionStore store(file, true);
        InspectionFacts facts = store.facts(id);
        if (!inputs.empty() && facts.identity != inputs.front().facts.identity) {
            throw Error(
                ErrorCode::InvalidData, file.string(),
                "was judged with another model or other thresholds than " + inputs.front().file.string(),
                "Join only results of one model.");
        }
        inputs.push_back({.file = file, .store = std::move(store), .id = id, .facts = std::move(facts)});
    }
    return inputs;
}

std::vector<Entry> listEntries(const std::vector<Input>& inputs, Job& job) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inputs[i].store.forEach(inputs[i].id, [&](const InspectionResult& result) {
            entries.push_back({.path = result.part.path, .input = i, .result = result.id});
            job.progress(entries.size(), 0);
        });
    }
    std::ranges::stable_sort(entries,
                             [](const Entry& a, const Entry& b) { return naturalLess(a.path, b.path); });
    return entries;
}

bool agree(const InspectionResult& a, const InspectionResult& b) {
    if (a.part.verdict != b.part.verdict) return false;
    return std::abs(a.part.score - b.part.score) <= kSameScore * std::max(1.0, std::abs(a.part.score));
}

InspectionResult resultOf(const std::vector<Input>& inputs, const Entry& entry) {
    return inputs[entry.input].store.result(entry.result).value();
}

/// Leaves out what a former input has as well; throws when the two don't agree.
std::uint64_t dropDuplicates(const std::vector<Input>& inputs, std::vector<Entry>& entries) {
    std::vector<Entry> kept;
    for (Entry& entry : entries) {
        const bool again =
            !kept.empty() && kept.back().path == entry.path && kept.back().input != entry.input;
        if (again) {
            if (!agree(resultOf(inputs, kept.back()), resultOf(inputs, entry))) {
                throw Error(ErrorCode::InvalidData, entry.path,
                            "has one result in " + inputs[kept.back().input].file.string() +
                                " and another in " + inputs[entry.input].file.string(),
                            "Join only one of the two.");
            }
            continue;
        }
        kept.push_back(std::move(entry));
    }
    const std::uint64_t dropped = entries.size() - kept.size();
    entries = std::move(kept);
    return dropped;
}

std::vector<std::string> remarksOn(const std::vector<Input>& inputs) {
    std::vector<std::string> notes;
    std::set<int> there;
    const int shares = inputs.front().facts.shardCount;
    for (const Input& input : inputs) {
        if (input.facts.finishedAt.empty()) notes.push_back(toUtf8(input.file) + " has not come to its end");
        if (input.facts.folder != inputs.front().facts.folder)
            notes.push_back(toUtf8(input.file) + " is of another folder: " + input.facts.folder);
        if (input.facts.shardCount == shares) there.insert(input.facts.shardIndex);
    }
    for (int share = 1; share <= shares; ++share) {
        if (!there.contains(share))
            notes.push_back("Share " + std::to_string(share) + " of " + std::to_string(shares) +
                            " is missing");
    }
    return notes;
}

/// Copies results, and the pictures of the worst ones.
void copyResults(const std::vector<Input>& inputs, const std::vector<Entry>& entries, InspectionStore& out,
                 InspectionId id, Job& job) {
    std::vector<InspectionResult> together;
    std::vector<std::optional<InspectionPicture>> pictures;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        together.push_back(resultOf(inputs, entries[i]));
        pictures.push_back(inputs[entries[i].input].store.picture(entries[i].result));
        if (together.size() < kStoredTogether && i + 1 < entries.size()) continue;
        out.add(id, together);
        std::vector<InspectionStore::Kept> kept;
        for (std::size_t k = 0; k < together.size(); ++k) {
            if (pictures[k]) kept.push_back({.result = together[k].id, .picture = std::move(*pictures[k])});
        }
        out.putPictures(id, kept);
        together.clear();
        pictures.clear();
        job.progress(i + 1, entries.size());
    }
}
}  // namespace

InspectionRecord writeResults(const ResultsRequest& request, Job& job) {
    const InspectionId id = request.inspection != 0 ? request.inspection : newestIn(request.store);
    const InspectionStore store(request.store, true);
    const InspectionReport report = readReport(store, id);
    job.throwIfCancelled();
    if (!request.csv.empty()) const ResultsTable table(request.csv, store, id);
    job.throwIfCancelled();
    if (!request.report.empty()) writeHtmlReport(request.report, report);
    if (!request.pdf.empty()) writePdfReport(request.pdf, report);
    return report.totals;
}

MergeReport mergeInspections(const MergeRequest& request, Job& job) {
    if (request.inputs.empty()) {
        throw Error(ErrorCode::InvalidArgument, request.out.string(), "needs results to be made of",
                    "Name the results files of the shares.");
    }
    const std::vector<Input> inputs = openInputs(request.inputs);
    std::vector<Entry> entries = listEntries(inputs, job);
    MergeReport merged;
    merged.duplicates = dropDuplicates(inputs, entries);
    merged.notes = remarksOn(inputs);

    InspectionStore::createResultsFile(request.out);
    Project project = Project::open(request.out);
    InspectionStore out(request.out);
    Json files = Json::array();
    std::uint64_t vanished = 0;
    for (const Input& input : inputs) {
        files.push_back(toUtf8(input.file));
        vanished += input.store.vanished(input.id);
    }
    InspectionFacts facts = inputs.front().facts;
    facts.shardIndex = 1;
    facts.shardCount = 1;
    facts.notes.insert(facts.notes.end(), merged.notes.begin(), merged.notes.end());
    RunRecord run = newRun(RunKind::Inspect, facts.judge, {{"folder", facts.folder}, {"merged", files}});
    recordRun(project, run, [&](RunRecord& started) {
        const InspectionId id = out.start(started.id, facts);
        copyResults(inputs, entries, out, id, job);
        out.finish(id, vanished);
        merged.totals = out.find(id).value();
    });
    return merged;
}

}  // namespace segad
