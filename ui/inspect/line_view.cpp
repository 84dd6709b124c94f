#include "ui/inspect/line_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/inspect/count_tiles.h"
#include "ui/inspect/line_live.h"
#include "ui/inspect/part_scorer.h"
#include "ui/inspect/part_stage.h"
#include "ui/inspect/recent_strip.h"
#include "ui/inspect/trend_plot.h"
#include "ui/inspect/trend_words.h"
#include "ui/inspect/verdict_board.h"
#include "ui/results/scorer_names.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
/// Of the view's height: the word is three quarters of it, and must be over 15 % of the screen.
constexpr double kHallBoard = 0.235;
constexpr double kDeskBoard = 0.16;
/// In the hall everything grows with the screen: the font's height and a cell of the strip, as shares of it.
constexpr double kHallFont = 0.0205;
constexpr double kHallCell = 0.13;
constexpr int kLeastFont = 14;
/// Counts and trend beside the picture.
constexpr double kDeskSide = 0.29;
constexpr double kHallSide = 0.34;
constexpr int kLeastSide = 250;
}  // namespace

LineView::LineView(LineLive& live, LineSize size, QWidget* parent)
    : QWidget(parent),
      live_(live),
      size_(size),
      problem_(new NoticeBar(tr("The inspection has stopped"))),
      away_(new NoticeBar(tr("The folder is away"))),
      notes_(new NoticeBar(tr("What should be known of what judges"))),
      drift_(new NoticeBar(tr("The line has changed"))),
      board_(new VerdictBoard),
      stage_(new PartStage),
      tiles_(new CountTiles),
      trend_(new TrendPlot),
      trendText_(new QLabel),
      strip_(new RecentStrip(live.recent())),
      state_(new QLabel) {
    if (size_ == LineSize::Hall) {
        trend_->hideLegend();
        strip_->hideScrollBar();
        strip_->setFocusPolicy(Qt::NoFocus);
        stage_->canvas().setFocusPolicy(Qt::NoFocus);
    }
    notes_->setHint();
    notes_->setClosable(true);
    makeActions();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(10);
    middle->addWidget(stage_, 1);
    middle->addWidget(makeSide());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(problem_);
    column->addWidget(away_);
    column->addWidget(notes_);
    column->addWidget(board_);
    column->addWidget(drift_);
    column->addLayout(middle, 1);
    column->addWidget(strip_);
    column->addWidget(makeFoot());
    connectLive();
}

void LineView::makeActions() {
    const bool hall = size_ == LineSize::Hall;
    const auto key = [hall](const char* inHall, const char* atDesk) {
        return QLatin1String(hall ? inHall : atDesk);
    };
    good_ = makeAction(this, QStringLiteral("good"), tr("It is good"),
                       tr("Say that the part that is shown is good; the next training learns from it"),
                       key("G", "Ctrl+F7"));
    bad_ = makeAction(this, QStringLiteral("bad"), tr("It is bad"),
                      tr("Say that the part that is shown is bad; the next training learns from it"),
                      key("B", "Ctrl+F8"));
    asJudged_ =
        makeAction(this, QStringLiteral("clear"), tr("As judged"),
                   tr("Take back what was said of the part that is shown"), key("Backspace", "Ctrl+F9"));
    back_ = makeAction(this, QStringLiteral("resume"), tr("Back to live"), tr("Show what is judged now"),
                       key("Space", "Ctrl+F5"));
    usual_ =
        makeAction(this, QStringLiteral("refresh"), tr("Learn anew what is usual"),
                   tr("What is judged from now on is what the trend compares with: after new lamps, a new "
                      "lens or another material, when the parts are good"),
                   hall ? QString() : QStringLiteral("Ctrl+Shift+F5"));
    rulings_ = {good_, bad_, asJudged_};
    connect(good_, &QAction::triggered, this, [this] { rule(Label::Good); });
    connect(bad_, &QAction::triggered, this, [this] { rule(Label::Bad); });
    connect(asJudged_, &QAction::triggered, this, [this] { rule(std::nullopt); });
    connect(back_, &QAction::triggered, this, [this] { live_.hold(nullptr); });
    connect(usual_, &QAction::triggered, &live_, &LineLive::learnAnew);
    if (!hall) {
        drift_->addAction(usual_);
        return;
    }
    usual_->setVisible(false);  // the engineer's decision
    usual_->setEnabled(false);
    const auto arrow = [this](const QString& text, const QString& tip, const QString& arrowKey, int rows) {
        QAction* action = makeAction(this, QString(), text, tip, arrowKey);
        connect(action, &QAction::triggered, this, [this, rows] { leaf(rows); });
    };
    arrow(tr("Older part"), tr("Show the part before"), QStringLiteral("Right"), 1);
    arrow(tr("Newer part"), tr("Show the part after"), QStringLiteral("Left"), -1);
}

