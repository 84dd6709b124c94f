// What matters, over all parts: which segments and detectors move the scores of the newest forest, and which
// of them could be left out, at what loss, and how much faster inspection gets.
//
// Threads: GUI thread; the forest is asked on another one while somebody looks, and leaving out is a job.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <memory>
#include <optional>

#include "core/workflow/droppable.h"
#include "core/workflow/forest_use.h"

class QAction;
class QLabel;
class QTableWidget;

namespace segad::ui {

class InfluenceTable;
class ProjectSession;

/// What a report says of one thing.
enum class DropAdvice { CanGo, Needed, CannotTell };
/// Can go: it costs at most one point of AUROC, with 97.5 % certainty. Needed: leaving it out does harm, by
/// interval and test.
DropAdvice adviceOn(const Droppable& one);

class InfluencePanel : public QWidget {
    Q_OBJECT

public:
    explicit InfluencePanel(ProjectSession& session, QWidget* parent = nullptr);
    ~InfluencePanel() override;

    const std::optional<ForestUse>& use() const { return use_; }
    const std::optional<DropReport>& report() const { return report_; }

Q_SIGNALS:
    /// What was asked for is shown.
    void updated();

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Answer;
    void becomeStale();
    void read();
    void showUse();
    void showReport();
    void pick(int row, int column);
    void leaveOut();

    ProjectSession& session_;
    QThreadPool pool_;
    std::shared_ptr<Job> job_;  ///< of what is read
    QLabel* words_;
    InfluenceTable* influence_;
    QLabel* picked_;
    QAction* leaveOut_;
    QWidget* dropBox_;
    QLabel* dropWords_;
    QTableWidget* drops_;
    std::optional<ForestUse> use_;
    std::optional<DropReport> report_;
    QString problem_;
    quint64 generation_ = 0;
    bool stale_ = true;
};

}  // namespace segad::ui
