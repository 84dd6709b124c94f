#include "core/workflow/distil_plan.h"

#include <algorithm>
#include <filesystem>

#include "core/base/file.h"
#include "core/base/threads.h"
#include "core/nn/backbones.h"
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

DistilRequest usualDistilRequest(const std::string& student) {
    DistilRequest request{.student = student};
    if (findPdnShape(student) != nullptr) {
        request.steps = 20000;
        request.learningRate = 1e-3;
        request.picturesPerStep = 4;
        request.importAs = student + "-distilled";
    }
    return request;
}

double estimateDistilSeconds(const DistilRequest& request) {
    // Measured with ResNet-18 on a busy machine of two cores: 3.4 steps of 8 pictures a second.
    constexpr double kRate = 120e9;           // operations a second of one core
    constexpr double kPictureSeconds = 4e-3;  // to draw one of this side, on one core
    constexpr double kLearning = 3;           // forwards, and twice as much backwards
    const BackboneInfo* row = findBackbone(catalogBackboneLike(request.teacher));
    const BackboneShape* known = row != nullptr ? findBackboneShape(row->architecture) : nullptr;
    const BackboneShape& teacher = known != nullptr ? *known : backboneCatalog().front().shape();
    const double pictures = static_cast<double>(request.steps) * request.picturesPerStep;
    if (const PdnShape* student = findPdnShape(request.student)) {
        // The teacher sees each picture twice as large.
        const double flops = backboneFlops(teacher, 2 * kSide, kLastLayer) +
                             kLearning * pdnFlops(*student, kTeacherChannels, kSide);
        return pictures * (flops / kRate + 4 * kPictureSeconds) / threadCount();
    }
    const double flops = backboneFlops(teacher, kSide, kLastLayer) +
                         kLearning * backboneFlops(backboneShape(studentArchitecture()), kSide, kLastLayer);
    return pictures * (flops / kRate + kPictureSeconds) / threadCount();
}

Path distilledFile(const std::string& name) {
    return userDataDir() / "distilled" / (name + ".safetensors");
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
        return DistilCheckpoint{.student = fingerprint.value("student", studentArchitecture()),
                                .teacher = fingerprint.at("teacher").get<std::string>(),
                                .initial = fingerprint.value("initial", ""),
                                .seed = fingerprint.at("seed").get<std::uint64_t>(),
                                .curve = lossCurveFromJson(json.at("curve"), toUtf8(file))};
    } catch (const Json::exception&) {
        throw noCheckpoint(file);
    }
}

std::vector<WeightEntry> possibleTeachers(const std::string& student) {
    const bool compact = findPdnShape(student) == nullptr;
    std::vector<WeightEntry> teachers = availableWeights(WeightStore());
    std::erase_if(teachers, [&](const WeightEntry& entry) {
        return (compact && entry.architecture == studentArchitecture()) ||
               !entry.has("layer" + std::to_string(kLastLayer));
    });
    // A compact backbone is small because it must be fast; it takes what its like was made from.
    const std::vector<std::string> best =
        compact ? std::vector<std::string>{"resnet18", "wide_resnet50_2"}
                : std::vector<std::string>{"wide_resnet50_2", "resnet18", studentArchitecture()};
    std::ranges::stable_sort(teachers, {}, [&](const WeightEntry& entry) {
        return std::ranges::find(best, entry.architecture) - best.begin();
    });
    return teachers;
}

std::vector<WeightEntry> possibleStarts(const std::string& student) {
    if (student != studentArchitecture()) return {};
    std::vector<WeightEntry> starts = availableWeights(WeightStore());
    std::erase_if(starts,
                  [](const WeightEntry& entry) { return entry.architecture != studentArchitecture(); });
    std::stable_partition(starts.begin(), starts.end(), [](const WeightEntry& entry) {
        const BackboneInfo* row = findBackbone(entry.name);
        return row != nullptr && row->origin == WeightOrigin::Embedded;
    });
    return starts;
}

std::string teacherRemark(const std::string& student, const WeightEntry& teacher) {
    if (findPdnShape(student) == nullptr || teacher.architecture == "wide_resnet50_2") return {};
    if (teacher.architecture != studentArchitecture())
        return "The published teacher learnt from a WideResNet; one that learns from this network sees less";
    return "This teacher learns from a network that is small itself: good enough to begin with. Import "
           "ResNet-18 "
           "or WideResNet-50-2 and make it again for better results";
}

}  // namespace segad
