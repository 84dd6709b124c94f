#include "core/base/module.h"

#include <filesystem>
#include <map>
#include <mutex>

#include <dlfcn.h>

#include "core/base/error.h"

namespace segad {

namespace {
/// The folder of the library this code is in.
std::filesystem::path ownFolder() {
    Dl_info info{};
    static const char anchor = 0;
    if (dladdr(&anchor, &info) == 0 || info.dli_fname == nullptr) return {};
    return std::filesystem::path(info.dli_fname).parent_path();
}
}  // namespace

const Module& Module::open(const std::string& name) {
    static std::mutex mutex;
    static std::map<std::string, Module> modules;
    const std::scoped_lock lock(mutex);
    if (const auto known = modules.find(name); known != modules.end()) return known->second;
    const std::filesystem::path file = ownFolder() / ("lib" + name + ".so");
    // RTLD_GLOBAL is not wanted: the library's own dependencies must not replace symbols of others.
    void* handle = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) {
        const char* reason = dlerror();
        throw Error(ErrorCode::NotFound, file.string(),
                    std::string("could not be loaded: ") + (reason != nullptr ? reason : "unknown reason"),
                    "Install SegAD Studio again, or run packaging/run.");
    }
    return modules.emplace(name, Module(name, handle)).first->second;
}

void* Module::symbol(const std::string& symbolName) const {
    void* address = dlsym(handle_, symbolName.c_str());
    if (address == nullptr) {
        throw Error(ErrorCode::NotFound, name_, "has no function " + symbolName,
                    "The installed libraries are of different versions: install SegAD Studio again.");
    }
    return address;
}

}  // namespace segad
