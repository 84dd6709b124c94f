#include "ui/inspect/stored_line.h"

#include <algorithm>
#include <cmath>

#include "core/project/project.h"
#include "ui/inspect/inspect_settings.h"
#include "ui/inspect/recent_parts.h"

namespace segad::ui {

namespace {
/// Of the trend; as many as the running line keeps.
constexpr std::size_t kMostReadings = 400;

std::optional<InspectionRecord> recordOf(const Path& store, std::optional<InspectionId> inspection) {
    const Project project = Project::open(store, true);
    if (inspection) return project.inspections().find(*inspection);
    // One that was stopped before its first part shows nothing.
    std::optional<InspectionRecord> newest;
    for (const InspectionRecord& record : project.inspections().all()) {
        if (record.parts > 0) newest = record;
    }
    return newest;
}

InspectionStart startOf(const Path& store, const InspectionRecord& record, const InspectionFacts& facts) {
    return {.totals = record,
            .store = store,
            .model = Path(std::u8string(facts.model.begin(), facts.model.end())),
            .judge = facts.judge,
            .package = facts.package,
            .detectors = facts.detectors,
            .thresholds = {.review = facts.review, .reject = facts.reject},
            .notes = facts.notes};
}

std::shared_ptr<const StoredLine> read(const Path& store, std::optional<InspectionId> inspection) {
    const std::optional<InspectionRecord> record = recordOf(store, inspection);
    if (!record || record->parts == 0) return nullptr;
    const InspectionStore results(store, true);
    const InspectionStart start = startOf(store, *record, results.facts(record->id));
    auto line = std::make_shared<StoredLine>(StoredLine{
        .start = start,
        .parts = {},
        .readings = {},
        .trend = ScoreTrend(start.thresholds.review, inspect_settings::baseline(baselineKey(start)))});
    std::vector<InspectionResult> last = results.latest(record->id, kMostReadings);
    std::ranges::reverse(last);
    const std::size_t shown = std::min(last.size(), RecentParts::kMostParts);
    for (std::size_t i = 0; i < last.size(); ++i) {
        const InspectedPart& part = last[i].part;
        const auto number = static_cast<qint64>(i + 1);
        if (part.verdict && std::isfinite(part.score)) {
            line->readings.push_back({.number = number,
                                      .verdict = part.verdict,
                                      .reading = line->trend.add(part.score, part.verdict == Verdict::Pass)});
        }
        if (i + shown >= last.size()) {
            line->parts.push_back(
                std::make_shared<const LivePart>(storedPartOf(last[i], record->folder, number)));
        }
    }
    return line;
}
}  // namespace

QString baselineKey(const InspectionStart& start) {
    if (!start.package.empty()) return QString::fromStdString(start.package);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::fromStdString(toUtf8(start.store)), QString::fromStdString(start.judge))
        .arg(start.thresholds.review)
        .arg(start.thresholds.reject);
}

std::shared_ptr<const StoredLine> readStoredLine(const Path& store, std::optional<InspectionId> inspection) {
    std::error_code gone;
    if (store.empty() || !std::filesystem::exists(store, gone)) return nullptr;
    try {
        return read(store, inspection);
    } catch (const Error&) {
        return nullptr;  // whoever inspects into it is told why
    }
}

}  // namespace segad::ui
