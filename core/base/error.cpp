#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace segad {

std::string_view toString(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return "invalid_argument";
        case ErrorCode::InvalidData:
            return "invalid_data";
        case ErrorCode::NotFound:
            return "not_found";
        case ErrorCode::AlreadyExists:
            return "already_exists";
        case ErrorCode::Unsupported:
            return "unsupported";
        case ErrorCode::Io:
            return "io";
        case ErrorCode::DiskFull:
            return "disk_full";
        case ErrorCode::PermissionDenied:
            return "permission_denied";
        case ErrorCode::Locked:
            return "locked";
        case ErrorCode::NewerVersion:
            return "newer_version";
        case ErrorCode::Corrupt:
            return "corrupt";
        case ErrorCode::MissingWeights:
            return "missing_weights";
        case ErrorCode::OutOfMemory:
            return "out_of_memory";
        case ErrorCode::Internal:
            return "internal";
    }
    return "internal";
}

namespace {
std::string compose(const std::string& subject, const std::string& message, const std::string& remedy) {
    std::string text = subject.empty() ? message : subject + ": " + message;
    if (!text.empty() && text.back() != '.') text += '.';
    if (!remedy.empty()) text += ' ' + remedy;
    return text;
}
}  // namespace

Error::Error(ErrorCode code, std::string subject, std::string message, std::string remedy)
    : std::runtime_error(compose(subject, message, remedy)),
      code_(code),
      subject_(std::move(subject)),
      message_(std::move(message)),
      remedy_(std::move(remedy)) {}

Error errorFromErrno(int errnoValue, std::string subject, std::string_view operation) {
    const std::string failed = "could not " + std::string(operation);
    switch (errnoValue) {
        case ENOSPC:
        case EDQUOT:
            return {ErrorCode::DiskFull, std::move(subject), failed + ": the disk is full",
                    "Free some space or choose another disk, then try again."};
        case EACCES:
        case EPERM:
        case EROFS:
            return {ErrorCode::PermissionDenied, std::move(subject), failed + ": no permission",
                    "Choose a place you may write to, or change the permissions."};
        case ENOENT:
        case ENOTDIR:
            return {ErrorCode::NotFound, std::move(subject), failed + ": it does not exist",
                    "Check the path."};
        case EEXIST:
            return {ErrorCode::AlreadyExists, std::move(subject), failed + ": it already exists",
                    "Choose another name."};
        default:
            return {ErrorCode::Io, std::move(subject), failed + ": " + std::strerror(errnoValue),
                    "Check the disk and the connection, then try again."};
    }
}

}  // namespace segad
