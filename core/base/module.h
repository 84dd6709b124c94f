// Shared libraries of our own that are opened at first need, because what they drag in is slow to
// load (LibTorch: 0.3–0.8 s; libjpeg, libpng, libtiff, …).
#pragma once

#include <string>

namespace segad {

/// A library beside segad-core, opened once and kept for the life of the process. Thread-safe.
class Module {
public:
    /// `name` without prefix and suffix: "segad-learn". Throws Error{NotFound} with the loader's reason.
    static const Module& open(const std::string& name);

    /// Address of an extern "C" function; throws Error{NotFound} if the library lacks it.
    void* symbol(const std::string& symbolName) const;

    template <class Function>
    Function* function(const std::string& symbolName) const {
        return reinterpret_cast<Function*>(symbol(symbolName));
    }

private:
    Module(std::string name, void* handle) : name_(std::move(name)), handle_(handle) {}
    std::string name_;
    void* handle_;
};

}  // namespace segad
