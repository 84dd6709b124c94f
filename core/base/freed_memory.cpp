#include "core/base/freed_memory.h"

#include <malloc.h>

namespace segad {

void keepFreedMemory() noexcept {
#if defined(__GLIBC__)
    [[maybe_unused]] static const bool once = [] {
        constexpr int kOwnPages = 32 << 20;
        return mallopt(M_MMAP_THRESHOLD, kOwnPages) == 1 && mallopt(M_TRIM_THRESHOLD, 2 * kOwnPages) == 1;
    }();
#endif
}

}  // namespace segad