QWidget* LineView::makeSide() {
    side_ = new QWidget;
    trendText_->setWordWrap(true);
    trendText_->setAccessibleName(tr("Trend"));
    auto* column = new QVBoxLayout(side_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(tiles_);
    column->addWidget(trendText_);
    column->addWidget(trend_, 1);
    return side_;
}

QWidget* LineView::makeFoot() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    foot_ = row;
    for (QAction* action : {good_, bad_, asJudged_, back_})
        row->addWidget(actionButton(action));
    state_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    state_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    state_->setAccessibleName(tr("State of the inspection"));
    row->addWidget(state_, 1);
    return foot;
}

void LineView::connectLive() {
    // Hidden views are not kept up to date; showEvent() catches up.
    connect(&live_, &LineLive::stateChanged, this, &LineView::showState);
    connect(&live_, &LineLive::partsCame, this, &LineView::showParts);
    connect(&live_, &LineLive::shownChanged, this, &LineView::showPart);
    connect(&live_, &LineLive::trendChanged, this, &LineView::showTrend);
    connect(strip_, &RecentStrip::partChosen, this, [this](int row) { live_.hold(live_.recent().at(row)); });
}

void LineView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showState();
    showParts();
    showPart();
    showTrend();
}

void LineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool hall = size_ == LineSize::Hall;
    // In operator mode of the whole screen, whatever stands around the view.
    const int whole = hall ? window()->height() : height();
    if (hall) {
        QFont larger = font();
        larger.setPixelSize(std::max(kLeastFont, static_cast<int>(whole * kHallFont)));
        if (larger != font()) setFont(larger);
        strip_->setCellWidth(static_cast<int>(whole * kHallCell));
    }
    side_->setFixedWidth(std::max(kLeastSide, static_cast<int>(width() * (hall ? kHallSide : kDeskSide))));
    board_->setFixedHeight(std::max(board_->minimumSizeHint().height(),
                                    static_cast<int>(whole * (hall ? kHallBoard : kDeskBoard))));
}

void LineView::addToFoot(QWidget* widget) {
    foot_->addWidget(widget);
}

void LineView::setScorer(PartScorer& scorer) {
    stage_->setScorer(scorer);
    foot_->insertWidget(foot_->indexOf(state_), actionButton(scorer.action()));
}

void LineView::rule(std::optional<Label> label) {
    const RecentParts::Part part = live_.shown();
    if (part && part->ruled != label) Q_EMIT ruled(part, label);
}

void LineView::leaf(int rows) {
    const RecentParts::Part shown = live_.shown();
    const int row = shown ? live_.recent().rowOf(shown->number) + rows : -1;
    if (const RecentParts::Part part = live_.recent().at(row)) live_.hold(part);
}

void LineView::setWaiting(const QString& words) {
    waiting_ = words;
    showPart();
}

QString LineView::waitingText() const {
    if (!live_.isRunning()) return waiting_;
    if (const QString job = live_.waitsFor(); !job.isEmpty())
        return tr("Waiting for a job to end: %1").arg(job);
    if (!live_.started()) return tr("Loading what judges …");
    return tr("Waiting for parts …");
}

