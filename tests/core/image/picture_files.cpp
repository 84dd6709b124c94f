#include "tests/core/image/picture_files.h"

#include <array>
#include <fstream>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"

namespace segad::test {

namespace {
std::uint32_t crc32Of(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int i = 0; i < 8; ++i)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

std::uint32_t adler32Of(std::string_view bytes) {
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<std::uint8_t>(c)) % 65521U;
        b = (b + a) % 65521U;
    }
    return (b << 16U) | a;
}

/// zlib's format with stored blocks.
std::string stored(std::string_view data) {
    std::string out("\x78\x01", 2);
    std::size_t at = 0;
    do {
        const std::size_t count = std::min<std::size_t>(data.size() - at, 65535);
        const bool last = at + count == data.size();
        out += static_cast<char>(last ? 1 : 0);
        out += bytes16(static_cast<unsigned>(count)) + bytes16(static_cast<unsigned>(~count & 0xffffU));
        out += data.substr(at, count);
        at += count;
    } while (at < data.size());
    return out + bytes32(adler32Of(data), true);
}
}  // namespace

cv::Mat testPicture(int width, int height) {
    cv::Mat picture(height, width, CV_8UC3);
    SplitMix64 dice(fnv1a64("image/test picture"));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto noise = static_cast<int>(dice.uniform() * 24);
            picture.at<cv::Vec3b>(y, x) = {cv::saturate_cast<std::uint8_t>(220 * x / width + noise),
                                           cv::saturate_cast<std::uint8_t>(200 * y / height + noise),
                                           cv::saturate_cast<std::uint8_t>(180 - 160 * x / width + noise)};
        }
    }
    picture(cv::Rect(0, 0, std::max(1, width / 4), std::max(1, height / 5))).setTo(cv::Scalar(250, 240, 30));
    return picture;
}

std::string encodedByOpenCv(const std::string& extension, const cv::Mat& rgb,
                            const std::vector<int>& options) {
    cv::Mat stored;
    switch (rgb.channels()) {
        case 3:
            cv::cvtColor(rgb, stored, cv::COLOR_RGB2BGR);
            break;
        case 4:
            cv::cvtColor(rgb, stored, cv::COLOR_RGBA2BGRA);
            break;
        default:
            stored = rgb;
    }
    std::vector<unsigned char> bytes;
    if (!cv::imencode(extension, stored, bytes, options))
        throw std::runtime_error("OpenCV can't write " + extension);
    return {bytes.begin(), bytes.end()};
}

cv::Mat decodedByOpenCv(std::string_view bytes) {
    const std::vector<unsigned char> copy(bytes.begin(), bytes.end());
    cv::Mat rgb = cv::imdecode(copy, cv::IMREAD_COLOR);
    cv::cvtColor(rgb, rgb, cv::COLOR_BGR2RGB);
    return rgb;
}

std::string bytes16(unsigned value, bool bigEndian) {
    const char low = static_cast<char>(value & 0xffU);
    const char high = static_cast<char>((value >> 8U) & 0xffU);
    return bigEndian ? std::string{high, low} : std::string{low, high};
}

std::string bytes32(std::uint32_t value, bool bigEndian) {
    const std::string low = bytes16(value & 0xffffU, bigEndian);
    const std::string high = bytes16(value >> 16U, bigEndian);
    return bigEndian ? high + low : low + high;
}

std::string withExif(const std::string& jpeg, int orientation, bool bigEndian) {
    const auto b16 = [&](unsigned v) { return bytes16(v, bigEndian); };
    const auto b32 = [&](std::uint32_t v) { return bytes32(v, bigEndian); };
    // One directory: the make of the camera (text beyond the directory), then the orientation.
    std::string tiff = (bigEndian ? "MM" : "II") + b16(42) + b32(8) + b16(2);
    tiff += b16(0x010f) + b16(2) + b32(8) + b32(38);
    tiff += b16(0x0112) + b16(3) + b32(1) + b16(static_cast<unsigned>(orientation)) + b16(0);
    tiff += b32(0) + std::string("Camera\0\0", 8);
    const std::string payload = std::string("Exif\0\0", 6) + tiff;
    const std::string segment =
        "\xff\xe1" + bytes16(static_cast<unsigned>(payload.size() + 2), true) + payload;
    return jpeg.substr(0, 2) + segment + jpeg.substr(2);
}

std::string pngChunk(std::string_view type, std::string_view data) {
    const std::string body = std::string(type) + std::string(data);
    return bytes32(static_cast<std::uint32_t>(data.size()), true) + body + bytes32(crc32Of(body), true);
}

std::string rawPng(const RawPng& png) {
    const std::string header = bytes32(static_cast<std::uint32_t>(png.width), true) +
                               bytes32(static_cast<std::uint32_t>(png.height), true) +
                               std::string{static_cast<char>(png.bits), static_cast<char>(png.colour), 0, 0,
                                           static_cast<char>(png.interlaced ? 1 : 0)};
    std::string file = "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", header);
    if (!png.palette.empty()) file += pngChunk("PLTE", png.palette);
    file += png.otherChunks;
    const std::string data = stored(png.rows);
    const std::size_t each = data.size() / png.chunks + 1;
    for (std::size_t at = 0; at < data.size(); at += each)
        file += pngChunk("IDAT", std::string_view(data).substr(at, each));
    return file + pngChunk("IEND", "");
}

double largestDifference(const cv::Mat& a, const cv::Mat& b) {
    return cv::norm(a, b, cv::NORM_INF);
}

void writeBytes(const Path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("can't write " + file.string());
}

std::optional<Error> errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace segad::test
