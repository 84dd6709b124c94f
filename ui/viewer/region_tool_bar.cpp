#include "ui/viewer/region_tool_bar.h"

#include <QActionGroup>
#include <QMenu>
#include <QSpinBox>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/session/write_guard.h"
#include "ui/viewer/region_editor.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kIconSize = 18;
constexpr int kSizeWidth = 40;
}  // namespace

RegionToolBar::RegionToolBar(RegionEditor& editor, const ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      editor_(editor),
      bar_(new QToolBar(tr("Painting tools"))),
      tools_(new QActionGroup(this)),
      more_(new QMenu(this)),
      size_(new QSpinBox) {
    bar_->setOrientation(Qt::Vertical);
    bar_->setIconSize({kIconSize, kIconSize});
    bar_->toggleViewAction()->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar_);
    tools_->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    buildTools();
    bar_->addSeparator();
    buildSize();
    addSeparator();
    buildTidy();
    addSeparator();
    buildSteps();
    for (QAction* action : menuActions_)
        needsWriting(action, session);
    connect(&editor_, &RegionEditor::toolChanged, this, &RegionToolBar::showTool);
    connect(&editor_, &RegionEditor::settingsChanged, this, &RegionToolBar::showSize);
    connect(&editor_, &RegionEditor::activityChanged, this, &RegionToolBar::showActivity);
    showTool();
}

void RegionToolBar::addSeparator() {
    auto* line = new QAction(this);
    line->setSeparator(true);
    menuActions_.push_back(line);
}

void RegionToolBar::addTool(RegionTool tool, const QString& iconName, const QString& text, const QString& tip,
                            const QString& key) {
    QAction* action = makeAction(this, iconName, text, tip, key);
    action->setCheckable(true);
    action->setData(static_cast<int>(tool));
    tools_->addAction(action);
    bar_->addAction(action);
    menuActions_.push_back(action);
    connect(action, &QAction::triggered, this, [this, tool](bool on) {
        editor_.setTool(on ? tool : RegionTool::None);
        if (on) Q_EMIT toolTaken();
    });
}

void RegionToolBar::buildTools() {
    addTool(RegionTool::Brush, QStringLiteral("brush"), tr("Brush"),
            tr("Paint; the right button erases, Shift draws a straight line"), QStringLiteral("B"));
    addTool(RegionTool::Eraser, QStringLiteral("eraser"), tr("Eraser"), tr("Erase what is painted"),
            QStringLiteral("E"));
    addTool(RegionTool::Polygon, QStringLiteral("polygon"), tr("Polygon"),
            tr("Click corners or drag around an area; Enter or a double click closes"), QStringLiteral("P"));
    addTool(RegionTool::Rectangle, QStringLiteral("rectangle"), tr("Rectangle"), tr("Drag a rectangle"),
            QStringLiteral("X"));
    addTool(RegionTool::Ellipse, QStringLiteral("ellipse"), tr("Ellipse"), tr("Drag an ellipse"),
            QStringLiteral("O"));
    addTool(RegionTool::Similar, QStringLiteral("wand"), tr("Similar colours"),
            tr("Click to take what hangs together and has about the same colour"), QStringLiteral("W"));
    addTool(RegionTool::Heat, QStringLiteral("take-heat"), tr("Take from heatmap"),
            tr("Click a hot spot to take what the detector sees there"), QStringLiteral("M"));
    forRegions_.push_back(menuActions_.back());
    addTool(RegionTool::GrabCut, QStringLiteral("cut-out"), tr("Cut out"),
            tr("Drag a box around something: its edge is found; what is painted inside is certain"),
            QStringLiteral("G"));
}

void RegionToolBar::buildSize() {
    size_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    size_->setAlignment(Qt::AlignCenter);
    size_->setFixedWidth(kSizeWidth);
    // Typed: the keys belong to the parts and tools again afterwards.
    connect(size_, &QSpinBox::editingFinished, size_, &QWidget::clearFocus);
    connect(size_, &QSpinBox::valueChanged, this, &RegionToolBar::setSize);
    bar_->addWidget(size_);
}

void RegionToolBar::addTidy(RegionTidy what, const QString& iconName, const QString& text, const QString& tip,
                            const QString& key) {
    QAction* action = makeAction(this, iconName, text, tip, key);
    more_->addAction(action);
    menuActions_.push_back(action);
    connect(action, &QAction::triggered, this, [this, what] { editor_.tidy(what); });
}

