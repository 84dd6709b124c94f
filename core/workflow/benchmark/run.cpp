#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/threads.h"
#include "core/base/version.h"
#include "core/base/work_clock.h"
#include "core/forest/forest.h"
#include "core/metric/fpr_at_tpr.h"
#include "core/workflow/ablation_figures.h"
#include "core/workflow/benchmark/benchmark.h"
#include "core/workflow/benchmark/fit_order.h"
#include "core/workflow/benchmark/grid.h"
#include "core/workflow/benchmark/material.h"
#include "core/workflow/benchmark/work_folder.h"

namespace segad {

namespace {
constexpr const char* kForest = "brf";
constexpr double kFeatureShare = 0.3;

/// One process works on a results file at a time: two would train the same detectors.
class WorkLock {
public:
    explicit WorkLock(const Path& results) {
        const Path folder = benchmarkWorkFolder(results);
        std::error_code failure;
        std::filesystem::create_directories(folder, failure);
        if (failure) throw errorFromErrno(failure.value(), folder.string(), "create the folder");
        const Path file = folder / "lock";
        descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor_ < 0) throw errorFromErrno(errno, file.string(), "create the file");
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
        ::close(descriptor_);
        throw Error(ErrorCode::Locked, results.string(), "is being worked on by another process",
                    "Wait for it, or give this one a results file of its own.");
    }
    ~WorkLock() { ::close(descriptor_); }
    WorkLock(const WorkLock&) = delete;
    WorkLock& operator=(const WorkLock&) = delete;

private:
    int descriptor_;
};

/// The parts of a cell as the results file keeps them.
std::vector<BenchmarkScore> scoresOf(const RoleTable& roles, const TestSet& test, const ScoreOfPart& scores) {
    std::vector<BenchmarkScore> rows;
    for (const PartRecord& part : test.parts) {
        const auto score = scores.find(part.id);
        if (score == scores.end()) continue;
        rows.push_back({.part = part.path,
                        .bad = part.label == Label::Bad,
                        .unseen = part.unseenDefect,
                        .score = score->second});
    }
    for (const PartRecord& part : roles.with(Role::Fit))
        rows.push_back({.part = part.path, .bad = true, .unseen = part.unseenDefect, .score = {}});
    return rows;
}

void putFigures(BenchmarkCell& cell, const RankingFigures& figures) {
    cell.auroc = figures.auroc;
    cell.averagePrecision = figures.averagePrecision;
    cell.fprAt95Tpr = figures.fprAt95Tpr;
    if (const std::optional<FprAtTpr> fpr = fprAtTprRoc(figures.scores))
        cell.fprAt95TprRoc = fpr->falsePositiveRate;
    cell.seen = figures.seen;
    cell.unseen = figures.unseen;
    cell.good = static_cast<int>(figures.scores.good.size());
    cell.bad = static_cast<int>(figures.scores.bad.size());
}

/// What one cell is computed from; read on the thread that owns the material.
struct CellInput {
    BenchmarkRepeat repeat;
    RoleTable roles;
    TestSet test;
    ScoreOfPart scores;  ///< of a bare detector
    Json origin;
};

struct FinishedCell {
    BenchmarkCell cell;
    std::vector<BenchmarkScore> scores;
};

class GroupRun {
public:
    GroupRun(const BenchmarkRequest& request, const std::string& className, const CellGroup& group,
             BenchmarkMaterial& material, BenchmarkFile& file)
        : request_(request), class_(className), group_(group), material_(material), file_(file) {}

    /// Stores cell after cell, and counts each.
    void run(Job& job, int& stored) {
        FeatureTable table;
        if (group_.method.forest) {
            Job::Stage stage(job, kFeatureShare, "Features");
            table = material_.features(group_.method, stage.job());
        }
        Job::Stage stage(job, group_.method.forest ? 1 - kFeatureShare : 1, "");
        const auto together = static_cast<std::size_t>(std::max(1, threadCount()));
        const std::size_t count = group_.repeats.size();
        for (std::size_t begin = 0; begin < count; begin += together) {
            const std::size_t size = std::min(together, count - begin);
            stage.job().progress(begin, count,
                                 "repeat " + std::to_string(begin + 1) + " of " + std::to_string(count));
            std::vector<CellInput> inputs;
            for (std::size_t i = 0; i < size; ++i)
                inputs.push_back(inputOf(group_.repeats[begin + i]));
            std::vector<FinishedCell> finished(size);
            parallelFor(size, [&](std::size_t i) { finished[i] = compute(table, inputs[i]); });
            for (const FinishedCell& one : finished) {
                file_.put(one.cell, one.scores);
                ++stored;
                if (request_.onCell) request_.onCell(one.cell);
            }
        }
    }

private:
    CellInput inputOf(const BenchmarkRepeat& repeat) {
        CellInput input{.repeat = repeat, .roles = {}, .test = {}, .scores = {}, .origin = {}};
        input.roles = material_.roles(group_.method, repeat);
        input.test.parts = input.roles.with(Role::Test);
        std::erase_if(input.test.parts,
                      [](const PartRecord& part) { return part.label == Label::Unlabelled; });
        if (!group_.method.forest) input.scores = material_.scores(group_.method, repeat);
        input.origin = material_.origin(group_.method, repeat);
        return input;
    }

