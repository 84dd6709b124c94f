// One SQLite connection with its prepared statements. Private to the room: whatever SQLite says leaves
// here as an Error that names the file.
//
// Life:    open with a Mode -> query, run, script -> destroy.
// Threads: one thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"

struct sqlite3;
struct sqlite3_stmt;

namespace segad {

class Connection;

/// A prepared statement with its values bound, borrowed from its connection until the end of the scope.
/// Columns count from 0.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    /// True when there is a (next) row.
    bool step();
    /// Runs a statement that returns no rows.
    void run();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    int number(int column) const { return static_cast<int>(integer(column)); }
    double real(int column) const;
    std::optional<double> optionalReal(int column) const;
    /// NULL reads as "".
    std::string text(int column) const;
    /// As text(), valid until the next step().
    std::string_view view(int column) const;
    /// Valid until the next step().
    std::span<const std::byte> blob(int column) const;

    /// Binds a value of another query's row as it is, whatever its type.
    void bindColumnOf(const Query& other, int column, int index);

private:
    friend class Connection;
    /// The statements of one SQL text that nobody uses at the moment.
    struct Shelf {
        std::vector<sqlite3_stmt*> idle;
        std::size_t prepared = 0;
    };
    Query(Connection& owner, Shelf& shelf);
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, bool value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    /// Not copied: the bytes must outlive the query.
    void bind(int index, std::span<const std::byte> value);
    void bindNull(int index);
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        if (value) {
            bind(index, *value);
        } else {
            bindNull(index);
        }
    }
    void check(int result);

    Connection* owner_;
    Shelf* shelf_;
    sqlite3_stmt* statement_;
};

class Connection {
public:
    enum class Mode {
        ReadWrite,  ///< the file must exist and be writable
        ReadOnly,   ///< also on media that can't be written at all
        Create      ///< makes the file; Error{AlreadyExists} when it is there
    };

    /// How long a statement waits for another's lock, and since when.
    struct Patience {
        int milliseconds;
        std::chrono::steady_clock::time_point since;
    };

    /// `project` is the file that errors tell the user to repair: that of the project, also for a companion.
    Connection(Path file, Mode mode, Path project = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const Path& file() const noexcept { return file_; }
    sqlite3* handle() const noexcept { return database_; }

    /// Values are bound to ?1, ?2, … in order. The statement is kept for the next time.
    template <class... Values>
    Query query(std::string_view sql, const Values&... values) {
        Query result = prepare(sql);
        int index = 0;
        (result.bind(++index, values), ...);
        return result;
    }
    template <class... Values>
    void run(std::string_view sql, const Values&... values) {
        query(sql, values...).run();
    }
    /// First column of the first row; absent when there is none.
    template <class... Values>
    std::optional<std::int64_t> integer(std::string_view sql, const Values&... values) {
        Query result = query(sql, values...);
        if (!result.step()) return std::nullopt;
        return result.integer(0);
    }
    /// Several statements, without values and not kept.
    void script(const std::string& sql);

    std::int64_t lastRowId() const;
    std::int64_t changes() const;
    bool inTransaction() const;
    /// The file was renamed, deleted or replaced while it was open.
    bool moved() const;

    /// How long a statement waits for another writer. Five seconds; tests shorten it for the connections
    /// they open afterwards.
    static void setBusyTimeout(int milliseconds) noexcept;

    /// Runs `work` so that `stop` ends its statements: it is asked every few milliseconds.
    void interruptible(const std::function<bool()>& stop, const std::function<void()>& work);
    /// For reading what is left of a damaged file: lets go of checks that would refuse it as a whole.
    void tolerateDamage();

    [[noreturn]] void fail(int result) const;

private:
    friend class Query;
    void open(Mode mode);
    Query prepare(std::string_view sql);
    void close() noexcept;

    Path file_;
    Path project_;
    sqlite3* database_ = nullptr;
    Patience patience_;
    std::map<std::string, Query::Shelf, std::less<>> shelves_;
};

/// What an SQLite result code means to the user. `systemError` is errno of the failed operation, 0 if none;
/// `project` the file to repair.
Error errorFromSqlite(int result, int systemError, const std::string& text, const Path& file,
                      const Path& project);

}  // namespace segad
