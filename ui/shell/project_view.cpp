#include "ui/shell/project_view.h"

#include <QActionGroup>
#include <QDataStream>
#include <QDockWidget>
#include <QIODevice>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <algorithm>
#include <utility>

#include "ui/data/gallery.h"
#include "ui/data/part_panel.h"
#include "ui/data/reasons_panel.h"
#include "ui/defects/defects_panel.h"
#include "ui/inspect/inspect_panel.h"
#include "ui/results/results_panel.h"
#include "ui/segments/segments_panel.h"
#include "ui/session/project_session.h"
#include "ui/shell/label_actions.h"
#include "ui/shell/messages_panel.h"
#include "ui/shell/next_step_bar.h"
#include "ui/train/train_panel.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr quint16 kLayoutVersion = 4;  // docks or workspaces have changed: older layouts do not fit
constexpr int kSegments = 1;
constexpr int kDefects = 2;
constexpr int kTrain = 3;
constexpr int kResults = 4;
constexpr int kInspect = 5;
const QString kCompareId = QStringLiteral("ViewerPanel/C");
/// Forms are narrow, tables and curves are wide.
constexpr double kFormShare = 0.42;
constexpr double kTableShare = 0.45;
/// Its own pictures are what is looked at.
constexpr double kDefectShare = 0.52;
/// Cards, queue and runs: the viewer is looked at afterwards.
constexpr double kTrainShare = 0.52;
/// Plots beside the list of questions they answer.
constexpr double kResultsShare = 0.52;
const QList<double> kFirstShares{0, kFormShare, kDefectShare, kTrainShare, kResultsShare, kTableShare};
/// A workspace may be drawn narrower than its widest table would like; it elides.
constexpr int kLeastWorkspace = 300;
constexpr int kLeastViewer = 280;
/// Two thumbnails and a scroll bar; three label buttons.
constexpr int kGalleryWidth = 268;
constexpr int kPartWidth = 258;
}  // namespace

ProjectView::ProjectView(ProjectSession& session, MessageLog& messages, QWidget* parent)
    : QMainWindow(parent),
      session_(session),
      center_(new QStackedWidget),
      empty_(new EmptyState(
          QStringLiteral("import"), tr("No parts yet"),
          tr("Import a folder with pictures of your product, or drop it here. What was found is shown "
             "before anything is added; your pictures are neither copied nor changed."))),
      split_(new QSplitter(Qt::Horizontal)),
      pages_(new QStackedWidget),
      workspaces_(new QActionGroup(this)),
      bar_(new QToolBar(tr("Workspaces"))),
      gallery_(new Gallery(session)),
      part_(new PartPanel(session)),
      viewer_(new ViewerPanel(session)) {
    buildFrame();
    buildDocks(messages);
    buildLabelActions();
    connect(&part_->reasons(), &ReasonsPanel::decided, viewer_, &ViewerPanel::showReason);
}

void ProjectView::buildFrame() {
    // Inside the main window this one is a plain widget with docks of its own.
    setWindowFlags(Qt::Widget);
    bar_->setObjectName(QStringLiteral("workspaces"));
    bar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar_->setMovable(false);
    bar_->setIconSize({18, 18});
    addToolBar(bar_);

    bar_->toggleViewAction()->setVisible(false);  // the way to the workspaces can't be hidden

    // The viewer stays beside every workspace.
    pages_->setMinimumWidth(kLeastWorkspace);
    viewer_->setMinimumWidth(kLeastViewer);
    KeyMap::setArea(viewer_, tr("Viewer"));
    split_->addWidget(pages_);
    split_->addWidget(viewer_);
    split_->setChildrenCollapsible(false);
    center_->addWidget(empty_);
    center_->addWidget(split_);
    setCentralWidget(center_);
    shares_ = kFirstShares;
    connect(split_, &QSplitter::splitterMoved, this, &ProjectView::noteShare);
    connect(workspaces_, &QActionGroup::triggered, this,
            [this](const QAction* action) { showWorkspace(action->data().toInt()); });
}

