#include "ui/results/report_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::ReportWords)
};
constexpr double kLeastP = 0.001;
}  // namespace

QString withDeviation(const SeedFigure& figure) {
    if (!figure) return QStringLiteral("—");
    const QString mean = percent(figure->mean);
    return figure->deviation ? QStringLiteral("%1 ± %2").arg(mean, percent(figure->deviation)) : mean;
}

QString pointsText(double difference) {
    const QString number = QLocale().toString(100 * difference, 'f', 1);
    return difference >= 0 ? QLatin1Char('+') + number : number;
}

QString pText(double pValue) {
    if (pValue < kLeastP) return QStringLiteral("p < %1").arg(QLocale().toString(kLeastP));
    return QStringLiteral("p = %1").arg(QLocale().toString(pValue, 'f', pValue < 0.1 ? 3 : 2));
}

bool isClear(const std::optional<double>& pValue) {
    return pValue && *pValue < kSignificant;
}

QString basisText(const std::string& madeAt, bool outdated, int seeds, int good, int bad) {
    const QString text =
        Words::tr("Made on %1 over %2 of the paper's seeds, judged on %3 good and %4 bad parts.")
            .arg(localTime(madeAt))
            .arg(seeds)
            .arg(good)
            .arg(bad);
    if (!outdated) return text;
    return Words::tr("⚠ Outdated: labels, detectors or segments have changed since. %1").arg(text);
}

QStringList warningLines(const std::vector<std::string>& warnings) {
    QStringList lines;
    for (const std::string& warning : warnings)
        lines << QStringLiteral("⚠ %1.").arg(engineSentence(warning));
    return lines;
}

}  // namespace segad::ui
