#include <algorithm>

#include "core/base/error.h"
#include "core/project/project.h"
#include "core/workflow/benchmark/benchmark.h"
#include "core/workflow/benchmark/grid.h"
#include "core/workflow/benchmark/work_folder.h"

namespace segad {

namespace {
/// Every field is there and of its kind.
bool isSound(const Json& grid) {
    const auto all = [&](std::initializer_list<const char*> fields, const auto& isKind) {
        return std::ranges::all_of(
            fields, [&](const char* field) { return grid.contains(field) && isKind(grid.at(field)); });
    };
    const auto isText = [](const Json& value) { return value.is_string(); };
    const auto isTexts = [&](const Json& value) {
        return value.is_array() && std::ranges::all_of(value, isText);
    };
    if (!grid.is_object() || !all({"protocol", "dataset", "segments", "backbone"}, isText) ||
        !all({"classes", "methods", "all"}, isTexts) ||
        !all({"seeds", "bad"}, [](const Json& value) { return value.is_number_integer(); }) ||
        !all({"segment_params", "detector_params", "forest_params"},
             [](const Json& value) { return value.is_object(); }))
        return false;
    return std::ranges::find(benchmarkProtocols(), grid.at("protocol").get<std::string>(),
                             &BenchmarkProtocol::key) != benchmarkProtocols().end();
}
}  // namespace

Path benchmarkWorkFolder(const Path& results) {
    return results.string() + "-work";
}

Path benchmarkProject(const Path& results, const std::string& className) {
    return benchmarkWorkFolder(results) / (className + Project::kSuffix);
}

Path shardFile(const Path& results, int shard, int shards) {
    if (shards <= 1) return results;
    const std::string share = ".shard-" + std::to_string(shard) + "-of-" + std::to_string(shards);
    return results.parent_path() / (results.stem().string() + share + results.extension().string());
}

Json definitionIn(const BenchmarkFile& file) {
    Json grid = file.grid();
    if (isSound(grid)) return grid;
    throw Error(ErrorCode::Corrupt, file.file().string(),
                "does not say what its grid is, or has one of another program",
                "Update SegAD Studio, or run the benchmark into another file.");
}

BenchmarkRequest benchmarkRequestOf(const Path& results) {
    const Json grid = definitionIn(BenchmarkFile::open(results, true));
    BenchmarkRequest request;
    request.dataset = grid.at("dataset").get<std::string>();
    request.protocol = grid.at("protocol").get<std::string>();
    request.classes = grid.at("classes").get<std::vector<std::string>>();
    request.methods = grid.at("methods").get<std::vector<std::string>>();
    request.seeds = grid.at("seeds").get<int>();
    request.bad = grid.at("bad").get<int>();
    request.segments = grid.at("segments").get<std::string>();
    request.segmentParams = grid.at("segment_params");
    request.backbone = grid.at("backbone").get<std::string>();
    request.detectorParams = grid.at("detector_params");
    request.forestParams = grid.at("forest_params");
    request.results = results;
    request.resume = true;
    return request;
}

int mergeBenchmarks(const std::vector<Path>& files, const Path& out) {
    std::vector<BenchmarkFile> sources;
    for (const Path& file : files)
        sources.push_back(BenchmarkFile::open(file, true));
    std::error_code ignored;
    const bool there = std::filesystem::exists(out, ignored);
    if (sources.empty()) {
        throw Error(ErrorCode::InvalidArgument, "results", "are missing: there is nothing to join",
                    "Name the results of the shards.");
    }
    Json grid =
        definitionIn(there ? BenchmarkFile::open(out, true) : BenchmarkFile::open(files.front(), true));
    for (const BenchmarkFile& source : sources)
        grid = joinedDefinition(grid, definitionIn(source), source.file());
    BenchmarkFile joined = there ? BenchmarkFile::open(out) : BenchmarkFile::create(out, grid);
    int added = 0;
    for (const BenchmarkFile& source : sources)
        added += joined.merge(source);
    joined.setGrid(grid);
    return added;
}

}  // namespace segad
