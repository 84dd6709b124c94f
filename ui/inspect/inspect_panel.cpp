#include "ui/inspect/inspect_panel.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/inspect/history_panel.h"
#include "ui/inspect/inspect_form.h"
#include "ui/inspect/judge_dialog.h"
#include "ui/inspect/line_view.h"
#include "ui/inspect/operator_window.h"
#include "ui/inspect/package_maker.h"
#include "ui/inspect/part_scorer.h"
#include "ui/inspect/ruling.h"
#include "ui/inspect/stored_line.h"
#include "ui/inspect/verdict_sounds.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

InspectPanel::InspectPanel(ProjectSession& session, QAction* train, LineLive::Work work, QWidget* parent)
    : InspectPanel(session.jobs(), &session, train, std::move(work), parent) {}

InspectPanel::InspectPanel(JobQueue& jobs, LineLive::Work work, QWidget* parent)
    : InspectPanel(jobs, nullptr, nullptr, std::move(work), parent) {}

InspectPanel::InspectPanel(JobQueue& jobs, ProjectSession* session, QAction* train, LineLive::Work work,
                           QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      session_(session),
      work_(std::move(work)),
      live_(LineLive::of(jobs)),
      rulings_(new Rulings(this)),
      scorer_(new PartScorer(jobs, this)),
      sounds_(new VerdictSounds(this)),
      pages_(new QStackedWidget),
      tabs_(new QTabWidget),
      form_(new InspectForm(session != nullptr)),
      what_(new QLabel),
      view_(new LineView(live_, LineSize::Desk)),
      history_(new HistoryPanel(jobs, session, *rulings_, *scorer_)) {
    setAcceptDrops(true);
    pool_.setMaxThreadCount(1);
    view_->setScorer(*scorer_);
    makeActions();
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(tr("Inspect"));
    tabs_->addTab(makeLine(), tr("Line"));
    tabs_->addTab(history_, tr("Inspections"));
    if (train != nullptr) {
        auto* empty = new EmptyState(
            QStringLiteral("inspect"), tr("Nothing to inspect with yet"),
            tr("Train a detector first; fit a forest for verdicts that know the segments. Then choose a "
               "folder "
               "with new pictures: each gets a verdict. Or choose a package that was made elsewhere."));
        empty->addAction(train);
        empty->addAction(form_->choosePackage());
        pages_->addWidget(empty);
    }
    pages_->addWidget(tabs_);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pages_);
    if (session_ == nullptr) form_->setChoice(inspect_settings::choice());
    connect(form_, &InspectForm::changed, this, &InspectPanel::refresh);
    connect(&live_, &LineLive::stateChanged, this, &InspectPanel::onLiveChanged);
    connect(&live_, &LineLive::judged, sounds_, &VerdictSounds::play);
    watchView(*view_);
    if (session_ != nullptr) {
        connect(session_, &ProjectSession::dataChanged, this, &InspectPanel::onSessionChanged);
        onSessionChanged();
    }
    showStore();
    refresh();
}

InspectPanel::~InspectPanel() {
    pool_.clear();
    pool_.waitForDone();
}

void InspectPanel::makeActions() {
    start_ = makeAction(this, QStringLiteral("inspect"), tr("Inspect"),
                        tr("Give every picture of the folder a verdict"), QStringLiteral("Ctrl+Shift+I"));
    stop_ = makeAction(this, QStringLiteral("pause"), tr("Stop"),
                       tr("Stop inspecting; it can be continued, and no part is lost"),
                       QStringLiteral("Ctrl+F10"));
    operator_ = makeAction(this, QStringLiteral("fit-view"), tr("Operator mode"),
                           tr("Fill the screen with the line, without menus; a PIN can be set in Settings"),
                           QStringLiteral("Shift+F11"));
    judge_ = makeAction(this, QStringLiteral("note"), tr("What judges …"),
                        tr("Where the package or project comes from, how it was checked here, and what is "
                           "other than where it was made"),
                        QStringLiteral("Ctrl+Shift+F3"));
    connect(judge_, &QAction::triggered, this, &InspectPanel::showJudge);
    connect(start_, &QAction::triggered, this, &InspectPanel::start);
    connect(stop_, &QAction::triggered, &live_, &LineLive::stop);
    connect(operator_, &QAction::triggered, this, &InspectPanel::showOperator);
    if (session_ == nullptr) return;
    needsWriting(start_, *session_);
    packages_ = new PackageMaker(*session_, this);
}

QWidget* InspectPanel::makeLine() {
    auto* page = new QWidget;
    auto* row = new QHBoxLayout;
    row->addWidget(actionButton(start_));
    row->addWidget(actionButton(stop_));
    row->addWidget(actionButton(operator_));
    row->addWidget(actionButton(judge_));
    if (packages_ != nullptr) row->addWidget(actionButton(packages_->action()));
    what_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    what_->setAccessibleName(tr("What is inspected"));
    row->addWidget(what_, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 6, 8, 4);
    column->addWidget(form_);
    column->addLayout(row);
    column->addWidget(view_, 1);
    return page;
}

void InspectPanel::watchView(LineView& view) {
    view.setWaiting(tr("No part yet"));
    connect(&view, &LineView::ruled, this, &InspectPanel::rule);
    if (session_ == nullptr) return;
    for (QAction* action : view.rulings())
        needsWriting(action, *session_);
}

