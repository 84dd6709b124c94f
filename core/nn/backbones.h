// The backbones this program knows, and EfficientAD's teachers, which take a backbone's place: torch-free
// facts about each, so that forms, cost estimates and messages about missing weights need no LibTorch.
// Networks themselves are built behind the door (feature_extractor.h, detectors). Names, shapes and files:
// backbones.md §§ 2–4.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/nn/backbone_shape.h"
#include "core/nn/pdn_shape.h"

namespace segad {

/// Where a backbone's weights come from.
enum class WeightOrigin {
    Imported,  ///< the user imports a file
    Embedded,  ///< they are part of this program
    Seed       ///< nobody trained it: made from a fixed seed, the same on every machine
};

struct BackboneInfo {
    std::string name;          ///< stable: "resnet18", "wide_resnet50_2", "embedded", "resnet18-untrained"
    std::string title;         ///< "ResNet-18 (ImageNet)"
    std::string architecture;  ///< of backbone_shape.h, or, for a teacher, of pdn_shape.h
    WeightOrigin origin = WeightOrigin::Imported;
    std::string usualFile;     ///< "resnet18-f37072fd.pth", "" when nobody publishes one
    std::string sha256Prefix;  ///< of the usual file, "" when not known
    std::string note;          ///< one sentence on what it is good for

    bool isTeacher() const noexcept { return findPdnShape(architecture) != nullptr; }
    /// Throws Error{NotFound} for a teacher, which has no layers.
    const BackboneShape& shape() const { return backboneShape(architecture); }
};

/// In the order they are offered.
const std::vector<BackboneInfo>& backboneCatalog();

/// nullptr for a name this program does not know.
const BackboneInfo* findBackbone(std::string_view name) noexcept;

/// Throws Error{NotFound} that lists the known names.
const BackboneInfo& backboneInfo(std::string_view name);

}  // namespace segad
