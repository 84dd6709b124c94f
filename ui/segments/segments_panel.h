// The Segments workspace: where segment maps come from, what the segments are called and how they look.
#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QTableWidget;

namespace segad::ui {

class ParamForm;
class ProjectSession;

class SegmentsPanel : public QWidget {
    Q_OBJECT

public:
    explicit SegmentsPanel(ProjectSession& session, QWidget* parent = nullptr);

private:
    void showSource();
    void showSegments();
    void makeSegmentMaps();

    ProjectSession& session_;
    QComboBox* source_;
    QLabel* help_;
    ParamForm* form_;
    QAction* make_;
    QTableWidget* segments_;
    QLabel* state_;
};

}  // namespace segad::ui
