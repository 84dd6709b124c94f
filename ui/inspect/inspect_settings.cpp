#include "ui/inspect/inspect_settings.h"

#include <QSettings>
#include <QVariantList>

namespace segad::ui::inspect_settings {

namespace {
/// Slashes would make groups.
QString baselineKey(const QString& key) {
    return QStringLiteral("inspect/baseline/") +
           QString::fromLatin1(key.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

QString choiceKey(const char* name) {
    return QStringLiteral("inspect/choice/") + QLatin1String(name);
}

template <class Enum>
Enum enumOf(const QVariant& value, Enum last) {
    const int number = value.toInt();
    return number < 0 || number > static_cast<int>(last) ? Enum{} : static_cast<Enum>(number);
}
}  // namespace

Sounds sounds() {
    return enumOf(QSettings().value(QStringLiteral("inspect/sounds")), Sounds::All);
}

void setSounds(Sounds sounds) {
    QSettings().setValue(QStringLiteral("inspect/sounds"), static_cast<int>(sounds));
}

bool heatmaps() {
    return QSettings().value(QStringLiteral("inspect/heatmaps"), false).toBool();
}

void setHeatmaps(bool wanted) {
    QSettings().setValue(QStringLiteral("inspect/heatmaps"), wanted);
}

std::optional<TrendBaseline> baseline(const QString& key) {
    const QVariantList stored = QSettings().value(baselineKey(key)).toList();
    if (stored.size() != 4) return std::nullopt;
    return TrendBaseline{.mean = stored[0].toDouble(),
                         .deviation = stored[1].toDouble(),
                         .failing = stored[2].toDouble(),
                         .parts = stored[3].toInt()};
}

void setBaseline(const QString& key, const std::optional<TrendBaseline>& baseline) {
    QSettings store;
    if (!baseline) {
        store.remove(baselineKey(key));
        return;
    }
    store.setValue(baselineKey(key),
                   QVariantList{baseline->mean, baseline->deviation, baseline->failing, baseline->parts});
}

Choice choice() {
    const QSettings store;
    return {.package = store.value(choiceKey("package")).toString(),
            .folder = store.value(choiceKey("folder")).toString(),
            .watch = store.value(choiceKey("watch"), false).toBool(),
            .resume = store.value(choiceKey("resume"), true).toBool(),
            .report = store.value(choiceKey("report"), false).toBool(),
            .placing = enumOf(store.value(choiceKey("placing")), Placing::Move),
            .placeIn = store.value(choiceKey("placeIn")).toString()};
}

void setChoice(const Choice& choice) {
    QSettings store;
    store.setValue(choiceKey("package"), choice.package);
    store.setValue(choiceKey("folder"), choice.folder);
    store.setValue(choiceKey("watch"), choice.watch);
    store.setValue(choiceKey("resume"), choice.resume);
    store.setValue(choiceKey("report"), choice.report);
    store.setValue(choiceKey("placing"), static_cast<int>(choice.placing));
    store.setValue(choiceKey("placeIn"), choice.placeIn);
}

}  // namespace segad::ui::inspect_settings
