#include <cerrno>
#include <fstream>
#include <vector>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/project/package_seal_p.h"

namespace segad {

namespace {
constexpr std::size_t kBlock = std::size_t{1} << 20U;
constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string sealText(const std::string& digest) {
    std::string seal = "SegAD Studio package, sealed\nsha256 " + digest + "\n";
    seal.resize(kSealBytes, '\0');
    return seal;
}

/// SHA-256 of the first `bytes` bytes, and what stands behind them (at most a seal's length).
std::pair<std::string, std::string> digestAndRest(const Path& file, std::uint64_t bytes, Job& job) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw errorFromErrno(errno, toUtf8(file), "open the package");
    Sha256 hash;
    std::string block(kBlock, '\0');
    for (std::uint64_t done = 0; done < bytes;) {
        job.progress(done >> 20U, bytes >> 20U, "MiB checked");
        const std::uint64_t wanted = std::min<std::uint64_t>(kBlock, bytes - done);
        in.read(block.data(), static_cast<std::streamsize>(wanted));
        const auto got = static_cast<std::uint64_t>(in.gcount());
        if (got == 0) throw errorFromErrno(EIO, toUtf8(file), "read the package");
        hash.update(std::string_view(block).substr(0, got));
        done += got;
    }
    std::string rest(kSealBytes, '\0');
    in.read(rest.data(), static_cast<std::streamsize>(rest.size()));
    rest.resize(static_cast<std::size_t>(in.gcount()));
    return {hash.hex(), std::move(rest)};
}

std::uint64_t sizeOf(const Path& file) {
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (failure) throw errorFromErrno(failure.value(), toUtf8(file), "open the package");
    return size;
}
}  // namespace

std::optional<SqliteHeader> sqliteHeaderOf(const Path& file) {
    const std::string head = readFileHead(file, kHeaderBytes).bytes;
    if (head.size() < kHeaderBytes || !head.starts_with(kMagic)) return std::nullopt;
    return SqliteHeader{.applicationId = bigEndian(head, 68), .userVersion = bigEndian(head, 60)};
}

std::string sealFile(const Path& file, Job& job) {
    const std::string digest = digestAndRest(file, sizeOf(file), job).first;
    std::ofstream out(file, std::ios::binary | std::ios::app);
    out << sealText(digest);
    out.close();
    if (!out) throw errorFromErrno(errno, toUtf8(file), "write the package");
    return digest;
}

std::optional<std::string> sealOf(const Path& file, Job& job) {
    const std::uint64_t size = sizeOf(file);
    if (size <= kSealBytes) return std::nullopt;
    auto [digest, rest] = digestAndRest(file, size - kSealBytes, job);
    if (rest != sealText(digest)) return std::nullopt;
    return std::move(digest);
}

}  // namespace segad
