// The forest that the labels as they stand would give, judged by forests that have not seen the part, a
// moment after each label; and what follows from it: what to label next, and which labels to look at again.
//
// Life:    idle until somebody wants it (want()); then it follows labels and runs.
// Threads: GUI thread; reading and fitting happen on another one, one at a time, and what has become stale in
// the
//          meantime is dropped.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <memory>
#include <set>
#include <vector>

#include "core/base/job.h"
#include "core/workflow/label_doubts.h"
#include "core/workflow/suggestions.h"

namespace segad::ui {

class ProjectSession;

class LiveResults : public QObject {
    Q_OBJECT

public:
    explicit LiveResults(ProjectSession& session, QObject* parent = nullptr);
    ~LiveResults() override;

    /// While nobody wants it nothing is computed; what was made stays. Who is destroyed wants it no more.
    void want(const QObject& who, bool wanted = true);

    /// Null before the first one is there, and when there can be none; problem() says why.
    const LiveForest* forest() const { return made_ ? &made_->forest : nullptr; }
    /// What it was fitted on; null before the features are read.
    std::shared_ptr<const LiveFeatures> features() const { return features_; }
    const std::vector<Suggestion>& suggestions() const {
        return made_ ? made_->suggestions : none_.suggestions;
    }
    const std::vector<LabelDoubt>& doubts() const { return made_ ? made_->doubts : none_.doubts; }
    /// The most useful part that has no label yet, other than `current`; the one after it when `current` is
    /// suggested itself. 0 when there is none.
    PartId nextSuggestion(PartId current) const;
    QString problem() const { return problem_; }
    /// Labels or runs have changed since, or nothing was made yet.
    bool isUnderway() const { return underway_; }

Q_SIGNALS:
    void updated();

private:
    struct Made {
        LiveForest forest;
        std::vector<Suggestion> suggestions;
        std::vector<LabelDoubt> doubts;
    };
    struct Answer {
        std::shared_ptr<const LiveFeatures> features;
        std::shared_ptr<const Made> made;
        QString problem;
        bool givenUp = false;
    };
    static Answer make(const Path& project, std::shared_ptr<const LiveFeatures> features, bool refresh,
                       const std::vector<std::pair<PartId, Label>>& labels, Job& job);
    bool isWanted() const { return !wanting_.empty(); }
    void schedule(bool readAgain);
    void begin();
    void take(const Answer& answer);

    ProjectSession& session_;
    QThreadPool pool_;
    Made none_;
    std::shared_ptr<const LiveFeatures> features_;
    std::shared_ptr<const Made> made_;
    std::shared_ptr<Job> job_;  ///< of what is under way
    QString problem_;
    std::set<const QObject*> wanting_;
    bool due_ = true;        ///< something has changed since the last beginning
    bool readAgain_ = true;  ///< not only labels
    bool underway_ = false;
};

}  // namespace segad::ui
