// What is remembered of a line on this machine: how it is inspected, what was usual, and its sounds.
#pragma once

#include <QString>
#include <optional>

#include "core/workflow/inspection.h"
#include "core/workflow/score_trend.h"

namespace segad::ui::inspect_settings {

/// Which verdicts are heard.
enum class Sounds { Off, Rejects, Failing, All };
Sounds sounds();
void setSounds(Sounds sounds);

/// Whether parts that are looked at again are judged again for their heatmaps.
bool heatmaps();
void setHeatmaps(bool wanted);

/// What was usual with a model; absent when it was not learned yet. Any thread.
std::optional<TrendBaseline> baseline(const QString& key);
void setBaseline(const QString& key, const std::optional<TrendBaseline>& baseline);

/// How a folder is inspected.
struct Choice {
    QString package;  ///< empty: with the open project
    QString folder;
    bool watch = false;
    bool resume = true;
    bool report = false;
    Placing placing = Placing::Leave;
    QString placeIn;

    bool operator==(const Choice&) const = default;
};
/// That of this machine, without a project.
Choice choice();
void setChoice(const Choice& choice);

}  // namespace segad::ui::inspect_settings
