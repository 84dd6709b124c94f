#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "core/base/error.h"
#include "core/dataset/csv.h"
#include "core/workflow/benchmark/method.h"
#include "core/workflow/benchmark/protocol.h"
#include "core/workflow/benchmark/published.h"
#include "core/workflow/benchmark/table.h"

namespace segad {

namespace {
constexpr std::array kFields{"protocol", "class",   "method",    "title",
                             "figure",   "percent", "published", "source"};

/// One row, whatever it was read from.
struct Row {
    std::string where;  ///< "line 3"
    std::map<std::string, std::string, std::less<>> fields;

    std::string at(std::string_view field) const {
        const auto found = fields.find(field);
        return found == fields.end() ? std::string() : found->second;
    }
};

class Reader {
public:
    Reader(std::string subject, std::string protocol)
        : subject_(std::move(subject)), protocol_(std::move(protocol)) {}

    std::vector<PublishedFigure> read(const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            if (const std::optional<double> value = valueIn(row)) add(row, *value);
        }
        return std::move(figures_);
    }

private:
    Error wrong(const Row& row, const std::string& what, const std::string& remedy) const {
        return {ErrorCode::InvalidData, subject_, row.where + ": " + what, remedy};
    }

    double numberIn(const Row& row, std::string text) const {
        std::ranges::replace(text, ',', '.');  // of a spreadsheet that writes decimal commas
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec == std::errc() && read.ptr == text.data() + text.size()) return value;
        throw wrong(row, "'" + text + "' is not a number", "Write the figure alone, e.g. 97.4.");
    }

    std::optional<double> valueIn(const Row& row) const {
        const std::string percent = row.at("percent");
        const std::string fraction = row.at("published");
        if (percent.empty() && fraction.empty()) return std::nullopt;
        if (!percent.empty() && !fraction.empty())
            throw wrong(row, "has both 'percent' and 'published'", "Fill in one of them.");
        const double value = percent.empty() ? numberIn(row, fraction) : fromPerCent(numberIn(row, percent));
        if (value >= 0 && value <= 1) return value;
        throw wrong(
            row,
            percent.empty() ? "'published' is not between 0 and 1" : "'percent' is not between 0 and 100",
            "Write 97.4 under 'percent', or 0.974 under 'published'.");
    }

    void add(const Row& row, double value) {
        PublishedFigure figure{.protocol = row.at("protocol"),
                               .className = row.at("class"),
                               .method = row.at("method"),
                               .value = value,
                               .source = row.at("source"),
                               .entered = true};
        if (figure.protocol.empty()) figure.protocol = protocol_;
        if (figure.className == kMeanClass) figure.className.clear();
        if (figure.method.empty()) figure.method = row.at("title");
        if (figure.method.empty())
            throw wrong(row, "names no method", "Write it as the tables do, e.g. RD4AD + SegAD.");
        if (figure.source.empty())
            throw wrong(row, "names no source", "Say where the figure was published: paper and table.");
        figure.method = methodTitle(figure.method);
        figure.figure = figureIn(row);
        requireProtocol(row, figure.protocol);
        const Place place{figure.protocol, figure.className, plainTitle(figure.method), figure.figure};
        const auto [known, fresh] = places_.try_emplace(place, value, row.where);
        if (!fresh && known->second.first != value) {
            throw wrong(row, "has another figure for the same place than " + known->second.second,
                        "Leave one of them.");
        }
        if (fresh) figures_.push_back(std::move(figure));
    }

    BenchmarkFigure figureIn(const Row& row) const {
        const std::string key = row.at("figure");
        if (key.empty()) return BenchmarkFigure::Auroc;
        if (const std::optional<BenchmarkFigure> figure = benchmarkFigure(key)) return *figure;
        std::string known;
        for (const BenchmarkFigure figure : benchmarkFigures())
            known += (known.empty() ? "" : ", ") + std::string(toString(figure));
        throw wrong(row, "'" + key + "' is no figure of a benchmark", "Use one of: " + known + ".");
    }

