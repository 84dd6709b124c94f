#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/sha256.h"
#include "core/nn/backbone_shape.h"
#include "core/nn/file_source_p.h"
#include "core/nn/recognise_backbone_p.h"

namespace segad {

namespace {
constexpr std::size_t kProblemsNamed = 5;
constexpr std::size_t kFewestStages = 2;
constexpr std::string_view kBatchCounter = "num_batches_tracked";

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

/// How far a file is from an architecture: nothing in `problems` means that it is one.
struct Comparison {
    RecognisedBackbone backbone;
    std::vector<std::string> problems;
    std::size_t matches = 0;
};

bool isClassifier(const TensorInfo& info, std::string_view architecture) {
    if (info.name == "fc.bias") return findBackboneShape(architecture) != nullptr && info.shape.size() == 1;
    const BackboneShape* shape = findBackboneShape(architecture);
    return shape != nullptr && info.name == "fc.weight" && info.shape.size() == 2 &&
           info.shape[1] == shape->outer.back();
}

/// Whether `info` counts the batches of a BatchNorm that is in `expected`.
bool isBatchCounter(const TensorInfo& info,
                    const std::map<std::string_view, const std::vector<std::int64_t>*>& expected) {
    if (!info.name.ends_with(kBatchCounter) || info.elementCount() != 1) return false;
    return expected.contains(info.name.substr(0, info.name.size() - kBatchCounter.size()) + "running_mean");
}

void findUnexpected(const TensorFile& file, Comparison& comparison) {
    std::map<std::string_view, const std::vector<std::int64_t>*> expected;
    for (const BackboneStage& stage : backboneStages(comparison.backbone.architecture)) {
        for (const TensorShape& tensor : stage.tensors)
            expected[tensor.name] = &tensor.shape;
    }
    for (const TensorInfo& info : file.tensors()) {
        const auto found = expected.find(info.name);
        if (found == expected.end()) {
            if (isBatchCounter(info, expected) || isClassifier(info, comparison.backbone.architecture))
                continue;
            comparison.problems.push_back(inQuotes(info.name) + " is unexpected");
        } else if (info.shape != *found->second) {
            comparison.problems.push_back(inQuotes(info.name) + " has shape " + shapeText(info.shape) +
                                          " instead of " + shapeText(*found->second));
        } else if (!isFloating(info.dtype)) {
            comparison.problems.push_back(inQuotes(info.name) + " has type " +
                                          std::string(toString(info.dtype)));
        } else {
            ++comparison.matches;
        }
    }
}

Comparison compare(const TensorFile& file, const std::string& architecture) {
    const std::vector<BackboneStage>& stages = backboneStages(architecture);
    const std::size_t fewest = std::min(kFewestStages, stages.size());
    Comparison comparison{.backbone = {.architecture = architecture, .stageCount = fewest}};
    const auto present = [&](const TensorShape& tensor) { return file.find(tensor.name) != nullptr; };
    for (std::size_t i = fewest; i < stages.size(); ++i) {
        if (std::any_of(stages[i].tensors.begin(), stages[i].tensors.end(), present)) {
            comparison.backbone.stageCount = i + 1;
        }
    }
    for (std::size_t i = 0; i < comparison.backbone.stageCount; ++i) {
        for (const TensorShape& tensor : stages[i].tensors) {
            if (!present(tensor)) comparison.problems.push_back(inQuotes(tensor.name) + " is missing");
        }
    }
    findUnexpected(file, comparison);
    return comparison;
}

void checkValues(const TensorFile& file, const TensorData& data) {
    const bool variance = data.name.ends_with(".running_var");
    for (const float value : data.values) {
        const bool finite = std::isfinite(value);
        if (finite && !(variance && value < 0)) continue;
        throw Error(ErrorCode::InvalidData, toUtf8(file.path()),
                    "its tensor " + inQuotes(data.name) +
                        (finite ? " holds a negative variance" : " holds values that are not finite"),
                    "Get the file again from where it is published and compare its SHA-256.");
    }
}
}  // namespace

RecognisedBackbone recogniseBackbone(const TensorFile& file) {
    Comparison best;
    for (const std::string& architecture : weightArchitectures()) {
        Comparison comparison = compare(file, architecture);
        if (comparison.problems.empty()) return comparison.backbone;
        if (best.backbone.architecture.empty() || comparison.matches > best.matches) {
            best = std::move(comparison);
        }
    }
    std::string message = best.matches == 0 ? "holds no backbone this program knows; compared with "
                                            : "is not a whole or plain ";
    message += best.backbone.architecture + ": ";
    for (std::size_t i = 0; i < std::min(kProblemsNamed, best.problems.size()); ++i)
        message += (i > 0 ? "; " : "") + best.problems[i];
    if (best.problems.size() > kProblemsNamed) {
        message += "; and " + std::to_string(best.problems.size() - kProblemsNamed) + " more";
    }
    throw Error(ErrorCode::InvalidData, toUtf8(file.path()), message,
                "Use a state dict of resnet18 or wide_resnet50_2 with torchvision's names, EfficientAD's "
                "teacher_small.pth or teacher_medium.pth, or what 'segad distil' wrote.");
}

std::vector<std::string> backboneIdentities(const TensorFile& file, const RecognisedBackbone& backbone,
                                            Job& job) {
    const std::vector<BackboneStage>& stages = backboneStages(backbone.architecture);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < backbone.stageCount; ++i)
        total += stages[i].tensors.size();
    std::vector<std::string> identities;
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < backbone.stageCount; ++i) {
        Sha256 hash;
        hash.update(identities.empty() ? backbone.architecture : identities.back());
        for (const TensorShape& tensor : stages[i].tensors) {
            const TensorData data = file.load(tensor.name);
            checkValues(file, data);
            hash.update("\n" + tensor.name + " " + shapeText(tensor.shape) + "\n");
            hash.update(std::as_bytes(std::span(data.values)));
            job.progress(++done, total);
        }
        identities.push_back(hash.hex());
    }
    return identities;
}

}  // namespace segad
