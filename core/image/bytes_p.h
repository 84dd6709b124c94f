// Reading numbers out of a picture's bytes without ever leaving them.
#pragma once

#include <cstdint>
#include <string_view>

namespace segad::image {

/// Thrown by Bytes when something lies beyond the end; never leaves the room.
struct EndOfBytes {};

enum class ByteOrder { Little, Big };

/// A checked view of bytes. All positions are offsets from its begin.
class Bytes {
public:
    explicit Bytes(std::string_view bytes, ByteOrder order = ByteOrder::Big) : bytes_(bytes), order_(order) {}

    std::uint64_t size() const noexcept { return bytes_.size(); }
    std::string_view all() const noexcept { return bytes_; }

    std::uint8_t u8(std::uint64_t at) const {
        if (at >= bytes_.size()) throw EndOfBytes{};
        return static_cast<std::uint8_t>(bytes_[at]);
    }
    std::uint16_t u16(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u32(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
    std::uint32_t u24(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 3)); }

    std::string_view text(std::uint64_t at, std::uint64_t length) const {
        if (at > bytes_.size() || length > bytes_.size() - at) throw EndOfBytes{};
        return bytes_.substr(at, length);
    }

    bool startsWith(std::uint64_t at, std::string_view wanted) const {
        return at <= bytes_.size() && bytes_.substr(at).starts_with(wanted);
    }

private:
    std::uint64_t number(std::uint64_t at, unsigned count) const {
        if (at > bytes_.size() || count > bytes_.size() - at) throw EndOfBytes{};
        std::uint64_t value = 0;
        for (unsigned i = 0; i < count; ++i) {
            const auto byte = static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes_[at + i]));
            value |= byte << (8 * (order_ == ByteOrder::Little ? i : count - 1 - i));
        }
        return value;
    }

    std::string_view bytes_;
    ByteOrder order_;
};

}  // namespace segad::image
