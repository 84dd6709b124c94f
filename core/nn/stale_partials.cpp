#include <chrono>
#include <system_error>

#include "core/nn/safetensors_writer.h"
#include "core/nn/stale_partials_p.h"

namespace segad {

void removeStalePartials(const Path& folder) noexcept {
    try {
        std::error_code failure;
        const auto now = std::filesystem::file_time_type::clock::now();
        for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
            const std::string name = entry.path().filename().string();
            if (!name.starts_with(kPartialPrefix) || !name.ends_with(".partial")) continue;
            const auto written = entry.last_write_time(failure);
            if (failure || now - written < std::chrono::hours(24)) continue;
            std::filesystem::remove(entry.path(), failure);
        }
    } catch (const std::exception&) {
        // Whatever could not be looked at or removed stays; it takes room but does no harm.
        return;
    }
}

}  // namespace segad
