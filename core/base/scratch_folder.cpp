#include "core/base/scratch_folder.h"

#include <cerrno>
#include <cstdlib>

#include "core/base/error.h"

namespace segad {

ScratchFolder::ScratchFolder() {
    std::error_code failure;
    const Path parent = std::filesystem::temp_directory_path(failure);
    if (failure) throw errorFromErrno(failure.value(), "the folder for temporary files", "find it");
    std::string name = (parent / "segad-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw errorFromErrno(errno, name, "make a folder");
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace segad
