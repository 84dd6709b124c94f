#include "ui/viewer/heat_options.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QProxyStyle>
#include <QSlider>

#include "ui/viewer/viewer_settings.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr QSize kPreview(48, 14);

/// Icons of a menu are as small as its text; these have to be wide enough to tell colours.
class WideIcons : public QProxyStyle {
public:
    explicit WideIcons(QObject* parent) { setParent(parent); }
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
        return metric == PM_SmallIconSize ? kPreview.width()
                                          : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

/// The colours from least to most, as an icon.
QIcon preview(HeatColors colors) {
    QImage ramp(256, 1, QImage::Format_RGB32);
    const auto& table = heatTable(colors);
    for (int i = 0; i < ramp.width(); ++i) {
        const auto& rgb = table[static_cast<std::size_t>(i)];
        ramp.setPixel(i, 0, qRgb(rgb[0], rgb[1], rgb[2]));
    }
    QPixmap pixmap(kPreview * 2);
    QPainter painter(&pixmap);
    painter.drawImage(pixmap.rect(), ramp);
    painter.end();
    return pixmap;
}
}  // namespace

HeatOptions::HeatOptions(QMenu* menu, QAction* contours, QWidget* owner)
    : QObject(owner),
      contours_(contours),
      owner_(owner),
      places_(new QActionGroup(this)),
      colorMenu_(new QMenu(tr("Colours"), menu)) {
    buildContourMenu(menu);
    buildColorMenu();
    connect(contours_, &QAction::toggled, this, &HeatOptions::levelChanged);
}

void HeatOptions::buildContourMenu(QMenu* menu) {
    menu->addAction(contours_);
    const auto add = [&](ContourAt at, const QString& text, const QString& tip, const QString& key) {
        QAction* action = makeAction(owner_, QString(), text, tip, key);
        menu->addAction(action);
        action->setCheckable(true);
        action->setChecked(viewer_settings::contourAt() == at);
        places_->addAction(action);
        connect(action, &QAction::triggered, this, [this, at] { choose(at); });
    };
    menu->setToolTipsVisible(true);
    add(ContourAt::Threshold, tr("Lines at the review threshold"),
        tr("Where a detector's score is not its map's largest value, the threshold says nothing about "
           "pixels: "
           "then lines are above all good pixels"),
        QStringLiteral("Alt+L"));
    add(ContourAt::AboveGood, tr("Lines above all good pixels"),
        tr("At the largest value of the calibration parts"), QStringLiteral("Alt+Shift+L"));
    add(ContourAt::Percentile, tr("Lines at a percentile of good pixels"),
        tr("At a percentile of the calibration parts' pixels, set below"), QStringLiteral("Ctrl+Shift+L"));
}

void HeatOptions::buildColorMenu() {
    auto* group = new QActionGroup(this);
    colorMenu_->setToolTip(tr("Colours of all heatmaps"));
    colorMenu_->setToolTipsVisible(true);
    colorMenu_->setStyle(new WideIcons(colorMenu_));
    int number = 0;
    for (const HeatColorsInfo& row : heatColorsCatalog()) {
        const QString title = engineText(row.title);
        QAction* action =
            makeAction(owner_, QString(), title, tr("Draw all heatmaps in the colours %1").arg(title),
                       QStringLiteral("Alt+%1").arg(++number));
        action->setIcon(preview(row.id));
        colorMenu_->addAction(action);
        action->setCheckable(true);
        action->setChecked(row.id == viewer_settings::heatColors());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = row.id] {
            viewer_settings::setHeatColors(id);
            Q_EMIT colorsChanged();
        });
    }
}

void HeatOptions::setPercentileSlider(QSlider* slider) {
    percentile_ = slider;
    connect(slider, &QSlider::valueChanged, this, [this] {
        places_->actions().at(static_cast<int>(ContourAt::Percentile))->setChecked(true);
        choose(ContourAt::Percentile);
    });
}

void HeatOptions::choose(ContourAt at) {
    viewer_settings::setContourAt(at);
    own_.clear();
    Q_EMIT levelChanged();
}

void HeatOptions::setOwnLevel(RunId run, double value) {
    own_[run] = value;
    Q_EMIT levelChanged();
}

std::optional<ContourLevel> HeatOptions::level(const ProjectData& project, RunId run) const {
    if (!contours_->isChecked()) return std::nullopt;
    if (const auto own = own_.find(run); own != own_.end())
        return ContourLevel{own->second, tr("set by hand on the colour bar")};
    return contourLevel(project, run, viewer_settings::contourAt(),
                        percentile_ == nullptr ? 100 : percentile_->value());
}

}  // namespace segad::ui
