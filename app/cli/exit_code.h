// What a command hands back to the shell.
#pragma once

#include "core/base/error.h"

namespace segad::cli {

enum class ExitCode {
    Done = 0,
    CannotBeDone = 1,  ///< the message says why and what to do
    WrongUsage = 2,    ///< options that don't exist, don't fit or are out of range
    SomeFailed = 3,    ///< done, but some parts failed; they are listed
    ConditionMet = 4,  ///< a verdict asked for by --fail-on came up
    Cancelled = 130    ///< Ctrl+C
};

/// An option out of range is wrong usage, everything else can't be done.
constexpr ExitCode exitCodeFor(ErrorCode code) noexcept {
    return code == ErrorCode::InvalidArgument ? ExitCode::WrongUsage : ExitCode::CannotBeDone;
}

}  // namespace segad::cli
