#include "core/project/connection.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace segad {

namespace {
std::atomic<int> busyTimeout{5000};

/// Called by SQLite while another connection holds a lock. Its own handler sleeps up to 100 ms at a time;
/// a label must not wait that long for the gap between two batches of a scoring job.
int waitForLock(void* waiting, int attempt) {
    using Clock = std::chrono::steady_clock;
    constexpr int kQuickAttempts = 50;
    auto& patience = *static_cast<Connection::Patience*>(waiting);
    if (attempt == 0) patience.since = Clock::now();
    if (Clock::now() - patience.since >= std::chrono::milliseconds(patience.milliseconds)) return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(attempt < kQuickAttempts ? 1 : 5));
    return 1;
}

/// file: URI of an absolute path, for options that only a URI can carry.
std::string uriOf(const Path& file, std::string_view options) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '/' || byte == '.' || byte == '-' ||
                           byte == '_';
        if (plain) {
            uri += c;
        } else {
            uri += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
        }
    }
    return uri.append("?").append(options);
}

/// SQLite makes no file to share locks on a medium that can't be written; without a write-ahead log
/// (none, or an empty one) the file itself is complete and can be read as it is.
bool readableAsIs(const Path& file) {
    struct stat log {};
    const bool hasLog = ::stat((file.string() + "-wal").c_str(), &log) == 0 && log.st_size > 0;
    const Path folder = file.has_parent_path() ? file.parent_path() : Path(".");
    return !hasLog && ::access(folder.c_str(), W_OK) != 0;
}

/// errno of the operation that failed. SQLite's own answer is errno as it is by now; the files remember
/// theirs (a quota, for one, is told from a broken disk by it only).
int lastSystemError(sqlite3* database) {
    int ofFile = 0;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &ofFile) == SQLITE_OK &&
        ofFile != 0) {
        return ofFile;
    }
    sqlite3_file* log = nullptr;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log != nullptr && log->pMethods != nullptr) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &ofFile);
    }
    return ofFile != 0 ? ofFile : sqlite3_system_errno(database);
}
}  // namespace

// ---- Query

Query::Query(Connection& owner, Shelf& shelf)
    : owner_(&owner), shelf_(&shelf), statement_(shelf.idle.back()) {
    shelf.idle.pop_back();
}

Query::Query(Query&& other) noexcept
    : owner_(other.owner_), shelf_(other.shelf_), statement_(std::exchange(other.statement_, nullptr)) {}

Query::~Query() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    shelf_->idle.push_back(statement_);  // has room: prepare() made it
}

void Query::bindColumnOf(const Query& other, int column, int index) {
    check(sqlite3_bind_value(statement_, index, sqlite3_column_value(other.statement_, column)));
}

void Query::check(int result) {
    if (result != SQLITE_OK) owner_->fail(result);
}

bool Query::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    owner_->fail(result);
}

void Query::run() {
    while (step()) {
    }
}

