#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include <jerror.h>
#include <jpeglib.h>

#include "core/base/error.h"
#include "core/image/codecs/codecs_p.h"

// libjpeg reports fatal errors by a function that must not return: it jumps back to the setjmp of the
// function that called the library. Such functions hold nothing with a destructor, and throw only after
// the jump, in C++.

namespace segad::image {

namespace {
constexpr int kMaxScans = 500;  ///< a progressive file with thousands of scans only wants to burn time

struct Reporter : jpeg_error_mgr {
    std::jmp_buf jump;
    std::array<char, JMSG_LENGTH_MAX> text{};
    bool truncated = false;
    bool tooManyScans = false;
};

Reporter& reporterOf(j_common_ptr info) {
    return *static_cast<Reporter*>(info->err);
}

[[noreturn]] void onFatal(j_common_ptr info) {
    Reporter& reporter = reporterOf(info);
    info->err->format_message(info, reporter.text.data());
    std::longjmp(reporter.jump, 1);
}

/// Warnings that mean missing picture data end the decoding: libjpeg would fill the rest with grey.
void onMessage(j_common_ptr info, int level) {
    if (level >= 0) return;
    const int code = info->err->msg_code;
    const bool missing = code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF || code == JWRN_HUFF_BAD_CODE ||
                         code == JWRN_MUST_RESYNC;
    if (!missing) return;
    reporterOf(info).truncated = code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF;
    onFatal(info);
}

void discardMessage(j_common_ptr /*info*/) {}

void onProgress(j_common_ptr info) {
    if (info->is_decompressor == 0) return;
    // The library hands the base part of its struct to callbacks, as documented in libjpeg.txt.
    const auto* decompressor = reinterpret_cast<j_decompress_ptr>(info);
    if (decompressor->input_scan_number <= kMaxScans) return;
    reporterOf(info).tooManyScans = true;
    onFatal(info);
}

void prepare(Reporter& reporter) {
    jpeg_std_error(&reporter);
    reporter.error_exit = onFatal;
    reporter.emit_message = onMessage;
    reporter.output_message = discardMessage;
}

class Reader {
public:
    Reader() {
        prepare(reporter_);
        info_.err = &reporter_;
        progress_.progress_monitor = onProgress;
    }
    ~Reader() { jpeg_destroy_decompress(&info_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool readHeader(std::string_view bytes) {
        if (setjmp(reporter_.jump) != 0) return false;
        jpeg_create_decompress(&info_);
        info_.progress = &progress_;
        jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        jpeg_read_header(&info_, TRUE);
        return true;
    }

    bool start(Want want, int enoughSide) {
        if (setjmp(reporter_.jump) != 0) return false;
        const bool fourInks = info_.num_components == 4;
        const bool greySamples = want == Want::Samples && info_.num_components == 1;
        info_.out_color_space = fourInks ? JCS_CMYK : greySamples ? JCS_GRAYSCALE : JCS_RGB;
        if (enoughSide > 0) {
            const auto longer = static_cast<std::int64_t>(std::max(info_.image_width, info_.image_height));
            info_.scale_denom = 8;
            info_.scale_num = static_cast<unsigned>(
                std::clamp<std::int64_t>((8LL * enoughSide + longer - 1) / longer, 1, 8));
        }
        jpeg_start_decompress(&info_);
        return true;
    }

    bool readRows(cv::Mat& pixels) {
        if (setjmp(reporter_.jump) != 0) return false;
        while (info_.output_scanline < info_.output_height) {
            JSAMPROW row = pixels.ptr(static_cast<int>(info_.output_scanline));
            jpeg_read_scanlines(&info_, &row, 1);
        }
        jpeg_finish_decompress(&info_);
        return true;
    }

    const jpeg_decompress_struct& info() const { return info_; }

    [[noreturn]] void fail(const std::string& subject) const {
        if (reporter_.truncated || reporter_.msg_code == JERR_INPUT_EOF) failTruncated(subject);
        if (reporter_.tooManyScans)
            failDamaged(subject, "it has more than " + std::to_string(kMaxScans) + " scans");
        switch (reporter_.msg_code) {
            case JERR_BAD_PRECISION:
            case JERR_SOF_UNSUPPORTED:
            case JERR_CONVERSION_NOTIMPL:
                failUnsupported(subject,
                                std::string("a JPEG of a rare kind (") + reporter_.text.data() + ")");
            case JERR_OUT_OF_MEMORY:
                throw std::bad_alloc();
            default:
                failDamaged(subject, reporter_.text.data());
        }
    }

private:
    jpeg_decompress_struct info_{};
    jpeg_progress_mgr progress_{};
    Reporter reporter_{};
};

/// Four inks to RGB. Adobe's files hold them inverted (255 = no ink), which libjpeg leaves to the caller.
cv::Mat inksToRgb(const cv::Mat& inks, bool inverted) {
    cv::Mat rgb(inks.size(), CV_8UC3);
    for (int y = 0; y < inks.rows; ++y) {
        const std::uint8_t* ink = inks.ptr(y);
        std::uint8_t* target = rgb.ptr(y);
        for (int x = 0; x < inks.cols; ++x, ink += 4) {
            const auto light = [&](int i) { return static_cast<unsigned>(inverted ? ink[i] : 255 - ink[i]); };
            for (int c = 0; c < 3; ++c)
                *target++ = static_cast<std::uint8_t>((light(c) * light(3) + 127U) / 255U);
        }
    }
    return rgb;
}

class Writer {
public:
    Writer() {
        prepare(reporter_);
        info_.err = &reporter_;
    }
    ~Writer() {
        jpeg_destroy_compress(&info_);
        std::free(buffer_);  // allocated by libjpeg's memory destination with malloc
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    bool write(const cv::Mat& pixels, int quality) {
        if (setjmp(reporter_.jump) != 0) return false;
        jpeg_create_compress(&info_);
        jpeg_mem_dest(&info_, &buffer_, &size_);
        info_.image_width = static_cast<JDIMENSION>(pixels.cols);
        info_.image_height = static_cast<JDIMENSION>(pixels.rows);
        info_.input_components = pixels.channels();
        info_.in_color_space = pixels.channels() == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&info_);
        jpeg_set_quality(&info_, quality, TRUE);
        info_.optimize_coding = TRUE;
        if (quality >= 90) {
            // Thin coloured defects don't survive halved colour resolution; who asks for quality keeps it.
            info_.comp_info[0].h_samp_factor = 1;
            info_.comp_info[0].v_samp_factor = 1;
        }
        jpeg_start_compress(&info_, TRUE);
        while (info_.next_scanline < info_.image_height) {
            // libjpeg takes a non-const row and does not write to it.
            auto* row = const_cast<JSAMPROW>(pixels.ptr(static_cast<int>(info_.next_scanline)));
            jpeg_write_scanlines(&info_, &row, 1);
        }
        jpeg_finish_compress(&info_);
        return true;
    }

    std::string result() const { return {reinterpret_cast<const char*>(buffer_), size_}; }
    std::string reason() const { return reporter_.text.data(); }

private:
    jpeg_compress_struct info_{};
    Reporter reporter_{};
    unsigned char* buffer_ = nullptr;
    unsigned long size_ = 0;  // NOLINT(google-runtime-int): libjpeg's type
};
}  // namespace

cv::Mat decodeJpeg(std::string_view bytes, const PictureHeader& header, Want want, int enoughSide,
                   const std::string& subject) {
    Reader reader;
    if (!reader.readHeader(bytes)) reader.fail(subject);
    requireSize(header, reader.info().image_width, reader.info().image_height, subject);
    if (!reader.start(want, enoughSide)) reader.fail(subject);
    const auto& info = reader.info();
    cv::Mat pixels(static_cast<int>(info.output_height), static_cast<int>(info.output_width),
                   CV_8UC(info.output_components));
    if (!reader.readRows(pixels)) reader.fail(subject);
    return info.output_components == 4 ? inksToRgb(pixels, info.saw_Adobe_marker != 0) : pixels;
}

std::string encodeJpeg(const cv::Mat& pixels, int quality, const std::string& subject) {
    Writer writer;
    if (!writer.write(pixels, quality)) {
        throw Error(ErrorCode::Internal, subject, "could not be compressed as JPEG: " + writer.reason(),
                    "Choose PNG, or a smaller picture.");
    }
    return writer.result();
}

}  // namespace segad::image
