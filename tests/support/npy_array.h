// Any .npy vector of tests/data with its shape (core/image/npy.h reads two dimensions only).
#pragma once

#include <cstring>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/test_support.h"

namespace segad::test {

struct NpyArray {
    std::vector<std::size_t> shape;
    std::vector<double> values;  ///< row-major
};

/// tests/data/<name>, format 1.0, C order, of <f4, <f8, <i4 or |u1.
inline NpyArray npyVectors(std::string_view name) {
    const std::string bytes = readFile(dataFile(name), 1 << 26U);
    const std::size_t headerLength =
        static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
    const std::string header = bytes.substr(10, headerLength);
    std::smatch match;
    if (!std::regex_search(header, match, std::regex(R"('descr': '(...).*'shape': \(([^)]*)\))")))
        throw std::runtime_error("no .npy header in " + std::string(name));
    const std::string type = match[1];
    const std::string shape = match[2];
    NpyArray array;
    const std::regex digits("[0-9]+");
    std::size_t count = 1;
    for (std::sregex_iterator number(shape.begin(), shape.end(), digits), end; number != end; ++number) {
        array.shape.push_back(std::stoul(number->str()));
        count *= array.shape.back();
    }
    const char* data = bytes.data() + 10 + headerLength;
    const auto convert = [&]<class T>(T) {
        for (std::size_t i = 0; i < count; ++i) {
            T value;
            std::memcpy(&value, data + i * sizeof(T), sizeof(T));
            array.values.push_back(static_cast<double>(value));
        }
    };
    if (type == "<f4") convert(float{});
    if (type == "<f8") convert(double{});
    if (type == "<i4") convert(std::int32_t{});
    if (type == "|u1") convert(std::uint8_t{});
    if (array.values.size() != count)
        throw std::runtime_error("unknown type " + type + " in " + std::string(name));
    return array;
}

}  // namespace segad::test
