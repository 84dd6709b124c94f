#include "app/cli/share_text.h"

#include <charconv>
#include <string_view>

#include "core/base/error.h"

namespace segad::cli {

std::optional<double> shareOf(const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::string_view number = text;
    const bool percent = number.ends_with('%');
    if (percent) number.remove_suffix(1);
    while (number.ends_with(' '))
        number.remove_suffix(1);
    double value = 0;
    const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (percent) value /= 100;
    if (failure != std::errc{} || end != number.data() + number.size() || !(value >= 0 && value <= 1)) {
        throw Error(ErrorCode::InvalidArgument, text, "is no share between 0 and 1", "Write 1% or 0.01.");
    }
    return value;
}

}  // namespace segad::cli
