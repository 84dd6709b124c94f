// The filters above the gallery: text, label, role, defect type, order; each with its count.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace segad::ui {

class PartFilterModel;
class ProjectSession;

class FilterBar : public QWidget {
    Q_OBJECT

public:
    FilterBar(ProjectSession& session, PartFilterModel& model, QWidget* parent = nullptr);

    void focusText();

private:
    void refill();
    void showCount();
    void clearAll();

    ProjectSession& session_;
    PartFilterModel& model_;
    QLineEdit* text_;
    QComboBox* label_;
    QComboBox* role_;
    QComboBox* defect_;
    QComboBox* order_;
    QToolButton* clear_;
    QLabel* count_;
};

}  // namespace segad::ui
