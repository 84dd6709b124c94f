#include "ui/widgets/engine_text.h"

#include <QRegularExpression>
#include <QStringList>

#include "ui/widgets/window_remedy.h"

namespace segad::ui {

namespace {
/// What differs from one message to the next: what is quoted, keys of detectors in commands, paths, files,
/// and words with digits in them.
const QRegularExpression& varying() {
    static const QRegularExpression pattern(
        QStringLiteral(R"((?<![A-Za-z])'[^']*'|`[^`]*`|(?<=--detector )\w+|\S*/\S*[^\s.,;:)]|)"
                       R"(\b[\w-]+\.(?:pth|safetensors|segad)\b|\b[\w-]*\d(?:[\w.-]*\w)?)"));
    return pattern;
}

/// Puts values[i] in the place of %(i + 1). Not QString::arg(), which looks for places in the values, too.
QString filled(const QString& pattern, const QStringList& values) {
    static const QRegularExpression place(QStringLiteral("%(\\d+)"));
    QString text;
    qsizetype from = 0;
    for (auto found = place.globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        text += pattern.mid(from, match.capturedStart() - from) + values.value(match.captured(1).toInt() - 1);
        from = match.capturedEnd();
    }
    return text + pattern.mid(from);
}
}  // namespace

QString engineSentence(const std::string& text) {
    if (text.empty()) return {};
    if (QString own = windowRemedy(text); !own.isEmpty()) return own;
    const QString english = QString::fromStdString(text);
    QString pattern;
    QStringList values;
    qsizetype from = 0;
    for (auto found = varying().globalMatch(english); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        values << match.captured();
        pattern += english.mid(from, match.capturedStart() - from) + QLatin1Char('%') +
                   QString::number(values.size());
        from = match.capturedEnd();
    }
    pattern += english.mid(from);
    const QString translated = engineText(pattern.toStdString());
    return translated == pattern ? english : filled(translated, values);
}

QString errorText(const Error& error) {
    return problemLine(engineText(error.subject()), engineSentence(error.message()),
                       engineSentence(error.remedy()));
}

}  // namespace segad::ui
