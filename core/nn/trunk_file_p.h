// How weights of a backbone are stored: its tensors stage by stage, and nothing else. Private to the room.
#pragma once

#include <memory>

#include "core/nn/recognise_backbone_p.h"
#include "core/nn/safetensors_writer.h"

namespace segad {

/// Lays out the tensors of the first `backbone.stageCount` stages and writes them to a partial file in
/// `folder`, which the caller commits.
std::unique_ptr<SafetensorsWriter> writeTrunk(const TensorFile& file, const RecognisedBackbone& backbone,
                                              const Path& folder, Job& job);

}  // namespace segad