void RegionToolBar::buildTidy() {
    addTidy(RegionTidy::FillHoles, QStringLiteral("fill-holes"), tr("Fill holes"),
            tr("Paint what is enclosed by what is painted on this part"), QStringLiteral("Shift+H"));
    addTidy(RegionTidy::RemoveSpecks, QStringLiteral("clear"), tr("Remove specks"),
            tr("Erase pieces of fewer than 30 pixels"), QStringLiteral("Shift+S"));
    addTidy(RegionTidy::Grow, QStringLiteral("zoom-in"), tr("Grow"),
            tr("Make what is painted 2 pixels larger on all sides"), QStringLiteral("Ctrl+]"));
    addTidy(RegionTidy::Shrink, QStringLiteral("zoom-out"), tr("Shrink"),
            tr("Make what is painted 2 pixels smaller on all sides"), QStringLiteral("Ctrl+["));
    addTidy(RegionTidy::Clear, QStringLiteral("delete"), tr("Clear"),
            tr("Erase all that is painted on this part"), QStringLiteral("Shift+Del"));
    more_->addSeparator();
    addSeparator();
    marksBad_ = makeAction(this, QStringLiteral("bad"), tr("Painting marks bad"),
                           tr("Painting on a part without a label labels it bad"), QStringLiteral("Shift+B"));
    marksBad_->setCheckable(true);
    marksBad_->setChecked(editor_.settings().marksBad);
    more_->addAction(marksBad_);
    menuActions_.push_back(marksBad_);
    forRegions_.push_back(marksBad_);
    connect(marksBad_, &QAction::toggled, this, [this](bool on) {
        RegionSettings settings = editor_.settings();
        settings.marksBad = on;
        editor_.setSettings(settings);
    });
    auto* button = new QToolButton;
    button->setIcon(icon(QStringLiteral("more")));
    button->setMenu(more_);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setToolTip(tr("What can be done with all that is painted on the part"));
    button->setAccessibleName(tr("More for what is painted"));
    bar_->addWidget(button);
}

QAction* RegionToolBar::addStep(const QString& text, const QString& tip, const QString& key) {
    QAction* action = makeAction(this, QStringLiteral("region"), text, tip, key);
    action->setIconVisibleInMenu(false);
    menuActions_.push_back(action);
    return action;
}

void RegionToolBar::buildSteps() {
    smaller_ = addStep(tr("Smaller brush"), tr("Smaller brush, lower tolerance or level (Ctrl+wheel)"),
                       QStringLiteral("["));
    larger_ = addStep(tr("Larger brush"), tr("Larger brush, higher tolerance or level (Ctrl+wheel)"),
                      QStringLiteral("]"));
    closePolygon_ =
        addStep(tr("Close polygon"), tr("Join the last corner with the first"), QStringLiteral("Return"));
    removeCorner_ = addStep(tr("Take back corner"), tr("Remove the last corner of the polygon"),
                            QStringLiteral("Backspace"));
    leave_ = addStep(tr("Leave tool"), tr("Drop what is being drawn, then put the tool away"),
                     QStringLiteral("Esc"));
    for (QAction* action : {smaller_, larger_})
        connect(action, &QAction::triggered, this,
                [this, up = action == larger_] { editor_.step(up ? 1 : -1); });
    connect(closePolygon_, &QAction::triggered, &editor_, &RegionEditor::finishPolygon);
    connect(removeCorner_, &QAction::triggered, &editor_, &RegionEditor::removeCorner);
    connect(leave_, &QAction::triggered, &editor_, &RegionEditor::cancel);
}

void RegionToolBar::setAvailable(bool available) {
    if (!available) editor_.setTool(RegionTool::None);
    available_ = available;
    showAvailable();
}

void RegionToolBar::setPaintsRegions(bool regions) {
    paintsRegions_ = regions;
    showAvailable();
}

void RegionToolBar::showAvailable() {
    setVisible(available_);
    for (QAction* action : menuActions_)
        action->setVisible(available_ && (paintsRegions_ || !forRegions_.contains(action)));
    tools_->setEnabled(available_);
}

void RegionToolBar::showTool() {
    for (QAction* action : tools_->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(editor_.tool()));
    showSize();
    showActivity();
}

void RegionToolBar::showSize() {
    const QSignalBlocker blocked(size_);
    const RegionSettings& settings = editor_.settings();
    const auto show = [this](int least, int most, int value, const QString& name, const QString& tip) {
        size_->setRange(least, most);
        size_->setValue(value);
        size_->setAccessibleName(name);
        size_->setToolTip(tip);
    };
    const bool plain = editor_.tool() != RegionTool::Similar && editor_.tool() != RegionTool::Heat;
    if (plain)
        show(1, RegionSettings::kLargestBrush, static_cast<int>(settings.diameter), tr("Brush size"),
             tr("Size of the brush in pixels of the image ([ ] or Ctrl+wheel)"));
    else if (editor_.tool() == RegionTool::Similar)
        show(0, RegionSettings::kLargestTolerance, settings.tolerance, tr("Colour tolerance"),
             tr("How far a colour may differ, 0 to 255 ([ ] or Ctrl+wheel)"));
    else
        show(0, RegionSettings::kLargestLevel, settings.level, tr("Heat level"),
             tr("How hot a pixel must be, in % of the way to the clicked value ([ ] or Ctrl+wheel)"));
    const bool sized = !plain || editor_.tool() == RegionTool::Brush || editor_.tool() == RegionTool::Eraser;
    size_->setEnabled(sized);
    smaller_->setEnabled(sized);
    larger_->setEnabled(sized);
}

void RegionToolBar::setSize(int value) {
    RegionSettings settings = editor_.settings();
    if (editor_.tool() == RegionTool::Similar)
        settings.tolerance = value;
    else if (editor_.tool() == RegionTool::Heat)
        settings.level = value;
    else
        settings.diameter = value;
    editor_.setSettings(settings);
}

void RegionToolBar::showActivity() {
    // Enter, Backspace and Esc mean other things elsewhere: they are ours only while there is something to
    // end.
    const bool polygon = editor_.hasCorners();
    closePolygon_->setEnabled(polygon);
    removeCorner_->setEnabled(polygon);
    leave_->setEnabled(editor_.tool() != RegionTool::None);
}

}  // namespace segad::ui
