// The one place where LibTorch, OpenMP and OpenBLAS are set up, and where their failures become Errors.
#pragma once

#include <new>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/nn/device.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Brings the calling thread in line with core/base/threads.h and switches TF32 off (patchcore.md § 5).
/// OpenMP keeps its thread count per calling thread, so every entry into this library begins with it;
/// it is free when nothing changed. OpenBLAS, which has one pool for the process, is set up once.
void enterTorch();

/// The device meant; Auto takes CUDA when there is one. Throws Error{InvalidArgument} when it is absent.
at::Device torchDevice(const DeviceChoice& choice);

/// "cpu" or "cuda:0".
std::string deviceName(const at::Device& device);

/// What a c10::Error means to the user: OutOfMemory, else Internal with LibTorch's first line.
Error errorFromTorch(const c10::Error& failure, const std::string& subject);

/// Runs `body` on a prepared thread; LibTorch's exceptions do not leave it.
template <class Body>
auto guardedTraining(const std::string& subject, Body&& body) {
    enterTorch();
    try {
        return std::forward<Body>(body)();
    } catch (const c10::Error& failure) {
        throw errorFromTorch(failure, subject);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, subject, "needs more memory than there is",
                    "Close other programs, or choose a smaller input size, batch or memory limit.");
    }
}

/// The same in inference mode.
template <class Body>
auto guarded(const std::string& subject, Body&& body) {
    return guardedTraining(subject, [&] {
        const c10::InferenceMode inference;
        return std::forward<Body>(body)();
    });
}

}  // namespace segad::nn