    void requireProtocol(const Row& row, const std::string& key) const {
        try {
            benchmarkProtocol(key);
        } catch (const Error& error) {
            throw wrong(row, "'" + key + "' is not a protocol of the benchmark", error.remedy());
        }
    }

    using Place = std::tuple<std::string, std::string, std::string, BenchmarkFigure>;
    std::string subject_;
    std::string protocol_;
    std::map<Place, std::pair<double, std::string>> places_;
    std::vector<PublishedFigure> figures_;
};

std::vector<Row> rowsOf(const CsvTable& table) {
    table.column("source");
    if (!table.find("percent")) table.column("published");
    if (!table.find("title")) table.column("method");
    std::vector<Row> rows;
    for (std::size_t i = 0; i < table.rowCount(); ++i) {
        Row row{.where = "line " + std::to_string(table.line(i)), .fields = {}};
        for (const char* field : kFields) {
            if (const std::optional<std::size_t> column = table.find(field))
                row.fields[field] = table.at(i, *column);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> rowsOf(const Json& json, const std::string& subject) {
    const char* remedy = "Write a list of objects: [{\"method\": …, \"percent\": …, \"source\": …}].";
    if (!json.is_array()) throw Error(ErrorCode::InvalidData, subject, "is no list of figures", remedy);
    std::vector<Row> rows;
    for (const Json& entry : json) {
        Row row{.where = "entry " + std::to_string(rows.size() + 1), .fields = {}};
        if (!entry.is_object())
            throw Error(ErrorCode::InvalidData, subject, row.where + ": is no object", remedy);
        for (const auto& [key, value] : entry.items()) {
            if (value.is_null()) continue;
            if (!value.is_string() && !value.is_number()) {
                throw Error(ErrorCode::InvalidData, subject,
                            row.where + ": '" + key + "' is neither a text nor a number", remedy);
            }
            row.fields[key] = value.is_string() ? value.get<std::string>() : value.dump();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}
}  // namespace

std::vector<PublishedFigure> publishedFromJson(const Json& json, const std::string& subject) {
    return Reader(subject, {}).read(rowsOf(json, subject));
}

Json publishedJson(std::span<const PublishedFigure> figures) {
    Json json = Json::array();
    for (const PublishedFigure& figure : figures) {
        json.push_back({{"protocol", figure.protocol},
                        {"class", figure.className},
                        {"method", figure.method},
                        {"figure", std::string(toString(figure.figure))},
                        {"published", figure.value},
                        {"source", figure.source}});
    }
    return json;
}

std::vector<PublishedFigure> readPublished(const Path& file, const std::string& protocol) {
    const std::string extension = file.extension().string();
    if (extension == ".json")
        return Reader(file.string(), protocol).read(rowsOf(readJson(file), file.string()));
    if (extension == ".csv") return Reader(file.string(), protocol).read(rowsOf(CsvTable::read(file)));
    throw Error(ErrorCode::InvalidArgument, file.string(), "is no kind of table this program reads",
                "Let the name end in .csv or .json.");
}

EnteredFigures enterPublished(const Path& results, const Path& file) {
    BenchmarkFile opened = BenchmarkFile::open(results);
    const std::vector<PublishedFigure> figures =
        readPublished(file, opened.grid().value("protocol", std::string()));
    opened.setPublished(publishedJson(figures));
    EnteredFigures outcome{.entered = static_cast<int>(figures.size())};
    const auto count = [&](const BenchmarkEntry& entry) {
        if (entry.published && entry.published->entered) ++outcome.beside;
    };
    for (const BenchmarkFigure figure : benchmarkFigures()) {
        for (const BenchmarkColumn& column : benchmarkTable(opened, figure).columns) {
            std::ranges::for_each(column.classes, count);
            count(column.mean);
        }
    }
    return outcome;
}

}  // namespace segad
