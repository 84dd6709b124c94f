#include <array>
#include <cmath>
#include <cstdio>
#include <set>

#include "core/base/error.h"
#include "core/metric/roc.h"
#include "core/workflow/benchmark/table.h"
#include "core/workflow/csv_writer.h"

namespace segad {

namespace {
constexpr double kPerCent = 100;
constexpr const char* kMean = "mean";

std::string perCent(double fraction) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", fraction * kPerCent);
    return text.data();
}

std::string withSign(double fraction) {
    std::array<char, 32> text{};
    // "-0.0" would claim a difference that rounding has made.
    const double value = std::abs(fraction) < 0.0005 ? 0 : fraction;
    std::snprintf(text.data(), text.size(), "%+.1f", value * kPerCent);
    return text.data();
}

bool hasValues(const BenchmarkTable& table) {
    for (const BenchmarkColumn& column : table.columns) {
        if (column.mean.stats) return true;
    }
    return false;
}

/// Sources of the published figures in the table, each once.
std::set<std::string> sourcesOf(const BenchmarkTable& table) {
    std::set<std::string> sources;
    for (const BenchmarkColumn& column : table.columns) {
        for (const BenchmarkEntry& entry : column.classes) {
            if (entry.published) sources.insert(entry.published->source);
        }
        if (column.mean.published) sources.insert(column.mean.published->source);
    }
    return sources;
}

void appendCsv(std::string& text, const BenchmarkTable& table, const std::string& className,
               const BenchmarkColumn& column, const BenchmarkEntry& entry) {
    if (!entry.stats) return;
    const auto quoted = [](const std::string& field) {
        if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
        std::string safe = "\"";
        for (const char c : field) {
            if (c == '"') safe += '"';
            safe += c;
        }
        return safe + "\"";
    };
    const auto& published = entry.published;
    for (const std::string& field :
         {table.protocol, className, column.method, column.title, std::string(toString(table.figure)),
          numberText(entry.stats->mean), numberText(entry.stats->deviation),
          std::to_string(entry.values.size()), published ? numberText(published->auroc) : std::string(),
          numberText(entry.difference)})
        text += quoted(field) + ",";
    text += quoted(published ? published->source : "") + "\r\n";
}

std::string escapedForLatex(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '_' || c == '&' || c == '%' || c == '#' || c == '$') safe += '\\';
        safe += c;
    }
    return safe;
}

std::string latexCell(const BenchmarkEntry& entry) {
    if (!entry.stats) return "--";
    std::string text = "$" + perCent(entry.stats->mean);
    if (entry.stats->deviation) text += " \\pm " + perCent(*entry.stats->deviation);
    text += "$";
    if (entry.published) text += " (" + perCent(entry.published->auroc) + ")";
    return text;
}

std::string markdownCell(const BenchmarkEntry& entry) {
    const std::string published = publishedText(entry);
    return entryText(entry) + (published.empty() ? "" : "; published " + published);
}

void appendMarkdown(std::string& text, const BenchmarkTable& table) {
    text += "## " + std::string(titleOf(table.figure)) + ", per cent\n\n| class |";
    std::string rule = "| --- |";
    for (const BenchmarkColumn& column : table.columns) {
        text += " " + column.title + " |";
        rule += " ---: |";
    }
    text += "\n" + rule + "\n";
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        text += "| " + table.classes[c] + " |";
        for (const BenchmarkColumn& column : table.columns)
            text += " " + markdownCell(column.classes[c]) + " |";
        text += "\n";
    }
    if (table.classes.size() > 1) {
        text += std::string("| **") + kMean + "** |";
        for (const BenchmarkColumn& column : table.columns)
            text += " " + markdownCell(column.mean) + " |";
        text += "\n";
    }
    text += "\n";
    for (const std::string& source : sourcesOf(table))
        text += "Published: " + source + ".\n";
}

void appendLatex(std::string& text, const BenchmarkTable& table) {
    text += "% " + std::string(titleOf(table.figure)) + ", per cent; published figures in parentheses";
    for (const std::string& source : sourcesOf(table))
        text += "\n% published: " + source;
    text += "\n\\begin{tabular}{l" + std::string(table.columns.size(), 'r') + "}\n\\toprule\nclass";
    for (const BenchmarkColumn& column : table.columns)
        text += " & " + escapedForLatex(column.title);
    text += " \\\\\n\\midrule\n";
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        text += escapedForLatex(table.classes[c]);
        for (const BenchmarkColumn& column : table.columns)
            text += " & " + latexCell(column.classes[c]);
        text += " \\\\\n";
    }
    if (table.classes.size() > 1) {
        text += std::string("\\midrule\n") + kMean;
        for (const BenchmarkColumn& column : table.columns)
            text += " & " + latexCell(column.mean);
        text += " \\\\\n";
    }
    text += "\\bottomrule\n\\end{tabular}\n";
}

