// The card that fits the forest: which detectors, which kind, how many bad parts.
#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace segad::ui {

class ParamForm;
class ProjectSession;

class ForestCard : public QWidget {
    Q_OBJECT

public:
    explicit ForestCard(ProjectSession& session, QWidget* parent = nullptr);

private:
    void showState();
    void fit();

    ProjectSession& session_;
    QListWidget* detectors_;
    QComboBox* kind_;
    QSpinBox* bad_;
    QSpinBox* seed_;
    QLabel* note_;
    QAction* fit_;
};

}  // namespace segad::ui
