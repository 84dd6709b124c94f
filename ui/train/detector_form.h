// One detector with everything that can be chosen for it: what it is, its backbone, seed, the bad parts it
// may learn from, and a form made from its parameters.
#pragma once

#include <QWidget>
#include <vector>

#include "core/workflow/backbone_offers.h"
#include "core/workflow/requests.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace segad {
struct DetectorInfo;
}

namespace segad::ui {

class ParamForm;
class ProjectSession;

class DetectorForm : public QWidget {
    Q_OBJECT

public:
    explicit DetectorForm(ProjectSession& session, QWidget* parent = nullptr);

    /// Key of the catalog; the fields start at its defaults.
    void setDetector(const std::string& key);
    /// Offers the backbones that are imported now.
    void showBackbones();

    /// As the fields are filled in.
    TrainRequest request() const;
    bool isValid() const;

Q_SIGNALS:
    void changed();

private:
    QWidget* fields();
    std::vector<BackboneOffer> offersNow() const;
    void fillBackbones();
    void onBackboneChosen();
    void showBackboneNote();

    ProjectSession& session_;
    const DetectorInfo* row_ = nullptr;
    QLabel* title_;
    QLabel* help_;
    QComboBox* backbone_;
    QString wanted_;  ///< the backbone that the user chose instead of the usual one; may be empty
    std::vector<BackboneOffer> offers_;  ///< one for each entry of the list
    QLabel* backboneNote_;
    QSpinBox* seed_;
    QSpinBox* bad_;
    QCheckBox* crossFit_;
    QFormLayout* rows_;
    ParamForm* form_;
};

}  // namespace segad::ui
