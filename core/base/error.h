// What goes wrong for a reason the user can act on, and the separate thing that is cancellation.
//
// Error is thrown in core and shown by the window (translated by code) and the command line (whose
// exit status follows the code). A bug is not an Error: it is an assertion or a std::logic_error.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace segad {

enum class ErrorCode {
    InvalidArgument,   ///< a parameter or option is out of its range
    InvalidData,       ///< a file was read but what it holds can't be used
    NotFound,          ///< a file, part, run or name does not exist
    AlreadyExists,     ///< would overwrite something that is there
    Unsupported,       ///< a known format or feature this program does not handle
    Io,                ///< reading or writing failed
    DiskFull,          ///< no room left on the device
    PermissionDenied,  ///< read-only file or folder
    Locked,            ///< another program holds the project
    NewerVersion,      ///< written by a newer program
    Corrupt,           ///< fails its integrity or hash check
    MissingWeights,    ///< backbone weights are not imported or lack layers
    OutOfMemory,       ///< the request exceeds the memory there is
    Internal           ///< a library failed in a way we have no word for
};

/// Stable lower-case name of a code ("invalid_data"), used in JSON and the audit log.
std::string_view toString(ErrorCode code) noexcept;

/// An error with its subject (file, part or parameter) and one sentence that says what to do.
/// what() reads "subject: message. remedy".
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, std::string subject, std::string message, std::string remedy);

    ErrorCode code() const noexcept { return code_; }
    const std::string& subject() const noexcept { return subject_; }
    const std::string& message() const noexcept { return message_; }
    const std::string& remedy() const noexcept { return remedy_; }

private:
    ErrorCode code_;
    std::string subject_;
    std::string message_;
    std::string remedy_;
};

/// The user stopped a job. Deliberately not an Error and not a std::exception, so that no handler for
/// failures swallows it.
class Cancelled {};

/// Translates errno of a failed file operation (ENOSPC, EACCES, EROFS, ENOENT, …) into an Error.
Error errorFromErrno(int errnoValue, std::string subject, std::string_view operation);

}  // namespace segad
