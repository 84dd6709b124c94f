#include "core/workflow/placed_pictures.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/workflow/inspection.h"
#include "core/workflow/picture_stream.h"

namespace segad {

namespace {
namespace fs = std::filesystem;

bool isPicture(const Path& file, const InspectionResult& result) noexcept {
    PictureFile found{.file = file};
    return statPicture(found) && found.bytes == result.bytes && found.modifiedNs == result.modifiedNs;
}

bool isThere(const Path& file) noexcept {
    struct stat info {};
    return ::lstat(file.c_str(), &info) == 0;
}

Path numbered(const Path& file, int number) {
    if (number == 1) return file;
    return file.parent_path() /
           (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
}

/// Gives `from` the name `to` unless something has it.
bool renamed(const Path& from, const Path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno == EINVAL || errno == ENOSYS) {
        // Some network file systems can't promise it; the moment between the two calls is theirs.
        if (isThere(to)) {
            errno = EEXIST;
            return false;
        }
        return ::rename(from.c_str(), to.c_str()) == 0;
    }
    return false;
}

/// A whole copy with the picture's time under a name of its own, which then takes `to`; never half a file.
bool copied(const Path& from, const Path& to, const InspectionResult& result) {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    const Path partial = to.string() + ".partial";
    std::error_code failure;
    fs::copy_file(from, partial, fs::copy_options::overwrite_existing, failure);
    if (failure) throw errorFromErrno(failure.value(), to.string(), "copy the picture");
    const struct timespec time {
        .tv_sec = result.modifiedNs / kNanoseconds, .tv_nsec = result.modifiedNs % kNanoseconds
    };
    const struct timespec times[2] = {time, time};
    ::utimensat(AT_FDCWD, partial.c_str(), times, 0);
    const int descriptor = ::open(partial.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
    if (renamed(partial, to)) return true;
    const int why = errno;
    fs::remove(partial, failure);
    errno = why;
    return false;
}

bool brought(const Path& from, const Path& to, const InspectionResult& result, Placing placing) {
    if (placing == Placing::Copy) return copied(from, to, result);
    if (renamed(from, to)) return true;
    if (errno != EXDEV) return false;
    if (!copied(from, to, result)) return false;
    std::error_code failure;
    fs::remove(from, failure);
    if (failure) throw errorFromErrno(failure.value(), from.string(), "remove the picture that was moved");
    return true;
}
}  // namespace

std::string placePicture(const InspectionResult& result, const Path& folder, const Path& target,
                         Placing placing) {
    const auto relative = Path(std::u8string(result.part.path.begin(), result.part.path.end()));
    const Path from = folder / relative;
    const std::string verdict =
        result.part.verdict ? std::string(toString(*result.part.verdict)) : std::string("failed");
    const Path wanted = target / verdict / relative;
    std::error_code failure;
    fs::create_directories(wanted.parent_path(), failure);
    if (failure) throw errorFromErrno(failure.value(), wanted.parent_path().string(), "create the folder");
    for (int number = 1;; ++number) {
        const Path to = numbered(wanted, number);
        if (isPicture(to, result)) {
            // It was brought before a crash. A copy that was to become a move leaves the first one behind.
            if (placing == Placing::Move && isPicture(from, result)) fs::remove(from, failure);
            return toUtf8(to);
        }
        if (!isPicture(from, result)) return {};
        if (isThere(to)) continue;
        if (brought(from, to, result, placing)) return toUtf8(to);
        if (errno != EEXIST) throw errorFromErrno(errno, to.string(), "place the picture");
    }
}

}  // namespace segad
