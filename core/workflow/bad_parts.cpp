#include "core/workflow/bad_parts.h"

#include <string>

#include "core/base/error.h"

namespace segad {

std::string_view toString(BadParts from) noexcept {
    switch (from) {
        case BadParts::All:
            return "all";
        case BadParts::Real:
            return "real";
        case BadParts::Generated:
            return "generated";
        case BadParts::None:
            return "none";
    }
    return "";
}

BadParts badPartsFromString(std::string_view text) {
    for (const BadParts from : {BadParts::All, BadParts::Real, BadParts::Generated, BadParts::None}) {
        if (toString(from) == text) return from;
    }
    throw Error(ErrorCode::InvalidArgument, std::string(text), "is no choice of bad parts",
                "Use a number, all, real, generated or none.");
}

}  // namespace segad
