// Files written so that a crash or a full disk never leaves half of one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace segad {

using Path = std::filesystem::path;

/// Whole contents of a regular file of at most `maxBytes`. Throws Error{NotFound, PermissionDenied,
/// Io, InvalidData (too large, or not a regular file)} naming the file.
std::string readFile(const Path& file, std::uint64_t maxBytes);

/// The begin of a file, and how long the whole is.
struct FileHead {
    std::string bytes;
    std::uint64_t fileBytes = 0;
};

/// The first `count` bytes of a regular file, fewer when it is shorter. Throws as readFile().
FileHead readFileHead(const Path& file, std::uint64_t count);

/// Writes `<file>.partial`, syncs it, renames it to `file` and syncs the folder. On any failure the
/// partial file is removed, `file` is as it was, and an Error names it (DiskFull, PermissionDenied, Io).
class AtomicFile {
public:
    explicit AtomicFile(Path file);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text.data(), text.size()))); }

    /// Where the bytes are before commit(), for libraries that insist on a path.
    const Path& partialPath() const noexcept { return partial_; }

    /// Makes the file real. Without it the destructor throws everything away.
    void commit();

    /// commit() under another name in the same folder, for files named by what is in them.
    void commitAs(const Path& file);

private:
    Path file_;
    Path partial_;
    int descriptor_ = -1;
    bool committed_ = false;
};

/// AtomicFile for contents that are in memory.
void writeFileAtomically(const Path& file, std::string_view contents);

/// The path as UTF-8 with forward slashes, as it is stored in projects and shown to the user.
std::string toUtf8(const Path& path);

/// Per-user folder for weights and settings: $SEGAD_DATA_HOME, else $XDG_DATA_HOME/segad, else
/// ~/.local/share/segad. Created on demand.
Path userDataDir();

}  // namespace segad
