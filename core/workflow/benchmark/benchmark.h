// The paper's experiments on a dataset of several classes (segad benchmark, Results ▸ Benchmarks).
//
// A run is a grid of independent cells, class × method × repeat (a seed, or a list that the dataset
// publishes). A cell rests on trainings that it shares with others: they, their maps and the segment maps are
// kept in one project per class, <results>-work/<class>.segad, and computed once. Each cell is stored when it
// is there (core/project/benchmark_file.h), so a run that was stopped, however that was, goes on with the
// cells that are missing.
//
// Shards. A part of the grid each, for a job array: whole classes where there are enough of them, so that no
// training is done twice, else methods of a class. Every shard has a results file of its own;
// mergeBenchmarks() makes one of them.
//
// The dataset is a folder of pictures (one class, or one folder a class), or anomaly maps and segment maps in
// the layout of the SegAD repository (repository_layout.h), which need no pictures.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/project/benchmark_file.h"
#include "core/workflow/benchmark/method.h"
#include "core/workflow/benchmark/protocol.h"

namespace segad {

struct BenchmarkRequest {
    Path dataset;
    std::string protocol = "folder";
    std::vector<std::string> classes;  ///< names of their folders; empty: all
    std::vector<std::string> methods;  ///< as benchmarkMethod() takes them; empty: the protocol's
    bool baselines = false;            ///< also without segments, and with shuffled ones
    int seeds = 10;                    ///< the paper's first ones, 1 to 10; lists are taken all
    int bad = 0;                       ///< bad parts to draw, where they are drawn; 0: the protocol's number
    /// Key of a segment source; "": the folder `segments` of a class when it is there, else the whole picture
    /// for MVTec AD's textures and the automatic foreground for all others.
    std::string segments;
    Json segmentParams = Json::object();
    std::string backbone;                  ///< for the detectors it fits; "" = as in TrainRequest
    Json detectorParams = Json::object();  ///< detector key -> its parameters, over the defaults
    Json forestParams = Json::object();    ///< of the forest, over the published ones
    std::string device = "auto";
    Path results;         ///< BenchmarkFile; of a shard, see shardFile()
    bool resume = false;  ///< go on with a results file that is there
    int shard = 1;        ///< from 1
    int shards = 1;
    /// Called on the working thread when a cell is stored.
    std::function<void(const BenchmarkCell&)> onCell;
};

/// One class as its folders' names say it is; no picture was opened.
struct BenchmarkClass {
    std::string name;
    Path folder;            ///< to import
    std::string className;  ///< within it, as ImportRequest takes it
    int trainGood = 0;
    int trainBad = 0;
    int testGood = 0;
    int testBad = 0;
    std::vector<std::string> lists;  ///< that the dataset publishes
};

/// What is repeated: a draw by a seed, or a list.
struct BenchmarkRepeat {
    std::string name;
    std::uint64_t seed = 0;
    std::optional<std::string> list;
};

struct BenchmarkPlan {
    std::vector<BenchmarkClass> classes;
    std::vector<BenchmarkMethod> methods;
    std::vector<std::string> all;  ///< what "All" stands for
    int cells = 0;                 ///< of this shard
    int done = 0;                  ///< of these, in the results file already
    double seconds = 0;            ///< for those that are missing, right within a factor of about two
    bool fromMaps = false;         ///< the dataset is maps in the SegAD repository's layout
};

/// What runBenchmark() would do. Reads names only. Throws Error{NotFound, InvalidArgument, InvalidData} for
/// what can't work, and Error{AlreadyExists} for results that are there without `resume`.
BenchmarkPlan planBenchmark(const BenchmarkRequest& request, Job& job);

struct BenchmarkOutcome {
    Path results;
    int computed = 0;
    int before = 0;  ///< were there already
    int failed = 0;  ///< cells that could not be computed; each reason is a warning of the job
};

/// Computes the cells that are missing. A class or method that fails is a warning and the rest goes on; when
/// nothing at all could be computed, the first reason is thrown. When cancelled, the cells so far are stored.
/// Throws what planBenchmark() throws, and Error{Locked} while another process works on the same results.
BenchmarkOutcome runBenchmark(const BenchmarkRequest& request, Job& job);

/// The request that a results file was made by, to go on with it.
BenchmarkRequest benchmarkRequestOf(const Path& results);

/// Where shard `shard` of `shards` writes: name.shard-2-of-4.segad-bench beside name.segad-bench.
Path shardFile(const Path& results, int shard, int shards);

/// Joins results of one grid into `out`, which is made when it isn't there. How many cells came. Throws
/// Error{InvalidArgument} when they are of different grids, and what BenchmarkFile::merge() throws.
int mergeBenchmarks(const std::vector<Path>& files, const Path& out);

/// Writes the maps, segment maps and tables of the classes of a finished run in the SegAD repository's
/// layout. How many maps. Throws Error{NotFound} when the run's projects are gone or it was made from such
/// maps.
int exportBenchmarkMaps(const Path& results, const Path& folder, Job& job);

}  // namespace segad
