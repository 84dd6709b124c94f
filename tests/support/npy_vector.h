// Test vectors stored as .npy: any number of dimensions, read without the room under test.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace segad::test {

struct NpyVector {
    std::vector<std::size_t> shape;
    std::vector<double> values;  ///< row-major

    std::vector<float> floats() const { return {values.begin(), values.end()}; }
};

/// tests/data/<name>; little-endian f4, f8, u1, i4, i8, C order. Throws std::runtime_error otherwise.
NpyVector npyVector(std::string_view name);

}  // namespace segad::test
