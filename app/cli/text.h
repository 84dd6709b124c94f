// Small helpers for text that people read on a terminal. Everything is UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace segad::cli {

/// "12.3" for fixed(12.345, 1).
std::string fixed(double value, int decimals);

/// A fraction in per cent with one decimal, "n/a" when it is undefined.
std::string percent(const std::optional<double>& fraction);

/// "3.4 s", "2:05 min", "1:02:03 h".
std::string duration(double seconds);

/// "512 B", "1.4 MB" (decimal units).
std::string byteText(unsigned long long bytes);

/// "1 part", "3 parts".
std::string counted(long long count, std::string_view singular, std::string_view plural);

/// Characters, not bytes; combining and wide characters count as one.
std::size_t lengthOf(std::string_view text) noexcept;

/// At most `length` characters, the last one "…" when something was cut.
std::string clipped(std::string_view text, std::size_t length);

/// Lines of words, for the terminal: columns as wide as their widest cell.
class Table {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
    /// One cell per column.
    void add(std::vector<std::string> cells);
    bool empty() const noexcept { return rows_.empty(); }
    /// With a line of titles, every line ending in '\n'.
    std::string text() const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace segad::cli
