// Which bad parts a forest learns from.
#pragma once

#include <string_view>

namespace segad {

enum class BadParts {
    All,        ///< photographed ones as the dataset or the user says, and the generated ones that are kept
    Real,       ///< photographed ones only
    Generated,  ///< one-class SegAD: generated ones only, every photographed bad part is tested
    None        ///< none at all: rows generated in feature space stand for them
};

std::string_view toString(BadParts from) noexcept;
/// "all", "real", "generated", "none"; Error{InvalidArgument} for anything else.
BadParts badPartsFromString(std::string_view text);

}  // namespace segad
