#include <cstdint>
#include <optional>

#include "core/image/bytes_p.h"
#include "core/image/tiff_header_p.h"

namespace segad::image {

namespace {
constexpr std::uint16_t kWidth = 256;
constexpr std::uint16_t kHeight = 257;
constexpr std::uint16_t kBitsPerSample = 258;
constexpr std::uint16_t kPhotometric = 262;
constexpr std::uint16_t kOrientation = 274;
constexpr std::uint16_t kSamplesPerPixel = 277;
constexpr std::uint16_t kExtraSamples = 338;

// Values of the photometric tag.
constexpr std::uint64_t kBlackIsZero = 1;
constexpr std::uint64_t kRgb = 2;
constexpr std::uint64_t kPalette = 3;
constexpr std::uint64_t kInks = 5;

/// The first directory of a TIFF structure. Big: 8-byte offsets (BigTIFF).
class Directory {
public:
    explicit Directory(std::string_view contents)
        : bytes_(contents, contents.starts_with("II") ? ByteOrder::Little : ByteOrder::Big),
          big_(bytes_.u16(2) == 43) {
        begin_ = big_ ? bytes_.u64(8) : bytes_.u32(4);
        if (begin_ > bytes_.size()) throw EndOfBytes{};
        count_ = big_ ? bytes_.u64(begin_) : bytes_.u16(begin_);
    }

    /// The first number of a tag of an unsigned integer type.
    std::optional<std::uint64_t> find(std::uint16_t tag) const {
        const std::uint64_t entrySize = big_ ? 20 : 12;
        std::uint64_t entry = begin_ + (big_ ? 8 : 2);
        for (std::uint64_t i = 0; i < count_; ++i, entry += entrySize) {
            if (bytes_.u16(entry) != tag) continue;
            const std::uint16_t type = bytes_.u16(entry + 2);
            const std::uint64_t values = big_ ? bytes_.u64(entry + 4) : bytes_.u32(entry + 4);
            const std::uint64_t field = entry + (big_ ? 12 : 8);
            return firstNumber(type, values, field);
        }
        return std::nullopt;
    }

private:
    std::optional<std::uint64_t> firstNumber(std::uint16_t type, std::uint64_t values,
                                             std::uint64_t field) const {
        enum : std::uint16_t { Byte = 1, Short = 3, Long = 4, Long8 = 16 };
        const std::uint64_t itemSize = type == Byte    ? 1
                                       : type == Short ? 2
                                       : type == Long  ? 4
                                       : type == Long8 ? 8
                                                       : 0;
        if (itemSize == 0 || values == 0) return std::nullopt;
        const std::uint64_t fieldSize = big_ ? 8 : 4;
        const bool inField = values <= fieldSize / itemSize;
        const std::uint64_t at = inField ? field : big_ ? bytes_.u64(field) : bytes_.u32(field);
        switch (type) {
            case Byte:
                return bytes_.u8(at);
            case Short:
                return bytes_.u16(at);
            case Long:
                return bytes_.u32(at);
            default:
                return bytes_.u64(at);
        }
    }

    Bytes bytes_;
    bool big_;
    std::uint64_t begin_ = 0;
    std::uint64_t count_ = 0;
};

int validOrientation(std::optional<std::uint64_t> value) {
    return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
}
}  // namespace

bool isTiff(std::string_view bytes) noexcept {
    using namespace std::string_view_literals;
    return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) || bytes.starts_with("II+\0"sv) ||
           bytes.starts_with("MM\0+"sv);
}

PictureHeader tiffHeader(std::string_view bytes, const std::string& subject) {
    const Directory directory(bytes);
    PictureHeader header{.format = PictureFormat::Tiff};
    constexpr std::uint64_t kAbsurd = 1ULL << 40U;
    const std::uint64_t width = directory.find(kWidth).value_or(0);
    const std::uint64_t height = directory.find(kHeight).value_or(0);
    if (width > kAbsurd || height > kAbsurd) failDamaged(subject, "its size is absurd");
    header.width = static_cast<std::int64_t>(width);
    header.height = static_cast<std::int64_t>(height);
    const std::uint64_t samples = directory.find(kSamplesPerPixel).value_or(1);
    const std::uint64_t bits = directory.find(kBitsPerSample).value_or(1);
    if (samples < 1 || samples > 64)
        failUnsupported(subject, "a TIFF with " + std::to_string(samples) + " channels");
    if (bits < 1 || bits > 16)
        failUnsupported(subject, "a TIFF with " + std::to_string(bits) + " bits per channel");
    const std::uint64_t photometric =
        directory.find(kPhotometric).value_or(samples >= 3 ? kRgb : kBlackIsZero);
    const bool palette = photometric == kPalette;
    const std::uint64_t colours = photometric <= kBlackIsZero || palette ? 1 : photometric == kInks ? 4 : 3;
    // Some writers don't say what their fourth channel is.
    header.alpha = directory.find(kExtraSamples).has_value() || samples > colours;
    header.channels = palette ? 3 : static_cast<int>(samples);
    header.bitsPerChannel = palette ? 8 : static_cast<int>(bits);
    header.orientation = validOrientation(directory.find(kOrientation));
    return header;
}

int exifOrientation(std::string_view exif) noexcept {
    try {
        if (!isTiff(exif)) return 1;
        return validOrientation(Directory(exif).find(kOrientation));
    } catch (const EndOfBytes&) {
        return 1;
    }
}

}  // namespace segad::image
