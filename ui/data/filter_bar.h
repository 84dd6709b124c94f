// Above the gallery: text, the filters in force as chips, order and groups, how many parts are shown and how
// many are labelled. The rest of the filters folds out below it (FacetPanel).
#pragma once

#include <QWidget>

#include "ui/session/part_query.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace segad::ui {

class ElidedLabel;
class ProjectSession;

class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(ProjectSession& session, QWidget* parent = nullptr);

    void focusText();
    /// Folds the filters out and in.
    QAction* panelAction() const { return panel_; }
    QAction* clearAction() const { return clear_; }
    QAction* refreshAction() const { return refresh_; }

private:
    void buildActions();
    void buildChoices();
    void layOut();
    void follow();
    void showChips();
    void addChip(const QString& text, const QString& tip, const PartQuery& without);
    void showCounts();
    void showProgress();
    void showOutdated();
    void clearAll();

    ProjectSession& session_;
    QLineEdit* text_;
    QComboBox* order_;
    QComboBox* grouping_;
    QWidget* chips_;
    ElidedLabel* count_;
    QLabel* progressText_;
    QProgressBar* progress_;
    QToolButton* outdated_;
    QAction* panel_ = nullptr;
    QAction* clear_ = nullptr;
    QAction* refresh_ = nullptr;
};

}  // namespace segad::ui
