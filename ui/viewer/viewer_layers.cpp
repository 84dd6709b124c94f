#include "ui/viewer/viewer_layers.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolBar>
#include <QToolButton>
#include <QWidgetAction>
#include <cmath>

#include "ui/viewer/heat_options.h"
#include "ui/viewer/viewer_settings.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kDefaultPercentile = 95;
constexpr int kDefaultContourPercentile = 99;
constexpr int kSliderWidth = 120;

/// Makes the action a switch that is as the user left it. What other places switch for a while is not kept.
void keepSwitch(QAction* action, const QString& name, bool first) {
    const QString key = QStringLiteral("shown/") + name;
    action->setCheckable(true);
    action->setChecked(viewer_settings::number(key, first ? 1 : 0) != 0);
    QObject::connect(action, &QAction::triggered, action,
                     [key](bool on) { viewer_settings::setNumber(key, on ? 1 : 0); });
}
}  // namespace

ViewerLayers::ViewerLayers(QWidget* owner, QToolBar* bar)
    : QObject(owner), owner_(owner), menu_(new QMenu(tr("Layers"), owner)) {
    heat_ = addLayer(bar, QStringLiteral("heatmap"), tr("Heatmap"), Qt::Key_H, true, 60);
    percentile_ =
        addSlider(QStringLiteral("transparent_up_to"), tr("Transparent up to"),
                  tr("Heatmap is transparent up to this percentile of good pixels"), kDefaultPercentile);
    connect(percentile_, &QSlider::valueChanged, this, &ViewerLayers::percentileChanged);
    segments_ = addLayer(bar, QStringLiteral("segments"), tr("Segments"), Qt::Key_S, false, 40);
    regions_ = addLayer(bar, QStringLiteral("region"), tr("Regions"), Qt::Key_R, true, 35);
    groundTruth_ = addLayer(bar, QStringLiteral("truth"), tr("Ground truth"), Qt::Key_T, true, 20);
    buildOptions();
}

ViewerLayers::Layer ViewerLayers::addLayer(QToolBar* bar, const QString& iconName, const QString& text,
                                           const QKeySequence& key, bool shown, int opacity) {
    Layer layer;
    layer.action = makeAction(owner_, iconName, text, text, key.toString(QKeySequence::PortableText));
    bar->addAction(layer.action);
    keepSwitch(layer.action, iconName, shown);
    auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(layer.action));
    button->setMenu(menu_);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    layer.opacity =
        addSlider(QStringLiteral("opacity/") + iconName, text, tr("Opacity of: %1").arg(text), opacity);
    connect(layer.action, &QAction::toggled, this, &ViewerLayers::changed);
    connect(layer.opacity, &QSlider::valueChanged, this, &ViewerLayers::changed);
    return layer;
}

QSlider* ViewerLayers::addSlider(const QString& key, const QString& text, const QString& tip, int value) {
    auto* row = new QWidget;
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 100);
    slider->setValue(viewer_settings::number(key, value));
    connect(slider, &QSlider::valueChanged, this,
            [key](int moved) { viewer_settings::setNumber(key, moved); });
    slider->setFixedWidth(kSliderWidth);
    slider->setToolTip(tip);
    slider->setAccessibleName(tip);
    auto* number = new QLabel(QString::number(slider->value()));
    number->setMinimumWidth(number->fontMetrics().horizontalAdvance(QStringLiteral("100")));
    connect(slider, &QSlider::valueChanged, number, qOverload<int>(&QLabel::setNum));
    auto* name = new QLabel(text);
    name->setMinimumWidth(name->fontMetrics().horizontalAdvance(tr("Transparent up to")));
    auto* layout = new QHBoxLayout(row);
    layout->addWidget(name);
    layout->addWidget(slider);
    layout->addWidget(number);
    auto* action = new QWidgetAction(menu_);
    action->setDefaultWidget(row);
    menu_->addAction(action);
    return slider;
}

void ViewerLayers::buildOptions() {
    menu_->addSeparator();
    contours_ =
        makeAction(owner_, QStringLiteral("contour"), tr("Contour lines"),
                   tr("Lines around what is above a chosen value of the heatmap"), QStringLiteral("L"));
    keepSwitch(contours_, QStringLiteral("contour"), true);
    heatOptions_ = new HeatOptions(menu_, contours_, owner_);
    heatOptions_->setPercentileSlider(addSlider(QStringLiteral("contour_percentile"), tr("Lines at"),
                                                tr("Contour lines at this percentile of good pixels"),
                                                kDefaultContourPercentile));
    menu_->addMenu(heatOptions_->colorMenu());
    overview_ = makeAction(owner_, QString(), tr("Overview in the corner"),
                           tr("A small picture of the whole while only a part of it is seen"),
                           QStringLiteral("Shift+O"));
    menu_->addAction(overview_);
    keepSwitch(overview_, QStringLiteral("overview"), true);
}

LayerState ViewerLayers::stateOf(const Layer& layer) {
    return {layer.action->isChecked(), layer.opacity->value() / 100.0};
}

int ViewerLayers::percentile() const {
    return percentile_->value();
}

void ViewerLayers::setPercentile(double percentile) {
    percentile_->setValue(static_cast<int>(std::lround(percentile)));
}

QList<QAction*> ViewerLayers::switches() const {
    return {heat_.action, segments_.action, regions_.action, groundTruth_.action};
}

QList<QAction*> ViewerLayers::options() const {
    return {contours_, heatOptions_->colorMenu()->menuAction()};
}

void ViewerLayers::setSegmentsAlone(bool on) {
    if (on == areSegmentsAlone()) return;
    const QList<QAction*> layers = switches();
    std::vector<bool> wanted{false, true, false, false};
    if (on) {
        before_.emplace();
        for (const QAction* layer : layers)
            before_->push_back(layer->isChecked());
    } else {
        wanted = *std::exchange(before_, std::nullopt);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        layers[static_cast<qsizetype>(i)]->setChecked(wanted[i]);
}

}  // namespace segad::ui
