// The machine this process runs on, for records of who did what where.
#pragma once

#include <string>

namespace segad {

/// "-" when it has no name.
std::string hostName();

/// Model of the processor, e.g. "Intel(R) Xeon(R) Gold 6140 CPU @ 2.30GHz"; "unknown processor" where the
/// system does not say.
std::string processorName();

}  // namespace segad
