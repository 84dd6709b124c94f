// A folder of this process's own for files that are needed for a moment.
#pragma once

#include "core/base/file.h"

namespace segad {

class ScratchFolder {
public:
    /// In the system's folder for temporary files ($TMPDIR). Throws Error{DiskFull, PermissionDenied, Io}.
    ScratchFolder();
    /// Removes it with all that is in it.
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const Path& path() const noexcept { return path_; }

private:
    Path path_;
};

}  // namespace segad
