#include "ui/viewer/viewer_footer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include "ui/widgets/elided_label.h"

namespace segad::ui {

namespace {
constexpr int kSpacing = 20;
}

ViewerFooter::ViewerFooter(QWidget* parent)
    : QWidget(parent),
      title_(new ElidedLabel(Qt::ElideMiddle)),
      painted_(new ElidedLabel(Qt::ElideRight)),
      spot_(new ElidedLabel(Qt::ElideRight)),
      zoom_(new QLabel) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(kSpacing);
    row->addWidget(title_, 1);
    row->addWidget(painted_);
    row->addWidget(spot_);
    row->addWidget(zoom_);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    painted_->setObjectName(QStringLiteral("painted"));
    zoom_->setToolTip(tr("Pixels of the screen per pixel of the picture"));
}

void ViewerFooter::setTitle(const QString& title) {
    title_->setText(title);
}

void ViewerFooter::setPainted(const QString& text) {
    painted_->setText(text);
}

void ViewerFooter::setZoom(std::optional<double> factor) {
    const double percent = factor.value_or(0) * 100;
    zoom_->setText(factor ? tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0))
                          : QString());
}

void ViewerFooter::setSpot(const Spot& spot, const std::optional<HeatScale>& scale) {
    QString text = tr("x %1, y %2").arg(spot.pixel.x()).arg(spot.pixel.y());
    if (!spot.segment.isEmpty()) text += tr("  ·  %1").arg(spot.segment);
    if (spot.value) {
        text += tr("  ·  value %1").arg(QLocale().toString(*spot.value, 'g', 4));
        if (const auto share = scale ? scale->percentileOf(*spot.value) : std::nullopt) {
            text += *share >= 100
                        ? tr(" (above all good pixels)")
                        : tr(" (higher than %1 % of good pixels)").arg(QLocale().toString(*share, 'f', 1));
        }
    }
    spot_->setText(text);
}

void ViewerFooter::clearSpot() {
    spot_->setText({});
}

}  // namespace segad::ui
