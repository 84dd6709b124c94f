// The one object that joins a project file, its job queue, its undo stack and change signals. Every
// workspace sees the project through it.
//
// Life:    opens asynchronously: opened() or openFailed() follows the constructor.
// Threads: GUI thread only. Lists are loaded on a worker thread and swapped in; what people do is written by
// a
//          thread of its own, which is waited for as long as nobody notices: a label is on disk before the
//          click is answered. Where that takes longer (a locked project, thousands of labels) the window goes
//          on.
#pragma once

#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "core/project/project.h"
#include "ui/session/job_queue.h"
#include "ui/session/part_view.h"
#include "ui/session/project_data.h"
#include "ui/session/write_queue.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

class LiveResults;
class RegionBook;
struct LabelChanges;

/// Which way a step of labelling is gone.
enum class LabelWay { First, Undo, Redo };

class ProjectSession : public QObject {
    Q_OBJECT

public:
    explicit ProjectSession(const Path& file, QObject* parent = nullptr);
    ~ProjectSession() override;

    const Path& file() const { return file_; }
    QString name() const;
    bool isOpen() const { return project_.has_value(); }
    /// The project may only be looked at: its file or folder is write-protected, its disk is full, or another
    /// program does not let go of it. Settled when it is opened().
    bool isReadOnly() const { return isOpen() && project_->readOnly(); }
    /// Why, as part of a sentence; empty when it can be written.
    QString readOnlyReason() const;
    /// Whether it is open for writing; when not, the reason is shown.
    bool mayWrite();

    const ProjectData& data() const { return *data_; }
    JobQueue& jobs() { return jobs_; }
    QUndoStack& undoStack() { return undoStack_; }
    /// Where steps are written. Jobs begin when all is on disk that was done before.
    WriteQueue& writes() { return writes_; }
    /// The painted regions, to be worked on.
    RegionBook& regionBook() { return *regionBook_; }
    /// What a forest makes of the labels as they stand.
    LiveResults& live() { return *live_; }
    /// What the gallery shows.
    PartView& view() { return view_; }
    /// The parts that labels go to: those selected in the gallery, else the current one.
    std::vector<PartId> selection() const;

    /// Absolute path of a part's image.
    Path imageFile(const PartRecord& part) const;

    /// The part all workspaces show; 0 when there is none.
    PartId currentPart() const { return currentPart_; }
    const PartRecord* currentRecord() const;
    void setCurrentPart(PartId part);

    /// The detector run whose scores and heatmap are shown; 0 when nothing was trained.
    RunId shownRun() const { return shownRun_; }
    void setShownRun(RunId run);

    /// One undoable step; written at once (see above), all of it or nothing.
    void setLabel(std::span<const PartId> parts, Label label);
    /// A part that gets a defect type becomes bad; taking the type off leaves the label.
    void setDefectType(std::span<const PartId> parts, const QString& defectType);
    /// Any change of labels, called `text` in the menu: one undoable step.
    void changeLabels(std::vector<Parts::LabelChange> changes, const QString& text) {
        pushLabels(std::move(changes), text);
    }
    void setNote(std::span<const PartId> parts, const QString& note);
    /// The defect type that was set last in this session; empty before the first.
    const QString& lastDefectType() const { return lastDefectType_; }

    /// The painted regions of a part as setRegions() takes them; absent when it has none, or when they can't
    /// be read, which is shown. A few milliseconds for a picture of 4000 × 3000.
    std::optional<cv::Mat> regions(PartId part);
    /// Stores them (CV_8UC1, 0 and 255, at the size of the picture; an empty mask removes them). Not a step
    /// of undo by itself. False, and an error shown, when the file refused. When it refuses only later,
    /// `refused` is set, too, and regionsChanged() says that they are what they were.
    bool setRegions(PartId part, const cv::Mat& mask, std::shared_ptr<bool> refused = nullptr);
    /// regionsChanged() is being sent for what setRegions() has stored.
    bool storesRegions() const { return storesRegions_; }

