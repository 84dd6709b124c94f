// Judges single parts again, one at a time, to show what is not kept of them: their heatmap and segments. It
// takes a model that is loaded once and kept while heatmaps are wanted.
//
// Life:    belongs to the workspace that shows parts.
// Threads: GUI thread; the model is loaded by a job beside the queue, parts are judged on a thread of its
// own.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

#include "core/workflow/inspector.h"
#include "ui/inspect/live_part.h"

class QAction;

namespace segad::ui {

class JobQueue;

class PartScorer : public QObject {
    Q_OBJECT

public:
    /// `owner` gets the action's key.
    PartScorer(JobQueue& jobs, QWidget* owner);
    ~PartScorer() override;

    /// Whether heatmaps are wanted; checkable, remembered.
    QAction* action() const { return wanted_; }
    bool isOn() const;

    /// A part as it is judged now; `problem` says why it can't be.
    struct Answer {
        LivePart part;
        QString problem;
    };
    using Then = std::function<void(const Answer&)>;
    /// Judges the picture in `file` by `model`. Whoever asked before and has no answer yet gets none.
    void score(const Path& model, const Path& file, Then then);

Q_SIGNALS:
    void toggled(bool on);

private:
    struct Request {
        Path model;
        Path file;
        Then then;
        quint64 number = 0;
    };
    void load();
    void judge();
    void onJobFinished(quint64 id);

    JobQueue& jobs_;
    QAction* wanted_;
    QThreadPool pool_;
    Request request_;
    quint64 last_ = 0;
    quint64 job_ = 0;
    std::shared_ptr<std::shared_ptr<const Inspector>> loading_;  ///< filled by the job
    Path loadingModel_;
    std::shared_ptr<const Inspector> inspector_;
    Path model_;  ///< of `inspector_`
};

}  // namespace segad::ui
