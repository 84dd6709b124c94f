// The Train workspace. Above: what to train (a preset or a detector of one's own choice, each with its cost)
// and the forest. Below: what is in the queue with its course, and every run there was.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/workflow/requests.h"

class QAction;
class QLabel;
class QTabWidget;

namespace segad::ui {

class DetectorCards;
class DetectorForm;
class PresetList;
class ProjectSession;
class TrainingEstimates;

class TrainPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainPanel(ProjectSession& session, QWidget* parent = nullptr);

    void showDetectors();
    void showForest();

    /// What Train would put into the queue, in order.
    std::vector<TrainRequest> requests() const;

private:
    QWidget* trainingPage();
    QWidget* customBox();
    void onChoice();
    void onDetector();
    void onFormChanged();
    void showEstimates();
    void showCost();
    void showPresetCost(const std::string& key);
    void showCustomCost();
    void showAction();
    void train();
    QString resultOf(quint64 job) const;

    ProjectSession& session_;
    TrainingEstimates* estimates_;
    PresetList* presets_;
    QWidget* custom_ = nullptr;
    DetectorCards* cards_;
    DetectorForm* form_;
    QLabel* cost_;
    QTabWidget* above_;
    QTabWidget* below_;
    QAction* train_;
    bool possible_ = false;
};

}  // namespace segad::ui
