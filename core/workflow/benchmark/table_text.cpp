#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

#include "core/base/error.h"
#include "core/workflow/benchmark/table.h"
#include "core/workflow/csv_writer.h"

namespace segad {

namespace {
constexpr double kPerCent = 100;

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

/// On one line, whatever somebody has pasted.
std::string inLine(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// Sources of the published figures in the table, each once.
std::set<std::string> sourcesOf(const BenchmarkTable& table) {
    std::set<std::string> sources;
    for (const BenchmarkColumn& column : table.columns) {
        for (const BenchmarkEntry& entry : column.classes) {
            if (entry.published) sources.insert(inLine(entry.published->source));
        }
        if (column.mean.published) sources.insert(inLine(column.mean.published->source));
    }
    return sources;
}

void appendCsv(std::string& text, const BenchmarkTable& table, const std::string& className,
               const BenchmarkColumn& column, const BenchmarkEntry& entry) {
    if (!entry.stats) return;
    const auto& published = entry.published;
    text += csvLine(std::vector<std::string>{
        table.protocol, className, column.method, column.title, std::string(toString(table.figure)),
        numberText(entry.stats->mean), numberText(entry.stats->deviation),
        std::to_string(entry.values.size()), published ? numberText(published->value) : std::string(),
        numberText(entry.difference), published ? published->source : std::string()});
}

std::string escapedForLatex(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (std::string_view("_&%#${}").find(c) != std::string_view::npos) safe += '\\';
        if (c == '\\') safe += "\\textbackslash{}";
        if (c == '~') safe += "\\textasciitilde{}";
        if (c == '^') safe += "\\textasciicircum{}";
        if (std::string_view("\\~^").find(c) == std::string_view::npos) safe += c;
    }
    return safe;
}

std::string escapedForMarkdown(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '|' || c == '\\') safe += '\\';
        safe += c;
    }
    return safe;
}

std::string latexCell(const BenchmarkEntry& entry) {
    if (!entry.stats) return "--";
    std::string text = "$" + perCent(entry.stats->mean);
    if (entry.stats->deviation) text += " \\pm " + perCent(*entry.stats->deviation);
    text += "$";
    if (entry.published) text += " (" + perCent(entry.published->value) + ")";
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
        text += " " + escapedForMarkdown(column.title) + " |";
        rule += " ---: |";
    }
    text += "\n" + rule + "\n";
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        text += "| " + escapedForMarkdown(table.classes[c]) + " |";
        for (const BenchmarkColumn& column : table.columns)
            text += " " + markdownCell(column.classes[c]) + " |";
        text += "\n";
    }
    if (table.classes.size() > 1) {
        text += std::string("| **") + kMeanClass + "** |";
        for (const BenchmarkColumn& column : table.columns)
            text += " " + markdownCell(column.mean) + " |";
        text += "\n";
    }
    text += "\n";
    for (const std::string& source : sourcesOf(table))
        text += "Published: " + source + ".\n";
    for (const std::string& remark : remarksOn(table))
        text += remark + "\n";
}

void appendLatex(std::string& text, const BenchmarkTable& table) {
    text += "% " + std::string(titleOf(table.figure)) + ", per cent; published figures in parentheses";
    for (const std::string& source : sourcesOf(table))
        text += "\n% published: " + source;
    for (const std::string& remark : remarksOn(table))
        text += "\n% " + remark;
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
        text += std::string("\\midrule\n") + kMeanClass;
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
        json["published"] = entry.published->value;
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
    return perCent(entry.published->value) + " (" + withSign(*entry.difference) + ")";
}

std::vector<std::string> remarksOn(const BenchmarkTable& table) {
    const auto listed = [](const std::vector<std::string>& names) {
        std::string text;
        for (const std::string& name : names)
            text += (text.empty() ? "" : ", ") + name;
        return text;
    };
    std::vector<std::string> remarks;
    const PublishedCoverage coverage = coverageOf(table);
    if (coverage.published > 0) {
        remarks.push_back(
            "Published figures are at hand for " + std::to_string(coverage.published) + " of " +
            std::to_string(coverage.results) + " results" +
            (coverage.without.empty() ? std::string() : "; none for " + listed(coverage.without)) + ".");
    } else if (coverage.results > 0) {
        remarks.emplace_back("No published figures are at hand for these results.");
    }
    if (!table.departures.empty() && coverage.published > 0)
        remarks.push_back("Not as published: " + listed(table.departures) + ".");
    return remarks;
}

std::string csvText(const std::vector<BenchmarkTable>& tables) {
    std::string text =
        "protocol,class,method,title,figure,mean,deviation,repeats,published,difference,source\r\n";
    for (const BenchmarkTable& table : tables) {
        for (const BenchmarkColumn& column : table.columns) {
            for (std::size_t c = 0; c < table.classes.size(); ++c)
                appendCsv(text, table, table.classes[c], column, column.classes[c]);
            if (table.classes.size() > 1) appendCsv(text, table, kMeanClass, column, column.mean);
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
            {"cells", first.cells},           {"classes", first.classes},   {"methods", std::move(methods)},
            {"departures", first.departures}, {"remarks", remarksOn(first)}};
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

}  // namespace segad
