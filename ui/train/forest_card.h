// The card that fits the forest: which detectors, which kind, which bad parts and how many.
#pragma once

#include <QWidget>

#include "core/workflow/requests.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace segad::ui {

class ProjectSession;

class ForestCard : public QWidget {
    Q_OBJECT

public:
    explicit ForestCard(ProjectSession& session, QWidget* parent = nullptr);

    /// What is set now.
    FitRequest request() const;

private:
    void showDetectors();
    void showState();
    void fit();

    ProjectSession& session_;
    QListWidget* detectors_;
    QComboBox* kind_;
    QComboBox* from_;  ///< which bad parts it learns from
    QSpinBox* bad_;
    QCheckBox* areas_;  ///< whether they are features
    QSpinBox* seed_;
    QLabel* note_;
    QAction* fit_;
};

}  // namespace segad::ui
