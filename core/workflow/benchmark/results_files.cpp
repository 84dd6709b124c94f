#include <algorithm>

#include "core/base/error.h"
#include "core/project/project.h"
#include "core/workflow/benchmark/benchmark.h"
#include "core/workflow/benchmark/grid.h"
#include "core/workflow/benchmark/work_folder.h"

namespace segad {

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

BenchmarkRequest benchmarkRequestOf(const Path& results) {
    const Json grid = BenchmarkFile::open(results, true).grid();
    BenchmarkRequest request;
    try {
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
    } catch (const Json::exception&) {
        throw Error(ErrorCode::Corrupt, results.string(), "does not say what its grid is",
                    "Run the benchmark into another file.");
    }
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
    Json grid = there ? BenchmarkFile::open(out, true).grid() : sources.front().grid();
    for (const BenchmarkFile& source : sources)
        grid = joinedDefinition(grid, source.grid(), source.file());
    BenchmarkFile joined = there ? BenchmarkFile::open(out) : BenchmarkFile::create(out, grid);
    int added = 0;
    for (const BenchmarkFile& source : sources)
        added += joined.merge(source);
    joined.setGrid(grid);
    return added;
}

}  // namespace segad
