// Saving what can be read of a damaged database: table by table, row by row, around the damaged pages.
#include <algorithm>
#include <cerrno>
#include <limits>

#include "core/project/check.h"

namespace segad {

namespace {
/// Reads one table of a damaged database in the order of rowids.
class RowReader {
public:
    RowReader(Connection& damaged, std::string select) : damaged_(damaged), select_(std::move(select)) {}

    /// The rowid of the first row at or after `from`; absent when there is none.
    /// Throws Error when damage is in the way.
    std::optional<std::int64_t> firstAt(std::int64_t from) {
        Query row = damaged_.query(select_, from);
        if (!row.step()) return std::nullopt;
        return row.integer(0);
    }

    /// Where reading goes on behind damage at `from`: the smallest start that can be read. Absent when
    /// nothing behind it can.
    std::optional<std::int64_t> behindDamage(std::int64_t from) {
        std::int64_t bad = from;
        std::int64_t good = 0;
        for (std::int64_t stride = 1; good == 0; stride *= 2) {
            if (stride > kFarthest) return std::nullopt;
            if (readable(from + stride)) {
                good = from + stride;
            } else {
                bad = from + stride;
            }
        }
        while (good - bad > 1) {
            const std::int64_t middle = bad + (good - bad) / 2;
            (readable(middle) ? good : bad) = middle;
        }
        return good;
    }

private:
    static constexpr std::int64_t kFarthest = std::int64_t{1} << 40U;

    bool readable(std::int64_t from) {
        try {
            firstAt(from);
            return true;
        } catch (const Error&) {
            return false;
        }
    }

    Connection& damaged_;
    std::string select_;
};

struct TableSql {
    std::string select;
    std::string insert;
    int columns = 0;
};

TableSql sqlFor(Connection& sound, const std::string& table) {
    TableSql sql;
    std::string names;
    std::string places;
    Query columns = sound.query("PRAGMA table_info(\"" + table + "\")");
    while (columns.step()) {
        names += (names.empty() ? "\"" : ", \"") + columns.text(1) + '"';
        places += (places.empty() ? "?" : ", ?") + std::to_string(++sql.columns);
    }
    // NOT INDEXED: the table itself is read, whatever became of its indices.
    sql.select =
        "SELECT rowid, " + names + " FROM \"" + table + "\" NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid";
    // IGNORE: a row whose values are damaged fails the table's CHECKs.
    sql.insert = "INSERT OR IGNORE INTO \"" + table + "\" (" + names + ") VALUES (" + places + ")";
    return sql;
}

struct TableCount {
    std::int64_t saved = 0;
    int gaps = 0;
};

TableCount salvageTable(Connection& damaged, Connection& sound, const std::string& table) {
    const TableSql sql = sqlFor(sound, table);
    RowReader reader(damaged, sql.select);
    TableCount count;
    std::int64_t next = std::numeric_limits<std::int64_t>::min() / 2;
    for (;;) {
        try {
            Query rows = damaged.query(sql.select, next);
            while (rows.step()) {
                const std::int64_t rowid = rows.integer(0);
                Query insert = sound.query(sql.insert);
                for (int column = 1; column <= sql.columns; ++column)
                    insert.bindColumnOf(rows, column, column);
                insert.run();
                count.saved += sound.changes();
                // Pages of another age may hold rows out of order: going back would never end.
                next = std::max(next, rowid + 1);
            }
            return count;
        } catch (const Error& error) {
            if (error.code() == ErrorCode::DiskFull) throw;
            ++count.gaps;
        }
        // Rowids are positive; before the first one that could be read there is nothing to skip to.
        const auto behind = reader.behindDamage(std::max<std::int64_t>(next, 0));
        if (!behind) return count;
        next = *behind;
    }
}

int versionOfDamaged(Connection& damaged, const Path& file) {
    checkIdentity(damaged);
    const int version = schemaVersionOf(damaged);
    const int latest = projectMigrations().back().version;
    if (version >= 1 && version <= latest) return version;
    throw Error(version > latest ? ErrorCode::NewerVersion : ErrorCode::Corrupt, file.string(),
                "has a schema this program does not know", "Restore a backup.");
}
}  // namespace

std::vector<std::string> tablesOf(Connection& database) {
    Query rows = database.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY rowid");
    std::vector<std::string> tables;
    while (rows.step())
        tables.push_back(rows.text(0));
    return tables;
}

Salvage salvage(Connection& damaged, Connection& sound, const std::vector<std::string>& tables) {
    Salvage all;
    for (const std::string& table : tables) {
        const TableCount count = salvageTable(damaged, sound, table);
        all.rows += count.saved;
        if (count.gaps == 0 && count.saved == 0) continue;
        std::string sentence = "saved " + std::to_string(count.saved) + " rows of " + table;
        if (count.gaps > 0) sentence += "; some could not be read";
        all.sentences.push_back(sentence + '.');
    }
    return all;
}

Path damagedNameFor(const Path& file) {
    Path name = file.string() + ".damaged";
    for (int number = 2; std::filesystem::exists(name); ++number)
        name = file.string() + ".damaged-" + std::to_string(number);
    return name;
}

std::vector<std::string> Project::rescue(const Path& projectFile) {
    const Path file = absolutePath(projectFile);
    const Path fresh = file.string() + ".rescued";
    std::error_code ignored;
    std::filesystem::remove(fresh, ignored);
    std::vector<std::string> said;
    const Path aside = damagedNameFor(file);
    try {
        Connection damaged(file, Connection::Mode::ReadWrite);
        damaged.tolerateDamage();
        const int version = versionOfDamaged(damaged, file);
        createProjectFile(fresh, projectMigrations().first(static_cast<std::size_t>(version)));
        Connection sound(fresh, Connection::Mode::ReadWrite, file);
        sound.script("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
        Salvage saved = salvage(damaged, sound, tablesOf(sound));
        said = std::move(saved.sentences);
        if (saved.rows == 0) {
            throw Error(ErrorCode::Corrupt, file.string(), "is damaged beyond what can be saved",
                        "Restore a backup.");
        }
        if (const std::int64_t dropped = dropDanglingRows(sound)) {
            said.push_back("dropped " + std::to_string(dropped) + " rows that referred to lost ones.");
        }
        sound.script("COMMIT");
    } catch (...) {
        std::filesystem::remove(fresh, ignored);
        throw;
    }
    std::filesystem::rename(file, aside);
    for (const char* log : {"-wal", "-shm"})
        std::filesystem::rename(file.string() + log, aside.string() + log, ignored);
    std::filesystem::rename(fresh, file);
    said.push_back("The damaged file is kept as " + toUtf8(aside.filename()) + ".");
    return said;
}

}  // namespace segad
