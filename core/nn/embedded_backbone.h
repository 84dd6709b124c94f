// The backbone this program ships with, so that it works where nothing was imported: compact_resnet,
// distilled on procedural pictures (resources/backbone/README.md says how and how well it does).
// Its weights are part of segad-core; there is no file to lose.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/weight_store.h"

namespace segad {

inline constexpr const char* kEmbeddedBackbone = "embedded";

/// Described like imported weights; `file` is empty.
const WeightEntry& embeddedWeights();

/// The file as it would be on disk.
std::span<const std::byte> embeddedWeightBytes() noexcept;

/// Ready to load tensors from.
TensorFile openEmbeddedWeights();

/// Every set of weights there is to use: what is imported, then what is embedded.
std::vector<WeightEntry> availableWeights(const WeightStore& store);

}  // namespace segad
