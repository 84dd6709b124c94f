// What is known of the current part: label, defect type, role, file, scores of every run, history.
#pragma once

#include <QWidget>

#include "core/project/records.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QTableWidget;

namespace segad::ui {

class ProjectSession;

class PartPanel : public QWidget {
    Q_OBJECT

public:
    explicit PartPanel(ProjectSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A label button was pressed; it applies to the gallery's selection.
    void labelRequested(segad::Label label);
    void defectTypeRequested(const QString& defectType);

private:
    void showPart();
    void showScores(const PartRecord& part);
    void showHistory(const PartRecord& part);
    void fillDefectTypes(const PartRecord& part);

    ProjectSession& session_;
    QButtonGroup* labels_;
    QComboBox* defectType_;
    QLabel* facts_;
    QTableWidget* scores_;
    QTableWidget* history_;
};

}  // namespace segad::ui
