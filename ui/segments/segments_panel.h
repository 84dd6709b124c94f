// The Segments workspace: where segment maps come from, what the segments are called and how they look;
// painting templates, strokes and single maps, with what would come of it.
#pragma once

#include <QWidget>
#include <memory>

#include "core/project/records.h"
#include "core/segment/catalog.h"
#include "core/workflow/segment_trial.h"
#include "ui/viewer/paint_surface.h"

class QAction;
class QComboBox;
class QLabel;

namespace segad::ui {

class LivePreview;
class ParamForm;
class ProjectSession;
class SegmentBook;
class SegmentList;
class SegmentReview;
class SegmentSurface;

class SegmentsPanel : public QWidget {
    Q_OBJECT

public:
    explicit SegmentsPanel(ProjectSession& session, QWidget* parent = nullptr);
    ~SegmentsPanel() override;

Q_SIGNALS:
    /// What the viewer's tools are to paint on from now on; null: what they usually paint on. Sent before the
    /// surface goes.
    void surfaceChanged(segad::ui::PaintSurface* surface);
    /// A segment was taken in hand to be painted.
    void brushWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    /// Where somebody has painted or segmented before, one goes on with it.
    void proposeSource();
    void connectPainting();
    /// What the chosen source learns from.
    SegmentPainting painting() const;
    bool isPainting() const;
    /// The list is that of the maps in force.
    bool listsInForce() const;
    void showSource();
    void showSegments();
    void showHint();
    QString hint() const;
    QString previewText() const;
    void applyPainting();
    void tryNow();
    void setFixing(bool on);
    void suggest();
    void mergeInForce(const QString& title, int from, int into);
    void makeSegmentMaps();

    ProjectSession& session_;
    SegmentBook& book_;
    SegmentSurface* surface_;
    LivePreview* live_;
    QComboBox* source_;
    QLabel* help_;
    SegmentList* list_;
    QLabel* hint_;
    QAction* preview_;
    QAction* doubt_;
    QAction* suggest_;
    QWidget* previewButtons_;
    QLabel* listHeading_;            ///< of the list and the hint
    QList<QWidget*> strokeButtons_;  ///< of no use for templates
    ParamForm* form_;
    QAction* make_;
    QLabel* state_;
    SegmentReview* review_;
    QAction* fix_;
    bool fixed_ = false;      ///< something was, and the lists don't show it yet
    bool sourceDue_ = false;  ///< to be proposed when it is known what is painted
    bool busy_ = false;
    bool suggesting_ = false;
    double seconds_ = 0;  ///< that learning took last; 0 before the first time
    std::shared_ptr<const TriedPart> made_;
    QString problem_;
};

}  // namespace segad::ui
