#include "core/project/state.h"

#include <cerrno>
#include <chrono>
#include <ctime>
#include <limits>
#include <map>
#include <mutex>
#include <random>

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/log.h"
#include "core/project/migrations.h"

namespace segad {

namespace {
std::mutex liveMutex;
std::map<std::pair<std::uint64_t, std::uint64_t>, int> liveHandles;

/// Throws unless `file` is a regular file with something in it. The file itself is not opened: closing a
/// descriptor of it would drop the locks that other handles of this process hold on it (POSIX).
struct stat statOfProject(const Path& file) {
    struct stat info {};
    if (::stat(file.c_str(), &info) != 0) throw errorFromErrno(errno, file.string(), "open the project");
    if (!S_ISREG(info.st_mode)) {
        throw Error(ErrorCode::InvalidData, file.string(), "is not a file", "Choose a .segad file.");
    }
    if (info.st_size == 0) {
        throw Error(ErrorCode::InvalidData, file.string(), "is empty, not a SegAD project",
                    "Choose another file, or delete this one and create the project anew.");
    }
    return info;
}

/// What the user may go back to, as a sentence; empty when there is nothing.
std::string backupsOf(const Path& file) {
    std::string names;
    const std::string prefix = file.filename().string() + ".v";
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path(), failure)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(".backup"))
            names += (names.empty() ? "" : ", ") + name;
    }
    return names.empty() ? std::string() : " There is a backup: " + names + ".";
}

Error damaged(const Path& file, const std::string& why) {
    return {ErrorCode::Corrupt, file.string(), "is damaged (" + why + ")",
            "Run 'segad doctor " + file.string() +
                " --repair' to save what can be read, or restore a backup." + backupsOf(file)};
}

/// Tables whose size is bounded by the number of parts and runs. The large ones (segment maps, scores,
/// inspection results) are left to the full check.
constexpr const char* kTablesCheckedOnOpening[] = {"setting", "source",    "part",    "audit",
                                                   "label",   "run",       "segment", "run_input",
                                                   "forest",  "threshold", "snapshot"};

void checkQuickly(Connection& main, const Path& file) {
    try {
        for (const char* table : kTablesCheckedOnOpening) {
            Query result = main.query("PRAGMA quick_check(" + std::string(table) + ")");
            if (result.step() && result.view(0) != "ok") throw damaged(file, result.text(0));
        }
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Corrupt) throw damaged(file, error.message());
        if (error.code() == ErrorCode::Internal) throw damaged(file, "tables are missing");
        throw;
    }
}

/// For a handle that may not write: who can bring the file up to date.
Error tooOldToRead(const ProjectState& state) {
    const bool writable =
        ::access(state.folder().c_str(), W_OK) == 0 && ::access(state.file.c_str(), W_OK) == 0;
    return {ErrorCode::Unsupported, state.file.string(),
            "was written by an older program and must be brought up to date first",
            writable
                ? "Run 'segad doctor " + state.file.string() + "' once; the old state is kept as a backup."
                : "Copy it to a folder where you may write, and open the copy."};
}

void bringUpToDate(ProjectState& state, int version) {
    if (state.readOnly) throw tooOldToRead(state);
    const Path backup = state.file.string() + ".v" + std::to_string(version) + ".backup";
    backUp(*state.main, backup);
    migrate(*state.main, projectMigrations());
    log::info(state.file.string() + ": brought up to date, the old state is in " + backup.string());
}

/// A file, or a folder's list of files. Some file systems can't sync folders, which is no loss.
void syncFile(const Path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int failure = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced && !std::filesystem::is_directory(path)) {
        throw errorFromErrno(failure, path.string(), "write the file");
    }
}

/// Puts a finished file in its place without ever replacing one that is there.
void publish(const Path& partial, const Path& file) {
    int result = ::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE);
    if (result != 0 && (errno == EINVAL || errno == ENOSYS)) {
        // Some network file systems can't promise it; the moment between the two calls is theirs.
        errno = EEXIST;
        result = ::access(file.c_str(), F_OK) == 0 ? -1 : ::rename(partial.c_str(), file.c_str());
    }
    if (result != 0) throw errorFromErrno(errno, file.string(), "create the project");
    syncFile(file.parent_path());
}
}  // namespace

LiveHandle::LiveHandle(const Path& file) {
    const struct stat info = statOfProject(file);
    inode_ = {info.st_dev, info.st_ino};
    const std::scoped_lock lock(liveMutex);
    first_ = liveHandles[inode_]++ == 0;
}

LiveHandle::~LiveHandle() {
    const std::scoped_lock lock(liveMutex);
    if (--liveHandles[inode_] == 0) liveHandles.erase(inode_);
}

void checkIdentity(Connection& database) {
    const std::string subject = database.file().string();
    std::optional<std::int64_t> id;
    try {
        id = database.integer("PRAGMA application_id");
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Corrupt ||
            error.message().find("not a database") == std::string::npos) {
            throw;
        }
        throw Error(
            ErrorCode::InvalidData, subject, "is not a SegAD project",
            "Choose a .segad file; if it was one once, restore a backup." + backupsOf(database.file()));
    }
    if (id == Project::kApplicationId) return;
    if (subject.ends_with("-maps")) {
        throw Error(ErrorCode::InvalidData, subject, "holds the anomaly maps of a project, not the project",
                    "Open " + subject.substr(0, subject.size() - 5) + ".");
    }
    throw Error(ErrorCode::InvalidData, subject, "is a database of another program, not a SegAD project",
                "Choose a .segad file.");
}

