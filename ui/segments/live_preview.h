// Shows on the current part what would come of what is painted, learned anew after every stroke.
//
// Threads: GUI thread; learning and looking happen on another one, and what comes too late is dropped.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/json.h"
#include "core/project/records.h"
#include "core/workflow/segment_trial.h"

namespace segad::ui {

class ProjectSession;

class LivePreview : public QObject {
    Q_OBJECT

public:
    explicit LivePreview(ProjectSession& session, QObject* parent = nullptr);
    ~LivePreview() override;

    /// What learns, with its parameters; an empty key: nothing is shown.
    void setSource(const std::string& key, const Json& params);
    /// Learns anew, in a moment: strokes that follow each other are learned together.
    void refit();
    /// Looks for the part that is the least certain among these, at most `most` of which are looked at:
    /// suggested() follows, unless something is learned anew meanwhile. False: nothing has been learned yet.
    bool suggest(std::vector<PartId> among, std::size_t most);

Q_SIGNALS:
    /// Learning or looking has begun; false: nothing is due any more.
    void busyChanged(bool busy);
    /// What would be made of the part; null when it can't be told, and why.
    void shown(segad::PartId part, std::shared_ptr<const segad::TriedPart> made, const QString& problem);
    /// Something was learned; how long it took.
    void learned(double seconds);
    void suggested(segad::PartId part, double doubt);

private:
    struct Outcome;
    void learn();
    void look();
    void stop();
    void begin();
    void end();

    ProjectSession& session_;
    QThreadPool pool_;
    QTimer soon_;
    std::string source_;
    Json params_ = Json::object();
    std::shared_ptr<SegmentTrial> trial_;  ///< made at the first learning; used by one task at a time
    bool hasLearned_ = false;
    QString problem_;  ///< why not
    std::shared_ptr<Job> job_;
    quint64 generation_ = 0;  ///< of what is learned
    quint64 looking_ = 0;     ///< of what is looked at
    int due_ = 0;
};

}  // namespace segad::ui
