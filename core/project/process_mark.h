// Who works on a run: enough about a process to tell later, also from another process, whether it is gone.
#pragma once

#include <string>

namespace segad {

/// This process as "host boot-id pid-namespace pid start-time".
const std::string& currentProcessMark();

enum class ProcessState {
    Alive,
    Gone,
    Unknown  ///< on another machine or in another container: nobody here can tell
};

ProcessState processStateOf(const std::string& mark);

}  // namespace segad
