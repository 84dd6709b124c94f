// What bfloat16 in a trained detector's backbone would change, measured on the user's own parts; from here
// the same training can be started with it.
#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "core/workflow/workflows.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace segad::ui {

class ProjectSession;

class PrecisionDialog : public QDialog {
    Q_OBJECT

public:
    using Work = std::function<std::vector<PrecisionComparison>(const PrecisionRequest&, Job&)>;

    /// Begins to measure at once; closing it stops that.
    PrecisionDialog(ProjectSession& session, const RunRecord& run, QWidget* parent = nullptr,
                    const Work& work = comparePrecision);
    ~PrecisionDialog() override;

Q_SIGNALS:
    /// A training with bfloat16 was put into the queue.
    void trainingStarted();

private:
    void measure(const Work& work);
    void showProgress();
    void showResult(const PrecisionComparison& found);
    void train();

    ProjectSession& session_;
    const RunRecord run_;
    quint64 job_ = 0;
    QLabel* words_;
    QTableWidget* table_;
    QPushButton* train_;
};

}  // namespace segad::ui