    /// Deletes runs as one undoable step: they are out of sight at once, for every program, and removed for
    /// good when the session ends. Nothing happens (and the reason is shown) when another run builds on one.
    void removeRuns(std::vector<RunId> runs);

    /// The stored course of a training; empty when there is none.
    LossCurve lossCurve(RunId run) const;
    std::vector<RocPointRecord> roc(EvaluationId evaluation) const;
    /// Every label the part has had, newest first.
    std::vector<LabelHistoryRecord> history(PartId part) const;
    /// What the audit log says of a subject (a part's path, for example), newest first.
    std::vector<AuditRecord> auditOf(const std::string& subject) const;

    /// Shows an error the way every error is shown: in the list of messages, with its remedy.
    void reportError(const Error& error) {
        Q_EMIT errorOccurred(engineSentence(error.message()), engineText(error.subject()),
                             engineSentence(error.remedy()));
    }

    /// Looks for changes now instead of at the next tick.
    void refresh();
    /// Reads everything anew, although nobody else has changed the project.
    void reload() { load(); }

Q_SIGNALS:
    void opened();
    void openFailed(const QString& message);
    /// Everything in data() may have changed; parts keep their ids.
    void dataChanged();
    /// Sources have other folders than before: what could not be read may be there now. dataChanged()
    /// follows.
    void picturesMoved();
    /// Labels of these parts changed.
    void labelsChanged(const std::vector<segad::PartId>& parts);
    /// The painted regions of the part changed, here or by another program.
    void regionsChanged(segad::PartId part);
    void currentPartChanged(segad::PartId part);
    void shownRunChanged(segad::RunId run);
    /// What happened, to which file or part, and what to do about it.
    void errorOccurred(const QString& what, const QString& about = {}, const QString& remedy = {});

private:
    friend class LabelCommand;
    friend class RunRemoval;
    /// Writes labels and shows them; parts that somebody else has labelled meanwhile are told of and left
    /// alone. `refused` is set, at once or later, when nothing of it happened.
    void writeLabels(const std::shared_ptr<LabelChanges>& step, LabelWay way,
                     const std::shared_ptr<bool>& refused);
    void showLabels(const std::vector<Parts::LabelChange>& changes);
    /// Sets runs aside or brings them back.
    void writeRemoval(const std::vector<RunId>& runs, bool remove, const std::shared_ptr<bool>& refused);
    void regionsStored(PartId part, const std::optional<RegionRecord>& record);
    /// Takes steps off the undo stack that the file has refused after they were shown.
    void dropRefused();
    /// What is shown is no longer what the file says.
    void takeBack(const Error& error);
    /// The stored label of a part, as a change that has yet to change something; absent for a part that is
    /// not there.
    std::optional<Parts::LabelChange> labelOf(PartId part) const;
    void pushLabels(std::vector<Parts::LabelChange> changes, const QString& text);
    void load();
    void adopt(std::shared_ptr<ProjectData> data);
    void pollForChanges();

    Path file_;
    std::shared_ptr<ProjectData> data_;
    std::optional<Project> project_;
    std::optional<ErrorCode> writeRefused_;
    WriteQueue writes_;  ///< before the jobs, which wait for it
    JobQueue jobs_;
    QUndoStack undoStack_;
    std::unique_ptr<RegionBook> regionBook_;
    PartView view_;
    std::unique_ptr<LiveResults> live_;
    QString lastDefectType_;
    QTimer poll_;
    PartId currentPart_ = 0;
    RunId shownRun_ = 0;
    std::int64_t tokenSeen_ = -1;
    bool announced_ = false;  ///< opened() was sent
    bool loading_ = false;
    bool loadAgain_ = false;
    bool storesRegions_ = false;
    std::multiset<PartId> regionsUnderway_;  ///< not yet written
    bool removesRuns_ = false;               ///< some may be set aside
    quint64 editGeneration_ = 0;             ///< of labels and regions set by this session
};

}  // namespace segad::ui
