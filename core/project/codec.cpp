#include "core/project/codec.h"

#include <cstring>
#include <new>

#include <zstd.h>

#include "core/base/error.h"

namespace segad {

namespace {
// Anomaly maps are noise in their low bytes: higher levels take many times as long for a few per cent.
constexpr int kLevel = 1;

template <std::size_t N>
void shuffle(const std::byte* raw, std::byte* planes, std::size_t count) {
    for (std::size_t byte = 0; byte < N; ++byte) {
        const std::byte* from = raw + byte;
        std::byte* to = planes + byte * count;
        for (std::size_t i = 0; i < count; ++i)
            to[i] = from[i * N];
    }
}

template <std::size_t N>
void unshuffle(const std::byte* planes, std::byte* raw, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t byte = 0; byte < N; ++byte)
            raw[i * N + byte] = planes[byte * count + i];
    }
}
}  // namespace

Codec::Codec() : compressor_(ZSTD_createCCtx()), decompressor_(ZSTD_createDCtx()) {
    if (compressor_ == nullptr || decompressor_ == nullptr) {
        ZSTD_freeCCtx(compressor_);
        ZSTD_freeDCtx(decompressor_);
        throw std::bad_alloc();
    }
    ZSTD_CCtx_setParameter(compressor_, ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(compressor_, ZSTD_c_checksumFlag, 1);
}

Codec::~Codec() {
    ZSTD_freeCCtx(compressor_);
    ZSTD_freeDCtx(decompressor_);
}

std::span<const std::byte> Codec::pack(std::span<const std::byte> raw, std::size_t elementBytes) {
    std::span<const std::byte> source = raw;
    if (elementBytes != 1) {
        shuffled_.resize(raw.size());
        const std::size_t count = raw.size() / elementBytes;
        if (elementBytes == 4) {
            shuffle<4>(raw.data(), shuffled_.data(), count);
        } else {
            shuffle<8>(raw.data(), shuffled_.data(), count);
        }
        source = shuffled_;
    }
    packed_.resize(ZSTD_compressBound(source.size()));
    const std::size_t size =
        ZSTD_compress2(compressor_, packed_.data(), packed_.size(), source.data(), source.size());
    if (ZSTD_isError(size) != 0U) {
        throw Error(ErrorCode::Internal, "zstd", ZSTD_getErrorName(size), "Report this message.");
    }
    return {packed_.data(), size};
}

void Codec::unpack(std::span<const std::byte> packed, std::size_t elementBytes, std::span<std::byte> raw,
                   const std::string& subject) {
    const auto damaged = [&](const std::string& why) {
        return Error(ErrorCode::Corrupt, subject, "is damaged (" + why + ")",
                     "Run 'segad doctor --repair' on the project, then compute what is missing again.");
    };
    // A size from the blob's own header is a claim: compare before anything is allocated or written.
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != raw.size()) {
        throw damaged("it has another size than it should");
    }
    std::span<std::byte> target = raw;
    if (elementBytes != 1) {
        shuffled_.resize(raw.size());
        target = shuffled_;
    }
    const std::size_t size =
        ZSTD_decompressDCtx(decompressor_, target.data(), target.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) != 0U) throw damaged(ZSTD_getErrorName(size));
    if (elementBytes == 4) {
        unshuffle<4>(target.data(), raw.data(), raw.size() / 4);
    } else if (elementBytes == 8) {
        unshuffle<8>(target.data(), raw.data(), raw.size() / 8);
    }
}

}  // namespace segad
