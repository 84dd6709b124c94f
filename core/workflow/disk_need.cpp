#include "core/workflow/disk_need.h"

#include "core/detector/catalog.h"

namespace segad {

namespace {
/// Of float32 pixels, as they are kept: 0.55 to 0.75 for the detectors and datasets measured, with the
/// companion's own pages.
constexpr double kCompressed = 0.67;
constexpr double kBytesPerPixel = 4;
constexpr double kUsualSide = 256;  // of a detector without the parameter
}  // namespace

std::uint64_t mapBytesOf(const TrainRequest& request, int parts) {
    const DetectorInfo* info = findDetector(request.detector);
    if (info == nullptr || !info->makesMaps) return 0;
    double side = kUsualSide;
    if (const ParamSpec* spec = info->params.find("image_size")) {
        const auto asked = request.params.find(spec->key);
        side =
            (asked != request.params.end() && asked->is_number() ? *asked : spec->defaultValue).get<double>();
    }
    return static_cast<std::uint64_t>(parts * side * side * kBytesPerPixel * kCompressed);
}

std::optional<std::uint64_t> freeDiskBytes(const Path& project) {
    std::error_code failure;
    const std::filesystem::space_info space = std::filesystem::space(project.parent_path(), failure);
    if (failure) return std::nullopt;
    return space.available;
}

}  // namespace segad
