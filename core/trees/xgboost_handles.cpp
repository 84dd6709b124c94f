#include <limits>
#include <mutex>
#include <vector>

#include "core/trees/xgboost_handles_p.h"

namespace segad {

namespace {
/// The library's reason without time, source line and stack: "[12:00:00] ./src/x.cc:7: Check failed: a: why".
std::string lastReason() {
    std::string text = XGBGetLastError();
    // Some reasons begin with an empty line, others end in a stack trace.
    text.erase(0, text.find_first_not_of("\n "));
    text = text.substr(0, text.find('\n'));
    for (const std::string_view mark : {".cc:", ".h:"}) {
        const std::size_t file = text.find(mark);
        if (file == std::string::npos) continue;
        const std::size_t end = text.find(": ", file + mark.size());
        if (end != std::string::npos) text.erase(0, end + 2);
    }
    return text.empty() ? "gave no reason" : text;
}

/// Still readable after the thread-local objects of the thread are gone.
thread_local bool threadLocalsGone = false;

/// Called on every thread that calls the library.
void watchThreadEnd() {
    struct Watcher {
        ~Watcher() { threadLocalsGone = true; }
    };
    static thread_local Watcher watcher;
    static_cast<void>(watcher);
}
}  // namespace

void FreeBooster::operator()(BoosterHandle handle) const {
    if (!threadLocalsGone) {
        XGBoosterFree(handle);
        return;
    }
    // Reachable to the last, so that leak checkers see an owner.
    static std::mutex mutex;
    static auto* const keptToTheEnd = new std::vector<BoosterHandle>;
    const std::scoped_lock lock(mutex);
    keptToTheEnd->push_back(handle);
}

void checkCall(int status, ErrorCode code, const std::string& subject, const std::string& remedy) {
    watchThreadEnd();
    if (status != 0) throw Error(code, subject, "XGBoost: " + lastReason(), remedy);
}

MatrixPtr makeMatrix(TreeTable table) {
    DMatrixHandle handle = nullptr;
    checkCall(XGDMatrixCreateFromMat(table.values.data(), table.rows(), table.columns,
                                     std::numeric_limits<float>::quiet_NaN(), &handle),
              ErrorCode::InvalidData, "feature table", "Check the feature rows for infinite values.");
    return MatrixPtr(handle);
}

BoosterPtr makeBooster() {
    BoosterHandle handle = nullptr;
    checkCall(XGBoosterCreate(nullptr, 0, &handle), ErrorCode::Internal, "trees", "Report this as a bug.");
    return BoosterPtr(handle);
}

void setParam(void* booster, const std::string& key, const std::string& value) {
    checkCall(XGBoosterSetParam(booster, key.c_str(), value.c_str()), ErrorCode::InvalidArgument, key,
              "Correct the parameter.");
}

}  // namespace segad