void Query::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, index, value));
}
void Query::bind(int index, double value) {
    check(sqlite3_bind_double(statement_, index, value));
}
void Query::bind(int index, std::string_view value) {
    check(sqlite3_bind_text64(statement_, index, value.data() != nullptr ? value.data() : "", value.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}
void Query::bind(int index, std::span<const std::byte> value) {
    check(sqlite3_bind_blob64(statement_, index, value.data(), value.size(), SQLITE_STATIC));
}
void Query::bindNull(int index) {
    check(sqlite3_bind_null(statement_, index));
}

bool Query::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Query::real(int column) const {
    return sqlite3_column_double(statement_, column);
}
std::optional<double> Query::optionalReal(int column) const {
    if (isNull(column)) return std::nullopt;
    return real(column);
}
std::string Query::text(int column) const {
    return std::string(view(column));
}
std::string_view Query::view(int column) const {
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
std::span<const std::byte> Query::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    return {static_cast<const std::byte*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

// ---- Connection

Connection::Connection(Path file, Mode mode, Path project)
    : file_(std::move(file)),
      project_(project.empty() ? file_ : std::move(project)),
      patience_{.milliseconds = busyTimeout, .since = {}} {
    try {
        open(mode);
    } catch (...) {
        close();
        throw;
    }
}

Connection::~Connection() {
    close();
}

void Connection::open(Mode mode) {
    const int access = mode == Mode::ReadOnly    ? SQLITE_OPEN_READONLY
                       : mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE
                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (mode == Mode::Create && std::filesystem::exists(std::filesystem::symlink_status(file_))) {
        throw errorFromErrno(EEXIST, file_.string(), "create the file");
    }
    const bool asIs = mode == Mode::ReadOnly && readableAsIs(file_);
    const std::string name = uriOf(file_, asIs ? "immutable=1" : "");
    const int result =
        sqlite3_open_v2(name.c_str(), &database_,
                        access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (result != SQLITE_OK) fail(result);
    // SQLite quietly falls back to reading when it may not write.
    if (mode != Mode::ReadOnly && sqlite3_db_readonly(database_, "main") == 1) fail(SQLITE_READONLY);
    sqlite3_busy_handler(database_, waitForLock, &patience_);
    // A project file may come from anywhere: nothing stored in it is run.
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

void Connection::close() noexcept {
    if (database_ == nullptr) return;
    for (const auto& [sql, shelf] : shelves_) {
        for (sqlite3_stmt* statement : shelf.idle)
            sqlite3_finalize(statement);
    }
    // The last connection deletes the write-ahead log by its name; after the file was replaced that name
    // belongs to somebody else.
    if (moved()) {
        int keep = 1;
        sqlite3_file_control(database_, "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
    }
    sqlite3_close_v2(database_);
    database_ = nullptr;
}

Query Connection::prepare(std::string_view sql) {
    auto found = shelves_.find(sql);
    if (found == shelves_.end()) found = shelves_.emplace(sql, Query::Shelf{}).first;
    Query::Shelf& shelf = found->second;
    if (shelf.idle.empty()) {
        shelf.idle.reserve(shelf.prepared + 1);
        sqlite3_stmt* statement = nullptr;
        const int result = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (result != SQLITE_OK) fail(result);
        shelf.idle.push_back(statement);
        ++shelf.prepared;
    }
    return {*this, shelf};
}

void Connection::script(const std::string& sql) {
    const int result = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
}

std::int64_t Connection::lastRowId() const {
    return sqlite3_last_insert_rowid(database_);
}
std::int64_t Connection::changes() const {
    return sqlite3_changes64(database_);
}
bool Connection::inTransaction() const {
    return sqlite3_get_autocommit(database_) == 0;
}

bool Connection::moved() const {
    int answer = 0;
    sqlite3_file_control(database_, "main", SQLITE_FCNTL_HAS_MOVED, &answer);
    return answer != 0;
}

void Connection::interruptible(const std::function<bool()>& stop, const std::function<void()>& work) {
    constexpr int kInstructions = 20000;
    struct Watch {
        sqlite3* database;
        ~Watch() { sqlite3_progress_handler(database, 0, nullptr, nullptr); }
    } const watch{database_};
    sqlite3_progress_handler(
        database_, kInstructions,
        [](void* asked) { return (*static_cast<const std::function<bool()>*>(asked))() ? 1 : 0; },
        const_cast<std::function<bool()>*>(&stop));
    work();
}

void Connection::tolerateDamage() {
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    script("PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON");
}

void Connection::setBusyTimeout(int milliseconds) noexcept {
    busyTimeout = milliseconds;
}

void Connection::fail(int result) const {
    const int systemError = database_ != nullptr ? lastSystemError(database_) : 0;
    const std::string text = database_ != nullptr ? sqlite3_errmsg(database_) : sqlite3_errstr(result);
    throw errorFromSqlite(result, systemError, text, file_, project_);
}

}  // namespace segad
