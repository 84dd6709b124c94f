#include "core/nn/backbones.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/nn/embedded_backbone.h"

namespace segad {

const std::vector<BackboneInfo>& backboneCatalog() {
    static const std::vector<BackboneInfo> rows{
        {.name = "resnet18",
         .title = "ResNet-18 (ImageNet)",
         .architecture = "resnet18",
         .usualFile = "resnet18-f37072fd.pth",
         .sha256Prefix = "f37072fd",
         .note = "Fast on a processor; weights up to layer3 are enough for most detectors."},
        {.name = "wide_resnet50_2",
         .title = "WideResNet-50-2 (ImageNet)",
         .architecture = "wide_resnet50_2",
         .usualFile = "wide_resnet50_2-95faca4d.pth",
         .sha256Prefix = "95faca4d",
         .note = "The backbone of the published figures; about seven times the work of ResNet-18."},
        {.name = kEmbeddedBackbone,
         .title = "Compact ResNet (embedded)",
         .architecture = "compact_resnet",
         .origin = WeightOrigin::Embedded,
         .usualFile = "",
         .sha256Prefix = "",
         .note = "Part of this program: nothing to import, half the work of ResNet-18 and close to it."},
        {.name = "resnet18-untrained",
         .title = "ResNet-18 (untrained)",
         .architecture = "resnet18",
         .origin = WeightOrigin::Seed,
         .usualFile = "",
         .sha256Prefix = "",
         .note = "Needs no file: fixed random weights, to try the program where the others lack layers."},
        {.name = "pdn_small",
         .title = "EfficientAD's small teacher",
         .architecture = "pdn_small",
         .usualFile = "teacher_small.pth",
         .sha256Prefix = "",
         .note = "What EfficientAD (small) imitates: imported, or made by distillation."},
        {.name = "pdn_medium",
         .title = "EfficientAD's medium teacher",
         .architecture = "pdn_medium",
         .usualFile = "teacher_medium.pth",
         .sha256Prefix = "",
         .note = "What EfficientAD (medium) imitates: imported, or made by distillation."},
        {.name = "pdn_small_narrow",
         .title = "EfficientAD's small teacher, narrow",
         .architecture = "pdn_small_narrow",
         .usualFile = "",
         .sha256Prefix = "",
         .note = "A quarter of the channels, a seventh of the work; made by distillation."},
        {.name = "pdn_medium_narrow",
         .title = "EfficientAD's medium teacher, narrow",
         .architecture = "pdn_medium_narrow",
         .usualFile = "",
         .sha256Prefix = "",
         .note = "A quarter of the channels, a ninth of the work; made by distillation."},
        {.name = "pdn_small_narrow-untrained",
         .title = "EfficientAD's small teacher, narrow (untrained)",
         .architecture = "pdn_small_narrow",
         .origin = WeightOrigin::Seed,
         .usualFile = "",
         .sha256Prefix = "",
         .note = "Needs no file: fixed random weights, to try the program before there is a teacher."},
        {.name = "pdn_medium_narrow-untrained",
         .title = "EfficientAD's medium teacher, narrow (untrained)",
         .architecture = "pdn_medium_narrow",
         .origin = WeightOrigin::Seed,
         .usualFile = "",
         .sha256Prefix = "",
         .note = "Needs no file: fixed random weights, to try the program before there is a teacher."},
    };
    return rows;
}

const BackboneInfo* findBackbone(std::string_view name) noexcept {
    const auto& rows = backboneCatalog();
    const auto row = std::ranges::find(rows, name, &BackboneInfo::name);
    return row == rows.end() ? nullptr : &*row;
}

const BackboneInfo& backboneInfo(std::string_view name) {
    if (const BackboneInfo* row = findBackbone(name)) return *row;
    std::string known;
    for (const BackboneInfo& row : backboneCatalog())
        known += (known.empty() ? "" : ", ") + row.name;
    throw Error(ErrorCode::NotFound, std::string(name), "is not a backbone this program knows",
                "Choose one of: " + known + ".");
}

}  // namespace segad
