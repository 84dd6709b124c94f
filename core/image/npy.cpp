#include "core/image/npy.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core.hpp>

#include "core/base/error.h"

namespace segad {

static_assert(std::endian::native == std::endian::little, "arrays are copied as they are in the file");

namespace {
constexpr std::uint64_t kMaxFileBytes = 2ULL << 30U;
constexpr std::string_view kMagic = "\x93NUMPY";
constexpr const char* kRemedy = "Save the array again with numpy.save(file, array).";

[[noreturn]] void fail(const std::string& subject, const std::string& message,
                       ErrorCode code = ErrorCode::InvalidData, const std::string& remedy = kRemedy) {
    throw Error(code, subject, message, remedy);
}

/// The few Python literals a header is made of. Never evaluates anything.
class Literals {
public:
    Literals(std::string_view text, const std::string& subject) : text_(text), subject_(subject) {}

    bool accept(char wanted) {
        skipSpace();
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    void expect(char wanted) {
        if (!accept(wanted)) broken();
    }

    bool atString() {
        skipSpace();
        return at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"');
    }

    std::string_view string() {
        if (!atString()) broken();
        const char quote = text_[at_++];
        const std::size_t end = text_.find(quote, at_);
        if (end == std::string_view::npos) broken();
        const std::string_view value = text_.substr(at_, end - at_);
        if (value.find('\\') != std::string_view::npos) broken();
        at_ = end + 1;
        return value;
    }

    bool boolean() {
        skipSpace();
        for (const auto& [word, value] :
             {std::pair<std::string_view, bool>{"True", true}, {"False", false}}) {
            if (text_.substr(at_).starts_with(word)) {
                at_ += word.size();
                return value;
            }
        }
        broken();
    }

    std::uint64_t number() {
        skipSpace();
        std::uint64_t value = 0;
        const std::size_t begin = at_;
        for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
            if (at_ - begin >= 18) fail(subject_, "the header states an absurd shape");
            value = value * 10 + static_cast<std::uint64_t>(text_[at_] - '0');
        }
        if (at_ == begin) broken();
        if (at_ < text_.size() && text_[at_] == 'L') ++at_;  // written by Python 2
        return value;
    }

    std::vector<std::uint64_t> tuple() {
        expect('(');
        std::vector<std::uint64_t> values;
        while (!accept(')')) {
            if (values.size() == 32) fail(subject_, "the header states more than 32 dimensions");
            values.push_back(number());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return values;
    }

    void expectEnd() {
        skipSpace();
        if (at_ != text_.size()) broken();
    }

    [[noreturn]] void broken() const {
        fail(subject_, "the .npy header can't be understood (byte " + std::to_string(at_) + " of it)");
    }

private:
    void skipSpace() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0)
            ++at_;
    }

    std::string_view text_;
    const std::string& subject_;
    std::size_t at_ = 0;
};

struct Array {
    char kind = 0;  ///< 'f', 'u', 'i', 'b'
    int itemBytes = 0;
    std::string dtype;  ///< as in the file, for messages
    int rows = 0;
    int columns = 0;
    std::string contents;
    std::size_t dataOffset = 0;

    const char* data() const { return contents.data() + dataOffset; }
    std::size_t count() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }
};

/// Where the header's text is. Format 1.0 has a 16-bit length, 2.0 and 3.0 a 32-bit one.
std::string_view headerText(std::string_view contents, std::size_t& dataOffset, const std::string& subject) {
    if (contents.empty()) fail(subject, "the file is empty");
    if (!contents.starts_with(kMagic)) fail(subject, "not a NumPy .npy file");
    const auto byteAt = [&](std::size_t i) {
        if (i >= contents.size()) fail(subject, "the file is truncated");
        return static_cast<std::uint32_t>(static_cast<unsigned char>(contents[i]));
    };
    const std::uint32_t major = byteAt(6);
    if (major < 1 || major > 3) {
        fail(subject, ".npy format " + std::to_string(major) + " is not known", ErrorCode::Unsupported);
    }
    const std::size_t lengthBytes = major == 1 ? 2 : 4;
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length |= static_cast<std::size_t>(byteAt(8 + i)) << (8 * i);
    const std::size_t begin = 8 + lengthBytes;
    if (length > contents.size() - begin) fail(subject, "the file is truncated");
    constexpr std::size_t kLongest = 65536;
    if (length > kLongest) fail(subject, "the .npy header is absurdly long");
    dataOffset = begin + length;
    return contents.substr(begin, length);
}

