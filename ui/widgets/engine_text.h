// Texts that come from the engine, which speaks English only: titles and help of its catalogs and
// parameters, and what a job is doing. Their words are in translations/engine_<language>.ts; a text without
// an entry is shown as it is.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

namespace segad::ui {

inline QString engineText(const std::string& text) {
    return QCoreApplication::translate("engine", text.c_str());
}

}  // namespace segad::ui
