// Data-parallel training on a processor: each replica of a network takes its share of the batch through
// forward and backward on threads of its own, and they meet once a step. Against one network whose every
// operation is spread over all threads this has no barrier per operation, at which threads spin when
// other programs want the processor, too.
//
// The number of replicas is part of what is computed (batch statistics are those of a share, gradients are
// added in order), so it must not depend on the machine.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/nn/resnet_torch.h"

namespace segad::nn {

class Replicas {
public:
    /// `network` is the first replica; the others share its parameters' memory and have gradients and
    /// statistics of their own.
    Replicas(ResNet network, const BackboneShape& shape, int lastLayer, int count);

    int count() const noexcept { return static_cast<int>(networks_.size()); }

    /// Runs body(replica, number) for all replicas side by side, each with its share of the threads, then
    /// adds up gradients and, in training mode, averages running statistics with the given weights (adding
    /// up to 1) into the first. Gradients must have been cleared.
    void run(std::span<const double> weights, const std::function<void(ResNet&, int)>& body);

    /// Clears the gradients of all.
    void clearGradients();

private:
    std::vector<ResNet> networks_;
};

}  // namespace segad::nn