bool ProjectView::buildMore() {
    if (results_ != nullptr && results_->buildMore()) return true;
    switch (pages_->count()) {
        case 0:
            addWorkspace(QStringLiteral("data"), tr("Data"), tr("Look at parts and label them"),
                         QStringLiteral("Ctrl+1"), new QWidget);
            return true;
        case kSegments:
            addWorkspace(QStringLiteral("segments"), tr("Segments"), tr("Which area of the product is what"),
                         QStringLiteral("Ctrl+2"), makeSegmentsPanel());
            return true;
        case kDefects:
            addWorkspace(QStringLiteral("defect"), tr("Defects"), tr("Generate bad parts from good ones"),
                         QStringLiteral("Ctrl+3"), new DefectsPanel(session_));
            return true;
        case kTrain:
            train_ = new TrainPanel(session_);
            addWorkspace(QStringLiteral("train"), tr("Train"), tr("Train detectors and fit the forest"),
                         QStringLiteral("Ctrl+4"), train_);
            return true;
        case kResults:
            results_ = new ResultsPanel(session_, workspaces_->actions().at(kTrain));
            addWorkspace(QStringLiteral("results"), tr("Results"),
                         tr("ROC and figures of stored evaluations"), QStringLiteral("Ctrl+5"), results_);
            return true;
        case kInspect:
            addWorkspace(QStringLiteral("inspect"), tr("Inspect"), tr("Verdicts for a folder of new parts"),
                         QStringLiteral("Ctrl+6"),
                         new InspectPanel(session_, workspaces_->actions().at(kTrain)));
            bar_->addActions(workspaces_->actions());
            connect(&session_, &ProjectSession::dataChanged, this, &ProjectView::showWhatThereIs);
            showWhatThereIs();
            setWorkspace(0);
            return true;
        default:
            return false;
    }
}

QWidget* ProjectView::makeSegmentsPanel() {
    auto* panel = new SegmentsPanel(session_);
    connect(panel, &SegmentsPanel::surfaceChanged, viewer_, &ViewerPanel::setPaintSurface);
    connect(panel, &SegmentsPanel::brushWanted, viewer_, &ViewerPanel::takeBrush);
    return panel;
}

void ProjectView::offerImport(QAction* import) {
    empty_->addAction(import);
}

void ProjectView::showWhatThereIs() {
    const int shown = session_.data().parts.empty() ? 0 : 1;
    const bool first = shown == 1 && center_->currentIndex() == 0;
    center_->setCurrentIndex(shown);
    // The first parts have come: who has just imported them goes on with their keys.
    if (first) focusParts();
}

void ProjectView::addWorkspace(const QString& iconName, const QString& text, const QString& tip,
                               const QString& key, QWidget* page) {
    QAction* action = makeAction(this, iconName, text, tip, key);
    action->setCheckable(true);
    action->setData(pages_->addWidget(page));
    KeyMap::setArea(action, tr("Workspaces"));
    KeyMap::setArea(page, text);
    workspaces_->addAction(action);
}

