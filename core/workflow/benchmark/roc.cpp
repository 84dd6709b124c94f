#include "core/workflow/benchmark/roc.h"

#include "core/workflow/benchmark/table.h"
#include "core/workflow/csv_writer.h"

namespace segad {

namespace {
std::optional<RocCurve> curveOf(const BenchmarkFile& file, const BenchmarkCellKey& key) {
    ScoreSets sets;
    for (const BenchmarkScore& score : file.scores(key)) {
        if (score.score) (score.bad ? sets.bad : sets.good).push_back(*score.score);
    }
    return rocCurve(sets);
}

std::optional<double> meanIn(const BenchmarkTable& table, std::size_t method, const std::string& className) {
    const BenchmarkColumn& column = table.columns[method];
    const BenchmarkEntry* entry = &column.mean;
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        if (table.classes[c] == className) entry = &column.classes[c];
    }
    if (!entry->stats) return std::nullopt;
    return entry->stats->mean;
}
}  // namespace

std::vector<BenchmarkRoc> benchmarkRocs(const BenchmarkFile& file, const std::string& className) {
    const BenchmarkTable area = benchmarkTable(file, BenchmarkFigure::Auroc);
    const BenchmarkTable fpr = benchmarkTable(file, BenchmarkFigure::FprAt95Tpr);
    const std::vector<BenchmarkCellKey> keys = file.keys();
    std::vector<BenchmarkRoc> rocs;
    for (std::size_t m = 0; m < area.columns.size(); ++m) {
        BenchmarkRoc roc{.method = area.columns[m].method, .title = area.columns[m].title, .line = {}};
        std::vector<RocLine> classes;
        for (const std::string& name : area.classes) {
            if (!className.empty() && name != className) continue;
            std::vector<RocLine> repeats;
            for (const BenchmarkCellKey& key : keys) {
                if (key.className != name || key.method != roc.method) continue;
                if (const std::optional<RocCurve> curve = curveOf(file, key))
                    repeats.push_back(lineOf(*curve));
            }
            roc.curves += static_cast<int>(repeats.size());
            if (!repeats.empty()) classes.push_back(meanOfLines(repeats));
        }
        roc.line = meanOfLines(classes);
        roc.auroc = meanIn(area, m, className);
        roc.fprAt95Tpr = meanIn(fpr, m, className);
        if (!roc.line.empty()) rocs.push_back(std::move(roc));
    }
    return rocs;
}

int writeBenchmarkRoc(const BenchmarkFile& file, const Path& out) {
    CsvWriter csv(out, std::vector<std::string>{"class", "method", "repeat", "threshold",
                                                "false_positive_rate", "true_positive_rate"});
    for (const BenchmarkCellKey& key : file.keys()) {
        const std::optional<RocCurve> curve = curveOf(file, key);
        if (!curve) continue;
        for (const RocPoint& point : curve->points) {
            csv.row(std::vector<std::string>{key.className, key.method, key.repeat,
                                             numberText(point.threshold), numberText(point.falsePositiveRate),
                                             numberText(point.truePositiveRate)});
        }
    }
    csv.finish();
    return csv.rows();
}

int writeMeanRocs(const BenchmarkFile& file, const Path& out) {
    CsvWriter csv(out, std::vector<std::string>{"class", "method", "title", "false_positive_rate",
                                                "true_positive_rate"});
    const auto write = [&](const std::string& name, const std::string& className) {
        for (const BenchmarkRoc& roc : benchmarkRocs(file, className)) {
            for (const RocVertex& vertex : roc.line) {
                csv.row(std::vector<std::string>{name, roc.method, roc.title,
                                                 numberText(vertex.falsePositiveRate),
                                                 numberText(vertex.truePositiveRate)});
            }
        }
    };
    const std::vector<std::string> classes = benchmarkTable(file).classes;
    for (const std::string& name : classes)
        write(name, name);
    if (classes.size() > 1) write(kMeanClass, "");
    csv.finish();
    return csv.rows();
}

}  // namespace segad
