// All filters with their choices and counts, to be folded out above the gallery.
#pragma once

#include <QWidget>

class QTreeView;

namespace segad::ui {

class FacetModel;
class ProjectSession;

class FacetPanel : public QWidget {
    Q_OBJECT

public:
    explicit FacetPanel(ProjectSession& session, QWidget* parent = nullptr);

    void focusChoices();

private:
    void expand();

    FacetModel* model_;
    QTreeView* tree_;
    QList<int> folded_;  ///< properties (int(Facet)) that the user has folded in
};

}  // namespace segad::ui
