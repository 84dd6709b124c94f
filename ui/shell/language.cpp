#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <memory>
#include <vector>

namespace segad::ui {

namespace {
const QString kEnglish = QStringLiteral("en");

struct Spoken {
    QString code;
    std::vector<std::unique_ptr<QTranslator>> words;
};
Spoken spoken;

bool isKnown(const QString& code) {
    const QList<Language> all = languages();
    return std::ranges::any_of(all, [&](const Language& language) { return language.code == code; });
}

/// The system's language, when we have words for it: by its full name ("zh_CN"), else by language alone.
QString systemCode() {
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QLocale locale(wanted);
        for (const QString& code : {locale.name(), locale.name().section(QLatin1Char('_'), 0, 0)}) {
            if (isKnown(code)) return code;
        }
    }
    return kEnglish;
}

void add(std::vector<std::unique_ptr<QTranslator>>& words, const QString& file) {
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file)) words.push_back(std::move(translator));
}
}  // namespace

QList<Language> languages() {
    return {{kEnglish, QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

void setLanguage(const QString& code) {
    const bool chosen = isKnown(code);
    const QString wanted = chosen ? code : systemCode();
    // Numbers and dates before words: texts are made anew as soon as the words change.
    QLocale::setDefault(chosen ? QLocale(wanted) : QLocale::system());
    std::vector<std::unique_ptr<QTranslator>> words;
    add(words, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + wanted);
    add(words, QStringLiteral(":/i18n/segad_%1.qm").arg(wanted));
    add(words, QStringLiteral(":/i18n/engine_%1.qm").arg(wanted));
    for (const auto& translator : spoken.words)
        QCoreApplication::removeTranslator(translator.get());
    spoken = {wanted, std::move(words)};
    for (const auto& translator : spoken.words)
        QCoreApplication::installTranslator(translator.get());
}

QString currentLanguage() {
    return spoken.code.isEmpty() ? kEnglish : spoken.code;
}

}  // namespace segad::ui
