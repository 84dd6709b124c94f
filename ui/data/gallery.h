// The gallery: every part as a thumbnail, 20,000 of them without a stutter. It leads: its current item is
// the part that all workspaces show.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QAction;

namespace segad::ui {

class FacetPanel;
class FilterBar;
class GalleryDelegate;
class PartGrid;
class PartListModel;
class ProjectSession;
class ThumbnailCache;

class Gallery : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(ProjectSession& session, QWidget* parent = nullptr);

    void step(int by);
    /// The next part without a label in a direction (1 or -1), around the end; false when there is none.
    bool stepToUnlabelled(int direction);
    /// On after labelling: the next part without a label when `wasUnlabelled`, else the next part. Stays at
    /// the end of the gallery.
    void advance(bool wasUnlabelled);
    void focusFilter();
    void focusParts();
    void selectAll();
    void invertSelection();

    /// Actions of the gallery itself: filters, selection, size of the thumbnails.
    QList<QAction*> galleryActions() const { return actions_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildActions();
    void rememberPlace();
    void onArranged();
    void showSelection();
    void noteSelection();
    void followSession();
    void expectThumbnails();
    void setCurrentRow(int row);
    /// The row the keys go on from: the current one, or where a current part that is not shown would be.
    int place() const;
    void resizeThumbnails(int by);
    int shownSide() const;
    void showGroups();
    void openMenu(const QPoint& where);

    ProjectSession& session_;
    ThumbnailCache* thumbnails_;
    PartListModel* model_;
    FilterBar* bar_;
    FacetPanel* facets_;
    PartGrid* view_;
    GalleryDelegate* delegate_;
    QList<QAction*> actions_;
    bool arranging_ = false;
    int anchor_ = -1;  ///< y of the current cell in the viewport before the change; -1: not seen
    std::vector<PartId> following_;  ///< the current part and those after it, before the change
    int nextRow_ = 0;                ///< where a current part that is not shown would be
    bool scrolledDown_ = true;
    int lastFirst_ = 0;
};

}  // namespace segad::ui
