// The strip at the bottom: the running job with progress, remaining time, pause and cancel; the last message;
// a list of all jobs behind the button.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace segad::ui {

class JobQueue;
struct JobView;

class JobBar : public QWidget {
    Q_OBJECT

public:
    explicit JobBar(JobQueue& jobs, QWidget* parent = nullptr);

    void showMessage(const QString& text, bool isError);

private:
    void showJobs();
    void showPause(const JobView& job);
    void togglePause();
    void showFinished(quint64 id);
    void showList();
    QString line(const JobView& job) const;

    JobQueue& jobs_;
    QLabel* text_;
    QProgressBar* progress_;
    QLabel* remaining_;
    QToolButton* pause_;
    QToolButton* cancel_;
    QToolButton* list_;
};

}  // namespace segad::ui
