#include "tests/support/npy_vector.h"

#include <cstdint>
#include <cstring>
#include <regex>
#include <stdexcept>
#include <string>

#include "core/base/file.h"
#include "tests/support/test_support.h"

namespace segad::test {

namespace {
constexpr std::size_t kHeaderStart = 10;  // magic, version, 16-bit header length

template <class T>
std::vector<double> convert(const std::string& bytes, std::size_t offset, std::size_t count) {
    if (bytes.size() != offset + count * sizeof(T)) throw std::runtime_error("npy: wrong length");
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        T value;
        std::memcpy(&value, bytes.data() + offset + i * sizeof(T), sizeof(T));
        values[i] = static_cast<double>(value);
    }
    return values;
}
}  // namespace

NpyVector npyVector(std::string_view name) {
    const std::string bytes = readFile(dataFile(name), 1ULL << 30U);
    if (bytes.size() < kHeaderStart || !bytes.starts_with("\x93NUMPY\x01"))
        throw std::runtime_error("not an npy");
    std::uint16_t length = 0;
    std::memcpy(&length, bytes.data() + 8, sizeof length);
    const std::string header = bytes.substr(kHeaderStart, length);
    const std::size_t offset = kHeaderStart + length;
    static const std::regex pattern(R"('descr': '([^']+)', 'fortran_order': False, 'shape': \(([^)]*)\))");
    std::smatch match;
    if (!std::regex_search(header, match, pattern)) throw std::runtime_error("npy: unknown header");
    NpyVector result;
    std::size_t count = 1;
    static const std::regex number(R"(\d+)");
    const std::string shape = match[2];
    for (std::sregex_iterator it(shape.begin(), shape.end(), number); it != std::sregex_iterator(); ++it) {
        result.shape.push_back(std::stoul(it->str()));
        count *= result.shape.back();
    }
    const std::string type = match[1];
    if (type == "<f4")
        result.values = convert<float>(bytes, offset, count);
    else if (type == "<f8")
        result.values = convert<double>(bytes, offset, count);
    else if (type == "|u1")
        result.values = convert<std::uint8_t>(bytes, offset, count);
    else if (type == "<i4")
        result.values = convert<std::int32_t>(bytes, offset, count);
    else if (type == "<i8")
        result.values = convert<std::int64_t>(bytes, offset, count);
    else
        throw std::runtime_error("npy: unknown type " + type);
    return result;
}

}  // namespace segad::test
