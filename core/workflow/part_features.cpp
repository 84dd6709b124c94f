#include "core/workflow/part_features.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/threads.h"
#include "core/forest/features.h"
#include "core/segment/consistency.h"
#include "core/workflow/detector_scoring.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 32;  // bounds the maps in memory
constexpr const char* kWholePartName = "whole part";
constexpr std::size_t kStatistics = 4;  // per segment and detector

/// What one detector's row still needs; `maps` and `segments` are read on the project's thread.
struct Pending {
    std::size_t part = 0;
    std::size_t detector = 0;
    AnomalyMap map;
    std::vector<double> row;
};

using Rows = std::vector<std::vector<std::optional<std::vector<double>>>>;  // [part][detector]

SegmentMap segmentsOf(const Project& project, const FeatureInputs& inputs, const PartRecord& part,
                      cv::Size mapSize, Job& job) {
    if (std::optional<SegmentMap> stored = project.segments().map(inputs.segmentRun, part.id)) return *stored;
    job.warn(Error(ErrorCode::NotFound, part.path, "has no segment map and counts as one segment",
                   "Make segment maps again: segad segment " + project.file().string() + "."));
    return {cv::Mat::zeros(mapSize, CV_8UC1), inputs.segments, part.path};
}

/// They are the same whatever a detector says, and cached as if the segment run were one.
std::vector<double> areasOf(Project& project, const FeatureInputs& inputs, const PartRecord& part, Job& job) {
    const RunId run = inputs.segmentRun;
    std::optional<std::vector<double>> cached = project.maps().features(run, run, part.id);
    if (cached && cached->size() == static_cast<std::size_t>(inputs.segments)) return std::move(*cached);
    std::vector<double> areas = segmentShares(segmentsOf(project, inputs, part, {1, 1}, job));
    if (!project.readOnly()) project.maps().putFeatures(run, run, part.id, areas);
    return areas;
}

void computeBatch(Project& project, const FeatureInputs& inputs, const std::vector<PartRecord>& parts,
                  std::vector<Pending>& batch, Rows& rows, Job& job) {
    std::vector<SegmentMap> segments;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const bool samePart = i > 0 && batch[i].part == batch[i - 1].part;
        segments.push_back(samePart
                               ? segments.back()
                               : segmentsOf(project, inputs, parts[batch[i].part], batch[i].map.size(), job));
    }
    parallelFor(batch.size(), [&](std::size_t i) {
        const DetectorMap map{.detector = inputs.detectors[batch[i].detector].subject, .map = batch[i].map};
        batch[i].row = featureRow({&map, 1}, segments[i]);
    });
    for (Pending& pending : batch) {
        project.maps().putFeatures(inputs.detectors[pending.detector].id, inputs.segmentRun,
                                   parts[pending.part].id, pending.row);
        rows[pending.part][pending.detector] = std::move(pending.row);
    }
    batch.clear();
}
}  // namespace

std::vector<std::string> FeatureInputs::detectorNames() const {
    std::vector<std::string> names;
    for (const RunRecord& run : detectors)
        names.push_back(run.subject);
    return names;
}

std::vector<RunRecord> detectorsWithMaps(const Project& project, const std::vector<std::string>& names) {
    std::vector<RunRecord> runs = newestTrainings(project, names);
    std::erase_if(runs, [&](const RunRecord& run) { return project.maps().partsWithMap(run.id).empty(); });
    if (!runs.empty() && (names.empty() || runs.size() == names.size())) return runs;
    throw Error(ErrorCode::NotFound, names.empty() ? project.file().string() : names.front(),
                "has no anomaly maps to make features from",
                "Train and score a detector first: segad train " + project.file().string() +
                    " --detector patchcore.");
}

bool wantsAreas(const Json& forestParams) {
    return forestParams.is_object() && forestParams.value(kSegmentAreas, false);
}

FeatureInputs newestInputs(const Project& project, const std::vector<std::string>& detectors,
                           const Json& forestParams) {
    FeatureInputs inputs{.detectors = detectorsWithMaps(project, detectors),
                         .segmentRun = project.segments().currentRun(),
                         .segments = static_cast<int>(project.segments().names().size()),
                         .areas = wantsAreas(forestParams)};
    if (!forestParams.contains(kSegmentAreas)) {
        const std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit);
        inputs.areas = fit && areasOfFit(*fit);
    }
    if (inputs.segmentRun != 0) return inputs;
    const std::string file = project.file().string();
    throw Error(ErrorCode::NotFound, file, "has no segment maps to pool over",
                "Make some first: segad segment " + file + ".");
}

