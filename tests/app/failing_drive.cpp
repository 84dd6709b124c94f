// A network drive that fails: preloaded into a program, it lets system calls on files below SEGAD_TEST_DRIVE
// fail with the errno that stands in the file SEGAD_TEST_FAULT, "5" for EIO. After "read " only opening files
// fails, as when a client still knows names from its cache; folders can be listed and files looked at.
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {
bool fails(const char* path, bool reads) {
    const char* drive = std::getenv("SEGAD_TEST_DRIVE");
    const char* file = std::getenv("SEGAD_TEST_FAULT");
    if (drive == nullptr || file == nullptr || !std::string_view(path).starts_with(drive)) return false;
    const auto in = static_cast<int>(syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC));
    if (in < 0) return false;
    std::array<char, 32> text{};
    const ssize_t count = read(in, text.data(), text.size() - 1);
    close(in);
    if (count <= 0) return false;
    constexpr std::string_view kReads = "read ";
    const bool readsOnly = std::string_view(text.data()).starts_with(kReads);
    if (readsOnly && !reads) return false;
    errno = std::atoi(text.data() + (readsOnly ? kReads.size() : 0));
    return errno != 0;
}

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool failsToOpen(const char* path, int flags) {
    return fails(path, (flags & O_DIRECTORY) == 0);
}

mode_t modeOf(int flags, va_list rest) {
    return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}
}  // namespace

// What the engine and the C++ library call.
extern "C" {
int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = modeOf(flags, rest);
    va_end(rest);
    if (failsToOpen(path, flags)) return -1;
    return real<int(const char*, int, ...)>("open")(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = modeOf(flags, rest);
    va_end(rest);
    if (failsToOpen(path, flags)) return -1;
    return real<int(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}

int stat(const char* path, struct stat* info) noexcept {
    return fails(path, false) ? -1 : real<int(const char*, struct stat*)>("stat")(path, info);
}

int lstat(const char* path, struct stat* info) noexcept {
    return fails(path, false) ? -1 : real<int(const char*, struct stat*)>("lstat")(path, info);
}
}