void readDtype(Array& array, std::string_view text, const std::string& subject) {
    array.dtype = text;
    const bool known = text.size() == 3 && std::string_view("<>|=").find(text[0]) != std::string_view::npos &&
                       std::string_view("fuib").find(text[1]) != std::string_view::npos &&
                       std::string_view("1248").find(text[2]) != std::string_view::npos;
    if (!known) {
        fail(subject, "dtype '" + array.dtype + "' is not a plain number type", ErrorCode::Unsupported,
             "Convert the array to float32 (maps) or uint8 (labels) and save it again.");
    }
    array.kind = text[1];
    array.itemBytes = text[2] - '0';
    if (text[0] == '>' && array.itemBytes > 1) {
        fail(subject, "the array is big-endian (dtype '" + array.dtype + "')", ErrorCode::Unsupported,
             "Save it with array.astype(array.dtype.newbyteorder('<')).");
    }
}

void readShape(Array& array, std::vector<std::uint64_t> shape, const std::string& subject) {
    while (shape.size() > 2 && shape.front() == 1)
        shape.erase(shape.begin());
    if (shape.size() != 2) {
        fail(subject, "the array has " + std::to_string(shape.size()) + " dimensions where 2 are needed",
             ErrorCode::InvalidData, "Save one map per file, as an array of shape (height, width).");
    }
    if (shape[0] == 0 || shape[1] == 0) fail(subject, "the array is empty");
    const std::uint64_t bytes = array.contents.size() - array.dataOffset;
    // Division instead of multiplication: hostile shapes overflow.
    const std::uint64_t items = bytes / static_cast<std::uint64_t>(array.itemBytes);
    const bool fits = shape[0] <= items && shape[1] <= items / shape[0];
    if (!fits) fail(subject, "the file is truncated: it holds fewer values than its header says");
    if (shape[0] * shape[1] * static_cast<std::uint64_t>(array.itemBytes) != bytes) {
        fail(subject, "the file is longer than its header says");
    }
    if (std::max(shape[0], shape[1]) > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
        fail(subject, "the array is too large");
    }
    array.rows = static_cast<int>(shape[0]);
    array.columns = static_cast<int>(shape[1]);
}

Array readArray(const Path& file) {
    const std::string subject = toUtf8(file);
    Array array;
    array.contents = readFile(file, kMaxFileBytes);
    Literals header(headerText(array.contents, array.dataOffset, subject), subject);
    std::optional<std::string_view> dtype;
    std::optional<bool> fortranOrder;
    std::optional<std::vector<std::uint64_t>> shape;
    header.expect('{');
    while (!header.accept('}')) {
        const std::string_view key = header.string();
        header.expect(':');
        if (key == "descr" && !header.atString()) {
            fail(subject, "the array has a structured dtype", ErrorCode::Unsupported);
        }
        if (key == "descr") {
            dtype = header.string();
        } else if (key == "fortran_order") {
            fortranOrder = header.boolean();
        } else if (key == "shape") {
            shape = header.tuple();
        } else {
            header.broken();
        }
        if (!header.accept(',')) {
            header.expect('}');
            break;
        }
    }
    header.expectEnd();
    if (!dtype || !fortranOrder || !shape) fail(subject, "the .npy header is incomplete");
    readDtype(array, *dtype, subject);
    if (*fortranOrder) {
        fail(subject, "the array is in Fortran order", ErrorCode::Unsupported,
             "Save it with numpy.save(file, numpy.ascontiguousarray(array)).");
    }
    readShape(array, *std::move(shape), subject);
    return array;
}

