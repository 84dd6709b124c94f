#include <cstdint>

#include "core/image/bytes_p.h"
#include "core/image/codecs/codecs_p.h"

namespace segad::image {

namespace {
/// The text part of a PNM file: numbers between white space and comments.
class Numbers {
public:
    Numbers(const Bytes& bytes, std::uint64_t at, const std::string& subject)
        : bytes_(bytes), at_(at), subject_(subject) {}

    std::uint32_t next() {
        skip();
        std::uint32_t value = 0;
        bool any = false;
        for (; at_ < bytes_.size() && isDigit(bytes_.u8(at_)); ++at_, any = true) {
            value = value * 10 + (bytes_.u8(at_) - static_cast<std::uint32_t>('0'));
            if (value > 100'000'000) failDamaged(subject_, "a number in it is absurd");
        }
        if (!any) notANumber();
        return value;
    }

    /// One digit of a plain bitmap, which needs no white space around it.
    std::uint32_t nextBit() {
        skip();
        const std::uint8_t c = bytes_.u8(at_);
        if (c != '0' && c != '1') notANumber();
        ++at_;
        return c - static_cast<std::uint32_t>('0');
    }

    std::uint64_t at() const { return at_; }

private:
    static bool isDigit(std::uint8_t c) { return c >= '0' && c <= '9'; }
    static bool isSpace(std::uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

    [[noreturn]] void notANumber() const {
        if (at_ >= bytes_.size()) throw EndOfBytes{};
        failDamaged(subject_, "byte " + std::to_string(at_) + " is not a digit");
    }

    void skip() {
        for (; at_ < bytes_.size(); ++at_) {
            const std::uint8_t c = bytes_.u8(at_);
            if (c == '#') {
                while (at_ < bytes_.size() && bytes_.u8(at_) != '\n' && bytes_.u8(at_) != '\r')
                    ++at_;
            } else if (!isSpace(c)) {
                return;
            }
        }
    }

    const Bytes& bytes_;
    std::uint64_t at_;
    const std::string& subject_;
};

struct Layout {
    bool bitmap = false;  ///< P1, P4: 1 is black
    bool plain = false;   ///< P1, P2, P3: numbers as text
    std::uint32_t maximum = 1;
    std::uint64_t begin = 0;  ///< of the pixels
};

Layout readLayout(const Bytes& bytes, const std::string& subject) {
    const std::uint8_t kind = bytes.u8(1);
    Layout layout{.bitmap = kind == '1' || kind == '4', .plain = kind <= '3'};
    Numbers numbers(bytes, 2, subject);
    numbers.next();
    numbers.next();
    if (!layout.bitmap) layout.maximum = numbers.next();
    layout.begin = numbers.at() + 1;  // one white space
    return layout;
}

cv::Mat readPlain(const Bytes& bytes, const Layout& layout, cv::Mat samples, const std::string& subject) {
    Numbers numbers(bytes, layout.begin, subject);
    const int perRow = samples.cols * samples.channels();
    for (int y = 0; y < samples.rows; ++y) {
        auto* row = samples.ptr<std::uint16_t>(y);
        for (int i = 0; i < perRow; ++i)
            row[i] = static_cast<std::uint16_t>(layout.bitmap ? 1U - numbers.nextBit()
                                                              : std::min(numbers.next(), 0xffffU));
    }
    return samples;
}

cv::Mat readBinary(const Bytes& bytes, const Layout& layout, cv::Mat samples) {
    const auto perRow =
        static_cast<std::uint64_t>(samples.cols) * static_cast<std::uint64_t>(samples.channels());
    const std::uint64_t depth = layout.maximum > 255 ? 2 : 1;
    const std::uint64_t rowBytes = layout.bitmap ? (perRow + 7) / 8 : perRow * depth;
    for (int y = 0; y < samples.rows; ++y) {
        const Bytes source(bytes.text(layout.begin + static_cast<std::uint64_t>(y) * rowBytes, rowBytes));
        auto* row = samples.ptr<std::uint16_t>(y);
        for (std::uint64_t i = 0; i < perRow; ++i) {
            row[i] = layout.bitmap
                         ? static_cast<std::uint16_t>(((source.u8(i / 8) >> (7U - i % 8)) & 1U) ^ 1U)
                     : depth == 2 ? source.u16(2 * i)
                                  : source.u8(i);
        }
    }
    return samples;
}

/// Values relative to the file's maximum to 0…255, rounded.
cv::Mat toBytes(const cv::Mat& samples, std::uint32_t maximum) {
    cv::Mat bytes(samples.size(), CV_8UC(samples.channels()));
    for (int y = 0; y < samples.rows; ++y) {
        const auto* source = samples.ptr<std::uint16_t>(y);
        std::uint8_t* target = bytes.ptr(y);
        for (int i = 0; i < samples.cols * samples.channels(); ++i)
            target[i] = static_cast<std::uint8_t>(
                (std::min<std::uint32_t>(source[i], maximum) * 255U + maximum / 2) / maximum);
    }
    return bytes;
}
}  // namespace

cv::Mat decodePnm(std::string_view contents, const PictureHeader& header, Want want,
                  const std::string& subject) {
    try {
        const Bytes bytes(contents);
        const Layout layout = readLayout(bytes, subject);
        const cv::Mat samples = canvas(header, CV_16UC(header.channels));
        if (layout.plain) {
            readPlain(bytes, layout, samples, subject);
        } else {
            readBinary(bytes, layout, samples);
        }
        return want == Want::Samples ? samples : toBytes(samples, layout.maximum);
    } catch (const EndOfBytes&) {
        failTruncated(subject);
    }
}

}  // namespace segad::image
