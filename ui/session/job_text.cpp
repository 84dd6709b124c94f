#include "ui/session/job_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::JobWords)
};
}  // namespace

QString jobStateText(const JobView& job) {
    switch (job.state) {
        case JobState::Waiting:
            return Words::tr("waiting");
        case JobState::Running:
            if (job.stopping) return Words::tr("stopping …");
            if (job.paused) return job.standing ? Words::tr("paused") : Words::tr("pausing …");
            return Words::tr("running");
        case JobState::Done:
            return Words::tr("done");
        case JobState::Failed:
            return Words::tr("failed");
        case JobState::Cancelled:
            return Words::tr("cancelled");
    }
    return {};
}

QString jobStageText(const JobView& job) {
    // The figures after the dash come from the engine as they are.
    const std::string& what = job.status.what;
    const std::size_t dash = what.find(" — ");
    QString text = what.empty() ? QString() : engineText(what.substr(0, dash));
    if (dash != std::string::npos) text += QString::fromStdString(what.substr(dash));
    if (job.status.total > 0) {
        text += Words::tr(" (%1 of %2)")
                    .arg(QLocale().toString(static_cast<qulonglong>(job.status.done)),
                         QLocale().toString(static_cast<qulonglong>(job.status.total)));
    }
    return text;
}

}  // namespace segad::ui
