#include <algorithm>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include <opencv2/core.hpp>
#include <tiffio.h>

#include "core/image/codecs/codecs_p.h"

namespace segad::image {

namespace {
constexpr std::uint16_t kMaxSamples = 16;

/// A file in memory as libtiff wants to see it, and what it complains about.
struct Source {
    std::string_view bytes;
    std::uint64_t at = 0;
    bool ranOut = false;
    std::string complaint;

    static Source& of(thandle_t handle) { return *static_cast<Source*>(handle); }

    static tmsize_t read(thandle_t handle, void* target, tmsize_t size) {
        Source& source = of(handle);
        const auto wanted = static_cast<std::uint64_t>(size);
        const std::uint64_t left = source.at < source.bytes.size() ? source.bytes.size() - source.at : 0;
        const std::uint64_t got = std::min(wanted, left);
        source.ranOut = source.ranOut || got < wanted;
        if (got > 0) std::memcpy(target, source.bytes.data() + source.at, got);
        source.at += got;
        return static_cast<tmsize_t>(got);
    }
    static tmsize_t refuseWrite(thandle_t /*handle*/, void* /*bytes*/, tmsize_t /*size*/) { return 0; }
    static toff_t seek(thandle_t handle, toff_t offset, int whence) {
        Source& source = of(handle);
        const toff_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? source.at : source.bytes.size();
        source.at = base + offset;
        return source.at;
    }
    static int close(thandle_t /*handle*/) { return 0; }
    static toff_t size(thandle_t handle) { return of(handle).bytes.size(); }

    static int onError(TIFF* /*file*/, void* user, const char* /*module*/, const char* format,
                       std::va_list arguments) {
        Source& source = of(user);
        char text[300];
        if (source.complaint.empty() && std::vsnprintf(text, sizeof text, format, arguments) > 0) {
            source.complaint = text;
        }
        return 1;  // said; libtiff's global handler would print it
    }
    static int onWarning(TIFF* /*file*/, void* /*user*/, const char* /*module*/, const char* /*format*/,
                         std::va_list /*arguments*/) {
        return 1;
    }
};

struct CloseTiff {
    void operator()(TIFF* file) const { TIFFClose(file); }
};
using File = std::unique_ptr<TIFF, CloseTiff>;

struct Layout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t photometric = 0;
    bool separate = false;  ///< one plane per channel
    int colours = 1;        ///< channels that are read: 1 or 3
};

class Decoder {
public:
    Decoder(std::string_view bytes, const std::string& subject) : subject_(subject) {
        source_.bytes = bytes;
        const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                       &TIFFOpenOptionsFree);
        if (options == nullptr) throw std::bad_alloc();
        TIFFOpenOptionsSetErrorHandlerExtR(options.get(), Source::onError, &source_);
        TIFFOpenOptionsSetWarningHandlerExtR(options.get(), Source::onWarning, &source_);
        file_.reset(TIFFClientOpenExt("picture", "rm", &source_, Source::read, Source::refuseWrite,
                                      Source::seek, Source::close, Source::size, nullptr, nullptr,
                                      options.get()));
        if (file_ == nullptr) fail();
    }

    cv::Mat decode(const PictureHeader& header, Want want) {
        const Layout layout = readLayout(header);
        const bool plain = layout.photometric == PHOTOMETRIC_MINISBLACK ||
                           layout.photometric == PHOTOMETRIC_MINISWHITE ||
                           layout.photometric == PHOTOMETRIC_RGB || layout.photometric == PHOTOMETRIC_PALETTE;
        if (!plain) return decodeByLibrary(header);
        cv::Mat samples = readSamples(header, layout);
        if (layout.photometric == PHOTOMETRIC_PALETTE) return throughPalette(samples, layout);
        if (layout.photometric == PHOTOMETRIC_MINISWHITE) {
            const int most = (1 << layout.bits) - 1;
            cv::subtract(cv::Scalar::all(most), samples, samples);
        }
        return want == Want::Samples ? samples : toEightOrSixteenBits(samples, layout.bits);
    }

private:
    [[noreturn]] void fail() const {
        if (source_.ranOut) failTruncated(subject_);
        failDamaged(subject_, source_.complaint.empty() ? "the TIFF can't be decoded" : source_.complaint);
    }

