#include "ui/widgets/window_remedy.h"

#include <QCoreApplication>
#include <array>
#include <string_view>

namespace segad::ui {

namespace {
struct Way {
    std::string_view command;  ///< as it stands in the engine's sentence
    std::string_view also;     ///< what else must stand there; may be empty
    const char* words;
};

/// The first that fits counts, so that particular ones come before general ones.
constexpr auto kWays = std::to_array<Way>({
    {"segad weights import", "segad distil",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Import it or make it under File ▸ Settings ▸ Weights.")},
    {"segad weights import", "Choose one of them",
     QT_TRANSLATE_NOOP(
         "segad::ui::WindowRemedy",
         "Choose one of them, or import a file under this name under File ▸ Settings ▸ Weights.")},
    {"segad weights import", "Choose a network",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Choose a network that has what is needed, such as ResNet-18; import it under "
                       "File ▸ Settings ▸ Weights.")},
    {"segad weights import", "complete file",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Import the complete file under File ▸ Settings ▸ Weights.")},
    {"segad weights import", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Import it under File ▸ Settings ▸ Weights.")},
    {"segad distil", "Choose a teacher",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Choose a teacher; import or make one under File ▸ Settings ▸ Weights.")},
    {"segad distil", "make one",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Make it under File ▸ Settings ▸ Weights.")},
    {"segad weights list", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "File ▸ Settings ▸ Weights lists the names there are.")},
    {"segad weights verify", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Check the picture, and import the weights of the backbone again.")},
    {"segad train", "segad segment",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Train a detector first (Ctrl+4), and make segment maps (Ctrl+2).")},
    {"segad train", "cross-fitting",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Train it again with “Further detectors for the forest” (Train ▸ Custom), or choose "
                       "other detectors.")},
    {"segad train", "train anew",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy",
                       "Copy the -models folder to the project again, or train it anew in the workspace "
                       "Train.")},
    {"segad train", "again",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Train it again in the workspace Train.")},
    {"segad train",
     "or train:", QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Train it in the workspace Train.")},
    {"segad train", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Train a detector first, in the workspace Train.")},
    {"segad fit", "again", QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Fit it again: Train ▸ Forest.")},
    {"segad fit", "", QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Fit a forest first: Train ▸ Forest.")},
    {"segad segment", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Make segment maps in the workspace Segments.")},
    {"segad generate", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Generate some first, in the workspace Defects.")},
    {"segad import", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Import a folder of images first: File ▸ Import images.")},
    {"segad evaluate", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Evaluate first, in the workspace Results.")},
    {"segad runs list", "",
     QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Train ▸ Runs lists those there are.")},
    {"segad info", "", QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Train ▸ Runs lists those there are.")},
    {"segad regions export", "", QT_TRANSLATE_NOOP("segad::ui::WindowRemedy", "Choose an empty folder.")},
});
}  // namespace

QString windowRemedy(const std::string& remedy) {
    const std::string_view text = remedy;
    for (const Way& way : kWays) {
        if (text.find(way.command) != std::string_view::npos && text.find(way.also) != std::string_view::npos)
            return QCoreApplication::translate("segad::ui::WindowRemedy", way.words);
    }
    return {};
}

QString problemLine(const QString& about, const QString& what, const QString& remedy) {
    QString text = about;
    if (!what.isEmpty()) text += text.isEmpty() ? what : QStringLiteral(": %1").arg(what);
    if (remedy.isEmpty()) return text;
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('.'))) text += QLatin1Char('.');
    return text.isEmpty() ? remedy : text + QLatin1Char(' ') + remedy;
}

}  // namespace segad::ui
