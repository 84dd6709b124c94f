#include "ui/data/filter_bar.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/data/choice_words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kNoGroups = -1;
constexpr int kProgressHeight = 4;

QString number(int value) {
    return QLocale().toString(value);
}
}  // namespace

FilterBar::FilterBar(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      text_(new QLineEdit),
      order_(choiceBox(tr("Order"), tr("Order of the gallery"))),
      grouping_(choiceBox(tr("Groups"), tr("Put parts together that have this in common"))),
      chips_(new QWidget),
      count_(new ElidedLabel(Qt::ElideRight)),
      progressText_(new QLabel),
      progress_(new QProgressBar),
      outdated_(new QToolButton) {
    text_->setPlaceholderText(tr("Filter by name, defect or note"));
    text_->setClearButtonEnabled(true);
    text_->setAcceptDrops(false);  // a folder is dropped to be imported, not to be typed
    text_->setToolTip(tr("Show only parts whose path, defect type or note contains this (Ctrl+F)"));
    text_->setAccessibleName(tr("Filter text"));
    text_->setText(session_.view().query().text);
    buildActions();
    buildChoices();
    layOut();

    connect(text_, &QLineEdit::textChanged, this, [this] {
        PartQuery query = session_.view().query();
        query.text = text_->text().trimmed();
        session_.view().setQuery(query);
    });
    connect(&session_.view(), &PartView::countsChanged, this, &FilterBar::follow);
    connect(&session_.view(), &PartView::selectionChanged, this, &FilterBar::showCounts);
    follow();
}

void FilterBar::buildActions() {
    panel_ = makeAction(this, QStringLiteral("filter"), tr("All filters"),
                        tr("Filter by label, verdict, role, defect type, folder and score"),
                        QStringLiteral("Ctrl+L"));
    panel_->setCheckable(true);
    clear_ = makeAction(this, QStringLiteral("clear"), tr("Show all parts"), tr("Take away all filters"),
                        QStringLiteral("Shift+Esc"));
    refresh_ = makeAction(this, QStringLiteral("refresh"), tr("Update the gallery"),
                          tr("Filter, sort and group anew, and try unreadable pictures again"),
                          QStringLiteral("F5"));
    connect(clear_, &QAction::triggered, this, &FilterBar::clearAll);
    connect(refresh_, &QAction::triggered, &session_.view(), &PartView::refresh);
}

void FilterBar::buildChoices() {
    for (const PartOrder order :
         {PartOrder::Path, PartOrder::ScoreDescending, PartOrder::ScoreAscending, PartOrder::UnlabelledFirst,
          PartOrder::BadFirst, PartOrder::DefectType, PartOrder::Newest}) {
        order_->addItem(orderText(order), static_cast<int>(order));
    }
    grouping_->addItem(tr("no groups"), kNoGroups);
    for (const Facet facet : kFacets)
        grouping_->addItem(tr("group: %1").arg(facetText(facet)), static_cast<int>(facet));
    order_->setCurrentIndex(order_->findData(static_cast<int>(session_.view().order())));
    const auto grouping = session_.view().grouping();
    grouping_->setCurrentIndex(grouping_->findData(grouping ? static_cast<int>(*grouping) : kNoGroups));
    connect(order_, &QComboBox::currentIndexChanged, this,
            [this] { session_.view().setOrder(static_cast<PartOrder>(order_->currentData().toInt())); });
    connect(grouping_, &QComboBox::currentIndexChanged, this, [this] {
        const int facet = grouping_->currentData().toInt();
        session_.view().setGrouping(facet == kNoGroups ? std::nullopt
                                                       : std::optional(static_cast<Facet>(facet)));
    });
}

void FilterBar::layOut() {
    auto* panelButton = new QToolButton;
    panelButton->setDefaultAction(panel_);
    panelButton->setAccessibleName(panel_->text());
    auto* flow = new FlowLayout(chips_);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(3);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(kProgressHeight);
    progress_->setAccessibleName(tr("Labelled parts"));
    outdated_->setDefaultAction(refresh_);
    outdated_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    outdated_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 4);
    grid->setSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    auto* first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(text_, 1);
    first->addWidget(panelButton);
    grid->addLayout(first, row++, 0, 1, 2);
    grid->addWidget(chips_, row++, 0, 1, 2);
    grid->addWidget(order_, row, 0);
    grid->addWidget(grouping_, row++, 1);
    grid->addWidget(count_, row++, 0, 1, 2);
    grid->addWidget(outdated_, row++, 0, 1, 2);
    grid->addWidget(progressText_, row++, 0, 1, 2);
    grid->addWidget(progress_, row, 0, 1, 2);
}

