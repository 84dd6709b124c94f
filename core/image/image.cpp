#include "core/image/image.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <string>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/image/bytes_p.h"
#include "core/image/decode_p.h"
#include "core/image/orientation_p.h"

namespace segad {

using namespace image;

namespace {
ImageInfo infoOf(const PictureHeader& header) {
    ImageInfo info{.width = static_cast<int>(header.width),
                   .height = static_cast<int>(header.height),
                   .channels = header.channels,
                   .bitsPerChannel = header.bitsPerChannel,
                   .hadAlpha = header.alpha,
                   .orientation = header.orientation};
    if (swapsSides(info.orientation)) std::swap(info.width, info.height);
    return info;
}

/// 16-bit samples whose values all fit into 8 bits; others can't be labels.
cv::Mat toByteLabels(const cv::Mat& samples, const std::string& subject) {
    double largest = 0;
    cv::minMaxLoc(samples, nullptr, &largest);
    if (largest > 255) {
        throw Error(ErrorCode::InvalidData, subject,
                    "holds the value " + std::to_string(static_cast<int>(largest)) + ", labels go up to 255",
                    "Save the labels as an 8-bit picture.");
    }
    cv::Mat bytes;
    samples.convertTo(bytes, CV_8U);
    return bytes;
}

cv::Mat onlyGrey(const cv::Mat& rgb, const std::string& subject) {
    cv::Mat grey(rgb.size(), CV_8UC1);
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* pixel = rgb.ptr<cv::Vec3b>(y);
        std::uint8_t* target = grey.ptr(y);
        for (int x = 0; x < rgb.cols; ++x) {
            if (pixel[x][0] != pixel[x][1] || pixel[x][0] != pixel[x][2]) {
                throw Error(ErrorCode::InvalidData, subject, "is a colour picture where labels are needed",
                            "Save the labels as a grey or indexed PNG, or as .npy.");
            }
            target[x] = pixel[x][0];
        }
    }
    return grey;
}

std::string lowerExtension(const Path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}
}  // namespace

namespace image {

CheckedPicture checkPicture(std::string_view bytes, const std::string& subject, const DecodeLimits& limits) {
    const PictureHeader header = readPictureHeader(bytes, subject, true);
    requireWithin(header, limits, subject);
    return {header, infoOf(header)};
}

void requireWithin(const PictureHeader& header, const DecodeLimits& limits, const std::string& subject) {
    const std::int64_t side = std::max(header.width, header.height);
    const bool tooLarge = side > limits.maxSide || header.width > limits.maxPixels / header.height;
    if (!tooLarge) return;
    throw Error(ErrorCode::InvalidData, subject,
                "the picture says it has " + std::to_string(header.width) + " × " +
                    std::to_string(header.height) + " pixels, more than the " +
                    std::to_string(limits.maxPixels / 1'000'000) + " million (or " +
                    std::to_string(limits.maxSide) + " a side) allowed here",
                "Check that it is what you meant, or reduce it.");
}
}  // namespace image

DecodedImage decodeImage(const Path& file, const DecodeLimits& limits) {
    return decodeImageBytes(readFile(file, limits.maxFileBytes), toUtf8(file), limits);
}

DecodedImage decodeImageBytes(std::string_view bytes, const std::string& subject,
                              const DecodeLimits& limits) {
    const CheckedPicture picture = checkPicture(bytes, subject, limits);
    const cv::Mat stored = codecs().decodeRgb(bytes, picture.header, 0, subject);
    return {upright(stored, picture.header.orientation), picture.info};
}

ImageInfo probeImage(const Path& file, const DecodeLimits& limits) {
    constexpr std::uint64_t kUsuallyEnough = 64U << 10U;
    const std::string subject = toUtf8(file);
    const FileHead head = readFileHead(file, kUsuallyEnough);
    if (head.fileBytes > limits.maxFileBytes) {
        // The same refusal as when it is read as a whole.
        return infoOf(readPictureHeader(readFile(file, limits.maxFileBytes), subject, true));
    }
    const bool complete = head.fileBytes <= head.bytes.size();
    PictureHeader header;
    try {
        header = readPictureHeader(head.bytes, subject, complete);
    } catch (const EndOfBytes&) {
        header = readPictureHeader(readFile(file, limits.maxFileBytes), subject, true);
    }
    requireWithin(header, limits, subject);
    return infoOf(header);
}

cv::Mat decodeLabels(const Path& file, const DecodeLimits& limits) {
    const std::string subject = toUtf8(file);
    const std::string bytes = readFile(file, limits.maxFileBytes);
    const CheckedPicture picture = checkPicture(bytes, subject, limits);
    cv::Mat samples = codecs().decodeSamples(bytes, picture.header, subject);
    if (samples.depth() == CV_16U) samples = toByteLabels(samples, subject);
    return samples.channels() == 3 ? onlyGrey(samples, subject) : samples;
}

std::string encodePngBytes(const cv::Mat& pixels) {
    if (pixels.empty() ||
        (pixels.type() != CV_8UC1 && pixels.type() != CV_8UC3 && pixels.type() != CV_8UC4)) {
        throw std::invalid_argument("PNG is written from CV_8UC1, CV_8UC3 or CV_8UC4 with pixels");
    }
    return codecs().encodePng(pixels, "picture");
}

std::string encodeJpegBytes(const cv::Mat& pixels, int quality) {
    if (pixels.empty() || (pixels.type() != CV_8UC1 && pixels.type() != CV_8UC3) || quality < 0 ||
        quality > 100) {
        throw std::invalid_argument("JPEG is written from CV_8UC1 or CV_8UC3 with pixels, quality 0 … 100");
    }
    return codecs().encodeJpeg(pixels, quality, "picture");
}

void encodeImage(const Path& file, const cv::Mat& pixels, int jpegQuality) {
    const std::string extension = lowerExtension(file);
    if (extension == ".png") {
        writeFileAtomically(file, encodePngBytes(pixels));
    } else if (extension == ".jpg" || extension == ".jpeg") {
        writeFileAtomically(file, encodeJpegBytes(pixels, jpegQuality));
    } else {
        throw Error(ErrorCode::Unsupported, toUtf8(file), "pictures are not written as '" + extension + "'",
                    "Choose a name that ends in .png or .jpg.");
    }
}

}  // namespace segad
