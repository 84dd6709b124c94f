// The gallery: every part as a thumbnail, 20,000 of them without a stutter. It leads: its current item is
// the part that all workspaces show.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QListView;

namespace segad::ui {

class FilterBar;
class PartFilterModel;
class PartListModel;
class ProjectSession;
class ThumbnailCache;

class Gallery : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(ProjectSession& session, QWidget* parent = nullptr);

    /// Selected parts, or the current one when nothing is selected.
    std::vector<PartId> selection() const;
    void step(int by);
    /// The next part without a label after the current one, around the end.
    void stepToUnlabelled();
    void focusFilter();
    void focusParts();

private:
    void followSession();

    ProjectSession& session_;
    ThumbnailCache* thumbnails_;
    PartListModel* model_;
    PartFilterModel* filter_;
    FilterBar* bar_;
    QListView* view_;
};

}  // namespace segad::ui
