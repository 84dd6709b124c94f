// The edge of the room: SQLite's result codes become Errors here.
#include <cerrno>

#include <sqlite3.h>

#include "core/project/connection.h"

namespace segad {

namespace {
constexpr const char* kTryAgain = "Check the disk and the connection, then try again.";

bool diskIsFull(int systemError) {
    // EFBIG: a quota or a file size limit; for the user it is the same thing.
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

Error diskFull(const std::string& subject) {
    return {ErrorCode::DiskFull, subject, "could not be written: the disk is full",
            "Free some space on that disk, then try again; nothing was lost."};
}

Error cannotOpen(int systemError, const std::string& subject) {
    if (systemError != 0) return errorFromErrno(systemError, subject, "open the file");
    return {ErrorCode::Io, subject, "could not be opened",
            "Check that it is there and that you may read it and write to its folder."};
}

Error constraint(int result, const std::string& text, const std::string& subject) {
    if (result == SQLITE_CONSTRAINT_FOREIGNKEY) {
        return {ErrorCode::InvalidArgument, subject,
                "refused a row that refers to something the project does not have",
                "Reload the project and try again."};
    }
    return {ErrorCode::InvalidArgument, subject, "refused a value (" + text + ")", "Correct the value."};
}
}  // namespace

Error errorFromSqlite(int result, int systemError, const std::string& text, const Path& file,
                      const Path& project) {
    const std::string subject = file.string();
    if (result == SQLITE_IOERR_SHMSIZE) return diskFull(subject);
    if (diskIsFull(systemError) && (result & 0xff) == SQLITE_IOERR) return diskFull(subject);
    switch (result & 0xff) {
        case SQLITE_FULL:
            return diskFull(subject);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return {ErrorCode::Locked, subject, "another program is using the project and did not let go",
                    "Wait until its job is done or close it, then try again."};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorCode::PermissionDenied, subject, "may not be written",
                    "Change the permissions, copy the project to a folder of yours, or open it read-only."};
        case SQLITE_CANTOPEN:
            return cannotOpen(systemError, subject);
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return {ErrorCode::Corrupt, subject, "is damaged (" + text + ")",
                    "Run 'segad doctor " + project.string() + " --repair', or restore a backup."};
        case SQLITE_NOMEM:
            return {ErrorCode::OutOfMemory, subject, "needs more memory than there is",
                    "Close other programs, then try again."};
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
            return constraint(result, text, subject);
        case SQLITE_TOOBIG:
            return {ErrorCode::InvalidArgument, subject, "refused a value of more than 1 GB",
                    "Use smaller pictures."};
        case SQLITE_IOERR:
            if (systemError != 0) return errorFromErrno(systemError, subject, "read or write the file");
            return {ErrorCode::Io, subject, "could not be read or written (" + text + ")", kTryAgain};
        default:
            return {ErrorCode::Internal, subject, "SQLite failed: " + text,
                    "Run 'segad doctor " + project.string() + "' and report what it says."};
    }
}

}  // namespace segad
