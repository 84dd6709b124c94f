#include "core/project/turnstile.h"

#include <algorithm>
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
// One of us who holds the turnstile gets the write lock while we wait. So, unless long transactions follow
// each other, who is still there the second time is not one of us.
constexpr int kStranger = 2;
}  // namespace

Turnstile::Turnstile(const Path& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

Turnstile::~Turnstile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Turnstile::Turn::Turn(Turnstile& turnstile) : descriptor_(turnstile.descriptor_) {
    if (descriptor_ < 0) return;
    const bool worthWaiting = turnstile.givenUp_ < kStranger;
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!held_) {
        held_ = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
        if (held_ || errno != EWOULDBLOCK || !worthWaiting || std::chrono::steady_clock::now() >= deadline)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    turnstile.givenUp_ = held_ ? 0 : std::min(turnstile.givenUp_ + 1, kStranger);
}

Turnstile::Turn::~Turn() {
    if (held_) ::flock(descriptor_, LOCK_UN);
}

}  // namespace segad
