#include "core/workflow/benchmark/baseline_features.h"

#include <optional>

#include "core/base/threads.h"
#include "core/forest/features.h"
#include "core/workflow/benchmark/material.h"

namespace segad {

namespace {
constexpr std::size_t kBatch = 32;  // bounds the maps in memory

struct Row {
    PartRecord part;
    std::vector<DetectorMap> maps;
    std::optional<SegmentMap> segments;
    std::vector<double> values;
};

/// Absent when a map is missing.
std::optional<Row> readRow(Project& project, const FeatureInputs& inputs, const PartRecord& part) {
    Row row{.part = part, .maps = {}, .segments = {}, .values = {}};
    for (const RunRecord& run : inputs.detectors) {
        std::optional<AnomalyMap> map = project.maps().get(run.id, part.id);
        if (!map) return std::nullopt;
        row.maps.push_back({.detector = run.subject, .map = *std::move(map)});
    }
    row.segments = project.segments().map(inputs.segmentRun, part.id);
    if (!row.segments) row.segments.emplace(cv::Mat::zeros(1, 1, CV_8UC1), inputs.segments, part.path);
    return row;
}
}  // namespace

FeatureTable featuresWithout(Project& project, const FeatureInputs& inputs, SegmentUse use,
                             const std::vector<PartRecord>& parts, Job& job) {
    const cv::Size size(kFeatureMapSide, kFeatureMapSide);
    FeatureTable table(featureNames(use == SegmentUse::Whole ? 1 : inputs.segments, inputs.detectorNames()));
    std::vector<Row> batch;
    const auto flush = [&] {
        parallelFor(batch.size(), [&](std::size_t i) {
            Row& row = batch[i];
            row.values = featureRow(row.maps, segmentsAs(use, *row.segments, size, row.part.path));
        });
        for (const Row& row : batch)
            table.append(row.part.id, row.values);
        batch.clear();
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        job.progress(i, parts.size());
        if (std::optional<Row> row = readRow(project, inputs, parts[i])) batch.push_back(*std::move(row));
        if (batch.size() >= kBatch) flush();
    }
    flush();
    return table;
}

}  // namespace segad
