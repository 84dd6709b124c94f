#include "core/base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"

namespace segad {

namespace {
/// Closes a descriptor at the end of a scope.
struct Descriptor {
    int value;
    explicit Descriptor(int fd) : value(fd) {}
    ~Descriptor() {
        if (value >= 0) ::close(value);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

void syncFolder(const Path& folder) {
    // The rename is durable only once the folder's own entry is; some file systems refuse, which is no loss.
    const Descriptor dir(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (dir.value >= 0) ::fsync(dir.value);
}
}  // namespace

namespace {
/// The length of what was opened for reading; throws when that failed or it is not a regular file.
std::uint64_t regularSize(const Path& file, const Descriptor& in) {
    if (in.value < 0) throw errorFromErrno(errno, file.string(), "open the file");
    struct stat info {};
    if (::fstat(in.value, &info) != 0) throw errorFromErrno(errno, file.string(), "read the file");
    if (!S_ISREG(info.st_mode)) {
        throw Error(ErrorCode::InvalidData, file.string(), "not a regular file", "Choose a file.");
    }
    return static_cast<std::uint64_t>(info.st_size);
}

// O_NONBLOCK: a FIFO must be refused, not waited for.
constexpr int kReadFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;

std::string readBytes(const Path& file, const Descriptor& in, std::uint64_t count) {
    std::string contents(count, '\0');
    std::size_t have = 0;
    while (have < contents.size()) {
        const ssize_t got = ::read(in.value, contents.data() + have, contents.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw errorFromErrno(errno, file.string(), "read the file");
        if (got == 0) {
            throw Error(ErrorCode::Io, file.string(), "became shorter while it was read",
                        "Wait until it is completely written, then try again.");
        }
        have += static_cast<std::size_t>(got);
    }
    return contents;
}
}  // namespace

std::string readFile(const Path& file, std::uint64_t maxBytes) {
    const Descriptor in(::open(file.c_str(), kReadFlags));
    const std::uint64_t size = regularSize(file, in);
    if (size > maxBytes) {
        throw Error(ErrorCode::InvalidData, file.string(),
                    "larger than the " + std::to_string(maxBytes >> 20) + " MiB allowed here",
                    "Check that it is the file you meant.");
    }
    return readBytes(file, in, size);
}

FileHead readFileHead(const Path& file, std::uint64_t count) {
    const Descriptor in(::open(file.c_str(), kReadFlags));
    const std::uint64_t size = regularSize(file, in);
    return {readBytes(file, in, std::min(size, count)), size};
}

AtomicFile::AtomicFile(Path file) : file_(std::move(file)), partial_(file_.string() + ".partial") {
    descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw errorFromErrno(errno, file_.string(), "write the file");
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!committed_) ::unlink(partial_.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put = ::write(descriptor_, bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) throw errorFromErrno(errno, file_.string(), "write the file");
        done += static_cast<std::size_t>(put);
    }
}

void AtomicFile::commit() {
    // A library may have replaced the partial file through its path: sync by path, not by our descriptor.
    {
        const Descriptor again(::open(partial_.c_str(), O_RDONLY | O_CLOEXEC));
        if (again.value < 0 || ::fsync(again.value) != 0) {
            throw errorFromErrno(errno, file_.string(), "write the file");
        }
    }
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) throw errorFromErrno(errno, file_.string(), "write the file");
    if (::rename(partial_.c_str(), file_.c_str()) != 0) {
        throw errorFromErrno(errno, file_.string(), "put the file in its place");
    }
    committed_ = true;
    syncFolder(file_.parent_path());
}

void AtomicFile::commitAs(const Path& file) {
    file_ = file;
    commit();
}

void writeFileAtomically(const Path& file, std::string_view contents) {
    AtomicFile out(file);
    out.write(contents);
    out.commit();
}

std::string toUtf8(const Path& path) {
    const std::u8string text = path.generic_u8string();
    return {reinterpret_cast<const char*>(text.data()), text.size()};
}

Path userDataDir() {
    Path dir;
    if (const char* own = std::getenv("SEGAD_DATA_HOME"); own != nullptr && *own != '\0') {
        dir = own;
    } else if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg != '\0') {
        dir = Path(xdg) / "segad";
    } else {
        const char* home = std::getenv("HOME");
        dir = Path(home != nullptr ? home : "/") / ".local" / "share" / "segad";
    }
    std::error_code failure;
    std::filesystem::create_directories(dir, failure);
    if (failure) throw errorFromErrno(failure.value(), dir.string(), "create the folder");
    return dir;
}

}  // namespace segad
