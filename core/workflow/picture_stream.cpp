#include "core/workflow/picture_stream.h"

#include <sys/stat.h>

namespace segad {

bool statPicture(PictureFile& picture) noexcept {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    struct stat info {};
    if (::stat(picture.file.c_str(), &info) != 0) return false;
    picture.bytes = static_cast<std::uint64_t>(info.st_size);
    picture.modifiedNs = info.st_mtim.tv_sec * kNanoseconds + info.st_mtim.tv_nsec;
    return true;
}

}  // namespace segad
