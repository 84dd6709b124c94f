// What the learning library is and runs on, for `doctor` and for the record of a run. Torch-free.
#pragma once

#include <string>
#include <vector>

namespace segad {

struct LearnInfo {
    std::string torchVersion;          ///< "1.13.0"
    bool oneDnn = false;               ///< oneDNN convolutions are available
    std::string cpuCapability;         ///< "AVX2", "AVX512": what LibTorch's own kernels use
    std::vector<std::string> devices;  ///< "cpu", "cuda:0 NVIDIA …"
    int threads = 0;                   ///< LibTorch computes with so many
};

/// Opens segad-learn (0.3–0.8 s the first time). Throws Error{NotFound} when it can't be loaded.
LearnInfo learnInfo();

/// "cpu" or "cuda:<i>" for "auto", "cpu", "cuda[:i]". Throws Error{InvalidArgument} for a device that is not
/// there.
std::string resolveDevice(const std::string& device);

}  // namespace segad
