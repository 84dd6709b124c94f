#include <functional>
#include <numeric>

#include "core/nn/tensor_file.h"

namespace segad {

std::size_t byteSize(DType type) noexcept {
    switch (type) {
        case DType::Float64:
        case DType::Int64:
            return 8;
        case DType::Float32:
        case DType::Int32:
            return 4;
        case DType::Float16:
        case DType::BFloat16:
        case DType::Int16:
            return 2;
        case DType::Int8:
        case DType::UInt8:
        case DType::Bool:
            return 1;
    }
    return 1;
}

bool isFloating(DType type) noexcept {
    return type == DType::Float64 || type == DType::Float32 || type == DType::Float16 ||
           type == DType::BFloat16;
}

std::string_view toString(DType type) noexcept {
    switch (type) {
        case DType::Float64:
            return "float64";
        case DType::Float32:
            return "float32";
        case DType::Float16:
            return "float16";
        case DType::BFloat16:
            return "bfloat16";
        case DType::Int64:
            return "int64";
        case DType::Int32:
            return "int32";
        case DType::Int16:
            return "int16";
        case DType::Int8:
            return "int8";
        case DType::UInt8:
            return "uint8";
        case DType::Bool:
            return "bool";
    }
    return "";
}

std::string_view toString(TensorFileFormat format) noexcept {
    switch (format) {
        case TensorFileFormat::Safetensors:
            return "safetensors";
        case TensorFileFormat::TorchZip:
            return "torch zip";
        case TensorFileFormat::TorchLegacy:
            return "torch legacy";
    }
    return "";
}

std::int64_t TensorInfo::elementCount() const noexcept {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

}  // namespace segad
