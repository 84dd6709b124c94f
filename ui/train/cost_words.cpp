#include "ui/train/cost_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::CostWords)
};
}  // namespace

QString byteText(std::uint64_t count) {
    return QLocale().formattedDataSize(static_cast<qint64>(count), 1, QLocale::DataSizeTraditionalFormat);
}

QString roughDuration(double seconds) {
    // Right within a factor of two: the seconds of an hour would be a pretence.
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    constexpr double kDay = 24 * kHour;
    if (seconds < kMinute) return Words::tr("≈ %1 s").arg(std::max(1LL, std::llround(seconds)));
    if (seconds < 100 * kMinute) return Words::tr("≈ %1 min").arg(std::llround(seconds / kMinute));
    if (seconds < 2 * kDay) return Words::tr("≈ %1 h").arg(std::llround(seconds / kHour));
    return Words::tr("≈ %1 days").arg(std::llround(seconds / kDay));
}

QString shortCost(double seconds, std::uint64_t memoryBytes, std::uint64_t diskBytes) {
    return Words::tr("%1 · %2 memory · %3 disk")
        .arg(roughDuration(seconds), byteText(memoryBytes), byteText(diskBytes));
}

QString costSentences(const TrainPlan& plan, std::uint64_t mapBytes) {
    QString text = Words::tr("%1 good parts to learn from, %2 kept for calibration.")
                       .arg(plan.trainParts)
                       .arg(plan.calibrateParts);
    if (plan.badParts > 0) text += Words::tr(" %n bad part(s) too.", nullptr, plan.badParts);
    text += Words::tr(" %1 for training and %2 for scoring %3 parts; %4 of memory, %5 on disk.")
                .arg(roughDuration(plan.trainSeconds), roughDuration(plan.scoreSeconds))
                .arg(plan.scoreParts)
                .arg(byteText(plan.memoryBytes), byteText(plan.modelBytes + mapBytes));
    if (plan.folds > 0) {
        text += Words::tr(" Of that, %1 for %2 further detectors, so that a forest may learn from bad parts.")
                    .arg(roughDuration(plan.crossFitSeconds))
                    .arg(plan.folds);
    }
    if (plan.scratchBytes > 0)
        text += Words::tr(" %1 of disk are needed meanwhile.").arg(byteText(plan.scratchBytes));
    return text;
}

QString diskWarning(std::uint64_t neededBytes, const std::optional<std::uint64_t>& freeBytes) {
    if (!freeBytes || neededBytes <= *freeBytes) return {};
    return Words::tr(" ⚠ Only %1 are free on the disk of this project.").arg(byteText(*freeBytes));
}

}  // namespace segad::ui
