// What detectors that learn in steps have in common: the plan of the one training loop
// (core/nn/training_loop_torch.h) as their configuration and the caller's wishes make it, and batches of the
// pictures they learn from.
#pragma once

#include <span>
#include <string>

#include "core/detector/detector.h"
#include "core/detector/training_pictures.h"
#include "core/nn/training_loop_torch.h"

namespace segad::nn {

/// `description`: of the detector as it will be trained, its backbone opened; a checkpoint is gone on with
/// only by the same detector, parameters, seed, backbone weights and parts. `title`: for messages.
TrainingPlan stepPlan(const DetectorDescription& description, const std::string& title, std::int64_t steps,
                      const TrainingOptions& options);

/// CV_8UC3 pictures of one size as a normalised batch [N,3,H,W] float32, channels-last, on `device`.
at::Tensor pictureBatch(std::span<const cv::Mat> pictures, const at::Device& device);

/// Pictures `indices` as such a batch.
at::Tensor pictureBatch(const TrainingPictures& pictures, std::span<const std::size_t> indices,
                        const at::Device& device);

}  // namespace segad::nn
