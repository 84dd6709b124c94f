// Written by libpng; read in png_reading.cpp.
#include <array>
#include <csetjmp>
#include <cstring>

#include <png.h>

#include "core/base/error.h"
#include "core/image/codecs/codecs_p.h"

// As in jpeg.cpp: libpng's errors jump back to the setjmp of the function that called it; such functions
// hold nothing with a destructor, and throw only after the jump.

namespace segad::image {

namespace {
struct Reporter {
    std::jmp_buf jump;
    std::array<char, 200> text{};
};

[[noreturn]] void onError(png_structp png, png_const_charp message) {
    auto& reporter = *static_cast<Reporter*>(png_get_error_ptr(png));
    std::strncpy(reporter.text.data(), message, reporter.text.size() - 1);
    std::longjmp(reporter.jump, 1);
}

void onWarning(png_structp /*png*/, png_const_charp /*message*/) {}

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
