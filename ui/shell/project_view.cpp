#include "ui/shell/project_view.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>

#include "ui/data/gallery.h"
#include "ui/data/part_panel.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/results/results_panel.h"
#include "ui/segments/segments_panel.h"
#include "ui/session/project_session.h"
#include "ui/train/train_panel.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kSidePanelWidth = 460;
}

ProjectView::ProjectView(ProjectSession& session, QWidget* parent)
    : QMainWindow(parent),
      session_(session),
      pages_(new QStackedWidget),
      workspaces_(new QActionGroup(this)),
      gallery_(new Gallery(session)),
      part_(new PartPanel(session)),
      viewer_(new ViewerPanel(session)) {
    // Inside the main window this one is a plain widget with docks of its own.
    setWindowFlags(Qt::Widget);
    auto* bar = new QToolBar(tr("Workspaces"));
    bar->setObjectName(QStringLiteral("workspaces"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    addToolBar(bar);

    // The viewer stays beside every workspace, as long as there is room.
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(pages_);
    split->addWidget(viewer_);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    setCentralWidget(split);
    addWorkspace(QStringLiteral("data"), tr("Data"), tr("Look at parts and label them"),
                 QStringLiteral("Ctrl+1"), new QWidget);
    addWorkspace(QStringLiteral("segments"), tr("Segments"), tr("Which area of the product is what"),
                 QStringLiteral("Ctrl+2"), new SegmentsPanel(session));
    addWorkspace(QStringLiteral("train"), tr("Train"), tr("Train detectors and fit the forest"),
                 QStringLiteral("Ctrl+4"), new TrainPanel(session));
    addWorkspace(QStringLiteral("results"), tr("Results"), tr("ROC and figures of stored evaluations"),
                 QStringLiteral("Ctrl+5"), new ResultsPanel(session));
    addWorkspace(QStringLiteral("inspect"), tr("Inspect"), tr("Verdicts for a folder of new parts"),
                 QStringLiteral("Ctrl+6"), new InspectPanel(session));
    bar->addActions(workspaces_->actions());
    split->setSizes({kSidePanelWidth, 2 * kSidePanelWidth});
    connect(workspaces_, &QActionGroup::triggered, this, [this](const QAction* action) {
        pages_->setCurrentIndex(action->data().toInt());
        pages_->setVisible(action->data().toInt() != 0);  // Data: the viewer has the room
    });
    buildDocks();
    buildLabelActions();
    setWorkspace(0);
}

void ProjectView::addWorkspace(const QString& iconName, const QString& text, const QString& tip,
                               const QString& key, QWidget* page) {
    QAction* action = makeAction(this, iconName, text, tip, key);
    action->setCheckable(true);
    action->setData(pages_->addWidget(page));
    workspaces_->addAction(action);
}

void ProjectView::buildDocks() {
    const auto dock = [this](const QString& name, const QString& title, QWidget* content,
                             Qt::DockWidgetArea area) {
        auto* widget = new QDockWidget(title);
        widget->setObjectName(name);
        widget->setWidget(content);
        addDockWidget(area, widget);
        return widget;
    };
    QDockWidget* left = dock(QStringLiteral("gallery"), tr("Parts"), gallery_, Qt::LeftDockWidgetArea);
    QDockWidget* right = dock(QStringLiteral("part"), tr("Part"), part_, Qt::RightDockWidgetArea);
    resizeDocks({left, right}, {290, 260}, Qt::Horizontal);
}

void ProjectView::buildLabelActions() {
    const auto add = [this](const QString& iconName, const QString& text, const QString& tip,
                            const QString& key) {
        QAction* action = makeAction(this, iconName, text, tip, key);
        labelActions_.push_back(action);
        return action;
    };
    connect(add(QStringLiteral("good"), tr("Good"), tr("Label the selected parts good"), QStringLiteral("1")),
            &QAction::triggered, this, [this] { label(Label::Good); });
    connect(add(QStringLiteral("bad"), tr("Bad"), tr("Label the selected parts bad"), QStringLiteral("2")),
            &QAction::triggered, this, [this] { label(Label::Bad); });
    connect(add(QStringLiteral("unlabelled"), tr("Unlabelled"), tr("Take the label off the selected parts"),
                QStringLiteral("0")),
            &QAction::triggered, this, [this] { label(Label::Unlabelled); });
    connect(add(QStringLiteral("previous"), tr("Previous part"), tr("Go to the previous part"),
                QStringLiteral("Left")),
            &QAction::triggered, this, [this] { gallery_->step(-1); });
    connect(add(QStringLiteral("next"), tr("Next part"), tr("Go to the next part"), QStringLiteral("Right")),
            &QAction::triggered, this, [this] { gallery_->step(1); });
    connect(add(QStringLiteral("next"), tr("Next unlabelled part"), tr("Go to the next part without a label"),
                QStringLiteral("N")),
            &QAction::triggered, this, [this] { gallery_->stepToUnlabelled(); });
    connect(add(QStringLiteral("filter"), tr("Filter"), tr("Type to filter the gallery"),
                QStringLiteral("Ctrl+F")),
            &QAction::triggered, this, [this] { gallery_->focusFilter(); });
    autoAdvance_ = add(QStringLiteral("next"), tr("Advance after labelling"),
                       tr("Go to the next part as soon as one is labelled"), QStringLiteral("A"));
    autoAdvance_->setCheckable(true);
    connect(part_, &PartPanel::labelRequested, this, &ProjectView::label);
    connect(part_, &PartPanel::defectTypeRequested, this,
            [this](const QString& type) { session_.setDefectType(gallery_->selection(), type); });
}

void ProjectView::label(Label label) {
    const std::vector<PartId> selection = gallery_->selection();
    session_.setLabel(selection, label);
    if (autoAdvance_->isChecked() && selection.size() == 1) gallery_->step(1);
}

QList<QAction*> ProjectView::workspaceActions() const {
    return workspaces_->actions();
}
QList<QAction*> ProjectView::viewActions() const {
    return viewer_->viewActions();
}
int ProjectView::workspace() const {
    return pages_->currentIndex();
}

void ProjectView::setWorkspace(int index) {
    const QList<QAction*> actions = workspaces_->actions();
    actions[std::clamp<int>(index, 0, static_cast<int>(actions.size()) - 1)]->trigger();
}

}  // namespace segad::ui
