#include "ui/viewer/figure_preview.h"

#include <QPainter>
#include <algorithm>

namespace segad::ui {

namespace {
constexpr int kMargin = 14;
constexpr double kMmPerInch = 25.4;
constexpr int kLeastDpi = 20;
constexpr int kMostDpi = 400;  // a small figure need not fill a large window
}  // namespace

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
    setMinimumSize(320, 260);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview of the figure"));
    setToolTip(tr("What will be written"));
}

QSizeF FigurePreview::room() const {
    return QSizeF(width() - 2 * kMargin, height() - 2 * kMargin) * devicePixelRatioF();
}

int FigurePreview::fittingDpi(const QSizeF& millimetres) const {
    const QSizeF dots = room();
    const double dpi =
        kMmPerInch * std::min(dots.width() / millimetres.width(), dots.height() / millimetres.height());
    return std::clamp(static_cast<int>(dpi), kLeastDpi, kMostDpi);
}

void FigurePreview::setImage(const QImage& image) {
    image_ = image;
    message_.clear();
    update();
}

void FigurePreview::setMessage(const QString& message) {
    image_ = {};
    message_ = message;
    update();
}

void FigurePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Dark));
    if (image_.isNull()) {
        painter.setPen(palette().color(QPalette::BrightText));
        painter.drawText(rect().adjusted(kMargin, kMargin, -kMargin, -kMargin),
                         Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    const QSizeF shown = QSizeF(image_.size()) / devicePixelRatioF();
    // While a new one is being made, the old one is fitted to the new room.
    const double scale = std::min({1.0, room().width() / image_.width(), room().height() / image_.height()});
    QRectF sheet(QPointF(), shown * scale);
    sheet.moveCenter(QRectF(rect()).center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < 1);
    painter.drawImage(scale < 1 ? sheet : QRectF(sheet.topLeft().toPoint(), sheet.size()), image_);
}

}  // namespace segad::ui
