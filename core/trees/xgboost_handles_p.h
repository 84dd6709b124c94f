// The two handles of XGBoost's C API, owned, and the translation of its failures. Only for this room.
#pragma once

#include <memory>
#include <string>

#include <xgboost/c_api.h>

#include "core/base/error.h"
#include "core/trees/tree_model.h"

namespace segad {

struct FreeMatrix {
    void operator()(DMatrixHandle handle) const { XGDMatrixFree(handle); }
};
/// Leaves the booster to the end of the process when the thread has lost its thread-local objects: the
/// library keeps a table of boosters in one of them and would write to it (a model that is a static).
struct FreeBooster {
    void operator()(BoosterHandle handle) const;
};
using MatrixPtr = std::unique_ptr<void, FreeMatrix>;
using BoosterPtr = std::unique_ptr<void, FreeBooster>;

/// Throws Error{code} with the library's reason when `status` is not 0.
void checkCall(int status, ErrorCode code, const std::string& subject, const std::string& remedy);

/// A matrix of its own: XGBoost copies the values.
MatrixPtr makeMatrix(TreeTable table);

BoosterPtr makeBooster();

/// A value that takes effect, at the latest, with the next computation.
void setParam(void* booster, const std::string& key, const std::string& value);

}  // namespace segad
