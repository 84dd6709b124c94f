// Which of two rankings is better, by how much, and whether that may be chance, in words.
#pragma once

#include <QString>

#include "core/workflow/run_comparison.h"

namespace segad::ui {

/// `first` and `second` as in a sentence: "run 3".
QString rankingVerdict(const RankingComparison& found, const QString& first, const QString& second);

}  // namespace segad::ui
