#include "core/workflow/benchmark/table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/workflow/benchmark/method.h"

namespace segad {

namespace {
constexpr double kPerMille = 1000;  // per cent with one decimal

double rounded(double fraction) {
    return std::round(fraction * kPerMille) / kPerMille;
}

/// `listed` as the grid has them, then what cells have besides.
template <class Pick>
std::vector<std::string> present(const Json& listed, const std::vector<BenchmarkCell>& cells,
                                 const Pick& pick) {
    std::set<std::string> there;
    for (const BenchmarkCell& cell : cells)
        there.insert(pick(cell));
    std::vector<std::string> names;
    for (const Json& name : listed) {
        if (there.erase(name.get<std::string>()) > 0) names.push_back(name.get<std::string>());
    }
    names.insert(names.end(), there.begin(), there.end());
    return names;
}

void compare(BenchmarkEntry& entry, std::optional<PublishedFigure> published) {
    if (!published || !entry.stats) return;
    entry.difference = rounded(entry.stats->mean) - published->auroc;
    entry.published = std::move(published);
}

/// Repeat -> value of one class and method.
using Repeats = std::vector<std::pair<std::string, double>>;

BenchmarkEntry entryOf(const Repeats& repeats) {
    BenchmarkEntry entry;
    for (const auto& [name, value] : repeats)
        entry.values.push_back(value);
    entry.stats = seedStats(entry.values);
    return entry;
}

/// Over classes, for each repeat that all of them have.
BenchmarkEntry meanOf(const std::vector<Repeats>& classes) {
    std::vector<Repeats> filled;
    std::ranges::copy_if(classes, std::back_inserter(filled),
                         [](const Repeats& one) { return !one.empty(); });
    BenchmarkEntry mean;
    if (filled.empty()) return mean;
    std::vector<SeedStats> stats;
    for (const Repeats& one : filled)
        stats.push_back(entryOf(one).stats.value());
    for (const auto& [repeat, first] : filled.front()) {
        double sum = 0;
        std::size_t have = 0;
        for (const Repeats& one : filled) {
            const auto same = std::ranges::find(one, repeat, &std::pair<std::string, double>::first);
            if (same == one.end()) continue;
            sum += same->second;
            ++have;
        }
        if (have == filled.size()) mean.values.push_back(sum / static_cast<double>(have));
    }
    mean.stats = seedStats(mean.values);
    if (!mean.stats) mean.stats = SeedStats{.count = 0, .mean = 0, .deviation = {}};
    mean.stats->mean = meanOfClasses(stats).value();
    return mean;
}

/// A published mean is one over all classes of the dataset.
bool isWhole(const std::string& protocol, const BenchmarkTable& table, const std::vector<Repeats>& classes) {
    const std::vector<std::string> published = publishedClasses(protocol);
    return !published.empty() && std::ranges::all_of(published, [&](const std::string& name) {
        const auto at = std::ranges::find(table.classes, name);
        return at != table.classes.end() &&
               !classes[static_cast<std::size_t>(at - table.classes.begin())].empty();
    });
}
}  // namespace

std::string_view toString(BenchmarkFigure figure) noexcept {
    switch (figure) {
        case BenchmarkFigure::Auroc:
            return "auroc";
        case BenchmarkFigure::FprAt95Tpr:
            return "fpr_at_95tpr";
        case BenchmarkFigure::FprAt95TprRoc:
            return "fpr_at_95tpr_roc";
        case BenchmarkFigure::AveragePrecision:
            return "average_precision";
        case BenchmarkFigure::Seen:
            return "auroc_seen";
        case BenchmarkFigure::Unseen:
            return "auroc_unseen";
    }
    return "";
}

const std::vector<BenchmarkFigure>& benchmarkFigures() {
    static const std::vector<BenchmarkFigure> kAll{
        BenchmarkFigure::Auroc,         BenchmarkFigure::FprAt95Tpr,
        BenchmarkFigure::FprAt95TprRoc, BenchmarkFigure::AveragePrecision,
        BenchmarkFigure::Seen,          BenchmarkFigure::Unseen};
    return kAll;
}

std::string_view titleOf(BenchmarkFigure figure) noexcept {
    switch (figure) {
        case BenchmarkFigure::Auroc:
            return "AUROC";
        case BenchmarkFigure::FprAt95Tpr:
            return "FPR@95TPR";
        case BenchmarkFigure::FprAt95TprRoc:
            return "FPR@95TPR by the ROC";
        case BenchmarkFigure::AveragePrecision:
            return "Average precision";
        case BenchmarkFigure::Seen:
            return "AUROC, seen defects";
        case BenchmarkFigure::Unseen:
            return "AUROC, unseen defects";
    }
    return "";
}

std::optional<double> valueOf(const BenchmarkCell& cell, BenchmarkFigure figure) noexcept {
    switch (figure) {
        case BenchmarkFigure::Auroc:
            return cell.auroc;
        case BenchmarkFigure::FprAt95Tpr:
            return cell.fprAt95Tpr;
        case BenchmarkFigure::FprAt95TprRoc:
            return cell.fprAt95TprRoc;
        case BenchmarkFigure::AveragePrecision:
            return cell.averagePrecision;
        case BenchmarkFigure::Seen:
            return cell.seen;
        case BenchmarkFigure::Unseen:
            return cell.unseen;
    }
    return std::nullopt;
}

bool BenchmarkTable::hasPublished() const noexcept {
    return std::ranges::any_of(columns, [](const BenchmarkColumn& column) {
        return column.mean.published ||
               std::ranges::any_of(column.classes, [](const auto& entry) { return !!entry.published; });
    });
}

BenchmarkTable benchmarkTable(const BenchmarkFile& file, BenchmarkFigure figure) {
    const Json grid = file.grid();
    const std::vector<BenchmarkCell> cells = file.cells();
    BenchmarkTable table{.protocol = grid.value("protocol", std::string()),
                         .dataset = grid.value("dataset", std::string()),
                         .figure = figure,
                         .classes = {},
                         .columns = {},
                         .cells = static_cast<int>(cells.size())};
    table.classes = present(grid.value("classes", Json::array()), cells,
                            [](const BenchmarkCell& cell) { return cell.key.className; });
    const auto all = grid.value("all", std::vector<std::string>());
    std::map<std::pair<std::string, std::string>, Repeats> values;
    for (const BenchmarkCell& cell : cells) {
        if (const std::optional<double> value = valueOf(cell, figure))
            values[{cell.key.method, cell.key.className}].emplace_back(cell.key.repeat, *value);
    }
    const bool comparable = figure == BenchmarkFigure::Auroc;  // nothing else is published here
    for (const std::string& method : present(grid.value("methods", Json::array()), cells,
                                             [](const BenchmarkCell& cell) { return cell.key.method; })) {
        BenchmarkColumn column{
            .method = method, .title = benchmarkMethod(method).title(all), .classes = {}, .mean = {}};
        std::vector<Repeats> classes;
        for (const std::string& name : table.classes) {
            classes.push_back(values[{method, name}]);
            column.classes.push_back(entryOf(classes.back()));
            if (comparable)
                compare(column.classes.back(), publishedFigure(table.protocol, name, column.title));
        }
        column.mean = meanOf(classes);
        if (comparable && isWhole(table.protocol, table, classes))
            compare(column.mean, publishedFigure(table.protocol, "", column.title));
        table.columns.push_back(std::move(column));
    }
    return table;
}

}  // namespace segad
