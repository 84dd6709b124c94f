// The defect regions of the current part, to be painted on (RegionBook keeps them).
#pragma once

#include <QString>

#include "ui/viewer/paint_surface.h"
#include "ui/viewer/region_layer.h"

namespace segad::ui {

class ProjectSession;
class RegionBook;

class RegionSurface : public PaintSurface {
    Q_OBJECT

public:
    explicit RegionSurface(ProjectSession& session, QObject* parent = nullptr);

    /// Painting labels an unlabelled part bad.
    void setMarksBad(bool on) { marksBad_ = on; }

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
    QColor color() const override { return RegionLayer::kColor; }

Q_SIGNALS:
    /// Something was painted on a part that is labelled good; false: no longer so.
    void goodPartPainted(bool painted);

private:
    void onBookChanged(PartId part, const QRect& area);
    void tell();

    ProjectSession& session_;
    RegionBook& book_;
    RegionLayer layer_;
    PartId part_ = 0;
    bool marksBad_ = true;
};

}  // namespace segad::ui
