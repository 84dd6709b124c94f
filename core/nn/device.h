// Where networks compute, as a plain value: what the user wrote ("auto", "cpu", "cuda", "cuda:1").
#pragma once

#include <string>
#include <string_view>

namespace segad {

struct DeviceChoice {
    enum class Kind { Auto, Cpu, Cuda };
    Kind kind = Kind::Auto;
    int index = 0;  ///< of the CUDA device

    bool operator==(const DeviceChoice&) const = default;
};

/// Throws Error{InvalidArgument} unless `text` is auto, cpu, cuda or cuda:<index>.
DeviceChoice parseDevice(std::string_view text);

/// "auto", "cpu", "cuda:0".
std::string toString(const DeviceChoice& device);

}  // namespace segad
