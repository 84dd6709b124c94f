// The strip at the bottom: the running job with progress, remaining time, pause and cancel; the last message
// and how many there are; whether something is still being saved; a list of all jobs behind the button.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace segad::ui {

class JobQueue;
struct JobView;
class MessageLog;
class ProjectSession;

class JobBar : public QWidget {
    Q_OBJECT

public:
    /// `showMessages` shows or hides the list behind the count of messages.
    JobBar(ProjectSession& session, MessageLog& messages, QAction* showMessages, QWidget* parent = nullptr);

private:
    void showMessage(const QString& text, bool isError);
    void showCount();
    void showJobs();
    void showPause(const JobView& job);
    void togglePause();
    void showFinished(quint64 id);
    void showList();
    QString line(const JobView& job) const;

    JobQueue& jobs_;
    MessageLog& messages_;
    QLabel* text_;
    QLabel* saving_;  ///< shown while what was done is not on disk
    QToolButton* count_;
    QProgressBar* progress_;
    QLabel* remaining_;
    QAction* pause_;
    QAction* cancel_;
    QList<QWidget*> ofRunning_;  ///< shown while a job runs
};

}  // namespace segad::ui
