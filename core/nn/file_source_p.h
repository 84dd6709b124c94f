// Random access to a weight file that may be hostile and may change under us. Private to the readers.
#pragma once

#include <cstdint>
#include <ctime>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/file.h"

namespace segad {

/// Why a weight file is refused. Thrown inside the readers; TensorFile turns it into an Error that names
/// the file.
class BadTensorFile : public std::runtime_error {
public:
    explicit BadTensorFile(const std::string& message, ErrorCode code = ErrorCode::InvalidData)
        : std::runtime_error(message), code_(code) {}
    ErrorCode code() const noexcept { return code_; }

private:
    ErrorCode code_;
};

/// `text` in quotes, short and printable, for messages about names that a hostile file chose.
std::string inQuotes(std::string_view text);

/// An open regular file of at most `maxBytes`, or bytes that are in memory already. Reading uses pread rather
/// than a mapping: a file that is cut short meanwhile must give an error, not a SIGBUS.
class FileSource {
public:
    /// Throws Error{NotFound, PermissionDenied, Io} and BadTensorFile for what is no regular file or too
    /// large.
    FileSource(Path file, std::uint64_t maxBytes);
    /// `bytes` must outlive the source; errors name it `name`.
    FileSource(std::string name, std::span<const std::byte> bytes) noexcept
        : file_(std::move(name)), memory_(bytes), size_(bytes.size()) {}
    ~FileSource();
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    const Path& path() const noexcept { return file_; }
    std::uint64_t size() const noexcept { return size_; }

    /// Exactly out.size() bytes from `offset`. Throws BadTensorFile when the file ends before.
    void read(std::uint64_t offset, std::span<std::byte> out) const;
    std::string readString(std::uint64_t offset, std::size_t count) const;

    /// Throws BadTensorFile unless size and time of modification are those at opening.
    void checkUnchanged() const;

private:
    Path file_;
    std::span<const std::byte> memory_;  ///< when there is no file
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    timespec modified_{};
};

/// Little-endian unsigned integer of sizeof(Unsigned) bytes at `bytes`.
template <class Unsigned>
Unsigned littleEndian(const char* bytes) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = sizeof(Unsigned); i-- > 0;) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return static_cast<Unsigned>(value);
}

}  // namespace segad
