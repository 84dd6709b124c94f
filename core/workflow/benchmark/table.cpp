#include "core/workflow/benchmark/table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/dataset/splits.h"
#include "core/workflow/benchmark/grid.h"

namespace segad {

namespace {
constexpr double kPerMille = 1000;  // per cent with one decimal
constexpr double kFinest = 1e8;

/// `fraction` with as many decimals as `published` has, at least one of a per cent.
double roundedAs(double published, double fraction) {
    double scale = kPerMille;
    while (scale < kFinest && std::abs(published * scale - std::round(published * scale)) > 1e-6)
        scale *= 10;
    return std::round(fraction * scale) / scale;
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
    entry.difference = roundedAs(published->value, entry.stats->mean) - published->value;
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
    return std::ranges::all_of(publishedClasses(protocol), [&](const std::string& name) {
        const auto at = std::ranges::find(table.classes, name);
        return at != table.classes.end() &&
               !classes[static_cast<std::size_t>(at - table.classes.begin())].empty();
    });
}

/// "All" of the paper are the protocol's own detectors: a column called so that joins others is another one.
bool isPublishedAll(const std::string& protocol, const std::string& method,
                    const std::vector<std::string>& all) {
    const std::vector<std::string> detectors = benchmarkMethod(method).detectors;
    if (detectors.size() < 2 || !std::ranges::is_permutation(detectors, all))
        return true;  // not called "All"
    const std::vector<std::string> theirs = mapDetectorsOf(benchmarkProtocol(protocol).methods);
    return std::ranges::is_permutation(detectors, theirs, {}, paperName, paperName);
}

/// In words, for whoever compares the figures with published ones.
std::vector<std::string> departuresIn(const Json& grid) {
    const BenchmarkProtocol& protocol = benchmarkProtocol(grid.value("protocol", std::string()));
    std::vector<std::string> found;
    if (protocol.draw == BenchmarkDraw::AsLaidOut) return found;  // nothing is published for one's own
    const int bad = grid.value("bad", 0);
    if (protocol.draw == BenchmarkDraw::FromTest && bad > 0 && bad != protocol.bad) {
        found.push_back(std::to_string(bad) + " bad parts instead of " + std::to_string(protocol.bad));
    }
    const int seeds = grid.value("seeds", 0);
    const auto all = static_cast<int>(kPaperSeeds.size());
    if (protocol.draw != BenchmarkDraw::Lists && seeds > 0 && seeds < all)
        found.push_back(std::to_string(seeds) + " seeds instead of " + std::to_string(all));
    const Json detectors = grid.value("detector_params", Json::object());
    for (const auto& [detector, params] : detectors.items())
        if (!params.empty()) found.push_back("other parameters of " + paperName(detector));
    if (!grid.value("forest_params", Json::object()).empty())
        found.emplace_back("other parameters of the forests");
    if (const auto backbone = grid.value("backbone", std::string()); !backbone.empty())
        found.push_back("the backbone '" + backbone + "'");
    return found;
}
}  // namespace

bool BenchmarkTable::hasPublished() const noexcept {
    return std::ranges::any_of(columns, [](const BenchmarkColumn& column) {
        return column.mean.published ||
               std::ranges::any_of(column.classes, [](const auto& entry) { return !!entry.published; });
    });
}

BenchmarkTable benchmarkTable(const BenchmarkFile& file, BenchmarkFigure figure) {
    const Json grid = definitionIn(file);
    const std::vector<BenchmarkCell> cells = file.cells();
    const std::vector<PublishedFigure> entered = publishedFromJson(file.published(), file.file().string());
    BenchmarkTable table{.protocol = grid.value("protocol", std::string()),
                         .dataset = grid.value("dataset", std::string()),
                         .figure = figure,
                         .classes = {},
                         .columns = {},
                         .cells = static_cast<int>(cells.size()),
                         .departures = departuresIn(grid)};
    table.classes = present(grid.value("classes", Json::array()), cells,
                            [](const BenchmarkCell& cell) { return cell.key.className; });
    const auto all = grid.value("all", std::vector<std::string>());
    std::map<std::pair<std::string, std::string>, Repeats> values;
    for (const BenchmarkCell& cell : cells) {
        if (const std::optional<double> value = valueOf(cell, figure))
            values[{cell.key.method, cell.key.className}].emplace_back(cell.key.repeat, *value);
    }
    for (const std::string& method : present(grid.value("methods", Json::array()), cells,
                                             [](const BenchmarkCell& cell) { return cell.key.method; })) {
        BenchmarkColumn column{
            .method = method, .title = benchmarkMethod(method).title(all), .classes = {}, .mean = {}};
        const auto published = [&](const std::string& name) {
            std::optional<PublishedFigure> found =
                publishedFigure(entered, table.protocol, name, column.title, figure);
            if (found && !found->entered && !isPublishedAll(table.protocol, method, all)) found.reset();
            return found;
        };
        std::vector<Repeats> classes;
        for (const std::string& name : table.classes) {
            classes.push_back(values[{method, name}]);
            column.classes.push_back(entryOf(classes.back()));
            compare(column.classes.back(), published(name));
        }
        column.mean = meanOf(classes);
        if (isWhole(table.protocol, table, classes)) {
            compare(column.mean, published(""));
            BenchmarkEntry& first = column.classes.front();
            if (column.classes.size() == 1 && !first.published) compare(first, published(""));
        }
        table.columns.push_back(std::move(column));
    }
    return table;
}

BenchmarkTable ofClass(const BenchmarkTable& table, const std::string& className) {
    BenchmarkTable own = table;
    const auto at = std::ranges::find(table.classes, className) - table.classes.begin();
    own.classes = {className};
    for (BenchmarkColumn& column : own.columns) {
        const bool there = at < static_cast<std::ptrdiff_t>(column.classes.size());
        BenchmarkEntry entry = there ? column.classes[static_cast<std::size_t>(at)] : BenchmarkEntry();
        column.classes = {std::move(entry)};
        column.mean = {};
    }
    return own;
}

PublishedCoverage coverageOf(const BenchmarkTable& table) {
    PublishedCoverage coverage;
    for (const BenchmarkColumn& column : table.columns) {
        int published = 0;
        const auto count = [&](const BenchmarkEntry& entry) {
            if (!entry.stats) return;
            ++coverage.results;
            published += entry.published ? 1 : 0;
        };
        std::ranges::for_each(column.classes, count);
        if (table.classes.size() > 1) count(column.mean);
        coverage.published += published;
        if (published == 0) coverage.without.push_back(column.title);
    }
    return coverage;
}

}  // namespace segad
