#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/nn/file_source_p.h"

namespace segad {

std::string inQuotes(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string shown = "'";
    for (const char character : text.substr(0, kLongest)) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 && byte < 0x7F) {
            shown += character;
        } else {
            shown += "\\x";
            shown += kDigits[byte >> 4U];
            shown += kDigits[byte & 15U];
        }
    }
    return shown + (text.size() > kLongest ? "…'" : "'");
}

FileSource::FileSource(Path file, std::uint64_t maxBytes) : file_(std::move(file)) {
    // O_NONBLOCK: a FIFO must be refused, not waited for.
    descriptor_ = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) throw errorFromErrno(errno, toUtf8(file_), "open the file");
    struct stat info {};
    const int failed = ::fstat(descriptor_, &info) != 0 ? errno : 0;
    std::string problem;
    if (failed == 0 && !S_ISREG(info.st_mode)) problem = "not a regular file";
    if (failed == 0 && S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > maxBytes) {
        problem = "larger than the " + std::to_string(maxBytes >> 20U) + " MiB allowed for weights";
    }
    if (failed != 0 || !problem.empty()) {
        // The destructor does not run for an object that was never finished.
        ::close(descriptor_);
        if (failed != 0) throw errorFromErrno(failed, toUtf8(file_), "read the file");
        throw BadTensorFile(problem);
    }
    size_ = static_cast<std::uint64_t>(info.st_size);
    modified_ = info.st_mtim;
}

FileSource::~FileSource() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void FileSource::read(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset > size_ || out.size() > size_ - offset) throw BadTensorFile("ends in the middle of its data");
    if (descriptor_ < 0) {
        std::ranges::copy(memory_.subspan(static_cast<std::size_t>(offset), out.size()), out.begin());
        return;
    }
    std::size_t have = 0;
    while (have < out.size()) {
        const ssize_t got =
            ::pread(descriptor_, out.data() + have, out.size() - have, static_cast<off_t>(offset + have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw errorFromErrno(errno, toUtf8(file_), "read the file");
        if (got == 0) throw BadTensorFile("became shorter while it was read");
        have += static_cast<std::size_t>(got);
    }
}

std::string FileSource::readString(std::uint64_t offset, std::size_t count) const {
    if (offset > size_ || count > size_ - offset) throw BadTensorFile("ends in the middle of its data");
    std::string bytes(count, '\0');
    read(offset, std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

void FileSource::checkUnchanged() const {
    if (descriptor_ < 0) return;
    struct stat info {};
    if (::fstat(descriptor_, &info) != 0) throw errorFromErrno(errno, toUtf8(file_), "read the file");
    if (static_cast<std::uint64_t>(info.st_size) != size_ || info.st_mtim.tv_sec != modified_.tv_sec ||
        info.st_mtim.tv_nsec != modified_.tv_nsec) {
        throw BadTensorFile("was changed while it was read");
    }
}

}  // namespace segad
