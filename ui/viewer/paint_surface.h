// What the tools of a canvas paint on: the defect regions of a part, or its segments. Shows one part at a
// time.
//
// Life:    longer than the editor that uses it, or taken from it first (RegionEditor::setSurface).
// Threads: GUI thread only.
#pragma once

#include <QColor>
#include <QObject>
#include <QRect>
#include <span>

#include "core/image/tile_painting.h"
#include "core/project/records.h"

class QPainter;
class QTransform;

namespace segad::ui {

class PaintSurface : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~PaintSurface() override;

    /// From now on it is about this part, whose picture was looked up anew; what is not a step yet is kept
    /// when it is the same part as before.
    virtual void showPart(PartId part) = 0;
    /// Whether one can paint on the part now, at this size of its picture. It may become so: see changed().
    virtual bool open(QSize image) = 0;
    /// What the tools take for painted: CV_8UC1, 0 or 255. Requires open().
    virtual cv::Mat mask() const = 0;
    /// Paints or erases; the rectangle to draw anew. Requires open().
    virtual cv::Rect paint(std::span<const Span> spans, bool on) = 0;
    /// Takes back what is not a step yet; the rectangle to draw anew.
    virtual cv::Rect revert() = 0;
    /// What was painted becomes a step of undo called `text`, and is written at once.
    virtual void commit(const QString& text) = 0;
    /// What a stroke of the brush is called.
    virtual QString strokeName(bool erases) const = 0;

    /// Draws the part of it that lies in `seen`; `opacity` (0 … 1) is that of what is filled.
    virtual void draw(QPainter& painter, const QRect& seen, const QTransform& imageToWidget,
                      double opacity) const = 0;
    /// What has to be drawn anew on the screen when pixels of `area` have changed.
    virtual QRect onScreen(const cv::Rect& area, const QTransform& imageToWidget) const = 0;
    /// Of what is being painted.
    virtual QColor color() const = 0;

Q_SIGNALS:
    /// It changed otherwise than by paint() and revert(). A null rectangle means all of it.
    void changed(const QRect& area);
    /// It has to be drawn anew; what is painted is the same.
    void lookChanged();
    /// How much is painted, for the status line; empty when nothing is.
    void statusChanged(const QString& text);
};

}  // namespace segad::ui
