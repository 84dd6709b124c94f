// Why the newest forest gave a part its score, with what compares to good parts for each segment and
// detector: a moment after the part is asked for. What was found is kept until labels, runs or maps change.
// Whoever shows reasons asks the one explainer of the session.
//
// Life:    follows the current part while somebody wants it (want()).
// Threads: GUI thread; the forest is asked on another one (a part it has learned from takes a forest fitted
//          without it), one part at a time, and what nobody waits for any more is dropped.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/base/job.h"
#include "core/workflow/part_reasons.h"

namespace segad::ui {

class ProjectSession;

/// A part's score taken apart.
struct PartReasons {
    PartExplanation explanation;
    std::vector<PartReason> details;  ///< of every segment and detector that did something, largest first
    std::size_t goodParts = 0;        ///< they are compared with
};

class Explainer : public QObject {
    Q_OBJECT

public:
    /// The session's own; made when it is first asked for.
    static Explainer& of(ProjectSession& session);
    ~Explainer() override;

    /// While nobody wants it nothing is explained. Who is destroyed wants it no more.
    void want(const QObject& who, bool wanted = true);
    /// The current part while somebody wants to know, else 0. changed() follows when it is another one, at
    /// once when that was explained before.
    PartId part() const { return part_; }
    /// Of part(); null while it is looked for, and when there can be none: problem() says why.
    const PartReasons* reasons() const { return reasons_.get(); }
    QString problem() const { return problem_; }
    /// It is still being looked for.
    bool isUnderway() const { return underway_; }

Q_SIGNALS:
    void changed();

private:
    explicit Explainer(ProjectSession& session);
    struct Answer {
        std::shared_ptr<const PartReasons> reasons;
        std::shared_ptr<const GoodFeatures> good;
        QString problem;
        bool givenUp = false;
    };
    static Answer explain(const Path& project, PartId part, std::shared_ptr<const GoodFeatures> good,
                          Job& job);
    void follow();
    void setPart(PartId part);
    /// What is known may no longer be true.
    void forget();
    void stop();
    void begin();
    void take(PartId part, const Answer& answer);

    ProjectSession& session_;
    std::set<const QObject*> wanting_;
    QThreadPool pool_;
    QTimer soon_;
    std::shared_ptr<Job> job_;  ///< of what is under way
    std::shared_ptr<const GoodFeatures> good_;
    std::unordered_map<PartId, std::shared_ptr<const PartReasons>> known_;
    PartId part_ = 0;
    std::shared_ptr<const PartReasons> reasons_;
    QString problem_;
    quint64 generation_ = 0;  ///< of what is asked for
    bool underway_ = false;
};

}  // namespace segad::ui
