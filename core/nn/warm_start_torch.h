// A student that goes on from compact weights instead of from chance.
//
// What is trained are blocks with heads that give the teacher's whitened features; what was exported are the
// blocks. Given them, the best heads are a least-squares problem with one solution, which is found here.
#pragma once

#include <functional>
#include <vector>

#include "core/nn/covariance_torch.h"
#include "core/nn/distil_batch_torch.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

/// The tensors of `compact` (architecture kStudentArchitecture) with heads that give the features
/// whitened by `whitenings` as well as anything linear can, over `batches`(0), `batches`(batch size), … until
/// one without pictures.
StateDict withFittedHeads(const StateDict& compact, const std::vector<Whitening>& whitenings,
                          const at::Device& device, const std::function<DistilBatch(std::int64_t)>& batches);

}  // namespace segad::nn
