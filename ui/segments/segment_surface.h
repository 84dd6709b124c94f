// The segments of the current part, to be painted on: strokes, a template, or its map put right
// (SegmentBook keeps them). Below them it shows what would come of the strokes, and where that is in doubt.
#pragma once

#include <memory>

#include "core/workflow/segment_trial.h"
#include "ui/viewer/paint_surface.h"

namespace segad::ui {

class ProjectSession;
class SegmentBook;

class SegmentSurface : public PaintSurface {
    Q_OBJECT

public:
    explicit SegmentSurface(ProjectSession& session, QObject* parent = nullptr);

    PaintedPurpose purpose() const { return purpose_; }
    void setPurpose(PaintedPurpose purpose);
    /// The segment that is painted; erasing takes whatever is there.
    int inHand() const { return inHand_; }
    void setInHand(int label);
    /// What would be made of a part; null: nothing is known.
    void setPreview(PartId part, std::shared_ptr<const TriedPart> preview);
    void setPreviewShown(bool shown);
    void setDoubtShown(bool shown);

    void showPart(PartId part) override;
    bool open(QSize image) override;
    cv::Mat mask() const override;
    cv::Rect paint(std::span<const Span> spans, bool on) override;
    cv::Rect revert() override;
    void commit(const QString& text) override;
    QString strokeName(bool erases) const override;
    void draw(QPainter& painter, const QRect& seen, const QTransform& imageToWidget,
              double opacity) const override;
    QRect onScreen(const cv::Rect& area, const QTransform& imageToWidget) const override;
    QColor color() const override;

private:
    TilePainting* labels() const;
    /// What erasing leaves.
    std::uint8_t nothing() const;
    QSize pictureSize() const;
    void tell();

    ProjectSession& session_;
    SegmentBook& book_;
    PaintedPurpose purpose_ = PaintedPurpose::Strokes;
    PartId part_ = 0;
    int inHand_ = 0;
    PartId previewed_ = 0;
    std::shared_ptr<const TriedPart> preview_;
    bool previewShown_ = true;
    bool doubtShown_ = true;
};

}  // namespace segad::ui
