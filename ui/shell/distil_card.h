// Settings ▸ Weights: makes a compact backbone that sees what an imported one sees (segad distil), and shows
// how far it is. The work itself belongs to DistilRun: this card may be closed and opened again meanwhile.
#pragma once

#include <QWidget>

#include "ui/session/distil_run.h"

class QAction;
class QLabel;
class QProgressBar;

namespace segad::ui {

class DistilForm;
class LossPlot;

class DistilCard : public QWidget {
    Q_OBJECT

public:
    explicit DistilCard(JobQueue& jobs, DistilRun::Work work = distil, QWidget* parent = nullptr);

    /// As the fields are filled in.
    DistilRequest request() const;

    /// Offers the teachers that are imported now.
    void fillWeights();

Q_SIGNALS:
    /// A backbone was made and imported.
    void backboneMade();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* fields();
    QWidget* course();
    void showState();
    void showRun();
    void start();

    DistilRun& run_;
    DistilRun::Work work_;
    DistilForm* form_;
    QLabel* hint_;
    LossPlot* plot_;
    QProgressBar* progress_;
    QLabel* state_;
    QAction* start_;
    QAction* stop_;
};

}  // namespace segad::ui
