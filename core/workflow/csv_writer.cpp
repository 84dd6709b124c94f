#include "core/workflow/csv_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace segad {

namespace {
constexpr std::size_t kBufferBytes = 1U << 16U;

void append(std::string& line, const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
        line += field;
        return;
    }
    line += '"';
    for (const char c : field) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}
}  // namespace

CsvWriter::CsvWriter(const Path& file, std::span<const std::string> columns)
    : file_(file), columns_(columns.size()) {
    write(columns);
}

void CsvWriter::row(std::span<const std::string> fields) {
    write(fields);
    ++rows_;
}

void CsvWriter::write(std::span<const std::string> fields) {
    if (fields.size() != columns_) throw std::logic_error("a row needs one field per column");
    buffer_ += csvLine(fields);
    if (buffer_.size() < kBufferBytes) return;
    file_.write(std::string_view(buffer_));
    buffer_.clear();
}

void CsvWriter::finish() {
    file_.write(std::string_view(buffer_));
    buffer_.clear();
    file_.commit();
}

std::string csvLine(std::span<const std::string> fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ',';
        append(line, fields[i]);
    }
    return line + "\r\n";
}

std::string numberText(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 32> text{};
    const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end};
}

std::string numberText(const std::optional<double>& value) {
    return value ? numberText(*value) : std::string();
}

}  // namespace segad
