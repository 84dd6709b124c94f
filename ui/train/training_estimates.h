// What every preset and every detector would cost on this project, worked out on another thread and kept up
// to date with parts, labels and weights.
//
// Threads: GUI thread only.
#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <optional>
#include <string>

#include "core/workflow/train_presets.h"
#include "ui/train/detector_cards.h"

namespace segad::ui {

class ProjectSession;

class TrainingEstimates : public QObject {
    Q_OBJECT

public:
    explicit TrainingEstimates(ProjectSession& session, QObject* parent = nullptr);

    const std::map<std::string, PresetPlan>& presets() const { return found_.presets; }
    const std::map<std::string, DetectorEstimate>& detectors() const { return found_.detectors; }

    /// Estimates one training as the form has it; asked() follows. A newer question replaces an older one.
    void ask(const TrainRequest& request);
    /// nullptr until it was answered.
    const std::optional<DetectorEstimate>& answer() const { return answer_; }

Q_SIGNALS:
    /// presets() and detectors() are up to date.
    void allEstimated();
    void asked();

private:
    struct All {
        std::map<std::string, PresetPlan> presets;
        std::map<std::string, DetectorEstimate> detectors;
    };
    static All estimateAll(const Path& project);
    static DetectorEstimate estimate(const TrainRequest& request);
    void update();
    void answerNow();

    ProjectSession& session_;
    QTimer updateSoon_;
    QTimer answerSoon_;
    bool updating_ = false;
    bool again_ = false;
    bool answering_ = false;
    bool newQuestion_ = false;
    TrainRequest question_;
    All found_;
    std::optional<DetectorEstimate> answer_;
};

}  // namespace segad::ui
