// From the value an object pickle leaves to a list of tensors. Private to the readers of .pth files.
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/parsed_file_p.h"
#include "core/nn/pickle_p.h"

namespace segad {

/// The tensors of the state dict `root`. `storageBegin[i]` is where the values of storage i start in the
/// file; the caller has checked that all of them are there. Throws BadTensorFile for a root that is no dict
/// of text to tensor, a name that occurs twice, and views that multiply the data beyond twice its size.
std::vector<StoredTensor> stateDictTensors(const pickle::Machine& machine, pickle::Value root,
                                           const std::vector<std::uint64_t>& storageBegin);

}  // namespace segad