QString LineView::stateText() const {
    if (live_.isStopping()) return tr("stopping …");
    if (const QString job = live_.waitsFor(); !job.isEmpty())
        return tr("waiting for a job to end: %1").arg(job);
    if (!live_.started()) return live_.isRunning() ? tr("loading …") : QString();
    const InspectionStart& start = *live_.started();
    const QString judge = titleOfName(start.judge);
    if (live_.foundNothingNew()) return tr("%1 · nothing new").arg(judge);
    if (!live_.isRunning()) return tr("%1 · not running").arg(judge);
    const QString loaded = tr("loaded in %1").arg(duration(start.loadSeconds + start.warmUpSeconds));
    if (live_.request()->watch) return tr("%1 · %2 · watching").arg(judge, loaded);
    const QLocale locale;
    return tr("%1 · %2 · %3 of %4 parts")
        .arg(judge, loaded, locale.toString(live_.totals().parts),
             locale.toString(static_cast<qulonglong>(start.listed)));
}

void LineView::showState() {
    if (!isVisible()) return;
    state_->setText(stateText());
    state_->setToolTip(live_.started() ? QString::fromStdString(toUtf8(live_.started()->store)) : QString());
    showNotes();
    if (live_.away().isEmpty())
        away_->hide();
    else
        away_->say(live_.away());
    if (live_.started()) {
        stage_->setModel(live_.started()->model);
        board_->setThresholds(live_.started()->thresholds);
        trend_->setThresholds(live_.started()->thresholds);
    }
    if (live_.problem().isEmpty())
        problem_->hide();
    else
        problem_->say(live_.problem());
    showPart();
}

/// For the engineer; the operator can do nothing about it.
void LineView::showNotes() {
    QStringList lines;
    if (live_.started() && size_ == LineSize::Desk) {
        if (live_.foundNothingNew()) {
            lines << tr(
                "Nothing new: all %n picture(s) were judged before. Without Continue they are judged "
                "again.",
                nullptr, static_cast<int>(live_.started()->listed));
        }
        for (const std::string& note : live_.started()->notes)
            lines << engineSentence(note);
    }
    const QString text = lines.join(QLatin1Char('\n'));
    if (text == noted_) return;
    noted_ = text;
    if (text.isEmpty())
        notes_->hide();
    else
        notes_->say(text);
}

void LineView::showParts() {
    if (!isVisible()) return;
    tiles_->setCounts(live_.totals(), live_.perMinute());
    trend_->setReadings(live_.readings());
    trendText_->setText(trendState(live_.trend(), live_.learned()));
    state_->setText(stateText());
}

void LineView::showPart() {
    if (!isVisible()) return;
    const RecentParts::Part part = live_.shown();
    // What was judged before the program was started is not live.
    board_->setPart(part, live_.isHeld() || live_.isRestored(), waitingText());
    stage_->setPart(part, QString());
    good_->setEnabled(part != nullptr && part->ruled != Label::Good);
    bad_->setEnabled(part != nullptr && part->ruled != Label::Bad);
    asJudged_->setEnabled(part != nullptr && part->ruled.has_value());
    back_->setEnabled(live_.isHeld());
    if (live_.isHeld()) {
        if (const int row = live_.recent().rowOf(part->number); row >= 0)
            strip_->setCurrentIndex(live_.recent().index(row));
    } else if (strip_->currentIndex().isValid()) {
        strip_->setCurrentIndex({});
        strip_->clearSelection();
        strip_->scrollToTop();  // where the newest is
    }
}

void LineView::showTrend() {
    if (!isVisible()) return;
    trendText_->setText(trendState(live_.trend(), live_.learned()));
    const std::optional<EwmaChart::Point> now =
        live_.readings().empty() ? std::nullopt : live_.readings().back().reading.chart;
    const QString warning = trendWarning(live_.trend(), live_.baseline(), now);
    if (warning.isEmpty())
        drift_->hide();
    else
        drift_->say(warning);
}

}  // namespace segad::ui
