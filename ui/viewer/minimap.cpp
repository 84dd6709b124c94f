#include "ui/viewer/minimap.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace segad::ui {

namespace {
constexpr int kSide = 150;
constexpr int kFrame = 1;
/// A view must be this many times larger than the map.
constexpr int kRoom = 2;
/// The frame is seen however little is seen of the image.
constexpr double kSmallestFrame = 4;
}  // namespace

Minimap::Minimap(QWidget* parent) : QWidget(parent) {
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The whole picture: click to go there"));
    setAccessibleName(tr("Overview"));
}

bool Minimap::fits(QSize view) {
    return std::min(view.width(), view.height()) >= kRoom * kSide;
}

void Minimap::setOverview(QSize picture, const std::function<QImage(QSize)>& make, qint64 key) {
    if (key == key_ && picture == picture_) return;
    key_ = key;
    picture_ = picture;
    const QSize shown = picture.scaled(kSide, kSide, Qt::KeepAspectRatio).expandedTo({1, 1});
    overview_ = make(shown * devicePixelRatioF());
    resize(shown + QSize(2 * kFrame, 2 * kFrame));
    update();
}

void Minimap::setSeen(const QRectF& seen) {
    seen_ = seen;
    update();
}

void Minimap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF inner = QRectF(rect()).adjusted(kFrame, kFrame, -kFrame, -kFrame);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    painter.drawImage(inner, overview_);
    QRectF seen(inner.x() + seen_.x() * inner.width(), inner.y() + seen_.y() * inner.height(),
                seen_.width() * inner.width(), seen_.height() * inner.height());
    seen &= inner;
    const QPointF middle = seen.center();
    seen.setSize(seen.size().expandedTo({kSmallestFrame, kSmallestFrame}));
    seen.moveCenter(middle);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 190), 3), QPen(Qt::white, 1.5)}) {
        painter.setPen(pen);
        painter.drawRect(seen.adjusted(1, 1, -1, -1));
    }
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    ask(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) ask(event->position());
}

void Minimap::ask(const QPointF& position) {
    const QRectF inner = QRectF(rect()).adjusted(kFrame, kFrame, -kFrame, -kFrame);
    Q_EMIT centerAsked({std::clamp((position.x() - inner.x()) / inner.width(), 0.0, 1.0),
                        std::clamp((position.y() - inner.y()) / inner.height(), 0.0, 1.0)});
}

}  // namespace segad::ui
