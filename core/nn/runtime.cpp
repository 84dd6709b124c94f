#include <algorithm>
#include <mutex>

#include <ATen/Version.h>
#include <omp.h>
#include <torch/cuda.h>

#include "core/base/log.h"
#include "core/base/threads.h"
#include "core/nn/learn_info.h"
#include "core/nn/runtime_torch.h"

extern "C" void openblas_set_num_threads(int count);

namespace segad::nn {

void enterTorch() {
    static std::once_flag once;
    std::call_once(once, [] {
        at::globalContext().setAllowTF32CuBLAS(false);
        at::globalContext().setAllowTF32CuDNN(false);
        at::set_num_threads(threadCount());
        openblas_set_num_threads(threadCount());
    });
    thread_local int threadsOfThisThread = 0;
    const int wanted = threadCount();
    if (threadsOfThisThread == wanted) return;
    // LibTorch sets a thread up on its first question; what is said to OpenMP afterwards is what counts.
    at::get_num_threads();
    omp_set_num_threads(wanted);
    threadsOfThisThread = wanted;
}

at::Device torchDevice(const DeviceChoice& choice) {
    const int available = static_cast<int>(torch::cuda::is_available() ? torch::cuda::device_count() : 0);
    if (choice.kind == DeviceChoice::Kind::Cpu) return {at::kCPU};
    if (choice.kind == DeviceChoice::Kind::Auto)
        return available > 0 ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU);
    if (choice.index < available) return {at::kCUDA, static_cast<c10::DeviceIndex>(choice.index)};
    throw Error(ErrorCode::InvalidArgument, toString(choice),
                available == 0 ? "there is no CUDA device, or LibTorch was built without CUDA"
                               : "there are only " + std::to_string(available) + " CUDA devices",
                "Use the device auto or cpu.");
}

std::string deviceName(const at::Device& device) {
    return device.is_cpu() ? "cpu" : device.str();
}

Error errorFromTorch(const c10::Error& failure, const std::string& subject) {
    const std::string text = failure.what_without_backtrace();
    log::error("LibTorch: " + text);
    const bool memory = text.find("memory") != std::string::npos && text.find("alloc") != std::string::npos;
    if (memory || text.find("out of memory") != std::string::npos) {
        return {ErrorCode::OutOfMemory, subject, "needs more memory than there is",
                "Close other programs, or choose a smaller input size or memory limit."};
    }
    return {ErrorCode::Internal, subject, "LibTorch failed: " + text.substr(0, text.find('\n')),
            "Please report this with the log file."};
}

namespace {
/// "AVX2", "AVX512", …: LibTorch tells it only in its description of itself.
std::string cpuCapability() {
    const std::string text = at::show_config();
    const std::string key = "CPU capability usage: ";
    const std::size_t begin = text.find(key);
    if (begin == std::string::npos) return {};
    return text.substr(begin + key.size(), text.find('\n', begin) - begin - key.size());
}

LearnInfo describe() {
    enterTorch();
    LearnInfo info{.torchVersion = TORCH_VERSION,
                   .oneDnn = at::globalContext().hasMKLDNN() && at::globalContext().userEnabledMkldnn(),
                   .cpuCapability = cpuCapability(),
                   .devices = {"cpu"},
                   .threads = at::get_num_threads()};
    const auto devices = torch::cuda::is_available() ? torch::cuda::device_count() : 0;
    for (std::size_t i = 0; i < devices; ++i)
        info.devices.push_back("cuda:" + std::to_string(i));
    return info;
}
}  // namespace

}  // namespace segad::nn

extern "C" {
segad::LearnInfo segadLearnInfo() {
    return segad::nn::describe();
}

std::string segadResolveDevice(const std::string& device) {
    return segad::nn::deviceName(segad::nn::torchDevice(segad::parseDevice(device)));
}
}
