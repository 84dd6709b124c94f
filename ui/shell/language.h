// The language of the window: one place that installs its words and its way to write numbers. It can be
// changed at any time; every top-level widget then gets QEvent::LanguageChange.
#pragma once

#include <QList>
#include <QString>

namespace segad::ui {

struct Language {
    QString code;  ///< "de", "zh_CN"
    QString name;  ///< in the language itself: "Deutsch"
};

/// The languages we have all words for.
QList<Language> languages();

/// Speaks `code` from now on; an empty code, or one we have no words for, means as the system (English
/// where we have no words for that either). GUI thread.
void setLanguage(const QString& code);

/// The code that is spoken now, one of languages().
QString currentLanguage();

}  // namespace segad::ui
