#include "core/base/freed_memory.h"

#include <malloc.h>

namespace segad {

void keepFreedMemory() noexcept {
#if defined(__GLIBC__)
    constexpr int kOwnPages = 32 << 20;
    mallopt(M_MMAP_THRESHOLD, kOwnPages);
    mallopt(M_TRIM_THRESHOLD, 2 * kOwnPages);
#endif
}

}  // namespace segad
