#include "ui/data/reasons_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/session/project_session.h"
#include "ui/session/reason_words.h"
#include "ui/viewer/viewer_settings.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr std::size_t kMostBars = 7;
/// Less would be written as 0.00.
constexpr double kLeastShown = 0.005;

enum class By { Both, Segment, Detector };

/// What several cells add together, and the one among them that did most.
struct Sum {
    QString words;
    double value = 0;
    CellContribution strongest;
};

/// The largest (raising) first, as the cells are.
std::vector<Sum> sums(const std::vector<CellContribution>& cells, By by) {
    std::vector<Sum> all;
    for (const CellContribution& cell : cells) {
        const QString segment = segmentWords(cell.segment, cell.segmentName);
        const QString detector = detectorTitle(cell.detector);
        const QString words = by == By::Both      ? ReasonsPanel::tr("%1 · %2").arg(segment, detector)
                              : by == By::Segment ? segment
                                                  : detector;
        const auto known = std::ranges::find(all, words, &Sum::words);
        if (known == all.end()) {
            all.push_back({.words = words, .value = cell.value, .strongest = cell});
            continue;
        }
        known->value += cell.value;
        if (std::abs(cell.value) > std::abs(known->strongest.value)) known->strongest = cell;
    }
    std::erase_if(all, [](const Sum& sum) { return sum.value == 0; });
    std::ranges::stable_sort(all, std::greater(), &Sum::value);
    return all;
}

/// What is left when the largest are shown by themselves: two or more, or nothing.
double takeRest(std::vector<Sum>& sums, int& count) {
    std::vector<double> sizes;
    for (const Sum& sum : sums)
        sizes.push_back(std::abs(sum.value));
    std::ranges::sort(sizes, std::greater());
    const double least = std::max(kLeastShown, sizes.size() > kMostBars ? sizes[kMostBars - 1] : 0.0);
    const auto isSmall = [least](const Sum& sum) { return std::abs(sum.value) < least; };
    count = static_cast<int>(std::ranges::count_if(sums, isSmall));
    if (count < 2) {
        count = 0;
        return 0;
    }
    double rest = 0;
    for (const Sum& sum : sums)
        rest += isSmall(sum) ? sum.value : 0;
    std::erase_if(sums, isSmall);
    return rest;
}

const QString kFollowKey = QStringLiteral("shown/reason");
}  // namespace

ReasonsPanel::ReasonsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      explainer_(Explainer::of(session)),
      follow_(makeAction(this, QStringLiteral("reason"), tr("Show what decided"),
                         tr("Outline the segment that decided and show the map of the detector that did, in "
                            "the picture of every part that does not pass"),
                         QStringLiteral("Y"))),
      by_(choiceBox(tr("Reasons by"), tr("What the bars sum"))),
      words_(new QLabel),
      bars_(new BarList(tr("What raised and what lowered the score"))),
      sentence_(new QLabel) {
    follow_->setCheckable(true);
    follow_->setChecked(viewer_settings::number(kFollowKey, 1) != 0);
    by_->addItem(tr("segment and detector"), static_cast<int>(By::Both));
    by_->addItem(tr("segment"), static_cast<int>(By::Segment));
    by_->addItem(tr("detector"), static_cast<int>(By::Detector));
    words_->setWordWrap(true);
    sentence_->setWordWrap(true);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence_->setAccessibleName(tr("The reason in words"));
    bars_->setToolTip(tr("What raised the score (orange) and what lowered it (blue); click to see where"));
    auto* eye = new QToolButton;
    eye->setDefaultAction(follow_);
    eye->setAutoRaise(true);
    eye->setIconSize({14, 14});
    eye->setAccessibleName(follow_->text());
    auto* top = new QHBoxLayout;
    top->addWidget(heading(tr("Why")));
    top->addWidget(by_, 1);
    top->addWidget(eye);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(words_);
    column->addWidget(bars_);
    column->addWidget(sentence_);

    connect(follow_, &QAction::toggled, this, [this](bool on) {
        viewer_settings::setNumber(kFollowKey, on ? 1 : 0);
        followed_ = 0;
        follow();
    });
    connect(by_, &QComboBox::activated, this, &ReasonsPanel::showReasons);
    connect(bars_, &BarList::picked, this, &ReasonsPanel::point);
    connect(&explainer_, &Explainer::changed, this, &ReasonsPanel::showReasons);
    connect(&session_, &ProjectSession::currentPartChanged, this, [this] { followed_ = 0; });
    explainer_.want(*this);
    showReasons();
}

