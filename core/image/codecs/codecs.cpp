#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/codecs/codec_table_p.h"
#include "core/image/codecs/codecs_p.h"

namespace segad::image {

cv::Mat canvas(const PictureHeader& header, int type) {
    return cv::Mat(static_cast<int>(header.height), static_cast<int>(header.width), type);
}

void requireSize(const PictureHeader& header, std::int64_t width, std::int64_t height,
                 const std::string& subject) {
    if (width == header.width && height == header.height) return;
    failDamaged(subject, "it states two different sizes");
}

cv::Mat toRgb(const cv::Mat& samples) {
    cv::Mat bytes = samples;
    if (samples.depth() == CV_16U) {
        bytes.create(samples.size(), CV_8UC(samples.channels()));
        for (int y = 0; y < samples.rows; ++y) {
            const auto* source = samples.ptr<std::uint16_t>(y);
            std::uint8_t* target = bytes.ptr(y);
            for (int i = 0; i < samples.cols * samples.channels(); ++i)
                target[i] = static_cast<std::uint8_t>((source[i] + 128U) / 257U);
        }
    }
    if (bytes.channels() == 3) return bytes;
    cv::Mat rgb;
    cv::cvtColor(bytes, rgb, cv::COLOR_GRAY2RGB);
    return rgb;
}

namespace {
/// Runs a decoder or encoder; what OpenCV or the allocator throws becomes an Error here, at the room's edge.
template <class Decode>
auto guarded(const std::string& subject, Decode decode) {
    try {
        return decode();
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, subject, "there is not enough memory for this picture",
                    "Close other programs, or reduce the picture.");
    } catch (const cv::Exception& failure) {
        const bool memory = failure.code == cv::Error::StsNoMem;
        throw Error(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, subject,
                    memory ? "there is not enough memory for this picture" : failure.err,
                    "Close other programs, or reduce the picture.");
    }
}

cv::Mat decode(std::string_view bytes, const PictureHeader& header, Want want, int enoughSide,
               const std::string& subject) {
    switch (header.format) {
        case PictureFormat::Jpeg:
            return decodeJpeg(bytes, header, want, enoughSide, subject);
        case PictureFormat::Png:
            return decodePng(bytes, header, want, subject);
        case PictureFormat::Tiff:
            return decodeTiff(bytes, header, want, subject);
        case PictureFormat::WebP:
            return decodeWebP(bytes, header, subject);
        case PictureFormat::Bmp:
            return decodeBmp(bytes, header, subject);
        case PictureFormat::Pnm:
            return decodePnm(bytes, header, want, subject);
    }
    failUnsupported(subject, "a picture of an unknown format");
}

cv::Mat decodeRgb(std::string_view bytes, const PictureHeader& header, int enoughSide,
                  const std::string& subject) {
    return guarded(subject, [&] { return toRgb(decode(bytes, header, Want::Rgb, enoughSide, subject)); });
}

cv::Mat decodeSamples(std::string_view bytes, const PictureHeader& header, const std::string& subject) {
    return guarded(subject, [&] { return decode(bytes, header, Want::Samples, 0, subject); });
}

std::string toPng(const cv::Mat& pixels, const std::string& subject) {
    return guarded(subject, [&] { return encodePng(pixels, subject); });
}

std::string toJpeg(const cv::Mat& pixels, int quality, const std::string& subject) {
    return guarded(subject, [&] { return encodeJpeg(pixels, quality, subject); });
}

constexpr CodecTable kTable{
    .decodeRgb = decodeRgb, .decodeSamples = decodeSamples, .encodePng = toPng, .encodeJpeg = toJpeg};
}  // namespace

extern "C" const CodecTable* segadCodecs() {
    return &kTable;
}

}  // namespace segad::image
