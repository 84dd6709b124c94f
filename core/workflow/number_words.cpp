#include "core/workflow/number_words.h"

#include <array>
#include <cstdio>

namespace segad {

std::string percentText(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", 100 * share);
    std::string number = text.data();
    if (number.ends_with(".0")) number.resize(number.size() - 2);
    return number + " %";
}

std::string countText(std::uint64_t count, std::string_view singular, std::string_view plural) {
    return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

}  // namespace segad