    FinishedCell compute(const FeatureTable& table, CellInput& input) const {
        const WorkClock clock;
        BenchmarkCell cell{.key = {class_, group_.method.key(), input.repeat.name},
                           .seed = input.repeat.seed};
        cell.origin = std::move(input.origin);
        cell.origin["program"] = programVersion();
        cell.origin["threads"] = threadCount();
        if (group_.method.forest) {
            const ForestOptions options{
                .kind = kForest, .params = request_.forestParams, .seed = input.repeat.seed};
            const FitRows rows = rowsInOrder(table, input.roles, input.repeat.seed);
            Job unseen;
            const Forest forest = Forest::fit(table.subset(rows.rows), rows.isBad, options, unseen);
            const std::vector<double> margins = forest.score(table);
            for (std::size_t row = 0; row < margins.size(); ++row)
                input.scores[table.partIds()[row]] = margins[row];
            cell.learnedGood = static_cast<int>(rows.good());
            cell.learnedBad = static_cast<int>(rows.bad());
            cell.origin["forest"] = {{"kind", kForest},
                                     {"params", findForestKind(kForest).params.complete(options.params)},
                                     {"columns", table.columns().size()}};
        } else {
            cell.learnedBad = static_cast<int>(input.roles.count(Role::Fit));
        }
        putFigures(cell, figuresOf(input.test, input.scores));
        cell.seconds = clock.seconds();
        std::vector<BenchmarkScore> scores = scoresOf(input.roles, input.test, input.scores);
        return {.cell = std::move(cell), .scores = std::move(scores)};
    }

    const BenchmarkRequest& request_;
    const std::string& class_;
    const CellGroup& group_;
    BenchmarkMaterial& material_;
    BenchmarkFile& file_;
};

/// The whole grid, class by class.
class GridRun {
public:
    GridRun(const BenchmarkRequest& request, const Grid& grid, BenchmarkFile& file)
        : request_(request), grid_(grid), file_(file) {}

    void run(Job& job, BenchmarkOutcome& outcome) {
        for (const ClassWork& work : grid_.work) {
            Job::Stage stage(job, work.seconds() / grid_.plan.seconds, work.one.name);
            runClass(work, stage.job(), outcome);
        }
        if (outcome.computed == 0 && first_) throw Error(*first_);
    }

private:
    void runClass(const ClassWork& work, Job& job, BenchmarkOutcome& outcome) {
        const std::unique_ptr<BenchmarkMaterial> material =
            grid_.plan.fromMaps
                ? materialFromMaps(request_, work.one)
                : materialFromPictures(request_, work.one, benchmarkProject(request_.results, work.one.name));
        try {
            Job::Stage stage(job, work.prepareSeconds / work.seconds(), "");
            file_.putClass(material->prepare(stage.job()));
        } catch (const Error& error) {
            int cells = 0;
            for (const CellGroup& group : work.groups)
                cells += static_cast<int>(group.repeats.size());
            failed(error, cells, outcome, job);
            return;
        }
        for (std::size_t g = 0; g < work.groups.size(); ++g) {
            const CellGroup& group = work.groups[g];
            const double seconds = work.makeSeconds[g] + work.cellSeconds[g];
            const int before = outcome.computed;
            Job::Stage stage(job, seconds / work.seconds(), group.method.title(grid_.plan.all));
            try {
                {
                    Job::Stage making(stage.job(), work.makeSeconds[g] / seconds, "");
                    material->make(group.method, group.repeats, making.job());
                }
                Job::Stage cells(stage.job(), work.cellSeconds[g] / seconds, "");
                GroupRun(request_, work.one.name, group, *material, file_).run(cells.job(), outcome.computed);
            } catch (const Error& error) {
                const int stored = outcome.computed - before;
                failed(error, static_cast<int>(group.repeats.size()) - stored, outcome, job);
            }
        }
    }

    /// One class or method that fails must not keep the others from their figures; a full disk does.
    void failed(const Error& error, int cells, BenchmarkOutcome& outcome, Job& job) {
        if (error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::Locked) throw Error(error);
        outcome.failed += cells;
        job.warn(error);
        if (!first_) first_ = error;
    }

    const BenchmarkRequest& request_;
    const Grid& grid_;
    BenchmarkFile& file_;
    std::optional<Error> first_;
};

BenchmarkFile resultsFile(const Path& results, const Json& definition) {
    std::error_code ignored;
    if (!std::filesystem::exists(results, ignored)) return BenchmarkFile::create(results, definition);
    BenchmarkFile file = BenchmarkFile::open(results);
    file.setGrid(definition);
    return file;
}
}  // namespace

BenchmarkOutcome runBenchmark(const BenchmarkRequest& request, Job& job) {
    if (request.results.empty()) {
        throw Error(ErrorCode::InvalidArgument, "results", "has no file to write to", "Name a results file.");
    }
    Grid grid = gridOf(request, job);
    const WorkLock lock(request.results);
    takeDone(request, grid);  // by another process, until it gave the lock away
    std::error_code ignored;
    const bool fresh = !std::filesystem::exists(request.results, ignored);
    BenchmarkOutcome outcome{.results = request.results, .before = grid.plan.done};
    try {
        BenchmarkFile file = resultsFile(request.results, grid.definition);
        GridRun(request, grid, file).run(job, outcome);
    } catch (const Error&) {
        // There is nothing to go on with, and the next attempt should not stumble over it.
        if (fresh && outcome.computed == 0) std::filesystem::remove(request.results, ignored);
        throw;
    }
    return outcome;
}

}  // namespace segad