template <class Value>
cv::Mat asLabels(const Array& array, const std::string& subject) {
    cv::Mat labels(array.rows, array.columns, CV_8UC1);
    std::uint8_t* target = labels.ptr();
    for (std::size_t i = 0; i < array.count(); ++i) {
        Value value{};
        std::memcpy(&value, array.data() + i * sizeof(Value), sizeof(Value));
        if (std::cmp_less(value, 0) || std::cmp_greater(value, 255)) {
            fail(subject, "label " + std::to_string(value) + " is not between 0 and 255",
                 ErrorCode::InvalidData, "Number the segments 0, 1, 2, … and save the map again.");
        }
        target[i] = static_cast<std::uint8_t>(value);
    }
    return labels;
}

cv::Mat asFlags(const Array& array) {
    cv::Mat labels(array.rows, array.columns, CV_8UC1);
    std::transform(array.data(), array.data() + array.count(), labels.ptr(),
                   [](char byte) { return static_cast<std::uint8_t>(byte != 0 ? 1 : 0); });
    return labels;
}
}  // namespace

cv::Mat readNpyFloat(const Path& file) {
    const Array array = readArray(file);
    if (array.kind != 'f' || array.itemBytes == 1) {
        fail(toUtf8(file), "the array holds '" + array.dtype + "' where floats are needed",
             ErrorCode::InvalidData, "Save the anomaly map as float32.");
    }
    const int type = array.itemBytes == 2 ? CV_16FC1 : array.itemBytes == 4 ? CV_32FC1 : CV_64FC1;
    cv::Mat values(array.rows, array.columns, type);
    std::memcpy(values.ptr(), array.data(), values.total() * values.elemSize());
    if (type == CV_32FC1) return values;
    cv::Mat converted;
    values.convertTo(converted, CV_32F);
    return converted;
}

cv::Mat readNpyLabels(const Path& file) {
    const Array array = readArray(file);
    const std::string subject = toUtf8(file);
    switch (array.kind) {
        case 'b':
            return asFlags(array);
        case 'u':
            switch (array.itemBytes) {
                case 1:
                    return asLabels<std::uint8_t>(array, subject);
                case 2:
                    return asLabels<std::uint16_t>(array, subject);
                case 4:
                    return asLabels<std::uint32_t>(array, subject);
                default:
                    return asLabels<std::uint64_t>(array, subject);
            }
        case 'i':
            switch (array.itemBytes) {
                case 1:
                    return asLabels<std::int8_t>(array, subject);
                case 2:
                    return asLabels<std::int16_t>(array, subject);
                case 4:
                    return asLabels<std::int32_t>(array, subject);
                default:
                    return asLabels<std::int64_t>(array, subject);
            }
        default:
            fail(subject, "the array holds '" + array.dtype + "' where labels (integers) are needed",
                 ErrorCode::InvalidData, "Save the segment map with array.astype(numpy.uint8).");
    }
}

void writeNpy(const Path& file, const cv::Mat& pixels) {
    if (pixels.empty() || (pixels.type() != CV_32FC1 && pixels.type() != CV_8UC1)) {
        throw std::invalid_argument("writeNpy takes CV_32FC1 or CV_8UC1 with pixels");
    }
    std::string header = std::string("{'descr': '") + (pixels.type() == CV_32FC1 ? "<f4" : "|u1") +
                         "', 'fortran_order': False, 'shape': (" + std::to_string(pixels.rows) + ", " +
                         std::to_string(pixels.cols) + "), }";
    // The values start at a multiple of 64, after magic (6), version (2), length (2) and a line feed.
    constexpr std::size_t kPrefix = 10;
    header.append(63 - (kPrefix + header.size()) % 64, ' ');
    header += '\n';
    std::string start(kMagic);
    start += {'\x01', '\x00'};
    start += static_cast<char>(header.size() & 0xffU);
    start += static_cast<char>(header.size() >> 8U);

    AtomicFile out(file);
    out.write(start + header);
    for (int y = 0; y < pixels.rows; ++y) {
        const auto* row = reinterpret_cast<const char*>(pixels.ptr(y));
        out.write(std::string_view(row, static_cast<std::size_t>(pixels.cols) * pixels.elemSize()));
    }
    out.commit();
}

}  // namespace segad
