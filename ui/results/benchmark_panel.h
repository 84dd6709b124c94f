// The paper's experiments in the window: what to run, how far it is, and the figures beside the published
// ones.
#pragma once

#include <QWidget>
#include <atomic>
#include <memory>

#include "core/base/file.h"

class QAction;
class QLabel;
class QProgressBar;
class QTimer;

namespace segad::ui {

class BenchmarkForm;
class BenchmarkView;
class ProjectSession;

class BenchmarkPanel : public QWidget {
    Q_OBJECT

public:
    explicit BenchmarkPanel(ProjectSession& session, QWidget* parent = nullptr);

private:
    void run();
    void stop();
    void open();
    void showJob();
    void updateActions();

    ProjectSession& session_;
    BenchmarkForm* form_;
    BenchmarkView* view_;
    QProgressBar* bar_;
    QLabel* words_;
    QAction* run_;
    QAction* stop_;
    QAction* open_;
    QTimer* patience_;  ///< until the view reads the results again
    quint64 job_ = 0;
    std::shared_ptr<std::atomic<int>> cells_;  ///< computed by the job
    int shown_ = 0;
    Path results_;  ///< that the job writes to
};

}  // namespace segad::ui
