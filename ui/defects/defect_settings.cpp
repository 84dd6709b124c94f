#include "ui/defects/defect_settings.h"

#include <QSettings>
#include <QStringList>
#include <algorithm>

#include "core/base/error.h"

namespace segad::ui {

namespace {
const QString kGroup = QStringLiteral("defects");

QStringList listOf(const std::vector<std::string>& texts) {
    QStringList list;
    list.reserve(static_cast<qsizetype>(texts.size()));
    for (const std::string& text : texts)
        list << QString::fromStdString(text);
    return list;
}

std::vector<std::string> textsOf(const QStringList& list) {
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(list.size()));
    for (const QString& text : list)
        texts.push_back(text.toStdString());
    return texts;
}

std::vector<std::string> knownKinds(const QStringList& keys) {
    std::vector<std::string> kinds;
    for (const DefectKind& kind : defectCatalog()) {
        if (keys.contains(QString::fromStdString(kind.key))) kinds.push_back(kind.key);
    }
    return kinds;
}

/// Parameters that the kinds still have, within their bounds.
std::map<std::string, Json> knownParams(const QString& text) {
    std::map<std::string, Json> known;
    const Json all = Json::parse(text.toStdString(), nullptr, false);
    if (!all.is_object()) return known;
    for (const DefectKind& kind : defectCatalog()) {
        const auto params = all.find(kind.key);
        if (params == all.end() || !params->is_object() || params->empty()) continue;
        try {
            kind.params.complete(*params);
            known[kind.key] = *params;
        } catch (const Error&) {
            known.erase(kind.key);  // of another version: as published
        }
    }
    return known;
}

SizeUnit knownUnit(const QString& text) {
    try {
        return sizeUnitFromString(text.toStdString());
    } catch (const Error&) {
        return SizeUnit::Percent;
    }
}
}  // namespace

DefectSettings DefectSettings::stored() {
    QSettings store;
    store.beginGroup(kGroup);
    DefectSettings settings;
    const auto number = [&](const char* key, int otherwise, int least, int most) {
        return std::clamp(store.value(QLatin1String(key), otherwise).toInt(), least, most);
    };
    if (store.contains(QStringLiteral("kinds")))
        settings.kinds = knownKinds(store.value(QStringLiteral("kinds")).toStringList());
    settings.params = knownParams(store.value(QStringLiteral("params")).toString());
    settings.copies = number("copies", settings.copies, 1, kMostCopies);
    settings.mostDefects = number("most", settings.mostDefects, 1, kMostDefects);
    settings.segments = textsOf(store.value(QStringLiteral("segments")).toStringList());
    settings.unit = knownUnit(store.value(QStringLiteral("unit")).toString());
    settings.pixelsPerMillimetre = std::clamp(
        store.value(QStringLiteral("scale"), settings.pixelsPerMillimetre).toDouble(), 0.01, 100'000.0);
    settings.seed = number("seed", settings.seed, 0, 1'000'000'000);
    settings.textures = store.value(QStringLiteral("textures")).toString();
    settings.closeUp = store.value(QStringLiteral("close_up"), settings.closeUp).toBool();
    settings.outline = store.value(QStringLiteral("outline"), settings.outline).toBool();
    return settings;
}

void DefectSettings::store() const {
    QSettings store;
    store.beginGroup(kGroup);
    Json all = Json::object();
    for (const auto& [kind, values] : params) {
        if (!values.empty()) all[kind] = values;
    }
    store.setValue(QStringLiteral("kinds"), listOf(kinds));
    store.setValue(QStringLiteral("params"), QString::fromStdString(all.dump()));
    store.setValue(QStringLiteral("copies"), copies);
    store.setValue(QStringLiteral("most"), mostDefects);
    store.setValue(QStringLiteral("segments"), listOf(segments));
    store.setValue(QStringLiteral("unit"), QString::fromUtf8(toString(unit).data()));
    store.setValue(QStringLiteral("scale"), pixelsPerMillimetre);
    store.setValue(QStringLiteral("seed"), seed);
    store.setValue(QStringLiteral("textures"), textures);
    store.setValue(QStringLiteral("close_up"), closeUp);
    store.setValue(QStringLiteral("outline"), outline);
}

}  // namespace segad::ui