    Layout readLayout(const PictureHeader& header) {
        Layout layout;
        TIFFGetField(file_.get(), TIFFTAG_IMAGEWIDTH, &layout.width);
        TIFFGetField(file_.get(), TIFFTAG_IMAGELENGTH, &layout.height);
        requireSize(header, layout.width, layout.height, subject_);
        std::uint16_t format = SAMPLEFORMAT_UINT;
        std::uint16_t planar = PLANARCONFIG_CONTIG;
        std::uint16_t compression = COMPRESSION_NONE;
        TIFFGetFieldDefaulted(file_.get(), TIFFTAG_BITSPERSAMPLE, &layout.bits);
        TIFFGetFieldDefaulted(file_.get(), TIFFTAG_SAMPLESPERPIXEL, &layout.samples);
        TIFFGetFieldDefaulted(file_.get(), TIFFTAG_SAMPLEFORMAT, &format);
        TIFFGetFieldDefaulted(file_.get(), TIFFTAG_PLANARCONFIG, &planar);
        TIFFGetFieldDefaulted(file_.get(), TIFFTAG_COMPRESSION, &compression);
        if (TIFFGetField(file_.get(), TIFFTAG_PHOTOMETRIC, &layout.photometric) == 0) {
            layout.photometric = layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
        }
        if (TIFFIsCODECConfigured(compression) == 0) {
            failUnsupported(subject_, "a TIFF with compression " + std::to_string(compression));
        }
        if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID) {
            failUnsupported(subject_, "a TIFF of floating-point or signed values");
        }
        const bool depthRead =
            layout.bits == 1 || layout.bits == 2 || layout.bits == 4 || layout.bits == 8 || layout.bits == 16;
        if (!depthRead || layout.samples > kMaxSamples) {
            failUnsupported(subject_, "a TIFF with " + std::to_string(layout.samples) + " channels of " +
                                          std::to_string(layout.bits) + " bits");
        }
        layout.colours = layout.photometric == PHOTOMETRIC_RGB ? 3 : 1;
        if (layout.samples < layout.colours)
            failDamaged(subject_, "it has fewer channels than its colours need");
        layout.separate = planar == PLANARCONFIG_SEPARATE && layout.samples > 1;
        return layout;
    }

    /// Copies `count` samples of one row out of packed bits; `step` samples lie between two of them.
    static void unpack(const std::uint8_t* row, std::size_t firstSample, std::size_t step, int count,
                       int bits, std::uint8_t* target, std::size_t targetStep) {
        std::size_t sample = firstSample;
        for (int i = 0; i < count; ++i, sample += step, target += targetStep) {
            if (bits == 16) {
                std::memcpy(target, row + 2 * sample, 2);
            } else {
                const std::size_t bit = sample * static_cast<std::size_t>(bits);
                const auto shift = 8U - static_cast<unsigned>(bits) - static_cast<unsigned>(bit % 8);
                *target = static_cast<std::uint8_t>((row[bit / 8] >> shift) &
                                                    ((1U << static_cast<unsigned>(bits)) - 1U));
            }
        }
    }

    /// Puts a decoded strip or tile (or one plane of it) into its place.
    static void place(const std::vector<std::uint8_t>& unit, std::size_t rowBytes, const cv::Rect& where,
                      const Layout& layout, int plane, cv::Mat& samples) {
        const std::size_t channelBytes = samples.elemSize1();
        const int first = layout.separate ? plane : 0;
        const int last = layout.separate ? plane + 1 : layout.colours;
        const std::size_t step = layout.separate ? 1 : layout.samples;
        for (int y = 0; y < where.height; ++y) {
            const std::uint8_t* row = unit.data() + static_cast<std::size_t>(y) * rowBytes;
            std::uint8_t* pixels = samples.ptr(where.y + y, where.x);
            for (int c = first; c < last; ++c) {
                unpack(row, layout.separate ? 0 : static_cast<std::size_t>(c), step, where.width, layout.bits,
                       pixels + static_cast<std::size_t>(c) * channelBytes, samples.elemSize());
            }
        }
    }

    cv::Mat readSamples(const PictureHeader& header, const Layout& layout) {
        cv::Mat samples = canvas(header, CV_MAKETYPE(layout.bits == 16 ? CV_16U : CV_8U, layout.colours));
        const bool tiled = TIFFIsTiled(file_.get()) != 0;
        std::uint32_t unitWidth = layout.width;
        std::uint32_t unitHeight = layout.height;
        if (tiled) {
            TIFFGetField(file_.get(), TIFFTAG_TILEWIDTH, &unitWidth);
            TIFFGetField(file_.get(), TIFFTAG_TILELENGTH, &unitHeight);
        } else {
            TIFFGetFieldDefaulted(file_.get(), TIFFTAG_ROWSPERSTRIP, &unitHeight);
            unitHeight = std::min(unitHeight, layout.height);
        }
        constexpr std::uint32_t kMaxTile = 1U << 16U;
        if (unitWidth == 0 || unitHeight == 0 || (tiled && std::max(unitWidth, unitHeight) > kMaxTile)) {
            failDamaged(subject_, "its tiles have an absurd size");
        }
        const auto rowBytes = static_cast<std::size_t>(tiled ? TIFFTileRowSize64(file_.get())
                                                             : TIFFScanlineSize64(file_.get()));
        const auto unitBytes =
            static_cast<std::size_t>(tiled ? TIFFTileSize64(file_.get()) : TIFFStripSize64(file_.get()));
        if (unitBytes / unitHeight < rowBytes || rowBytes == 0) fail();
        std::vector<std::uint8_t> unit(unitBytes);
        const int planes = layout.separate ? layout.colours : 1;
        for (int plane = 0; plane < planes; ++plane) {
            for (std::uint32_t y = 0; y < layout.height; y += unitHeight) {
                for (std::uint32_t x = 0; x < layout.width; x += unitWidth) {
                    const cv::Rect where(static_cast<int>(x), static_cast<int>(y),
                                         static_cast<int>(std::min(unitWidth, layout.width - x)),
                                         static_cast<int>(std::min(unitHeight, layout.height - y)));
                    readUnit(tiled, where, plane, rowBytes, unit);
                    place(unit, rowBytes, where, layout, plane, samples);
                }
            }
        }
        return samples;
    }

    void readUnit(bool tiled, const cv::Rect& where, int plane, std::size_t rowBytes,
                  std::vector<std::uint8_t>& unit) {
        const auto x = static_cast<std::uint32_t>(where.x);
        const auto y = static_cast<std::uint32_t>(where.y);
        const auto sample = static_cast<std::uint16_t>(plane);
        const auto size = static_cast<tmsize_t>(unit.size());
        tmsize_t got = 0;
        if (tiled) {
            got = TIFFReadEncodedTile(file_.get(), TIFFComputeTile(file_.get(), x, y, 0, sample), unit.data(),
                                      size);
        } else {
            got = TIFFReadEncodedStrip(file_.get(), TIFFComputeStrip(file_.get(), y, sample), unit.data(),
                                       size);
        }
        const auto needed = static_cast<tmsize_t>(static_cast<std::size_t>(where.height) * rowBytes);
        // libtiff zero-fills what a broken strip lacks and only then complains.
        if (got < needed || !source_.complaint.empty()) fail();
    }

    cv::Mat throughPalette(const cv::Mat& indices, const Layout& layout) {
        std::uint16_t* red = nullptr;
        std::uint16_t* green = nullptr;
        std::uint16_t* blue = nullptr;
        if (TIFFGetField(file_.get(), TIFFTAG_COLORMAP, &red, &green, &blue) == 0) {
            failDamaged(subject_, "its palette is missing");
        }
        // Some writers put 8-bit entries where the format wants 16.
        const std::size_t entries = std::size_t{1} << layout.bits;
        const auto large = [&](const std::uint16_t* channel) {
            return std::any_of(channel, channel + entries, [](std::uint16_t v) { return v > 255; });
        };
        const bool sixteen = large(red) || large(green) || large(blue);
        const auto toByte = [&](std::uint16_t v) {
            return static_cast<std::uint8_t>(sixteen ? (v + 128U) / 257U : v);
        };
        cv::Mat rgb(indices.size(), CV_8UC3);
        for (int y = 0; y < indices.rows; ++y) {
            auto* target = rgb.ptr<cv::Vec3b>(y);
            for (int x = 0; x < indices.cols; ++x) {
                const std::size_t i =
                    layout.bits == 16 ? indices.at<std::uint16_t>(y, x) : indices.at<std::uint8_t>(y, x);
                target[x] = {toByte(red[i]), toByte(green[i]), toByte(blue[i])};
            }
        }
        return rgb;
    }

    static cv::Mat toEightOrSixteenBits(const cv::Mat& samples, int bits) {
        if (bits >= 8) return samples;
        cv::Mat scaled;
        samples.convertTo(scaled, CV_8U, 255.0 / ((1 << bits) - 1));
        return scaled;
    }

    /// YCbCr, CMYK, CIE L*a*b* and the like: libtiff's own conversion to 8-bit RGB.
    cv::Mat decodeByLibrary(const PictureHeader& header) {
        char reason[1024] = "";
        if (TIFFRGBAImageOK(file_.get(), reason) == 0) {
            failUnsupported(subject_, std::string("a TIFF of a rare kind (") + reason + ")");
        }
        TIFFRGBAImage conversion;
        constexpr int kStopOnError = 1;
        if (TIFFRGBAImageBegin(&conversion, file_.get(), kStopOnError, reason) == 0) fail();
        const std::unique_ptr<TIFFRGBAImage, decltype(&TIFFRGBAImageEnd)> ended(&conversion,
                                                                                &TIFFRGBAImageEnd);
        // Rows as they are stored: the caller applies the orientation.
        conversion.orientation = ORIENTATION_TOPLEFT;
        conversion.req_orientation = ORIENTATION_TOPLEFT;
        cv::Mat packed = canvas(header, CV_32SC1);
        if (TIFFRGBAImageGet(&conversion, packed.ptr<std::uint32_t>(), conversion.width, conversion.height) ==
                0 ||
            !source_.complaint.empty()) {
            fail();
        }
        cv::Mat rgb(packed.size(), CV_8UC3);
        for (int y = 0; y < packed.rows; ++y) {
            const auto* source = packed.ptr<std::uint32_t>(y);
            auto* target = rgb.ptr<cv::Vec3b>(y);
            for (int x = 0; x < packed.cols; ++x) {
                target[x] = {static_cast<std::uint8_t>(TIFFGetR(source[x])),
                             static_cast<std::uint8_t>(TIFFGetG(source[x])),
                             static_cast<std::uint8_t>(TIFFGetB(source[x]))};
            }
        }
        return rgb;
    }

    const std::string& subject_;
    Source source_;
    File file_;
};
}  // namespace

cv::Mat decodeTiff(std::string_view bytes, const PictureHeader& header, Want want,
                   const std::string& subject) {
    return Decoder(bytes, subject).decode(header, want);
}

}  // namespace segad::image
