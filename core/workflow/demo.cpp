#include <system_error>

#include "core/demo/buzzer.h"
#include "core/project/project.h"
#include "core/workflow/demo_report.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr const char* kStateKey = "demo";
constexpr const char* kUnfinished = "unfinished";
constexpr const char* kFinished = "finished";
constexpr int kSmallDivisor = 10;

// Of the whole, measured on two cores.
constexpr double kDrawShare = 0.20;
constexpr double kImportShare = 0.03;
constexpr double kSegmentShare = 0.05;
constexpr double kTrainShare = 0.55;
constexpr double kFitShare = 0.08;
constexpr double kEvaluateShare = 0.06;
constexpr double kReportShare = 0.03;

BuzzerOptions buzzerOptions(const DemoRequest& request) {
    BuzzerOptions options;
    options.seed = request.seed;
    if (!request.small) return options;
    for (int* count : {&options.trainGood, &options.testGood, &options.testBad, &options.testUnseenBad})
        *count /= kSmallDivisor;
    options.trainBad /= 4;  // a forest wants a handful
    return options;
}

/// A project that a stopped demo left is made anew; anything else of that name is somebody's.
void clearStoppedDemo(const Path& project) {
    std::error_code ignored;
    if (!std::filesystem::exists(project, ignored)) return;
    if (Project::open(project, true).setting(kStateKey) != kUnfinished) {
        throw Error(ErrorCode::AlreadyExists, project.string(), "is there already",
                    "Choose another folder, or delete this one to draw the demo again.");
    }
    for (const char* suffix : {"", "-wal", "-shm", "-maps", "-maps-wal", "-maps-shm", "-models"}) {
        std::error_code failure;
        std::filesystem::remove_all(project.string() + suffix, failure);
        if (failure) throw errorFromErrno(failure.value(), project.string() + suffix, "remove the file");
    }
}

std::vector<std::string> segmentNames() {
    std::vector<std::string> names;
    for (const std::string_view name : buzzerSegmentNames())
        names.emplace_back(name);
    return names;
}

void setState(const Path& project, const char* state) {
    Project::open(project).setSetting(kStateKey, state);
}

std::vector<std::string> remarksOf(const Path& project) {
    std::vector<std::string> remarks;
    for (const RunRecord& run : Project::open(project, true).runs().all()) {
        if (run.kind == RunKind::Train && !run.message.empty()) remarks.push_back(run.message);
    }
    return remarks;
}
}  // namespace

DemoReport runDemo(const DemoRequest& request, Job& job) {
    const Path folder = std::filesystem::absolute(request.folder);
    const Path images = folder / "images";
    DemoReport report{.project = folder / "demo.segad", .htmlReport = folder / "report.html"};
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) throw errorFromErrno(failure.value(), folder.string(), "create the folder");
    clearStoppedDemo(report.project);
    {
        Job::Stage stage(job, kDrawShare, "Drawing parts");
        writeBuzzerDataset(images, buzzerOptions(request), stage.job());
    }
    createProject(report.project);
    setState(report.project, kUnfinished);
    {
        Job::Stage stage(job, kImportShare, "");
        importFolder({.project = report.project, .folder = images, .layout = "folder"}, stage.job());
    }
    {
        Job::Stage stage(job, kSegmentShare, "Segment maps");
        makeSegments({.project = report.project,
                      .source = "files",
                      .params = {{"folder", toUtf8(images / "segments")}},
                      .names = segmentNames()},
                     stage.job());
    }
    {
        Job::Stage stage(job, kTrainShare, "");
        trainDetector({.project = report.project, .seed = request.seed, .device = request.device},
                      stage.job());
    }
    {
        Job::Stage stage(job, kFitShare, "");
        fitForest({.project = report.project, .seed = request.seed}, stage.job());
    }
    {
        Job::Stage stage(job, kEvaluateShare, "");
        const EvaluateReport evaluated = evaluateProject(
            {.project = report.project, .pixel = true, .by = {"defect_type", "segment"}}, stage.job());
        report.evaluations = evaluated.evaluations;
    }
    report.notes = remarksOf(report.project);
    {
        Job::Stage stage(job, kReportShare, "Writing the report");
        writeDemoReport(report, stage.job());
    }
    setState(report.project, kFinished);
    return report;
}

}  // namespace segad