std::string segmentTitle(const std::vector<std::string>& names, int segment) {
    return segment == kWholePart ? kWholePartName : names.at(static_cast<std::size_t>(segment));
}

std::string forestName(const std::string& kind, const std::vector<RunRecord>& detectors) {
    std::string names;
    for (const RunRecord& run : detectors)
        names += (names.empty() ? "" : ",") + run.subject;
    return kind + "(" + names + ")";
}

FittedForest newestForest(const Project& project) {
    std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit);
    std::optional<ForestRecord> record = fit ? project.runs().forest(fit->id) : std::nullopt;
    if (!record) {
        const std::string file = project.file().string();
        throw Error(ErrorCode::NotFound, file, "has no forest to ask for its reasons",
                    "Fit one: segad fit " + file + ".");
    }
    return {.fit = std::move(*fit), .record = std::move(*record)};
}

bool areasOfFit(const RunRecord& fit) {
    return wantsAreas(fit.params.value("forest", Json::object()));
}

FeatureInputs inputsOfFit(const Project& project, const RunRecord& fit) {
    FeatureInputs inputs;
    for (const RunId id : fit.inputs) {
        std::optional<RunRecord> run = project.runs().find(id);
        if (!run) {
            throw Error(ErrorCode::NotFound, "run " + std::to_string(id),
                        "has gone, and the forest was built on it", "Fit the forest again.");
        }
        if (run->kind == RunKind::Segment) {
            inputs.segmentRun = id;
        } else {
            inputs.detectors.push_back(std::move(*run));
        }
    }
    inputs.segments = fit.params.value("segments", 1);
    inputs.areas = areasOfFit(fit);
    return inputs;
}

Project openForFeatures(const Path& file) {
    try {
        return Project::open(file);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::PermissionDenied) throw;
        return Project::open(file, true);
    }
}

std::vector<double> joinedRow(const std::vector<std::vector<double>>& perDetector, int segments) {
    std::vector<double> row;
    for (std::size_t segment = 0; segment < static_cast<std::size_t>(segments); ++segment) {
        for (const std::vector<double>& own : perDetector) {
            const auto first = own.begin() + static_cast<std::ptrdiff_t>(segment * kStatistics);
            row.insert(row.end(), first, first + kStatistics);
        }
    }
    for (const std::vector<double>& own : perDetector)
        row.push_back(own.back());
    return row;
}

FeatureTable featureTable(Project& project, const FeatureInputs& inputs, const std::vector<PartRecord>& parts,
                          Job& job) {
    const std::size_t columns = static_cast<std::size_t>(inputs.segments) * kStatistics + 1;
    Rows rows(parts.size());
    std::vector<Pending> batch;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        job.progress(p, parts.size());
        rows[p].resize(inputs.detectors.size());
        for (std::size_t d = 0; d < inputs.detectors.size(); ++d) {
            const RunId run = inputs.detectors[d].id;
            auto cached = project.maps().features(run, inputs.segmentRun, parts[p].id);
            if (cached && cached->size() == columns) {
                rows[p][d] = std::move(cached);
            } else if (std::optional<AnomalyMap> map = project.maps().get(run, parts[p].id)) {
                batch.push_back({.part = p, .detector = d, .map = std::move(*map)});
            }
        }
        if (batch.size() >= kBatch) computeBatch(project, inputs, parts, batch, rows, job);
    }
    computeBatch(project, inputs, parts, batch, rows, job);

    std::vector<std::string> names = featureNames(inputs.segments, inputs.detectorNames());
    if (inputs.areas) std::ranges::copy(areaNames(inputs.segments), std::back_inserter(names));
    FeatureTable table(std::move(names));
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (!std::ranges::all_of(rows[p], [](const auto& row) { return row.has_value(); })) continue;
        std::vector<std::vector<double>> complete;
        for (auto& row : rows[p])
            complete.push_back(std::move(*row));
        std::vector<double> row = joinedRow(complete, inputs.segments);
        if (inputs.areas) std::ranges::copy(areasOf(project, inputs, parts[p], job), std::back_inserter(row));
        table.append(parts[p].id, row);
    }
    return table;
}

}  // namespace segad