void FilterBar::focusText() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void FilterBar::follow() {
    if (text_->text().trimmed() != session_.view().query().text) {
        const QSignalBlocker blocked(text_);
        text_->setText(session_.view().query().text);
    }
    showChips();
    showCounts();
    showProgress();
    showOutdated();
}

void FilterBar::addChip(const QString& text, const QString& tip, const PartQuery& without) {
    auto* chip = new QToolButton(chips_);
    chip->setIcon(icon(QStringLiteral("clear")));
    chip->setIconSize({10, 10});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    // Isolated, so that the cross at the end does not turn round the brackets of the text.
    chip->setText(chip->fontMetrics().elidedText(text, Qt::ElideMiddle, width() - 48));
    chip->setToolTip(tip);
    chip->setAccessibleName(tip);
    connect(
        chip, &QToolButton::clicked, this, [this, without] { session_.view().setQuery(without); },
        Qt::QueuedConnection);  // it deletes the chip
    chips_->layout()->addWidget(chip);
    chip->show();
}

void FilterBar::showChips() {
    while (QLayoutItem* item = chips_->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const PartQuery& query = session_.view().query();
    for (const Facet facet : kFacets) {
        if (query.choices(facet).empty()) continue;
        QStringList words;
        for (const QString& choice : query.choices(facet))
            words.push_back(choiceText(facet, choice));
        PartQuery without = query;
        without.choices(facet).clear();
        const QString text = words.join(QStringLiteral(", "));
        addChip(text, tr("%1: %2 – take this filter away").arg(facetText(facet), text), without);
    }
    if (query.score.isFiltering()) {
        const auto end = [](const std::optional<double>& value) {
            return value ? QLocale().toString(*value, 'g', 4) : QStringLiteral("…");
        };
        PartQuery without = query;
        without.score = {};
        const RunRecord* run = session_.data().run(query.score.run);
        const QString text =
            tr("%1: %2 – %3")
                .arg(run == nullptr ? tr("run %1").arg(query.score.run) : numberedTitle(*run),
                     end(query.score.from), end(query.score.to));
        addChip(text, tr("Score of %1 – take this filter away").arg(text), without);
    }
    if (query.picked) {
        PartQuery without = query;
        without.picked.reset();
        addChip(query.picked->words, tr("%1 – take this filter away").arg(query.picked->words), without);
    }
    chips_->setVisible(chips_->layout()->count() > 0);
    clear_->setEnabled(query.isFiltering());
}

void FilterBar::showCounts() {
    const auto all = static_cast<int>(session_.data().parts.size());
    const bool filtering = session_.view().query().isFiltering();
    QStringList words{filtering
                          ? tr("%1 of %n part(s)", nullptr, all).arg(number(session_.view().found().count))
                          : tr("%n part(s)", nullptr, all)};
    const auto selected = static_cast<int>(session_.view().selected().size());
    if (selected > 1) words.push_back(tr("%n selected", nullptr, selected));
    const int hidden = session_.view().hiddenSelected();
    if (hidden > 0) words.push_back(tr("%n selected but not shown", nullptr, hidden));
    count_->setText(words.join(QStringLiteral(" · ")));
}

void FilterBar::showProgress() {
    // Of the parts that all filters but the one by label let through.
    const std::vector<int>& counts = session_.view().found().counts[facetNumber(Facet::Label)];
    int all = 0;
    int labelled = 0;
    const QStringList& choices = session_.data().index.choices(Facet::Label);
    for (qsizetype code = 0; code < choices.size(); ++code) {
        const int count = counts[static_cast<std::size_t>(code)];
        all += count;
        if (choices[code] != QStringLiteral("unlabelled")) labelled += count;
    }
    progressText_->setText(tr("%1 of %2 labelled").arg(number(labelled), number(all)));
    progress_->setRange(0, std::max(1, all));
    progress_->setValue(labelled);
}

void FilterBar::showOutdated() {
    const int outdated = session_.view().outdated();
    outdated_->setVisible(outdated != 0);
    if (outdated == 0) return;
    outdated_->setText(outdated > 0 ? tr("%n change(s) to show: update", nullptr, outdated)
                                    : tr("Order has changed: update"));
}

void FilterBar::clearAll() {
    session_.view().setQuery({});
}

}  // namespace segad::ui
