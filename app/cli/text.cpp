#include "app/cli/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

#include "app/cli/progress_bar.h"

namespace segad::cli {

namespace {
bool startsCharacter(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}
}  // namespace

std::string fixed(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

std::string percent(const std::optional<double>& fraction) {
    return fraction ? fixed(*fraction * 100, 1) : "n/a";
}

std::string duration(double seconds) {
    if (seconds < 0.1) return fixed(seconds * 1000, 1) + " ms";
    if (seconds < 60) return fixed(seconds, 1) + " s";
    return clockText(seconds) + (seconds < 3600 ? " min" : " h");
}

std::string byteText(unsigned long long bytes) {
    constexpr std::array<const char*, 5> units{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return fixed(value, unit == 0 ? 0 : 1) + " " + units[unit];
}

std::string counted(long long count, std::string_view singular, std::string_view plural) {
    return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

std::size_t lengthOf(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(text, startsCharacter));
}

std::string clipped(std::string_view text, std::size_t length) {
    if (lengthOf(text) <= length) return std::string(text);
    std::size_t characters = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        if (startsCharacter(text[end]) && ++characters == length) break;
        ++end;
    }
    return std::string(text.substr(0, end)) + "…";
}

void Table::add(std::vector<std::string> cells) {
    if (cells.size() != columns_.size()) throw std::logic_error("a table row needs one cell per column");
    rows_.push_back(std::move(cells));
}

std::string Table::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = lengthOf(columns_[c].title);
        for (const auto& row : rows_)
            width = std::max(width, lengthOf(row[c]));
        widths.push_back(width);
    }
    const auto line = [&](const auto& cellAt) {
        std::string out;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string& cell = cellAt(c);
            const std::string space(widths[c] - lengthOf(cell), ' ');
            out += (c == 0 ? "" : "  ") + (columns_[c].align == Align::Right ? space + cell : cell + space);
        }
        out.erase(out.find_last_not_of(' ') + 1);
        return out + "\n";
    };
    std::string all = line([&](std::size_t c) -> const std::string& { return columns_[c].title; });
    for (const auto& row : rows_)
        all += line([&](std::size_t c) -> const std::string& { return row[c]; });
    return all;
}

}  // namespace segad::cli
