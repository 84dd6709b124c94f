// Reports that a job has made: how they are read, and how they are introduced: when, on what, and whether
// they still hold.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "core/project/project.h"
#include "core/workflow/ablation.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

/// What a project keeps of one kind of report, or why it can't be read.
template <typename Report>
struct KeptReport {
    std::optional<Report> stored;
    QString problem;
};

/// `find` is storedAblation or the like. Opens the project: not for the GUI thread.
template <typename Report>
KeptReport<Report> keptReport(const Path& file, std::optional<Report> (*find)(const Project&)) {
    try {
        return {.stored = find(Project::open(file, true)), .problem = {}};
    } catch (const Error& error) {
        return {.stored = std::nullopt, .problem = errorText(error)};
    }
}

/// "97.1 ± 0.4", "—".
QString withDeviation(const SeedFigure& figure);
/// "+3.7 points", with a sign in any case.
QString pointsText(double difference);
/// "p = 0.012", "p < 0.001".
QString pText(double pValue);
/// Whether a difference as large as that is hardly chance.
bool isClear(const std::optional<double>& pValue);

/// Below this chance of a difference as large as that between equals it counts as one.
inline constexpr double kSignificant = 0.05;

/// "Made on 28 Nov, 14:03, with 10 seeds: …"; says in front when labels or runs have changed since.
QString basisText(const std::string& madeAt, bool outdated, int seeds, int good, int bad);

/// What so few parts can't support, one line each.
QStringList warningLines(const std::vector<std::string>& warnings);

}  // namespace segad::ui
