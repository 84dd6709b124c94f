#include "ui/results/verdict_tables.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>
#include <array>

#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr std::array kLabels{Label::Good, Label::Bad};
constexpr std::array kVerdicts{Verdict::Pass, Verdict::Review, Verdict::Reject};

QString countAndShare(std::uint64_t count, std::uint64_t total) {
    QString number = QLocale().toString(static_cast<qulonglong>(count));
    if (total == 0) return number;
    return VerdictTables::tr("%1 (%2 %)")
        .arg(number, percent(static_cast<double>(count) / static_cast<double>(total)));
}

/// Whether the limit of a rate holds, and what it would take to promise it; empty without a limit.
QString promiseText(const QString& name, const GoalRate& rate) {
    if (!rate.limit) return {};
    const QString limit = percent(rate.limit);
    if (!rate.met) return VerdictTables::tr("%1: more than %2 %.").arg(name, limit);
    if (rate.promised)
        return VerdictTables::tr("%1: at most %2 %, and that can be promised.").arg(name, limit);
    const auto needed = rate.needed ? rate.needed : rate.leastNeeded;
    if (!needed) return VerdictTables::tr("%1: at most %2 % here, which is no promise.").arg(name, limit);
    return VerdictTables::tr("%1: at most %2 % here; a promise takes %3 labelled parts.")
        .arg(name, limit, QLocale().toString(static_cast<qulonglong>(*needed)));
}

/// The limit with a mark: kept and promised, kept on these parts, not kept.
QString limitText(const GoalRate& rate) {
    if (!rate.limit) return {};
    const QString mark = !rate.met       ? QStringLiteral("✕")
                         : rate.promised ? QStringLiteral("✓")
                                         : QStringLiteral("○");
    return QStringLiteral("%1 %2").arg(mark, percent(rate.limit));
}

struct NamedRate {
    QString name;
    const GoalRate* rate;
};

std::vector<NamedRate> ratesOf(const GoalThresholds& judged) {
    return {{VerdictTables::tr("bad parts missed"), &judged.missed},
            {VerdictTables::tr("good parts rejected"), &judged.rejected},
            {VerdictTables::tr("parts reviewed"), &judged.reviewed}};
}

/// As high as its rows, so that nothing scrolls inside the panel.
void fitHeight(QTableWidget& table) {
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth();
    for (int row = 0; row < table.rowCount(); ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(height + 2);
}

QTableWidget* outcomeTable() {
    return recordTable({VerdictTables::tr("Label"), VerdictTables::tr("Pass"), VerdictTables::tr("Review"),
                        VerdictTables::tr("Reject")},
                       VerdictTables::tr("Parts by label and verdict"));
}

QTableWidget* rateTable() {
    return recordTable({VerdictTables::tr("Rate"), VerdictTables::tr("Share %"),
                        VerdictTables::tr("95 % interval"), VerdictTables::tr("Goal %")},
                       VerdictTables::tr("What the thresholds do"));
}
}  // namespace

VerdictTables::VerdictTables(QWidget* parent)
    : QWidget(parent), outcome_(outcomeTable()), rates_(rateTable()) {
    outcome_->setSelectionBehavior(QAbstractItemView::SelectItems);
    outcome_->setToolTip(tr("Click a number to see these parts in the gallery"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QTableWidget* table : {outcome_, rates_}) {
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        column->addWidget(table);
    }
    connect(outcome_, &QTableWidget::cellActivated, this, [this](int row, int cell) {
        if (cell > 0) {
            Q_EMIT picked(kLabels.at(static_cast<std::size_t>(row)),
                          kVerdicts.at(static_cast<std::size_t>(cell - 1)));
        }
    });
    connect(outcome_, &QTableWidget::cellClicked, outcome_, &QTableWidget::cellActivated);
}

void VerdictTables::setJudged(const std::optional<GoalThresholds>& judged) {
    outcome_->setRowCount(0);
    for (const Label label : kLabels) {
        VerdictCounts counts;
        if (judged) counts = label == Label::Good ? judged->good : judged->bad;
        addRecord(outcome_,
                  {QStringLiteral("%1 %2").arg(labelMark(label), labelText(label)),
                   countAndShare(counts.pass, counts.total()), countAndShare(counts.review, counts.total()),
                   countAndShare(counts.reject, counts.total())});
    }
    fitHeight(*outcome_);
    rates_->setRowCount(0);
    const GoalThresholds nothing;
    for (const NamedRate& one : ratesOf(judged ? *judged : nothing)) {
        if (!judged) {
            addRecord(rates_, {one.name, QStringLiteral("—"), QStringLiteral("—"), {}});
            continue;
        }
        addRecord(rates_, {one.name, percent(one.rate->share),
                           tr("%1–%2").arg(percent(one.rate->interval.low), percent(one.rate->interval.high)),
                           limitText(*one.rate)});
        rates_->item(rates_->rowCount() - 1, 3)->setToolTip(promiseText(one.name, *one.rate));
    }
    if (judged && judged->cost)
        addRecord(rates_, {tr("cost of a part"), QLocale().toString(*judged->cost, 'g', 4), {}, {}});
    fitHeight(*rates_);
}

QStringList VerdictTables::sentences(const std::optional<GoalThresholds>& judged) {
    QStringList lines;
    if (!judged) return lines;
    for (const NamedRate& one : ratesOf(*judged)) {
        if (const QString line = promiseText(one.name, *one.rate); !line.isEmpty()) lines << line;
    }
    return lines;
}

}  // namespace segad::ui
