#include "core/base/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace segad {

bool isUtf8(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        if (lead < 0x80) continue;
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead < 0xC2 || lead > 0xF4 || text.size() - i < static_cast<std::size_t>(more)) return false;
        std::uint32_t point = lead & (0x3FU >> static_cast<unsigned>(more));
        for (int k = 0; k < more; ++k) {
            const auto next = static_cast<unsigned char>(text[i++]);
            if ((next & 0xC0U) != 0x80) return false;
            point = (point << 6U) | (next & 0x3FU);
        }
        constexpr std::array<std::uint32_t, 4> kSmallest{0, 0x80, 0x800, 0x10000};
        const bool surrogate = point >= 0xD800 && point < 0xE000;
        if (point < kSmallest[static_cast<std::size_t>(more)] || point > 0x10FFFF || surrogate) return false;
    }
    return true;
}

}  // namespace segad
