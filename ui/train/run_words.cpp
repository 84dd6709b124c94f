#include "ui/train/run_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "core/detector/catalog.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::RunWords)
};
constexpr qsizetype kHashDigits = 8;

QString valueText(const Json& value) {
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_boolean()) return value.get<bool>() ? Words::tr("yes") : Words::tr("no");
    if (value.is_number_integer()) return QString::number(value.get<qlonglong>());
    if (value.is_number()) return QLocale().toString(value.get<double>(), 'g', 6);
    return QString::fromStdString(value.dump());
}

const DetectorInfo* schemaOf(const RunRecord& run) {
    return run.kind == RunKind::Train ? findDetector(run.subject) : nullptr;
}
}  // namespace

QString runTitle(const RunRecord& run) {
    const QString subject = QString::fromStdString(run.subject);
    if (run.kind == RunKind::Train) return detectorTitle(run.subject);
    if (run.kind == RunKind::Fit) return Words::tr("Forest %1").arg(subject.toUpper());
    return subject.isEmpty() ? runKindText(run.kind)
                             : QStringLiteral("%1 %2").arg(runKindText(run.kind), subject);
}

QString changedParams(const RunRecord& run) {
    if (!run.params.is_object()) return {};
    const DetectorInfo* row = schemaOf(run);
    QStringList texts;
    for (const auto& [key, value] : run.params.items()) {
        const ParamSpec* spec = row == nullptr ? nullptr : row->params.find(key);
        if (spec != nullptr && spec->defaultValue == value) continue;
        const QString title = spec == nullptr ? QString::fromStdString(key) : engineText(spec->title);
        texts << QStringLiteral("%1 %2").arg(title, valueText(value));
    }
    return texts.join(QStringLiteral(", "));
}

QList<ParamLine> allParams(const RunRecord& run) {
    QList<ParamLine> lines;
    if (!run.params.is_object()) return lines;
    const DetectorInfo* row = schemaOf(run);
    if (row != nullptr) {
        for (const ParamSpec& spec : row->params.specs()) {
            const auto value = run.params.find(spec.key);
            if (value != run.params.end()) lines.push_back({engineText(spec.title), valueText(*value)});
        }
    }
    for (const auto& [key, value] : run.params.items()) {
        if (row == nullptr || row->params.find(key) == nullptr)
            lines.push_back({QString::fromStdString(key), valueText(value)});
    }
    return lines;
}

QString shortHash(const RunRecord& run) {
    return QString::fromStdString(run.weightsSha256).left(kHashDigits);
}

QString resultText(const std::optional<RunResult>& result) {
    if (!result || !result->auroc) return QStringLiteral("—");
    return (result->evaluated ? QString() : QStringLiteral("≈ ")) + percent(result->auroc);
}

QString resultTip(const std::optional<RunResult>& result) {
    if (!result) return Words::tr("No part has been scored yet.");
    if (!result->auroc)
        return Words::tr("There must be good and bad parts among the scored test parts for an AUROC.");
    const QString parts = Words::tr("AUROC %1 % on %2 good and %3 bad test parts")
                              .arg(percent(result->auroc))
                              .arg(result->good)
                              .arg(result->bad);
    if (!result->evaluated)
        return Words::tr("%1, from the scores that are there now. Evaluate in Results to confirm it.")
            .arg(parts);
    if (!result->low || !result->high) return parts + QLatin1Char('.');
    return Words::tr("%1; 95 % interval %2 to %3.").arg(parts, percent(result->low), percent(result->high));
}

}  // namespace segad::ui
