#include "ui/widgets/ranking_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace segad::ui {

namespace {
/// Below this chance of a difference as large as that between equal rankings it counts as one.
constexpr double kSignificant = 0.05;

struct RankingWords {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::RankingWords)
};
}  // namespace

QString rankingVerdict(const RankingComparison& found, const QString& first, const QString& second) {
    if (!found.first.auroc || !found.second.auroc) {
        return RankingWords::tr(
            "Their rankings can't be compared: there must be good and bad parts that both have scored and "
            "neither has learned from.");
    }
    const QString parts = RankingWords::tr("On the %1 good and %2 bad parts that neither has learned from")
                              .arg(found.good)
                              .arg(found.bad);
    const double difference = *found.first.auroc - *found.second.auroc;
    const QString gap = QLocale().toString(std::abs(difference) * 100, 'f', 1);
    if (difference == 0) return RankingWords::tr("%1, both rank equally well.").arg(parts);
    QString text = RankingWords::tr("%1, %2 ranks better, by %3 points of AUROC")
                       .arg(parts)
                       .arg(difference > 0 ? first : second)
                       .arg(gap);
    if (!found.difference) return text + QLatin1Char('.');
    const AurocComparison& paired = *found.difference;
    const double sign = difference > 0 ? 100 : -100;
    const double low = std::min(sign * paired.interval.low, sign * paired.interval.high);
    const double high = std::max(sign * paired.interval.low, sign * paired.interval.high);
    text += RankingWords::tr(" (95 % interval %1 to %2).")
                .arg(QLocale().toString(low, 'f', 1), QLocale().toString(high, 'f', 1));
    if (!paired.pValue) return text;
    const QString chance = QLocale().toString(*paired.pValue, 'g', 2);
    return text + QLatin1Char(' ') +
           (*paired.pValue < kSignificant
                ? RankingWords::tr("That is hardly chance (DeLong, p = %1).").arg(chance)
                : RankingWords::tr("That may well be chance (DeLong, p = %1): label more parts to tell.")
                      .arg(chance));
}

}  // namespace segad::ui
