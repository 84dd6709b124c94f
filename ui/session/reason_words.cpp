#include "ui/session/reason_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::ReasonWords)
};

/// All or none are said as such, since 100 % would promise too much.
QString comparedWords(double goodBelow, std::size_t goodParts) {
    constexpr double kMostSaid = 0.999;
    const bool higher = goodBelow >= 0.5;
    const double share = higher ? goodBelow : 1 - goodBelow;
    const auto count = static_cast<int>(goodParts);
    if (share == 1) {
        return higher ? ReasonWords::tr("higher than in all %n good part(s)", nullptr, count)
                      : ReasonWords::tr("lower than in all %n good part(s)", nullptr, count);
    }
    const QString text = percent(std::min(share, kMostSaid));
    return higher ? ReasonWords::tr("higher than in %1 % of good parts").arg(text)
                  : ReasonWords::tr("lower than in %1 % of good parts").arg(text);
}
}  // namespace

QString segmentWords(int segment, const std::string& name) {
    return segment == kWholePart ? ReasonWords::tr("whole part") : QString::fromStdString(name);
}

QString statisticWords(Statistic statistic) {
    switch (statistic) {
        case Statistic::Q995:
            return ReasonWords::tr("peak");
        case Statistic::Skewness:
            return ReasonWords::tr("skewness");
        case Statistic::Kurtosis:
            return ReasonWords::tr("kurtosis");
        case Statistic::Mean:
            return ReasonWords::tr("mean");
        case Statistic::ImageScore:
            return ReasonWords::tr("image score");
        case Statistic::Area:
            return ReasonWords::tr("area");
    }
    return {};
}

QString scoreWords(const PartExplanation& explanation) {
    const QString words =
        ReasonWords::tr("Score %1: %2 before the part is seen, and what follows")
            .arg(QLocale().toString(explanation.score, 'f', 2), QLocale().toString(explanation.bias, 'f', 2));
    if (!explanation.learnedFrom) return words;
    return words + QLatin1Char('\n') +
           ReasonWords::tr("By a forest fitted without this part, since it was learned from.");
}

QString reasonSentence(const PartReason& reason, std::size_t goodParts) {
    const QString segment = segmentWords(reason.segment, reason.segmentName);
    if (reason.statistic == Statistic::Area)
        return ReasonWords::tr("%1: its area is %2").arg(segment, comparedWords(reason.goodBelow, goodParts));
    const QString detector = detectorTitle(reason.detector);
    const QString statistic = statisticWords(reason.statistic);
    if (std::isnan(reason.feature)) {
        return ReasonWords::tr("%1: %3 of %2 is undefined, since all its values there are alike")
            .arg(segment, detector, statistic);
    }
    return ReasonWords::tr("%1: %3 of %2 is %4")
        .arg(segment, detector, statistic, comparedWords(reason.goodBelow, goodParts));
}

}  // namespace segad::ui
