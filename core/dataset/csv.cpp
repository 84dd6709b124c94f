#include "core/dataset/csv.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/dataset/listing.h"

namespace segad {

namespace {
constexpr std::uint64_t kMaxCsvBytes = 256ULL << 20U;

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

/// Takes one record after the other off a text.
class Reader {
public:
    Reader(std::string_view text, const std::string& subject) : text_(text), subject_(subject) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    }

    bool atEnd() const { return position_ >= text_.size(); }
    std::size_t line() const { return line_; }

    std::vector<std::string> record() {
        std::vector<std::string> fields;
        do {
            fields.push_back(field());
        } while (take(','));
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
            const std::size_t end = std::min(text_.find_first_of(",\r\n", position_), text_.size());
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
            value += c;
        }
        // What follows a closing quote up to the comma is not part of any standard; keep it.
        const std::size_t end = std::min(text_.find_first_of(",\r\n", position_), text_.size());
        value += text_.substr(position_, end - position_);
        position_ = end;
        return value;
    }

    std::string_view text_;
    const std::string& subject_;
    std::size_t position_ = 0;
    std::size_t line_ = 1;
};
}  // namespace

CsvTable CsvTable::parse(std::string_view text, const std::string& subject) {
    CsvTable table;
    table.subject_ = subject;
    Reader reader(text, subject);
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
