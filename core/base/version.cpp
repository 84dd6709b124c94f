#include "core/base/version.h"

namespace segad {

std::string_view programVersion() noexcept {
    return SEGAD_VERSION;
}

}  // namespace segad
