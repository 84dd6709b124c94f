#include <webp/decode.h>

#include "core/image/codecs/codecs_p.h"

namespace segad::image {

cv::Mat decodeWebP(std::string_view bytes, const PictureHeader& header, const std::string& subject) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0) failUnsupported(subject, "a WebP of another version");
    const auto check = [&](VP8StatusCode status) {
        switch (status) {
            case VP8_STATUS_OK:
                return;
            case VP8_STATUS_OUT_OF_MEMORY:
                throw std::bad_alloc();
            case VP8_STATUS_NOT_ENOUGH_DATA:
            case VP8_STATUS_SUSPENDED:
                failTruncated(subject);
            case VP8_STATUS_UNSUPPORTED_FEATURE:
                failUnsupported(subject, "a WebP of a rare kind");
            default:
                failDamaged(subject, "the WebP bit stream is broken");
        }
    };
    check(WebPGetFeatures(data, bytes.size(), &config.input));
    requireSize(header, config.input.width, config.input.height, subject);
    cv::Mat rgb = canvas(header, CV_8UC3);
    config.output.colorspace = MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = rgb.ptr();
    config.output.u.RGBA.stride = static_cast<int>(rgb.step);
    config.output.u.RGBA.size = rgb.total() * rgb.elemSize();
    const VP8StatusCode status = WebPDecode(data, bytes.size(), &config);
    WebPFreeDecBuffer(&config.output);
    check(status);
    return rgb;
}

}  // namespace segad::image