void ReasonsPanel::showReasons() {
    const PartReasons* reasons = explainer_.reasons();
    by_->setEnabled(reasons != nullptr);
    bars_->setVisible(reasons != nullptr);
    sentence_->setVisible(reasons != nullptr);
    rows_.clear();
    if (reasons == nullptr) {
        words_->setText(explainer_.isUnderway() ? tr("Asking the forest …") : explainer_.problem());
        words_->setVisible(!words_->text().isEmpty());
        bars_->setBars({});
        return;
    }
    showBars(*reasons);
    follow();
}

void ReasonsPanel::showBars(const PartReasons& reasons) {
    const PartExplanation& made = reasons.explanation;
    words_->setText(scoreWords(made));
    words_->show();
    std::vector<Sum> shown = sums(made.cells, static_cast<By>(by_->currentData().toInt()));
    int others = 0;
    const double rest = takeRest(shown, others);
    std::vector<Bar> bars;
    for (const Sum& sum : shown) {
        rows_.push_back({.segment = sum.strongest.segment,
                         .run = sum.strongest.run,
                         .sentence = sentenceOf(reasons, sum.strongest)});
        bars.push_back({.words = sum.words, .value = sum.value, .tip = rows_.back().sentence});
    }
    if (others > 0) {
        rows_.push_back({.segment = -1, .sentence = tr("Each of them did less than what is shown.")});
        bars.push_back({.words = tr("%n other(s)", nullptr, others), .value = rest, .tip = {}});
    }
    bars_->setBars(std::move(bars));
    // What did most, in either direction, is what one reads first.
    const auto most =
        std::ranges::max_element(bars_->bars(), {}, [](const Bar& bar) { return std::abs(bar.value); });
    const auto first = static_cast<std::size_t>(most - bars_->bars().begin());
    sentence_->setText(rows_.empty() ? tr("Nothing about this part moved the score.")
                                     : rows_[first].sentence);
}

QString ReasonsPanel::sentenceOf(const PartReasons& reasons, const CellContribution& cell) const {
    for (const PartReason& reason : reasons.details) {
        if (reason.segment == cell.segment && reason.detector == cell.detector)
            return reasonSentence(reason, reasons.goodParts);
    }
    return {};
}

/// Once for each part: what one has pointed at since stays.
void ReasonsPanel::follow() {
    const PartReasons* reasons = explainer_.reasons();
    if (reasons == nullptr || followed_ == reasons->explanation.part) return;
    const PartExplanation& made = reasons->explanation;
    followed_ = made.part;
    const auto thresholds = session_.data().thresholds.find(made.fit.id);
    const bool passes = thresholds != session_.data().thresholds.end() &&
                        verdictOf(made.score, thresholds->second) == Verdict::Pass;
    const bool wanted =
        follow_->isChecked() && !passes && !made.cells.empty() && made.cells.front().value >= kLeastShown;
    if (!wanted) {
        bars_->mark(-1);
        Q_EMIT decided(made.part, -1, 0);
        return;
    }
    const CellContribution& cell = made.cells.front();
    const By by = static_cast<By>(by_->currentData().toInt());
    const auto row = std::ranges::find_if(rows_, [&](const Row& one) {
        return (by == By::Detector || one.segment == cell.segment) &&
               (by == By::Segment || one.run == cell.run);
    });
    if (row != rows_.end()) {
        bars_->mark(static_cast<int>(row - rows_.begin()));
        sentence_->setText(row->sentence);
    }
    Q_EMIT decided(made.part, cell.segment, cell.run);
}

void ReasonsPanel::point(int row) {
    const PartReasons* reasons = explainer_.reasons();
    if (reasons == nullptr || row < 0 || row >= static_cast<int>(rows_.size())) return;
    const Row& one = rows_[static_cast<std::size_t>(row)];
    sentence_->setText(one.sentence);
    followed_ = reasons->explanation.part;
    Q_EMIT decided(reasons->explanation.part, one.segment, one.run);
}

}  // namespace segad::ui
