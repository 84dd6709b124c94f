#include "ui/train/training_estimates.h"

#include <QThreadPool>

#include "core/detector/catalog.h"
#include "core/workflow/disk_need.h"
#include "core/workflow/workflows.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
/// Labels come in bursts.
constexpr int kSettle = 300;
/// While somebody types a number.
constexpr int kTyping = 120;
}  // namespace

TrainingEstimates::TrainingEstimates(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session) {
    updateSoon_.setSingleShot(true);
    updateSoon_.setInterval(kSettle);
    answerSoon_.setSingleShot(true);
    answerSoon_.setInterval(kTyping);
    connect(&updateSoon_, &QTimer::timeout, this, &TrainingEstimates::update);
    connect(&answerSoon_, &QTimer::timeout, this, &TrainingEstimates::answerNow);
    connect(&session_, &ProjectSession::labelsChanged, &updateSoon_, qOverload<>(&QTimer::start));
    // What is imported, labelled or measured by a job changes what a training costs. While one writes its
    // scores the lists change every second, and the cost does not.
    connect(&session_.jobs(), &JobQueue::jobFinished, &updateSoon_, qOverload<>(&QTimer::start));
    connect(&session_, &ProjectSession::dataChanged, this, [this] {
        if (session_.jobs().isIdle()) updateSoon_.start();
    });
    updateSoon_.start(0);
}

DetectorEstimate TrainingEstimates::estimate(const TrainRequest& request) {
    try {
        const TrainPlan plan = planTraining(request);
        return {.plan = plan,
                .problem = std::nullopt,
                .mapBytes = mapBytesOf(request, plan.scoreParts),
                .freeBytes = freeDiskBytes(request.project)};
    } catch (const Error& error) {
        return {.plan = std::nullopt, .problem = error};
    }
}

TrainingEstimates::All TrainingEstimates::estimateAll(const Path& project) {
    All all;
    const TrainRequest base{.project = project};
    for (const TrainPreset& preset : trainPresets()) {
        try {
            all.presets[preset.key] = planPreset(preset, base);
        } catch (const Error& error) {
            all.presets[preset.key].problem = error;
        }
    }
    for (const DetectorInfo& row : detectorCatalog()) {
        TrainRequest request = base;
        request.detector = row.key;
        all.detectors[row.key] = estimate(request);
    }
    return all;
}

void TrainingEstimates::update() {
    if (updating_) {
        again_ = true;
        return;
    }
    updating_ = true;
    runInBackground(
        this, *QThreadPool::globalInstance(), [file = session_.file()] { return estimateAll(file); },
        [this](All all) {
            updating_ = false;
            found_ = std::move(all);
            Q_EMIT allEstimated();
            if (std::exchange(again_, false)) update();
        });
}

void TrainingEstimates::ask(const TrainRequest& request) {
    question_ = request;
    answer_.reset();
    answerSoon_.start();
}

void TrainingEstimates::answerNow() {
    if (answering_) {
        newQuestion_ = true;
        return;
    }
    answering_ = true;
    runInBackground(
        this, *QThreadPool::globalInstance(), [request = question_] { return estimate(request); },
        [this](DetectorEstimate estimate) {
            answering_ = false;
            if (std::exchange(newQuestion_, false)) {
                answerNow();
                return;
            }
            // Asked again meanwhile: that answer is on its way.
            if (answerSoon_.isActive()) return;
            answer_ = std::move(estimate);
            Q_EMIT asked();
        });
}

}  // namespace segad::ui
