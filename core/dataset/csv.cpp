#include "core/dataset/csv.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/dataset/listing.h"
#include "core/dataset/text_encoding.h"

namespace segad {

namespace {
constexpr std::uint64_t kMaxCsvBytes = 256ULL << 20U;

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

/// The one that stands most often in the first line, outside quotes.
char separatorOf(std::string_view text) {
    constexpr std::string_view kSeparators = ",;\t";
    std::array<std::size_t, kSeparators.size()> counts{};
    bool quoted = false;
    bool begun = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        const bool lineBreak = c == '\n' || c == '\r';
        if (lineBreak && begun) break;
        begun = begun || !lineBreak;
        const std::size_t kind = kSeparators.find(c);
        if (kind != std::string_view::npos) ++counts[kind];
    }
    return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// Takes one record after the other off a text.
class Reader {
public:
    Reader(std::string_view text, const std::string& subject)
        : text_(text), subject_(subject), separator_(separatorOf(text)) {
        constexpr std::string_view kStatement = "sep=";
        if (text.starts_with(kStatement) && text.size() > kStatement.size()) {
            separator_ = text[kStatement.size()];
            position_ = std::min(text.find('\n'), text.size() - 1) + 1;
            line_ = 2;
        }
        stops_ = {separator_, '\r', '\n'};
    }

    bool atEnd() const { return position_ >= text_.size(); }
    std::size_t line() const { return line_; }

    std::vector<std::string> record() {
        std::vector<std::string> fields;
        do {
            fields.push_back(field());
        } while (take(separator_));
        take('\r');
        take('\n');
        return fields;
    }

private:
    bool take(char c) {
        if (atEnd() || text_[position_] != c) return false;
        if (c == '\n') ++line_;
        ++position_;
        return true;
    }

    std::string field() {
        if (!take('"')) {
            const std::size_t end = std::min(text_.find_first_of(stops_, position_), text_.size());
            std::string value(text_.substr(position_, end - position_));
            position_ = end;
            return value;
        }
        std::string value;
        const std::size_t opened = line_;
        while (true) {
            if (atEnd()) {
                throw Error(ErrorCode::InvalidData, subject_,
                            "line " + std::to_string(opened) + ": a quote is never closed",
                            "Export the table again as comma-separated values.");
            }
            const char c = text_[position_];
            take(c);
            if (c == '"' && !take('"')) break;
            // Some editors turn every line break of a file into their own.
            if (c == '\r' && !atEnd() && text_[position_] == '\n') continue;
            value += c;
        }
        // What follows a closing quote up to the separator is not part of any standard; keep it.
        const std::size_t end = std::min(text_.find_first_of(stops_, position_), text_.size());
        value += text_.substr(position_, end - position_);
        position_ = end;
        return value;
    }

    std::string_view text_;
    const std::string& subject_;
    char separator_;
    std::string stops_;
    std::size_t position_ = 0;
    std::size_t line_ = 1;
};
}  // namespace

CsvTable CsvTable::parse(std::string_view text, const std::string& subject) {
    CsvTable table;
    table.subject_ = subject;
    const std::string decoded = utf8Text(text);
    Reader reader(decoded, subject);
    while (!reader.atEnd()) {
        const std::size_t line = reader.line();
        std::vector<std::string> fields = reader.record();
        if (fields.size() == 1 && trimmed(fields.front()).empty()) continue;
        if (table.header_.empty()) {
            for (std::string& name : fields)
                name = lowerCase(trimmed(name));
            table.header_ = std::move(fields);
            continue;
        }
        if (fields.size() > table.header_.size()) {
            throw Error(ErrorCode::InvalidData, subject,
                        "line " + std::to_string(line) + " has " + std::to_string(fields.size()) +
                            " fields, the header " + std::to_string(table.header_.size()),
                        "Put fields that contain commas in quotes.");
        }
        table.lines_.push_back(line);
        table.rows_.push_back(std::move(fields));
    }
    if (table.header_.empty()) {
        throw Error(ErrorCode::InvalidData, subject, "the table is empty",
                    "The first line must name the columns.");
    }
    return table;
}

CsvTable CsvTable::read(const Path& file) {
    return parse(readFile(file, kMaxCsvBytes), file.string());
}

std::optional<std::size_t> CsvTable::find(std::string_view column) const {
    const auto it = std::find(header_.begin(), header_.end(), column);
    if (it == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(it - header_.begin());
}

std::size_t CsvTable::column(std::string_view name) const {
    if (const auto found = find(name)) return *found;
    std::string known;
    for (const std::string& column : header_)
        known += (known.empty() ? "" : ", ") + column;
    throw Error(ErrorCode::InvalidData, subject_, "there is no column '" + std::string(name) + "'",
                "The first line must name the columns; it has: " + known + ".");
}

const std::string& CsvTable::at(std::size_t row, std::size_t column) const {
    static const std::string kNothing;
    const std::vector<std::string>& fields = rows_.at(row);
    return column < fields.size() ? fields[column] : kNothing;
}

}  // namespace segad
