// What importing or planning has to say about a dataset, one line each.
#pragma once

#include <string>

namespace segad {

enum class FindingKind { Info, Warning, Error };

/// One line of a report. In an import report an Error means that the part was left out; the rest goes on.
struct Finding {
    FindingKind kind = FindingKind::Info;
    std::string path;     ///< relative to the root; "" for the dataset as a whole
    std::string message;  ///< what was found
    std::string remedy;   ///< what to do, may be empty
};

}  // namespace segad