void InspectPanel::start() {
    if (live_.isRunning() || !start_->isEnabled()) return;
    InspectionRequest request = form_->request();
    if (request.model.empty()) request.model = session_->file();
    if (session_ != nullptr)
        request.results = session_->file();
    else
        inspect_settings::setChoice(form_->choice());
    live_.start(request, work_);
}

bool InspectPanel::projectJudges() const {
    const ProjectData& project = session_->data();
    return !project.scoredRuns(RunKind::Fit).empty() || !project.scoredRuns(RunKind::Train).empty();
}

bool InspectPanel::isReady() const {
    return session_ == nullptr || !form_->choice().package.isEmpty() || projectJudges();
}

void InspectPanel::onSessionChanged() {
    const std::size_t inspections = session_->data().inspections.size();
    if (inspections != inspections_ || live_.isRunning()) history_->reload();
    inspections_ = inspections;
    refresh();
}

Path InspectPanel::store() const {
    if (session_ != nullptr) return session_->file();
    if (live_.request() && live_.started()) return live_.started()->store;
    const QString folder = form_->choice().folder;
    return folder.isEmpty() ? Path() : resultsFileFor(Path(folder.toStdString()));
}

void InspectPanel::showStore() {
    if (const Path file = store(); !file.empty()) history_->setStore(file);
    restoreLine();
}

void InspectPanel::restoreLine() {
    const Path file = store();
    if (live_.request() || file == restored_) return;
    restored_ = file;
    runInBackground(
        this, pool_, [file] { return readStoredLine(file); },
        [this, file](const std::shared_ptr<const StoredLine>& line) {
            if (live_.request() || file != restored_) return;
            live_.restore(line);
            Q_EMIT restored();
        });
}

void InspectPanel::showJudge() {
    const Path package = Path(form_->choice().package.toStdString());
    const Path chosen = !package.empty() ? package : session_ != nullptr ? session_->file() : Path();
    const std::optional<InspectionStart>& start = live_.started();
    // What runs, or what is chosen; of the chosen one what the last inspection with it has found.
    const Path model = live_.isRunning() && start ? start->model : chosen;
    auto* dialog = new JudgeDialog(
        model, start && start->model == model ? start : std::optional<InspectionStart>(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void InspectPanel::refresh() {
    const bool ready = isReady();
    const bool running = live_.isRunning();
    pages_->setCurrentWidget(ready || inspections_ > 0 || running ? tabs_ : pages_->widget(0));
    const QString missing = ready ? form_->missing() : tr("Train a detector, or choose a package");
    start_->setEnabled(!running && missing.isEmpty());
    judge_->setEnabled(running || session_ != nullptr || !form_->choice().package.isEmpty());
    stop_->setEnabled(running && !live_.isStopping());
    if (packages_ != nullptr) packages_->setReady(projectJudges());
    form_->setVisible(!running);
    what_->setText(running ? QDir::toNativeSeparators(QString::fromStdString(toUtf8(live_.request()->folder)))
                           : QString());
    view_->setWaiting(missing.isEmpty() ? tr("Ready") : missing);
    showStore();
}

void InspectPanel::onLiveChanged() {
    refresh();
    if (!live_.isRunning() && live_.started()) history_->reload();
}

OperatorWindow* InspectPanel::operatorWindow() const {
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<OperatorWindow*>(window)) return found;
    }
    return nullptr;
}

OperatorWindow* InspectPanel::showOperator() {
    if (OperatorWindow* shown = operatorWindow()) return shown;
    auto* window = new OperatorWindow(live_, start_, stop_);
    watchView(window->view());
    window->view().setWaiting(start_->isEnabled() || live_.isRunning() ? tr("Ready") : form_->missing());
    // The window with the menus comes back when operator mode is left.
    const QPointer<QWidget> home = this->window();
    connect(window, &OperatorWindow::left, window, [home] {
        if (!home.isNull()) home->show();
    });
    window->showFullScreen();
    home->hide();
    window->activateWindow();  // the keys are the operator's now
    return window;
}

void InspectPanel::rule(const RecentParts::Part& part, std::optional<Label> label) {
    if (!live_.started()) return;
    const qint64 number = part->number;
    live_.setRuled(number, label);
    const InspectionStart& start = *live_.started();
    rulings_->store({.store = start.store,
                     .inspection = start.totals.id,
                     .path = part->path.toStdString(),
                     .label = label,
                     .project = session_ != nullptr ? session_->file() : Path()},
                    [this, number, before = part->ruled](const std::optional<Error>& error) {
                        if (session_ != nullptr) session_->refresh();
                        if (!error) return;
                        live_.setRuled(number, before);
                        if (session_ != nullptr)
                            session_->reportError(*error);
                        else
                            Q_EMIT errorOccurred(engineSentence(error->message()),
                                                 engineText(error->subject()),
                                                 engineSentence(error->remedy()));
                    });
}

void InspectPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (InspectForm::takes(event->mimeData())) event->acceptProposedAction();
}

void InspectPanel::dropEvent(QDropEvent* event) {
    if (form_->take(event->mimeData())) event->acceptProposedAction();
}

}  // namespace segad::ui
