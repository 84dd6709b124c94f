#include "core/workflow/run_recording.h"

#include <exception>

#include "core/base/log.h"
#include "core/base/threads.h"
#include "core/base/version.h"
#include "core/base/work_clock.h"

namespace segad {

namespace {
/// Ends a run that did not come to its end. The reason for that must not be hidden by a second failure;
/// a run that can't be ended here is marked as interrupted when the project is opened again.
void settle(Project& project, RunRecord& run, RunOutcome outcome, const std::string& why) noexcept {
    try {
        run.outcome = outcome;
        remark(run, why);
        project.runs().finish(run);
    } catch (const std::exception& failure) {
        log::warn(std::string("the end of a run could not be recorded: ") + failure.what());
    } catch (...) {
        log::warn("the end of a run could not be recorded");
    }
}
}  // namespace

RunRecord newRun(RunKind kind, std::string subject, Json params) {
    RunRecord run;
    run.kind = kind;
    run.subject = std::move(subject);
    run.params = std::move(params);
    run.device = "cpu";
    run.threads = threadCount();
    run.programVersion = programVersion();
    return run;
}

void recordRun(Project& project, RunRecord& run, const std::function<void(RunRecord&)>& work,
               const std::function<void(RunRecord&)>& store) {
    const WorkClock clock;
    const double before = run.id == 0 ? 0 : run.seconds;
    const auto seconds = [&] { return before + clock.seconds(); };
    if (run.id == 0) {
        run.id = project.runs().start(run);
    } else {
        project.runs().restart(run.id);
    }
    try {
        work(run);
        Transaction transaction = project.transaction();
        if (store) store(run);
        run.seconds = seconds();
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
        transaction.commit();
    } catch (const Cancelled&) {
        run.seconds = seconds();
        settle(project, run, RunOutcome::Cancelled, "cancelled");
        throw;
    } catch (const std::exception& failure) {
        run.seconds = seconds();
        settle(project, run, RunOutcome::Failed, failure.what());
        throw;
    }
}

void remark(RunRecord& run, const std::string& sentence) {
    if (sentence.empty()) return;
    if (!run.message.empty()) run.message += run.message.ends_with('.') ? " " : ". ";
    run.message += sentence;
}

}  // namespace segad
