#include "core/project/turnstile.h"

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace segad {

namespace {
// Projects in one folder share its turnstile: behind the queue of another project nobody waits for long.
constexpr std::chrono::milliseconds kPatience{300};
}  // namespace

Turnstile::Turnstile(const Path& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

Turnstile::~Turnstile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Turnstile::Turn::Turn(const Turnstile& turnstile) : descriptor_(turnstile.descriptor_) {
    if (descriptor_ < 0) return;
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!held_) {
        held_ = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
        if (held_ || errno != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

Turnstile::Turn::~Turn() {
    if (held_) ::flock(descriptor_, LOCK_UN);
}

}  // namespace segad
