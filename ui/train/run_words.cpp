#include "ui/train/run_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>

#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/workflow/bad_parts.h"
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

/// What the parameters of a run are, and where in it they are; nullptr for what this program doesn't know.
struct KnownParams {
    const ParamSchema* schema = nullptr;
    const Json* values = nullptr;
};

KnownParams knownParams(const RunRecord& run) {
    if (run.kind == RunKind::Train) {
        const DetectorInfo* row = findDetector(run.subject);
        return {.schema = row == nullptr ? nullptr : &row->params, .values = &run.params};
    }
    if (run.kind != RunKind::Fit) return {.schema = nullptr, .values = &run.params};
    // A forest keeps those of its kind apart from what it was fitted on.
    const auto values = run.params.find("forest");
    const auto kind = std::ranges::find(forestKinds(), run.subject, &ForestKind::key);
    if (values == run.params.end() || !values->is_object() || kind == forestKinds().end())
        return {.schema = nullptr, .values = nullptr};
    return {.schema = &kind->params, .values = &*values};
}

QString withUnit(const ParamSpec& spec, const Json& value) {
    const QString text = valueText(value);
    return spec.unit.empty() ? text : text + QLatin1Char(' ') + QString::fromStdString(spec.unit);
}

QString detectorsText(const Json& keys) {
    QStringList titles;
    for (const Json& key : keys) {
        if (key.is_string()) titles << detectorTitle(key.get<std::string>());
    }
    return titles.join(QStringLiteral(", "));
}

QString badPartsText(const Json& from) {
    const std::string key = from.is_string() ? from.get<std::string>() : std::string();
    if (key == toString(BadParts::Generated)) return Words::tr("generated (one-class)");
    if (key == toString(BadParts::Real)) return Words::tr("photographed only");
    if (key == toString(BadParts::None)) return Words::tr("none");
    return valueText(from);
}

/// A forest whose weight of bad parts was worked out keeps what it was beside what was asked for.
bool isSaidBetter(const RunRecord& run, const std::string& key) {
    return run.kind == RunKind::Fit && key == "scale_pos_weight" && run.params.contains("bad_weight");
}

/// Of what a forest was fitted on; empty for other keys.
QString forestTitle(const std::string& key) {
    if (key == "detectors") return Words::tr("Detectors");
    if (key == "segments") return Words::tr("Segments");
    if (key == "bad_for_fit") return Words::tr("Bad parts to learn from");
    if (key == "published_subset") return Words::tr("Published list");
    if (key == "bad_parts") return Words::tr("Bad parts are");
    if (key == "feature_defects") return Words::tr("Defects in feature space");
    if (key == "bad_weight") return Words::tr("Weight of a bad part");
    return {};
}

/// What a forest was fitted on.
QList<ParamLine> forestLines(const RunRecord& run) {
    QList<ParamLine> lines;
    for (const char* key : {"detectors", "segments", "bad_for_fit", "published_subset", "bad_parts",
                            "feature_defects", "bad_weight"}) {
        const auto value = run.params.find(key);
        if (value == run.params.end()) continue;
        QString text = valueText(*value);
        if (key == std::string_view("detectors")) {
            if (!value->is_array()) continue;
            text = detectorsText(*value);
        }
        if (key == std::string_view("bad_for_fit") && *value == 0) text = Words::tr("as the dataset says");
        if (key == std::string_view("bad_parts")) text = badPartsText(*value);
        lines.push_back({forestTitle(key), text});
    }
    return lines;
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
    const KnownParams known = knownParams(run);
    QStringList texts;
    if (run.kind == RunKind::Fit) {
        for (const ParamLine& line : forestLines(run))
            texts << QStringLiteral("%1 %2").arg(line.title, line.value);
    }
    if (known.values == nullptr || !known.values->is_object()) return texts.join(QStringLiteral(", "));
    for (const auto& [key, value] : known.values->items()) {
        const ParamSpec* spec = known.schema == nullptr ? nullptr : known.schema->find(key);
        if (isSaidBetter(run, key) || (spec != nullptr && spec->defaultValue == value)) continue;
        texts << (spec == nullptr
                      ? QStringLiteral("%1 %2").arg(QString::fromStdString(key), valueText(value))
                      : QStringLiteral("%1 %2").arg(engineText(spec->title), withUnit(*spec, value)));
    }
    return texts.join(QStringLiteral(", "));
}

QList<ParamLine> allParams(const RunRecord& run) {
    const KnownParams known = knownParams(run);
    QList<ParamLine> lines = run.kind == RunKind::Fit ? forestLines(run) : QList<ParamLine>();
    if (known.values == nullptr || !known.values->is_object()) return lines;
    if (known.schema != nullptr) {
        for (const ParamSpec& spec : known.schema->specs()) {
            const auto value = known.values->find(spec.key);
            if (value != known.values->end() && !isSaidBetter(run, spec.key))
                lines.push_back({engineText(spec.title), withUnit(spec, *value)});
        }
    }
    for (const auto& [key, value] : known.values->items()) {
        if (known.schema == nullptr || known.schema->find(key) == nullptr)
            lines.push_back({QString::fromStdString(key), valueText(value)});
    }
    return lines;
}

QString paramTitle(const RunRecord& run, const std::string& key) {
    constexpr std::string_view kForest = "forest/";
    const bool forest = run.kind == RunKind::Fit;
    const KnownParams known = knownParams(run);
    const std::string_view own = forest && key.starts_with(kForest)
                                     ? std::string_view(key).substr(kForest.size())
                                 : forest ? std::string_view()
                                          : std::string_view(key);
    if (const ParamSpec* spec = known.schema == nullptr ? nullptr : known.schema->find(own))
        return engineText(spec->title);
    const QString title = forest ? forestTitle(key) : QString();
    return title.isEmpty() ? engineText(key) : title;
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
        return Words::tr(
            "There must be good and bad parts among the scored test parts for an AUROC. Those that were "
            "labelled "
            "after the training count from the next training or forest on.");
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
