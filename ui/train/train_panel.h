// The Train workspace: a card for the detectors with a form made from their parameters and what it will
// cost, a card for the forest, and the table of runs.
#pragma once

#include <QWidget>
#include <vector>

#include "core/workflow/backbone_offers.h"

class QAction;
class QComboBox;
class QLabel;
class QSpinBox;

namespace segad::ui {

class ParamForm;
class ProjectSession;

class TrainPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainPanel(ProjectSession& session, QWidget* parent = nullptr);

private:
    QWidget* detectorCard();
    void showDetector();
    void showBackbones();
    void onBackboneChosen();
    void showBackboneNote();
    void showCost();
    void train();

    ProjectSession& session_;
    QComboBox* detector_;
    QLabel* help_;
    QComboBox* backbone_;
    QString wanted_;  ///< the backbone that the user chose instead of the usual one; may be empty
    std::vector<BackboneOffer> offers_;  ///< one for each entry of the list
    QLabel* backboneNote_;
    QSpinBox* seed_;
    ParamForm* form_;
    QLabel* cost_;
    QAction* train_;
};

}  // namespace segad::ui
