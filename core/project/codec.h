// How numbers are packed into blobs: bytes of equal significance side by side (neighbouring floats share
// sign and exponent), then zstd with its checksum. Lossless to the bit.
//
// Threads: one thread at a time.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace segad {

class Codec {
public:
    Codec();
    ~Codec();
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;

    /// `raw` holds elements of `elementBytes` (1, 4 or 8). The result is valid until the next call.
    std::span<const std::byte> pack(std::span<const std::byte> raw, std::size_t elementBytes);

    /// Fills `raw` exactly. Throws Error{Corrupt} naming `subject` when the blob is damaged or of another
    /// size.
    void unpack(std::span<const std::byte> packed, std::size_t elementBytes, std::span<std::byte> raw,
                const std::string& subject);

private:
    ZSTD_CCtx_s* compressor_;
    ZSTD_DCtx_s* decompressor_;
    std::vector<std::byte> shuffled_;
    std::vector<std::byte> packed_;
};

}  // namespace segad
