// A PNG whose rows libdeflate has inflated already, twice as fast as zlib does, and whose filters are undone.
// libpng reads it as a PNG without filters whose compressed data is stored as it is, and undoes depths and
// palettes as ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace segad::image {

class StoredPng {
public:
    /// `file` must outlive it. Nothing for an interlaced picture, and for one with anything wrong: libpng
    /// says what that is. The checksums of all chunks are right, so that nobody has to compute them again.
    static std::optional<StoredPng> of(std::string_view file);

    /// Copies the next `count` bytes of the PNG; false where it ends before.
    bool read(char* target, std::size_t count);

private:
    StoredPng() = default;
    /// The pieces of a file whose compressed data, between these two places, are `bytes` of rows.
    void layOut(std::string_view file, std::size_t firstData, std::size_t behindData, std::size_t bytes);

    std::unique_ptr<std::uint8_t[]> rows_;
    std::vector<char> headers_;  ///< of chunk, stream and stored blocks, one after the other
    std::vector<std::string_view> pieces_;
    std::size_t piece_ = 0;
    std::size_t at_ = 0;
};

}  // namespace segad::image
