// From the value an object pickle leaves to a list of tensors. Private to the readers of .pth files.
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/parsed_file_p.h"
#include "core/nn/pickle_p.h"

namespace segad {

/// Throws BadTensorFile unless `root` is a dict of text to tensor in which no name occurs twice.
void checkStateDict(const pickle::Machine& machine, pickle::Value root);

/// The tensors of a checked state dict. `storageBegin[i]` is where the values of storage i start in the file;
/// the caller has made sure that all of them are there. Throws BadTensorFile for views that multiply the data
/// beyond twice its size.
std::vector<StoredTensor> stateDictTensors(const pickle::Machine& machine, pickle::Value root,
                                           const std::vector<std::uint64_t>& storageBegin);

}  // namespace segad
