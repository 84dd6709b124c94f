#include "tests/core/nn/allocation_peak.h"

#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {
std::atomic<std::size_t> alive{0};
std::atomic<std::size_t> highest{0};

void* counted(void* memory) noexcept {
    if (memory == nullptr) return nullptr;
    const std::size_t now = alive.fetch_add(malloc_usable_size(memory)) + malloc_usable_size(memory);
    std::size_t most = highest.load();
    while (now > most && !highest.compare_exchange_weak(most, now)) {
    }
    return memory;
}

void discounted(void* memory) noexcept {
    if (memory != nullptr) alive.fetch_sub(malloc_usable_size(memory));
    std::free(memory);
}
}  // namespace

void* operator new(std::size_t bytes) {
    void* memory = counted(std::malloc(bytes > 0 ? bytes : 1));
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
void* operator new[](std::size_t bytes) {
    return operator new(bytes);
}
void operator delete(void* memory) noexcept {
    discounted(memory);
}
void operator delete[](void* memory) noexcept {
    discounted(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    discounted(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    discounted(memory);
}

namespace segad::test {

AllocationPeak::AllocationPeak() : atStart_(alive.load()) {
    highest.store(atStart_);
}

std::size_t AllocationPeak::bytes() const noexcept {
    return highest.load() - atStart_;
}

}  // namespace segad::test
