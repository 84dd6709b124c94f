// What a run was and how well it did, in the words of tables.
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "core/project/records.h"
#include "ui/session/run_results.h"

namespace segad::ui {

/// "PatchCore", "Forest BRF", "Segments whole": what was made by the run.
QString runTitle(const RunRecord& run);

/// Parameters that are not what the detector's schema has as default: "Coreset ratio 0.01, Layers 2,3"; all
/// of them for what has no schema.
QString changedParams(const RunRecord& run);

/// One line of a run's parameters.
struct ParamLine {
    QString title;
    QString value;
};
/// All parameters with their titles, in the order of the schema.
QList<ParamLine> allParams(const RunRecord& run);

/// What a key of the run's parameters is called, "forest/reg_alpha" among them; the engine's word for a key
/// that is none.
QString paramTitle(const RunRecord& run, const std::string& key);

/// The first digits of the hash of the backbone's weights; empty when there is none.
QString shortHash(const RunRecord& run);

/// "97.4" or "—"; a figure that no evaluation has confirmed is marked with "≈".
QString resultText(const std::optional<RunResult>& result);
/// How it came about, as a sentence.
QString resultTip(const std::optional<RunResult>& result);

}  // namespace segad::ui
