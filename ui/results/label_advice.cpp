#include "ui/results/label_advice.h"

#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/session/live_results.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
void goTo(ProjectSession& session, const std::vector<PartId>& parts, int row) {
    if (row >= 0 && row < static_cast<int>(parts.size()))
        session.setCurrentPart(parts[static_cast<std::size_t>(row)]);
}
}  // namespace

LabelAdvice::LabelAdvice(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      words_(new QLabel),
      suggestions_(recordTable({tr("Part"), tr("Useful %"), tr("Why")}, tr("Parts to label next"))),
      doubts_(
          recordTable({tr("Part"), tr("Label"), tr("Doubt %"), tr("Why")}, tr("Labels to look at again"))) {
    words_->setWordWrap(true);
    words_->setAccessibleName(tr("How the forest stands with these labels"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(heading(tr("Label next")));
    column->addWidget(suggestions_, 1);
    column->addWidget(heading(tr("Labels in doubt")));
    column->addWidget(doubts_, 1);
    column->addStretch(0);
    connect(suggestions_, &QTableWidget::cellClicked, this,
            [this](int row) { goTo(session_, suggested_, row); });
    connect(suggestions_, &QTableWidget::cellActivated, this,
            [this](int row) { goTo(session_, suggested_, row); });
    connect(doubts_, &QTableWidget::cellClicked, this, [this](int row) { goTo(session_, doubted_, row); });
    connect(doubts_, &QTableWidget::cellActivated, this, [this](int row) { goTo(session_, doubted_, row); });
    connect(&session_.live(), &LiveResults::updated, this, &LabelAdvice::fill);
    fill();
}

void LabelAdvice::fill() {
    const LiveResults& live = session_.live();
    suggested_.clear();
    suggestions_->setRowCount(0);
    for (const Suggestion& one : live.suggestions()) {
        suggested_.push_back(one.part);
        addRecord(suggestions_,
                  {QString::fromStdString(one.path), percent(one.usefulness), engineSentence(one.reason)});
    }
    doubted_.clear();
    doubts_->setRowCount(0);
    for (const LabelDoubt& one : live.doubts()) {
        doubted_.push_back(one.part);
        addRecord(doubts_, {QString::fromStdString(one.path),
                            QStringLiteral("%1 %2").arg(labelMark(one.label), labelText(one.label)),
                            percent(one.doubt), engineSentence(one.reason)});
    }
    suggestions_->setVisible(!suggested_.empty());
    doubts_->setVisible(!doubted_.empty());
    QStringList lines;
    if (!live.problem().isEmpty()) {
        lines << live.problem();
    } else if (const LiveForest* forest = live.forest()) {
        if (!forest->missing.empty()) lines << engineSentence(forest->missing);
        if (suggested_.empty()) lines << tr("Every scored part is labelled.");
        if (forest->outOfFold && doubted_.empty()) lines << tr("No label is in doubt.");
    } else {
        lines << tr("Reading features …");
    }
    words_->setText(lines.join(QStringLiteral("\n")));
    words_->setVisible(!lines.isEmpty());
}

}  // namespace segad::ui
