// Words and colours for labels, roles and verdicts, the same everywhere in the window. A colour never
// stands alone: each comes with a mark.
#pragma once

#include <QColor>
#include <QString>

#include "core/project/records.h"

namespace segad::ui {

QString labelText(Label label);
QString roleText(Role role);
QString verdictText(Verdict verdict);
/// Why there is no verdict, in two or three words; absent: an older program did not say.
QString noVerdictText(std::optional<NoVerdict> why);
QString outcomeText(RunOutcome outcome);
QString runKindText(RunKind kind);
/// "PatchCore"; a detector that this program does not know keeps its key. What no detector has made is, among
/// the forest's columns, the area of a segment (key "").
QString detectorTitle(const std::string& key);

/// "✓", "✕", "?"
QString labelMark(Label label);
QString verdictMark(Verdict verdict);

/// Readable on light and dark, told apart with any colour vision (Okabe–Ito).
QColor labelColor(Label label);
QColor verdictColor(Verdict verdict);

/// Verdict of a margin under two thresholds.
Verdict verdictOf(double score, const ThresholdRecord& thresholds);

/// A fraction as per cent with one decimal, "—" when undefined.
QString percent(const std::optional<double>& fraction);

/// "3 s", "2 min 10 s", "1 h 5 min".
QString duration(double seconds);

}  // namespace segad::ui
