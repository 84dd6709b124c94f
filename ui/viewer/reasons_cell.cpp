#include "ui/viewer/reasons_cell.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/session/explainer.h"
#include "ui/session/project_session.h"
#include "ui/session/reason_words.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plot_style.h"

namespace segad::ui {

namespace {
constexpr int kMargin = 8;
constexpr int kBarHeight = 7;

constexpr std::size_t kMostBars = 8;
}  // namespace

ReasonsCell::ReasonsCell(ProjectSession& session, QWidget* parent)
    : QWidget(parent), explainer_(Explainer::of(session)) {
    setMinimumSize(140, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Reasons for the score"));
    setToolTip(tr("What raised the forest's score of this part (orange) and what lowered it (blue)"));
    connect(&explainer_, &Explainer::changed, this, [this] {
        if (!wanted_) return;
        update();
        Q_EMIT explained();
    });
}

void ReasonsCell::setWanted(bool wanted) {
    wanted_ = wanted;
    explainer_.want(*this, wanted);
    update();
}

const PartExplanation* ReasonsCell::explanation() const {
    const PartReasons* reasons = wanted_ ? explainer_.reasons() : nullptr;
    return reasons == nullptr ? nullptr : &reasons->explanation;
}

QString ReasonsCell::message() const {
    return wanted_ && !explainer_.isUnderway() ? explainer_.problem() : QString();
}

std::vector<Reason> ReasonsCell::bars() const {
    std::vector<FeatureContribution> features = explanation()->features;
    std::ranges::stable_sort(features, std::greater(),
                             [](const FeatureContribution& feature) { return std::abs(feature.value); });
    features.resize(std::min(features.size(), kMostBars));
    std::ranges::stable_sort(features, std::greater(), &FeatureContribution::value);
    std::vector<Reason> bars;
    for (const FeatureContribution& feature : features) {
        if (feature.value == 0) continue;
        const QString segment = segmentWords(feature.segment, feature.segmentName);
        const QString number = statisticWords(feature.statistic);
        bars.push_back({feature.detector.empty()
                            ? tr("%1 · %2").arg(segment, number)
                            : tr("%1 · %2 · %3").arg(segment, detectorTitle(feature.detector), number),
                        feature.value});
    }
    return bars;
}

QString ReasonsCell::remark() const {
    return scoreWords(*explanation());
}

QStringList ReasonsCell::lines() const {
    if (explanation() == nullptr) return {message()};
    QStringList lines{remark()};
    for (const Reason& bar : bars())
        lines << bar.words + QLatin1Char(' ') + signedNumber(bar.value);
    return lines;
}

void ReasonsCell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const QRect inside = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.setPen(palette().color(QPalette::Text));
    if (explanation() == nullptr) {
        painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, message());
        return;
    }
    QRect used;
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, remark(), &used);
    drawBars(painter, used.bottom() + kMargin);
}

/// From the top, as many as there is room for: zero is where the longest bars to both sides fit.
void ReasonsCell::drawBars(QPainter& painter, double top) const {
    const std::vector<Reason> all = bars();
    double least = 0;
    double most = 0;
    for (const Reason& bar : all) {
        least = std::min(least, bar.value);
        most = std::max(most, bar.value);
    }
    if (most <= least) return;
    const int line = fontMetrics().height();
    const double room = width() - 2 * kMargin;
    const double unit = room / (most - least);
    const double zero = kMargin - least * unit;
    for (const Reason& bar : all) {
        if (top + line + kBarHeight > height() - kMargin) break;
        const QString number = signedNumber(bar.value);
        const int numberWidth = fontMetrics().horizontalAdvance(number) + kMargin;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(kMargin, top, room, line), Qt::AlignRight | Qt::AlignVCenter, number);
        painter.drawText(
            QRectF(kMargin, top, room - numberWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(bar.words, Qt::ElideMiddle, static_cast<int>(room) - numberWidth));
        const QRectF drawn = QRectF(zero, top + line, bar.value * unit, kBarHeight).normalized();
        painter.fillRect(drawn, curveColor(bar.value > 0 ? 1 : 0));
        top += line + kBarHeight + kMargin;
    }
}

}  // namespace segad::ui
