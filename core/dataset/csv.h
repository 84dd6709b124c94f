// Comma-separated values as RFC 4180 has them: quotes, doubled quotes, line breaks inside quotes; and as
// spreadsheets of all countries write them: semicolons or tabs instead of commas, UTF-16 or Windows-1252
// instead of UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"

namespace segad {

class CsvTable {
public:
    /// The first row names the columns (case-insensitive, spaces around them dropped); empty lines are
    /// skipped; a byte-order mark, CRLF and a line "sep=;" before the first are accepted. The separator is
    /// the one of comma, semicolon and tab that the first row has most of. What is not UTF-8 and has no
    /// byte-order mark is read as Windows-1252. Line breaks inside a field read as "\n". Throws
    /// Error{InvalidData} naming `subject` and the line when a quote is never closed, a row has more fields
    /// than the header, or there is no header.
    static CsvTable parse(std::string_view text, const std::string& subject);

    /// Reads a file of at most 256 MiB.
    static CsvTable read(const Path& file);

    /// In lower case, in their order.
    const std::vector<std::string>& columns() const noexcept { return header_; }
    std::size_t rowCount() const noexcept { return rows_.size(); }
    /// Line of the file (from 1) where a row begins, for messages.
    std::size_t line(std::size_t row) const { return lines_.at(row); }

    std::optional<std::size_t> find(std::string_view column) const;
    /// Throws Error{InvalidData} naming the file when there is no such column.
    std::size_t column(std::string_view name) const;
    /// "" for a field that a short row lacks.
    const std::string& at(std::size_t row, std::size_t column) const;

private:
    std::string subject_;
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> lines_;
};

}  // namespace segad