QDockWidget* ProjectView::addDock(const QString& name, const QString& title, QWidget* content,
                                  Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void ProjectView::addToggle(QDockWidget* dock, const QString& text, const QString& tip, const QString& key) {
    QAction* action = dock->toggleViewAction();
    action->setText(text);
    KeyMap::instance().bind(action, QStringLiteral("ProjectView/%1").arg(dock->objectName()),
                            QKeySequence(key), tip);
    KeyMap::setArea(action, tr("Panels"));
    addAction(action);
    layoutActions_.push_back(action);
}

void ProjectView::buildDocks(MessageLog& messages) {
    galleryDock_ = addDock(QStringLiteral("gallery"), tr("Parts"), gallery_, Qt::LeftDockWidgetArea);
    partDock_ = addDock(QStringLiteral("part"), tr("Part"), part_, Qt::RightDockWidgetArea);
    messagesDock_ = addDock(QStringLiteral("messages"), tr("Messages"), new MessagesPanel(messages),
                            Qt::BottomDockWidgetArea);
    messagesDock_->hide();
    addToggle(galleryDock_, tr("Parts panel"), tr("Show or hide the gallery"), QStringLiteral("F9"));
    addToggle(partDock_, tr("Part panel"), tr("Show or hide what is known of the part"),
              QStringLiteral("F7"));
    addToggle(messagesDock_, tr("Messages"), tr("Show or hide what went wrong"), QStringLiteral("F8"));
    reset_ = makeAction(this, QStringLiteral("fit-view"), tr("Reset layout"),
                        tr("Put all panels back to where they were at first"), QStringLiteral("Ctrl+F6"));
    KeyMap::setArea(reset_, tr("Panels"));
    connect(reset_, &QAction::triggered, this, &ProjectView::resetLayout);
}

void ProjectView::showWorkspace(int index) {
    pages_->setCurrentIndex(index);
    pages_->setVisible(index != 0);          // Data: the viewer has the room
    viewer_->setVisible(index != kInspect);  // what is inspected is no part of the project
    setDocksAside(index == kInspect);
    viewer_->setSegmentsAlone(index == kSegments);
    applyShare();
}

void ProjectView::setDocksAside(bool aside) {
    if (aside) {
        for (QDockWidget* dock : {galleryDock_, partDock_}) {
            if (dock->isHidden() || dock->isFloating()) continue;
            aside_.push_back(dock);
            dock->hide();
        }
        return;
    }
    for (QDockWidget* dock : std::exchange(aside_, {}))
        dock->show();
}

void ProjectView::noteShare() {
    const QList<int> sizes = split_->sizes();
    const int both = sizes[0] + sizes[1];
    if (!pages_->isHidden() && both > 0) shares_[workspace()] = static_cast<double>(sizes[0]) / both;
}

void ProjectView::applyShare() {
    // Shares of a round number: the splitter scales them to its width, which it may not have yet.
    constexpr int kWhole = 10'000;
    const int left = static_cast<int>(shares_[workspace()] * kWhole);
    split_->setSizes({left, kWhole - left});
}

void ProjectView::focusParts() {
    gallery_->focusParts();
}

QByteArray ProjectView::saveLayout() {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    const bool aside = !aside_.isEmpty();
    setDocksAside(false);
    stream << kLayoutVersion << saveState() << shares_;
    setDocksAside(aside);
    return bytes;
}

void ProjectView::restoreLayout(const QByteArray& layout) {
    QDataStream stream(layout);
    quint16 version = 0;
    QByteArray docks;
    QList<double> shares;
    stream >> version >> docks >> shares;
    const bool fits = stream.status() == QDataStream::Ok && version == kLayoutVersion &&
                      shares.size() == shares_.size() &&
                      std::ranges::all_of(shares, [](double share) { return share >= 0 && share < 1; });
    if (!fits || !restoreState(docks)) {
        resetLayout();
        return;
    }
    shares_ = shares;
    applyShare();
    aside_.clear();
    setDocksAside(workspace() == kInspect);
}

void ProjectView::resetLayout() {
    for (QDockWidget* dock : {galleryDock_, partDock_, messagesDock_})
        dock->setFloating(false);
    addDockWidget(Qt::LeftDockWidgetArea, galleryDock_);
    addDockWidget(Qt::RightDockWidgetArea, partDock_);
    addDockWidget(Qt::BottomDockWidgetArea, messagesDock_);
    galleryDock_->show();
    partDock_->show();
    messagesDock_->hide();
    resizeDocks({galleryDock_, partDock_}, {kGalleryWidth, kPartWidth}, Qt::Horizontal);
    shares_ = kFirstShares;
    applyShare();
    aside_.clear();
    setDocksAside(workspace() == kInspect);
}

void ProjectView::arrange(LayoutPreset preset) {
    resetLayout();
    galleryDock_->setVisible(preset != LayoutPreset::Training);
    partDock_->setVisible(preset == LayoutPreset::Labelling);
    for (QAction* action : viewer_->viewActions()) {
        if (action->objectName() == kCompareId) action->setChecked(preset == LayoutPreset::Comparing);
    }
    setWorkspace(preset == LayoutPreset::Training ? kTrain : 0);
}

QByteArray ProjectView::arrangement() {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << workspace() << saveLayout();
    return bytes;
}

void ProjectView::applyArrangement(const QByteArray& arrangement) {
    QDataStream stream(arrangement);
    int shown = 0;
    QByteArray layout;
    stream >> shown >> layout;
    restoreLayout(layout);
    setWorkspace(shown);
}

QAction* ProjectView::messagesAction() const {
    return messagesDock_->toggleViewAction();
}

QList<QWidget*> ProjectView::panes() const {
    return {galleryDock_, empty_, pages_, viewer_, partDock_, messagesDock_};
}

void ProjectView::buildLabelActions() {
    const auto* actions = new LabelActions(session_, *gallery_, *part_, *this);
    labelActions_ = actions->actions() + gallery_->galleryActions();
}

QList<QAction*> ProjectView::workspaceActions() const {
    return workspaces_->actions();
}
QList<QAction*> ProjectView::viewActions() const {
    return viewer_->viewActions() + QList<QAction*>{part_->reasons().followAction()} + layoutActions_;
}
QList<QAction*> ProjectView::regionActions() const {
    return viewer_->regionActions();
}
int ProjectView::workspace() const {
    return pages_->currentIndex();
}

QWidget& ProjectView::page(int workspace) const {
    return *pages_->widget(workspace);
}

void ProjectView::setWorkspace(int index) {
    const QList<QAction*> actions = workspaces_->actions();
    actions[std::clamp<int>(index, 0, static_cast<int>(actions.size()) - 1)]->trigger();
}

void ProjectView::showStep(NextStep step) {
    switch (step) {
        case NextStep::Label:
        case NextStep::LabelBad:
            setWorkspace(0);
            focusParts();
            return;
        case NextStep::Train:
            setWorkspace(kTrain);
            train_->showDetectors();
            return;
        case NextStep::Forest:
            setWorkspace(kTrain);
            train_->showForest();
            return;
        case NextStep::Results:
            setWorkspace(kResults);
            return;
        case NextStep::None:
            return;
    }
}

}  // namespace segad::ui
