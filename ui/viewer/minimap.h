// A small picture of the whole image with a frame around what is seen; click or drag in it to go elsewhere.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>

namespace segad::ui {

class Minimap : public QWidget {
    Q_OBJECT

public:
    explicit Minimap(QWidget* parent);

    /// Whether a view of this size has room for it.
    static bool fits(QSize view);

    /// `make` is called for an image of the wanted size when `key` or the picture's size has changed.
    void setOverview(QSize picture, const std::function<QImage(QSize)>& make, qint64 key);
    /// As shares (0…1) of the image.
    void setSeen(const QRectF& seen);

Q_SIGNALS:
    /// The view's middle is wanted there, in shares of the image.
    void centerAsked(const QPointF& share);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void ask(const QPointF& position);

    QImage overview_;
    QSize picture_;
    qint64 key_ = -1;
    QRectF seen_;
};

}  // namespace segad::ui
