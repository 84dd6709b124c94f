#include "ui/inspect/trend_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::TrendWords)
};

QString number(double value) {
    return QLocale().toString(value, 'f', 2);
}
}  // namespace

QString trendState(TrendState state, int learned) {
    switch (state) {
        case TrendState::Learning:
            return Words::tr("learning what is usual: %1 of %2 parts that pass")
                .arg(learned)
                .arg(ScoreTrend::kLearnedParts);
        case TrendState::Steady:
            return Words::tr("normal parts as usual");
        case TrendState::Higher:
            return Words::tr("normal parts score higher than usual");
        case TrendState::Lower:
            return Words::tr("normal parts score lower than usual");
        case TrendState::MoreFailing:
            return Words::tr("more parts than usual do not pass");
    }
    return {};
}

QString trendWarning(TrendState state, const std::optional<TrendBaseline>& usual,
                     const std::optional<EwmaChart::Point>& now) {
    const QString average =
        usual && now ? Words::tr(" (average %1, usual %2)").arg(number(now->average), number(usual->mean))
                     : QString();
    switch (state) {
        case TrendState::Learning:
        case TrendState::Steady:
            return {};
        case TrendState::Higher:
            return Words::tr(
                       "Normal parts score higher than usual%1. Something at the line has changed: light, "
                       "focus, position, dirt on the lens, or the material. Good parts may soon be "
                       "rejected. Look at lamp, lens and position first; if all is well and the parts "
                       "are good, tell the engineer, who trains with some of them.")
                .arg(average);
        case TrendState::Lower:
            return Words::tr(
                       "Normal parts score lower than usual%1. Something at the line has changed: light, "
                       "exposure or focus. Defects may be overlooked. Look at lamp and lens first, and "
                       "put a part with a known defect through the line.")
                .arg(average);
        case TrendState::MoreFailing:
            return Words::tr(
                "More parts than usual do not pass. Either the parts have become worse, or camera "
                "or light have changed. Look at the last parts: if good ones are among them, look "
                "at lamp, lens and position; if not, find what makes the parts bad.");
    }
    return {};
}

}  // namespace segad::ui
