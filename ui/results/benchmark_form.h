// What a benchmark is to be run on: dataset, protocol, detectors, seeds; and what it will take.
#pragma once

#include <QWidget>
#include <vector>

#include "core/workflow/benchmark/benchmark.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTimer;

namespace segad::ui {

class BenchmarkParams;

class BenchmarkForm : public QWidget {
    Q_OBJECT

public:
    /// Results are proposed in `home`.
    explicit BenchmarkForm(Path home, QWidget* parent = nullptr);

    /// As the fields say. Goes on with results that are there.
    BenchmarkRequest request() const;
    /// A dataset is named and the last plan that was made of the fields can be run.
    bool isReady() const { return ready_; }
    /// Makes the plan anew: results have come.
    void refresh();
    /// Takes the fields from a results file.
    void setRequest(const BenchmarkRequest& request);

Q_SIGNALS:
    void readyChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void chooseDataset();
    void chooseResults();
    void proposeResults();
    /// Checks the detectors that the paper compares under the protocol.
    void checkPublished();
    std::vector<std::string> chosen() const;
    void offerParams();
    void plan();
    void showPlan(const BenchmarkPlan& plan);

    Path home_;
    BenchmarkRequest base_;                   ///< of the results file that was opened …
    std::vector<std::string> baseDetectors_;  ///< … and the detectors that were checked for it
    bool baseBaselines_ = false;
    bool ready_ = false;
    quint64 wanted_ = 0;  ///< counts the plans: only the newest is shown
    QLineEdit* dataset_;
    QLineEdit* results_;
    QComboBox* protocol_;
    QComboBox* segments_;
    QSpinBox* seeds_;
    QCheckBox* baselines_;
    BenchmarkParams* params_;
    std::vector<std::pair<std::string, QCheckBox*>> detectors_;
    QLabel* words_;
    QTimer* patience_;
};

}  // namespace segad::ui