Json entryJson(const BenchmarkEntry& entry) {
    if (!entry.stats) return nullptr;
    Json json{{"mean", entry.stats->mean},
              {"deviation", entry.stats->deviation ? Json(*entry.stats->deviation) : Json(nullptr)},
              {"values", entry.values}};
    if (entry.published) {
        json["published"] = entry.published->auroc;
        json["published_source"] = entry.published->source;
        json["difference"] = *entry.difference;
    }
    return json;
}

std::vector<BenchmarkTable> tablesOf(const BenchmarkFile& file) {
    std::vector<BenchmarkTable> tables;
    for (const BenchmarkFigure figure : benchmarkFigures())
        tables.push_back(benchmarkTable(file, figure));
    return tables;
}
}  // namespace

std::string entryText(const BenchmarkEntry& entry) {
    if (!entry.stats) return "n/a";
    std::string text = perCent(entry.stats->mean);
    if (entry.stats->deviation) text += " ± " + perCent(*entry.stats->deviation);
    return text;
}

std::string publishedText(const BenchmarkEntry& entry) {
    if (!entry.published) return "";
    return perCent(entry.published->auroc) + " (" + withSign(*entry.difference) + ")";
}

std::string csvText(const std::vector<BenchmarkTable>& tables) {
    std::string text =
        "protocol,class,method,title,figure,mean,deviation,repeats,published,difference,source\r\n";
    for (const BenchmarkTable& table : tables) {
        for (const BenchmarkColumn& column : table.columns) {
            for (std::size_t c = 0; c < table.classes.size(); ++c)
                appendCsv(text, table, table.classes[c], column, column.classes[c]);
            if (table.classes.size() > 1) appendCsv(text, table, kMean, column, column.mean);
        }
    }
    return text;
}

std::string markdownText(const std::vector<BenchmarkTable>& tables) {
    std::string text;
    for (const BenchmarkTable& table : tables) {
        if (!hasValues(table)) continue;
        if (!text.empty()) text += "\n";
        appendMarkdown(text, table);
    }
    return text;
}

std::string latexText(const std::vector<BenchmarkTable>& tables) {
    std::string text;
    for (const BenchmarkTable& table : tables) {
        if (!hasValues(table)) continue;
        if (!text.empty()) text += "\n";
        appendLatex(text, table);
    }
    return text;
}

Json benchmarkJson(const BenchmarkFile& file) {
    const std::vector<BenchmarkTable> tables = tablesOf(file);
    const BenchmarkTable& first = tables.front();
    Json methods = Json::array();
    for (std::size_t m = 0; m < first.columns.size(); ++m) {
        Json mean = Json::object();
        Json classes = Json::object();
        for (const std::string& name : first.classes)
            classes[name] = Json::object();
        for (const BenchmarkTable& table : tables) {
            const std::string figure(toString(table.figure));
            mean[figure] = entryJson(table.columns[m].mean);
            for (std::size_t c = 0; c < table.classes.size(); ++c)
                classes[table.classes[c]][figure] = entryJson(table.columns[m].classes[c]);
        }
        methods.push_back({{"method", first.columns[m].method},
                           {"title", first.columns[m].title},
                           {"mean", std::move(mean)},
                           {"classes", std::move(classes)}});
    }
    return {{"results", toUtf8(file.file())}, {"protocol", first.protocol}, {"dataset", first.dataset},
            {"cells", first.cells},           {"classes", first.classes},   {"methods", std::move(methods)}};
}

void writeBenchmarkTable(const BenchmarkFile& file, const Path& out) {
    const std::string extension = out.extension().string();
    if (extension == ".csv") {
        writeFileAtomically(out, csvText(tablesOf(file)));
    } else if (extension == ".md") {
        writeFileAtomically(out, markdownText(tablesOf(file)));
    } else if (extension == ".tex") {
        writeFileAtomically(out, latexText(tablesOf(file)));
    } else {
        throw Error(ErrorCode::InvalidArgument, out.string(), "is no kind of table this program writes",
                    "Let the name end in .csv, .md or .tex.");
    }
}

int writeBenchmarkRoc(const BenchmarkFile& file, const Path& out) {
    CsvWriter csv(out, std::vector<std::string>{"class", "method", "repeat", "threshold",
                                                "false_positive_rate", "true_positive_rate"});
    for (const BenchmarkCell& cell : file.cells()) {
        ScoreSets sets;
        for (const BenchmarkScore& score : file.scores(cell.key)) {
            if (score.score) (score.bad ? sets.bad : sets.good).push_back(*score.score);
        }
        const std::optional<RocCurve> curve = rocCurve(sets);
        if (!curve) continue;
        for (const RocPoint& point : curve->points) {
            csv.row(std::vector<std::string>{cell.key.className, cell.key.method, cell.key.repeat,
                                             numberText(point.threshold), numberText(point.falsePositiveRate),
                                             numberText(point.truePositiveRate)});
        }
    }
    csv.finish();
    return csv.rows();
}

}  // namespace segad
