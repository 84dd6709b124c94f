// Tables for other programs: RFC 4180, UTF-8, numbers in full precision. Private to the room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"

namespace segad {

/// Rows go to `<file>.partial`; the file is real after finish(). See AtomicFile for failures.
class CsvWriter {
public:
    CsvWriter(const Path& file, std::span<const std::string> columns);

    /// One field per column.
    void row(std::span<const std::string> fields);
    /// Rows written so far, without the header.
    int rows() const noexcept { return rows_; }
    void finish();

private:
    void write(std::span<const std::string> fields);

    AtomicFile file_;
    std::size_t columns_;
    std::string buffer_;
    int rows_ = 0;
};

/// One line of a table, its end included.
std::string csvLine(std::span<const std::string> fields);

/// The shortest text that reads back as the same double; "nan", "inf", "-inf".
std::string numberText(double value);
/// "" when absent.
std::string numberText(const std::optional<double>& value);

}  // namespace segad
