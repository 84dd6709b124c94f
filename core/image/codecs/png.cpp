#include <array>
#include <csetjmp>
#include <cstring>
#include <vector>

#include <png.h>

#include "core/base/error.h"
#include "core/image/codecs/codecs_p.h"
#include "core/image/codecs/png_stored_p.h"

// As in jpeg.cpp: libpng's errors jump back to the setjmp of the function that called it; such functions
// hold nothing with a destructor, and throw only after the jump.

namespace segad::image {

namespace {
struct Reporter {
    std::jmp_buf jump;
    std::array<char, 200> text{};
    bool truncated = false;
};

[[noreturn]] void onError(png_structp png, png_const_charp message) {
    auto& reporter = *static_cast<Reporter*>(png_get_error_ptr(png));
    std::strncpy(reporter.text.data(), message, reporter.text.size() - 1);
    std::longjmp(reporter.jump, 1);
}

void onWarning(png_structp /*png*/, png_const_charp /*message*/) {}

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes), stored_(StoredPng::of(bytes)) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reporter_, onError, onWarning);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
        if (info_ == nullptr) {
            png_destroy_read_struct(&png_, nullptr, nullptr);
            throw std::bad_alloc();
        }
    }
    ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Reads the header and sets up the conversions.
    bool start(Want want, std::int64_t width, std::int64_t height) {
        if (setjmp(reporter_.jump) != 0) return false;
        png_set_read_fn(png_, this, onRead);
        // The size was checked against the limits; the library's own default is lower than they may be.
        png_set_user_limits(png_, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height));
        png_set_chunk_malloc_max(png_, 64U << 20U);
        if (stored_) {
            // It has looked at the checksums.
            png_set_crc_action(png_, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
            png_set_option(png_, PNG_IGNORE_ADLER32, PNG_OPTION_ON);
        }
        png_read_info(png_, info_);
        const auto colour = png_get_color_type(png_, info_);
        const auto bits = png_get_bit_depth(png_, info_);
        if (want == Want::Rgb) {
            if (colour == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png_);
            if (colour == PNG_COLOR_TYPE_GRAY && bits < 8) png_set_expand_gray_1_2_4_to_8(png_);
        } else if (bits < 8) {
            png_set_packing(png_);
        }
        png_set_strip_alpha(png_);
        if (bits == 16) png_set_swap(png_);
        passes_ = png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        return true;
    }

    /// CV type of the rows to come.
    int type() const {
        return CV_MAKETYPE(png_get_bit_depth(png_, info_) == 16 ? CV_16U : CV_8U,
                           png_get_channels(png_, info_));
    }
    std::int64_t width() const { return png_get_image_width(png_, info_); }
    std::int64_t height() const { return png_get_image_height(png_, info_); }
    std::size_t rowBytes() const { return png_get_rowbytes(png_, info_); }

    bool readRows(cv::Mat& pixels) {
        if (setjmp(reporter_.jump) != 0) return false;
        for (int pass = 0; pass < passes_; ++pass) {
            for (int y = 0; y < pixels.rows; ++y)
                png_read_row(png_, pixels.ptr(y), nullptr);
        }
        png_read_end(png_, nullptr);
        return true;
    }

    [[noreturn]] void fail(const std::string& subject) const {
        if (reporter_.truncated) failTruncated(subject);
        failDamaged(subject, reporter_.text.data());
    }

private:
    static void onRead(png_structp png, png_bytep target, std::size_t count) {
        auto& self = *static_cast<Reader*>(png_get_io_ptr(png));
        if (self.stored_) {
            if (!self.stored_->read(reinterpret_cast<char*>(target), count)) png_error(png, "the file ends");
            return;
        }
        if (count > self.bytes_.size() - self.at_) {
            self.reporter_.truncated = true;
            png_error(png, "the file ends");
        }
        std::memcpy(target, self.bytes_.data() + self.at_, count);
        self.at_ += count;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::optional<StoredPng> stored_;  ///< then it is read instead
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    int passes_ = 1;
    Reporter reporter_{};
};

class Writer {
public:
    Writer() {
        png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, &reporter_, onError, onWarning);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
        if (info_ == nullptr) {
            png_destroy_write_struct(&png_, nullptr);
            throw std::bad_alloc();
        }
    }
    ~Writer() { png_destroy_write_struct(&png_, &info_); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    bool write(const cv::Mat& pixels, std::string& result) {
        if (setjmp(reporter_.jump) != 0) return false;
        png_set_write_fn(png_, &result, onWrite, nullptr);
        png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        const int colour = pixels.channels() == 1   ? PNG_COLOR_TYPE_GRAY
                           : pixels.channels() == 3 ? PNG_COLOR_TYPE_RGB
                                                    : PNG_COLOR_TYPE_RGB_ALPHA;
        png_set_IHDR(png_, info_, static_cast<png_uint_32>(pixels.cols),
                     static_cast<png_uint_32>(pixels.rows), 8, colour, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        // Level 4 takes a third of the time of the default and makes files a few per cent larger.
        png_set_compression_level(png_, 4);
        png_write_info(png_, info_);
        for (int y = 0; y < pixels.rows; ++y)
            png_write_row(png_, pixels.ptr(y));
        png_write_end(png_, nullptr);
        return true;
    }

    std::string reason() const { return reporter_.text.data(); }

private:
    static void onWrite(png_structp png, png_bytep bytes, std::size_t count) {
        auto& result = *static_cast<std::string*>(png_get_io_ptr(png));
        bool full = false;
        try {
            result.append(reinterpret_cast<const char*>(bytes), count);
        } catch (const std::bad_alloc&) {
            full = true;  // no exception may pass through libpng
        }
        if (full) png_error(png, "not enough memory");
    }

    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    Reporter reporter_{};
};
}  // namespace

cv::Mat decodePng(std::string_view bytes, const PictureHeader& header, Want want,
                  const std::string& subject) {
    Reader reader(bytes);
    if (!reader.start(want, header.width, header.height)) reader.fail(subject);
    requireSize(header, reader.width(), reader.height(), subject);
    cv::Mat pixels = canvas(header, reader.type());
    if (reader.rowBytes() != static_cast<std::size_t>(pixels.cols) * pixels.elemSize()) {
        failDamaged(subject, "its rows have an unexpected length");
    }
    if (!reader.readRows(pixels)) reader.fail(subject);
    return pixels;
}

std::string encodePng(const cv::Mat& pixels, const std::string& subject) {
    Writer writer;
    std::string result;
    if (!writer.write(pixels, result)) {
        throw Error(ErrorCode::Internal, subject, "could not be compressed as PNG: " + writer.reason(),
                    "Choose a smaller picture, or close other programs.");
    }
    return result;
}

}  // namespace segad::image
