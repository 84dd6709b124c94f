#include "core/workflow/natural_order.h"

#include <cstddef>

namespace segad {

namespace {
bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The end of the digits that begin at `from`.
std::size_t digitsEnd(std::string_view text, std::size_t from) noexcept {
    while (from < text.size() && isDigit(text[from]))
        ++from;
    return from;
}

std::string_view withoutZeros(std::string_view digits) noexcept {
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? std::string_view{} : digits.substr(first);
}

/// '/' comes before everything, so that "a/1" stands before "a-b/1".
int rankOf(char c) noexcept {
    return c == '/' ? -1 : static_cast<unsigned char>(c);
}
}  // namespace

bool naturalLess(std::string_view a, std::string_view b) noexcept {
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a.size() && k < b.size()) {
        if (isDigit(a[i]) && isDigit(b[k])) {
            const std::size_t iEnd = digitsEnd(a, i);
            const std::size_t kEnd = digitsEnd(b, k);
            const std::string_view left = withoutZeros(a.substr(i, iEnd - i));
            const std::string_view right = withoutZeros(b.substr(k, kEnd - k));
            if (left.size() != right.size()) return left.size() < right.size();
            if (left != right) return left < right;
            i = iEnd;
            k = kEnd;
        } else if (a[i] != b[k]) {
            return rankOf(a[i]) < rankOf(b[k]);
        } else {
            ++i;
            ++k;
        }
    }
    if (a.size() - i != b.size() - k) return a.size() - i < b.size() - k;
    return a < b;  // "1" and "01" are the same number
}

}  // namespace segad
