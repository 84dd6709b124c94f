#include "core/nn/device.h"

#include <charconv>

#include "core/base/error.h"

namespace segad {

DeviceChoice parseDevice(std::string_view text) {
    if (text == "auto") return {.kind = DeviceChoice::Kind::Auto};
    if (text == "cpu") return {.kind = DeviceChoice::Kind::Cpu};
    if (text == "cuda") return {.kind = DeviceChoice::Kind::Cuda};
    constexpr std::string_view prefix = "cuda:";
    if (text.starts_with(prefix)) {
        const std::string_view digits = text.substr(prefix.size());
        DeviceChoice choice{.kind = DeviceChoice::Kind::Cuda};
        const auto [end, failure] =
            std::from_chars(digits.data(), digits.data() + digits.size(), choice.index);
        if (failure == std::errc() && end == digits.data() + digits.size() && choice.index >= 0)
            return choice;
    }
    throw Error(ErrorCode::InvalidArgument, "device", "'" + std::string(text) + "' is not a device",
                "Use auto, cpu, cuda or cuda:<number>.");
}

std::string toString(const DeviceChoice& device) {
    switch (device.kind) {
        case DeviceChoice::Kind::Auto:
            return "auto";
        case DeviceChoice::Kind::Cpu:
            return "cpu";
        case DeviceChoice::Kind::Cuda:
            break;
    }
    return "cuda:" + std::to_string(device.index);
}

}  // namespace segad
