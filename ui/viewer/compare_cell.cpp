#include "ui/viewer/compare_cell.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/widgets/elided_label.h"

namespace segad::ui {

void CompareOverlay::paint(QPainter& painter, const QRect& seen) {
    const bool fits =
        regions_.cols == canvas_.imageSize().width() && regions_.rows == canvas_.imageSize().height();
    if (state_.shown && fits) layer_.paint(painter, seen, canvas_.imageToWidget(), state_.opacity);
    outline_.paint(painter, seen);
}

CompareCell::CompareCell(QWidget* parent)
    : QWidget(parent),
      canvas_(new ImageCanvas),
      caption_(new ElidedLabel(Qt::ElideRight)),
      value_(new ElidedLabel(Qt::ElideRight)),
      overlay_(*canvas_) {
    canvas_->setOverlay(&overlay_);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(6, 2, 6, 2);
    words->addWidget(caption_, 1);
    words->addWidget(value_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(words);
    column->addWidget(canvas_, 1);
}

CompareCell::~CompareCell() {
    canvas_->setOverlay(nullptr);
}

void CompareCell::setContent(const CompareContent& content) {
    if (content == content_) return;
    const bool otherPart = content.part != content_.part;
    content_ = content;
    if (otherPart && content.part == 0) canvas_->setPicture(nullptr);
    if (otherPart) setRegions({});
    outlineSegment(-1);
    value_->setText({});
    switch (content.kind) {
        case CompareContent::Kind::Picture:
            canvas_->setAccessibleName(tr("Picture of the part"));
            break;
        case CompareContent::Kind::Map:
            canvas_->setAccessibleName(tr("Heatmap of run %1").arg(content.run));
            break;
        case CompareContent::Kind::Difference:
            canvas_->setAccessibleName(tr("Difference of two detectors"));
            break;
    }
}

void CompareCell::setCaption(const QString& text, bool bold) {
    caption_->setText(text);
    QFont font = caption_->font();
    font.setBold(bold);
    caption_->setFont(font);
}

QString CompareCell::caption() const {
    return caption_->text();
}

void CompareCell::setScale(const std::optional<HeatScale>& scale) {
    scale_ = scale;
    canvas_->setHeatScale(scale);
}

void CompareCell::outlineSegment(int label) {
    const auto& picture = canvas_->picture();
    overlay_.outline().setSegment(picture ? picture->segments : nullptr, label);
    canvas_->update();
}

void CompareCell::setRegions(const cv::Mat& mask) {
    if (mask.empty() && overlay_.regions().empty()) return;
    overlay_.setRegions(mask);
    canvas_->update();
}

void CompareCell::setRegionState(const LayerState& state) {
    overlay_.setRegionState(state);
    canvas_->update();
}

void CompareCell::follow(const ImageCanvas& other) {
    CanvasView view = other.view();
    const QSizeF theirs = other.imageSize();
    const QSizeF ours = canvas_->imageSize();
    if (theirs != ours && !theirs.isEmpty() && !ours.isEmpty()) {
        view.zoom *= theirs.width() / ours.width();
        view.center = {view.center.x() / theirs.width() * ours.width(),
                       view.center.y() / theirs.height() * ours.height()};
    }
    canvas_->setView(view);
}

QPoint CompareCell::counterpart(const ImageCanvas& from, QPoint pixel) const {
    const QSize theirs = from.imageSize();
    const QSize ours = canvas_->imageSize();
    if (theirs == ours || theirs.isEmpty()) return pixel;
    return {static_cast<int>((pixel.x() + 0.5) / theirs.width() * ours.width()),
            static_cast<int>((pixel.y() + 0.5) / theirs.height() * ours.height())};
}

QString CompareCell::valueText(double value) const {
    if (content_.kind == CompareContent::Kind::Difference) {
        const QString sign = value > 0 ? QStringLiteral("+") : QString();
        return tr("%1 points").arg(sign + QLocale().toString(value, 'f', 1));
    }
    const QString raw = QLocale().toString(value, 'g', 4);
    const auto share = scale_ ? scale_->percentileOf(value) : std::nullopt;
    return share ? tr("%1 (%2 %)").arg(raw, QLocale().toString(*share, 'f', 1)) : raw;
}

void CompareCell::showCursor(const ImageCanvas& from, std::optional<QPoint> pixel) {
    if (pixel) pixel = counterpart(from, *pixel);
    canvas_->setMarker(canvas_ != &from ? pixel : std::nullopt);
    const std::optional<double> value = pixel ? canvas_->valueAt(*pixel) : std::nullopt;
    value_->setText(value ? valueText(*value) : QString());
    value_->setToolTip(content_.kind == CompareContent::Kind::Difference
                           ? tr("How far the percentiles of the two detectors are apart under the cursor")
                           : tr("Value under the cursor, and the share of good pixels below it"));
}

}  // namespace segad::ui
