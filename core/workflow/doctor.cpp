#include <opencv2/core/version.hpp>

#include "core/base/threads.h"
#include "core/base/version.h"
#include "core/nn/embedded_backbone.h"
#include "core/nn/learn_info.h"
#include "core/nn/weight_store.h"
#include "core/project/project.h"
#include "core/trees/tree_model.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
Json learningReport(Json& problems) {
    try {
        const LearnInfo info = learnInfo();
        return {{"torch", info.torchVersion},
                {"onednn", info.oneDnn},
                {"cpu_capability", info.cpuCapability},
                {"devices", info.devices},
                {"threads", info.threads}};
    } catch (const Error& error) {
        problems.push_back(toJson(error));
        return nullptr;
    }
}

Json embeddedReport(Json& problems) {
    try {
        const WeightEntry& entry = embeddedWeights();
        return {{"name", entry.name},
                {"architecture", entry.architecture},
                {"layers", entry.layers},
                {"sha256", entry.sha256},
                {"bytes", entry.bytes}};
    } catch (const Error& error) {
        problems.push_back(toJson(error));
        return nullptr;
    }
}

Json weightsReport(Json& problems, Job& job) {
    WeightStore store;
    Json list = Json::array();
    for (const WeightCheck& check : store.verify(job)) {
        list.push_back({{"name", check.entry.name},
                        {"layers", check.entry.layers},
                        {"sha256", check.entry.sha256},
                        {"ok", !check.problem}});
        if (check.problem) problems.push_back(toJson(*check.problem));
    }
    return {{"folder", toUtf8(store.folder())}, {"imported", list}, {"embedded", embeddedReport(problems)}};
}

Json countsOf(const Project& project) {
    return {{"parts", project.parts().count()},
            {"runs", project.runs().all().size()},
            {"evaluations", project.evaluations().all().size()},
            {"segment_maps", project.segments().mapCount()}};
}

/// A project that does not open is saved part by part when that was asked for.
std::optional<Project> openOrRescue(const Path& file, bool repair, Json& repaired, Json& problems) {
    try {
        return Project::open(file);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Corrupt) throw;
        if (!repair) {
            problems.push_back(toJson(error));
            return std::nullopt;
        }
    }
    for (const std::string& step : Project::rescue(file))
        repaired.push_back(step);
    return Project::open(file);
}

Json projectReport(const Path& file, bool repair, Json& problems, Job& job) {
    Json repaired = Json::array();
    std::optional<Project> project = openOrRescue(file, repair, repaired, problems);
    Json report{{"file", toUtf8(file)}};
    if (project) {
        for (const Error& notice : project->notices())
            repaired.push_back(notice.what());
        if (repair) {
            for (const std::string& step : project->repair())
                repaired.push_back(step);
        }
        for (const Error& problem : project->check(job))
            problems.push_back(toJson(problem));
        report["schema"] = project->schemaVersion();
        report["holds"] = countsOf(*project);
    }
    report["repaired"] = repaired;
    return report;
}
}  // namespace

Json doctorReport(const Path& project, bool repair, Job& job) {
    Json problems = Json::array();
    Json report{{"program", programVersion()}};
    const double share = project.empty() ? 1.0 : 0.5;
    {
        Job::Stage stage(job, 0.4 * share, "Opening the learning library");
        report["learning"] = learningReport(problems);
    }
    report["xgboost"] = treeLibraryVersion();
    report["opencv"] = CV_VERSION;
    report["threads"] = threadCount();
    {
        Job::Stage stage(job, 0.6 * share, "Checking weights");
        report["weights"] = weightsReport(problems, stage.job());
    }
    if (!project.empty()) {
        Job::Stage stage(job, share, "Checking the project");
        report["project"] = projectReport(project, repair, problems, stage.job());
    }
    report["problems"] = problems;
    return report;
}

}  // namespace segad
