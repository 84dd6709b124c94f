#include "core/workflow/distil_plan.h"

#include <algorithm>
#include <filesystem>

#include "core/base/threads.h"
#include "core/nn/embedded_backbone.h"
#include "core/workflow/backbone_offers.h"

namespace segad {

namespace {
constexpr int kLastLayer = 3;
constexpr int kSide = 256;

const std::string& studentArchitecture() {
    return embeddedWeights().architecture;
}

Error noCheckpoint(const Path& file) {
    return {ErrorCode::InvalidData, toUtf8(file), "is no checkpoint of a distillation",
            "Remove it, or choose another file for the weights."};
}
}  // namespace

double estimateDistilSeconds(const DistilRequest& request) {
    // Measured with ResNet-18 on a busy machine of two cores: 3.4 steps of 8 pictures a second.
    constexpr double kRate = 120e9;           // operations a second of one core
    constexpr double kPictureSeconds = 4e-3;  // to draw one, on one core
    constexpr double kLearning = 3;           // forwards, and twice as much backwards
    const BackboneInfo* row = findBackbone(catalogBackboneLike(request.teacher));
    const BackboneShape& teacher = row != nullptr ? row->shape() : backboneCatalog().front().shape();
    const double flops = backboneFlops(teacher, kSide, kLastLayer) +
                         kLearning * backboneFlops(backboneShape(studentArchitecture()), kSide, kLastLayer);
    const double pictures = static_cast<double>(request.steps) * request.picturesPerStep;
    return pictures * (flops / kRate + kPictureSeconds) / threadCount();
}

std::optional<DistilCheckpoint> findDistilCheckpoint(const Path& out) {
    const Path file = Path(out).concat(".checkpoint");
    std::error_code absent;
    if (!std::filesystem::is_regular_file(file, absent)) return std::nullopt;
    const TensorFile tensors = TensorFile::read(file);
    const auto header = tensors.metadata().find("header");
    if (header == tensors.metadata().end()) throw noCheckpoint(file);
    try {
        const Json json = parseJson(header->second, toUtf8(file));
        const Json& fingerprint = json.at("fingerprint");
        return DistilCheckpoint{.teacher = fingerprint.at("teacher").get<std::string>(),
                                .seed = fingerprint.at("seed").get<std::uint64_t>(),
                                .curve = lossCurveFromJson(json.at("curve"), toUtf8(file))};
    } catch (const Json::exception&) {
        throw noCheckpoint(file);
    }
}

std::vector<WeightEntry> possibleTeachers() {
    std::vector<WeightEntry> teachers = WeightStore().list();
    std::erase_if(teachers, [](const WeightEntry& entry) {
        return entry.architecture == studentArchitecture() ||
               !entry.has("layer" + std::to_string(kLastLayer));
    });
    return teachers;
}

}  // namespace segad
