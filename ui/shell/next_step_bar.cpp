#include "ui/shell/next_step_bar.h"

#include <QAction>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/shell/settings.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
/// Fewer show one thing or the other; what is normal takes more.
constexpr std::ptrdiff_t kEnoughGood = 20;
/// Some to learn from, some to test.
constexpr std::ptrdiff_t kLeastBad = 2;

bool has(const ProjectData& project, RunKind kind, RunOutcome outcome = RunOutcome::Done) {
    return std::ranges::any_of(project.runs, [kind, outcome](const RunRecord& run) {
        return run.kind == kind && run.outcome == outcome;
    });
}

std::ptrdiff_t count(const ProjectData& project, Label label) {
    return std::ranges::count_if(
        project.parts, [label](const PartRecord& part) { return part.label == label && !part.generated; });
}

QString fileOf(const ProjectSession& session) {
    return QString::fromStdString(toUtf8(session.file()));
}
}  // namespace

NextStepBar::NextStepBar(ProjectSession& session, QWidget* parent)
    : NoticeBar(tr("What comes next"), parent),
      session_(session),
      go_(makeAction(this, QStringLiteral("next"), tr("Next step"), tr("Go where the next step is done"),
                     QStringLiteral("Ctrl+Alt+T"))),
      forestAtFirst_(has(session.data(), RunKind::Fit)) {
    addAction(go_);
    setClosable(true);
    setHint();
    connect(go_, &QAction::triggered, this, [this] {
        const NextStep step = step_;
        Q_EMIT stepAsked(step);
        // The last one is done when it was looked at.
        if (step != NextStep::Results) return;
        settings::setHintPutAway(fileOf(session_), static_cast<int>(step));
        refresh();
    });
    connect(this, &NoticeBar::putAway, this, [this] {
        settings::setHintPutAway(fileOf(session_), static_cast<int>(step_));
        refresh();
    });
    connect(&session_, &ProjectSession::dataChanged, this, &NextStepBar::refresh);
    connect(&session_, &ProjectSession::labelsChanged, this, &NextStepBar::refresh);
    refresh();
}

NextStep NextStepBar::due() const {
    const ProjectData& project = session_.data();
    if (project.parts.empty() || session_.isReadOnly()) return NextStep::None;
    if (has(project, RunKind::Train, RunOutcome::Running)) return NextStep::None;
    if (project.scoredRuns(RunKind::Train).empty())
        return count(project, Label::Good) == 0 ? NextStep::Label : NextStep::Train;
    // Who opens a project that has a forest knows the way.
    if (has(project, RunKind::Fit)) return forestAtFirst_ ? NextStep::None : NextStep::Results;
    return count(project, Label::Bad) < kLeastBad ? NextStep::LabelBad : NextStep::Forest;
}

QString NextStepBar::words() const {
    const auto good = static_cast<int>(count(session_.data(), Label::Good));
    const auto bad = static_cast<int>(count(session_.data(), Label::Bad));
    switch (step_) {
        case NextStep::Label:
            return tr(
                "Label parts with the keys 1 (good) and 2 (bad), several at once with Shift or Ctrl: a "
                "detector learns from good ones.");
        case NextStep::Train:
            return good < kEnoughGood
                       ? tr("%n good part(s) labelled. Twenty or more show what is normal: label on, or try "
                            "a detector with these.",
                            nullptr, good)
                       : tr("%n good part(s) to learn from. Train a detector to see heatmaps.", nullptr,
                            good);
        case NextStep::LabelBad:
            return tr(
                "The heatmaps are there. Label at least two bad parts: they show how well good and bad are "
                "told apart, and a forest learns from them.");
        case NextStep::Forest:
            return tr(
                "%n bad part(s) labelled. A forest learns from them which heatmaps to trust, and where.",
                nullptr, bad);
        case NextStep::Results:
            return tr("The forest is fitted: see how well it tells good and bad apart.");
        case NextStep::None:
            return {};
    }
    return {};
}

void NextStepBar::refresh() {
    step_ = due();
    if (static_cast<int>(step_) <= settings::hintPutAway(fileOf(session_))) step_ = NextStep::None;
    go_->setEnabled(step_ != NextStep::None);
    if (step_ == NextStep::None) {
        hide();
        return;
    }
    // The parts are in sight already, unless something was trained.
    go_->setVisible(step_ != NextStep::Label);
    const bool toTrain = step_ == NextStep::Train;
    const bool toForest = step_ == NextStep::Forest;
    go_->setText(toTrain                      ? tr("Go to Train")
                 : toForest                   ? tr("Go to the forest")
                 : step_ == NextStep::Results ? tr("Go to Results")
                                              : tr("Go to the parts"));
    say(words());
}

}  // namespace segad::ui
