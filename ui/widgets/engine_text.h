// Texts that come from the engine, which speaks English only: titles and help of its catalogs and
// parameters, and what a job is doing. Their words are in translations/engine_<language>.ts; a text without
// an entry is shown as it is.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

#include "core/base/error.h"

namespace segad::ui {

inline QString engineText(const std::string& text) {
    return QCoreApplication::translate("engine", text.c_str());
}

/// The same for a sentence with values in it. Its entry has %1, %2, … in the place of what is in quotes
/// ('…'), of detectors in commands, of paths and of numbers, in the order of the English text.
QString engineSentence(const std::string& text);

/// An error in words: "subject: message. remedy", each as the language has it.
QString errorText(const Error& error);

}  // namespace segad::ui