ProjectState::ProjectState(const Path& projectFile, bool openReadOnly)
    : file(absolutePath(projectFile)), readOnly(openReadOnly), live(file), turnstile(folder()), maps(*this) {
    using Mode = Connection::Mode;
    if (!readOnly && ::access(folder().c_str(), W_OK) != 0) {
        throw errorFromErrno(errno, folder().string(), "write to the project's folder");
    }
    main = std::make_unique<Connection>(file, readOnly ? Mode::ReadOnly : Mode::ReadWrite);
    try {
        checkIdentity(*main);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Corrupt) throw damaged(file, error.message());
        throw;
    }
    const int version = schemaVersionOf(*main);
    const int latest = projectMigrations().back().version;
    if (version > latest) {
        throw Error(ErrorCode::NewerVersion, file.string(),
                    "was written by a newer program (schema " + std::to_string(version) +
                        ", this one knows " + std::to_string(latest) + ")",
                    "Update SegAD Studio, or open the backup made before the update." + backupsOf(file));
    }
    if (live.isFirst()) checkQuickly(*main, file);
    if (version < latest) bringUpToDate(*this, version);
    if (readOnly) {
        main->script("PRAGMA query_only = ON");
        return;
    }
    main->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    markInterruptedRuns(*this, false);
}

void createProjectFile(const Path& projectFile, std::span<const Migration> steps) {
    const Path file = absolutePath(projectFile);
    if (std::filesystem::exists(std::filesystem::symlink_status(file))) {
        throw errorFromErrno(EEXIST, file.string(), "create the project");
    }
    if (::access(file.parent_path().c_str(), W_OK) != 0) {
        throw errorFromErrno(errno, file.string(), "create the project");
    }
    const Path partial = file.string() + '.' + std::to_string(::getpid()) + ".partial";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    try {
        {
            Connection fresh(partial, Connection::Mode::Create, file);
            // Nobody sees the file before it is complete: synced once, at the end.
            fresh.script("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA application_id = " +
                         std::to_string(Project::kApplicationId));
            migrate(fresh, steps);
            fresh.script("PRAGMA journal_mode = WAL");
        }
        syncFile(partial);
        // Logs of a project of that name that was deleted would be replayed into this one.
        for (const char* suffix : {"-wal", "-shm", "-journal"})
            std::filesystem::remove(file.string() + suffix, ignored);
        publish(partial, file);
    } catch (const Error& error) {
        std::filesystem::remove(partial, ignored);
        std::filesystem::remove(partial.string() + "-journal", ignored);
        throw Error(error.code(), file.string(), error.message(), error.remedy());
    }
}

Path absolutePath(const Path& path) {
    return std::filesystem::absolute(path).lexically_normal();
}

std::string nowText() {
    using namespace std::chrono;
    const auto now = time_point_cast<milliseconds>(system_clock::now());
    const std::time_t seconds = system_clock::to_time_t(now);
    const auto millis = static_cast<int>(now.time_since_epoch().count() % 1000);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    std::snprintf(text + length, sizeof text - length, ".%03dZ", millis);
    return text;
}

const std::string& userName() {
    static const std::string name = [] {
        char buffer[4096];
        struct passwd entry {};
        struct passwd* found = nullptr;
        if (::getpwuid_r(::geteuid(), &entry, buffer, sizeof buffer, &found) == 0 && found != nullptr) {
            return std::string(found->pw_name);
        }
        return std::to_string(::geteuid());
    }();
    return name;
}

std::string jsonText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json jsonFrom(std::string_view text, const ProjectState& state) {
    try {
        return parseJson(text, state.file.string());
    } catch (const Error& error) {
        throw damaged(state.file, error.message());
    }
}

std::vector<std::string> textsFrom(std::string_view text, const ProjectState& state) {
    std::vector<std::string> texts;
    for (const Json& item : jsonFrom(text, state)) {
        if (!item.is_string()) throw damaged(state.file, "a list of texts holds something else");
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

std::vector<double> numbersFrom(std::string_view text, const ProjectState& state) {
    std::vector<double> numbers;
    for (const Json& item : jsonFrom(text, state)) {
        if (!item.is_number() && !item.is_null()) {
            throw damaged(state.file, "a list of numbers holds something else");
        }
        numbers.push_back(item.is_null() ? std::numeric_limits<double>::quiet_NaN() : item.get<double>());
    }
    return numbers;
}

std::string newUid() {
    static constexpr char kHex[] = "0123456789abcdef";
    std::random_device device;
    std::string uid;
    for (int word = 0; word < 4; ++word) {
        const std::uint32_t bits = device();
        for (unsigned shift = 0; shift < 32; shift += 4)
            uid += kHex[(bits >> shift) & 15U];
    }
    return uid;
}

}  // namespace segad
