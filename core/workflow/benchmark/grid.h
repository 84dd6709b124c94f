// The grid of a benchmark: its classes, methods and repeats, which of the cells are this shard's, and what
// they will cost. Private to the room.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/workflow/benchmark/benchmark.h"

namespace segad {

/// All cells of one class and method that are this shard's and missing.
struct CellGroup {
    BenchmarkMethod method;
    std::vector<BenchmarkRepeat> repeats;
};

struct ClassWork {
    BenchmarkClass one;
    std::vector<CellGroup> groups;
    double prepareSeconds = 0;
    std::vector<double> makeSeconds;  ///< to train and score for groups[i] what earlier groups have not
    std::vector<double> cellSeconds;  ///< for the cells of groups[i]
    double seconds() const;
};

struct Grid {
    BenchmarkPlan plan;
    Json definition;  ///< as it is stored in the results file
    std::vector<ClassWork> work;
};

/// Reads the folder's names and the results file, when it is there.
Grid gridOf(const BenchmarkRequest& request, Job& job);

/// Takes out of the grid what the results file has by now. Throws Error{AlreadyExists} when it is there and
/// not to be gone on with, and what joinedDefinition() throws.
void takeDone(const BenchmarkRequest& request, Grid& grid);

/// The classes below a folder: see BenchmarkRequest::dataset.
std::vector<BenchmarkClass> benchmarkClasses(const BenchmarkRequest& request, Job& job);

/// The definition that a results file has. Throws Error{Corrupt} naming the file unless every field is there
/// and of its kind, and its protocol one that this program knows.
Json definitionIn(const BenchmarkFile& file);

/// Throws Error{InvalidArgument} naming what differs, unless the cells of both are comparable; else the
/// definition with the classes, methods and seeds of both.
Json joinedDefinition(const Json& a, const Json& b, const Path& file);

}  // namespace segad
