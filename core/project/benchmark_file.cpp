#include "core/project/benchmark_file.h"

#include <cerrno>
#include <system_error>

#include <unistd.h>

#include "core/base/error.h"
#include "core/project/connection.h"
#include "core/project/state.h"

namespace segad {

namespace {
constexpr int kVersion = 1;
constexpr const char* kGrid = "grid";
constexpr const char* kPublished = "published";
constexpr const char* kSetSetting = "INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)";

constexpr const char* kSchema = R"sql(
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE class (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    facts TEXT NOT NULL
);
CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES class(id),
    path TEXT NOT NULL,
    bad INTEGER NOT NULL,
    unseen INTEGER NOT NULL,
    UNIQUE (class_id, path)
);
CREATE TABLE cell (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES class(id),
    method TEXT NOT NULL,
    repeat TEXT NOT NULL,
    seed INTEGER NOT NULL,
    auroc REAL,
    average_precision REAL,
    fpr_at_95tpr REAL,
    fpr_at_95tpr_roc REAL,
    auroc_seen REAL,
    auroc_unseen REAL,
    good INTEGER NOT NULL,
    bad INTEGER NOT NULL,
    learned_good INTEGER NOT NULL,
    learned_bad INTEGER NOT NULL,
    seconds REAL NOT NULL,
    finished_at TEXT NOT NULL,
    origin TEXT NOT NULL,
    UNIQUE (class_id, method, repeat)
);
CREATE TABLE score (
    cell_id INTEGER NOT NULL REFERENCES cell(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    part_id INTEGER NOT NULL REFERENCES part(id),
    score REAL,
    PRIMARY KEY (cell_id, place)
) WITHOUT ROWID;
)sql";

constexpr const char* kCellColumns =
    "SELECT class.name, cell.method, cell.repeat, cell.seed, cell.auroc, cell.average_precision, "
    "cell.fpr_at_95tpr, cell.fpr_at_95tpr_roc, cell.auroc_seen, cell.auroc_unseen, cell.good, cell.bad, "
    "cell.learned_good, cell.learned_bad, cell.seconds, cell.finished_at, cell.origin "
    "FROM cell JOIN class ON class.id = cell.class_id ";

Json jsonOf(const std::string& text, const Path& file) {
    try {
        return parseJson(text, file.string());
    } catch (const Error& error) {
        throw Error(ErrorCode::Corrupt, file.string(), "is damaged (" + error.message() + ")",
                    "Restore a copy, or run the benchmark into another file.");
    }
}

std::optional<Json> settingIn(Connection& database, const char* key) {
    Query row = database.query("SELECT value FROM setting WHERE key = ?1", key);
    if (!row.step()) return std::nullopt;
    return jsonOf(row.text(0), database.file());
}

BenchmarkCell readCell(const Query& row, const Path& file) {
    BenchmarkCell cell;
    cell.key = {.className = row.text(0), .method = row.text(1), .repeat = row.text(2)};
    cell.seed = static_cast<std::uint64_t>(row.integer(3));
    cell.auroc = row.optionalReal(4);
    cell.averagePrecision = row.optionalReal(5);
    cell.fprAt95Tpr = row.optionalReal(6);
    cell.fprAt95TprRoc = row.optionalReal(7);
    cell.seen = row.optionalReal(8);
    cell.unseen = row.optionalReal(9);
    cell.good = row.number(10);
    cell.bad = row.number(11);
    cell.learnedGood = row.number(12);
    cell.learnedBad = row.number(13);
    cell.seconds = row.real(14);
    cell.finishedAt = row.text(15);
    cell.origin = jsonOf(row.text(16), file);
    return cell;
}

bool sameFigures(const BenchmarkCell& a, const BenchmarkCell& b) {
    return a.seed == b.seed && a.auroc == b.auroc && a.averagePrecision == b.averagePrecision &&
           a.fprAt95Tpr == b.fprAt95Tpr && a.fprAt95TprRoc == b.fprAt95TprRoc && a.seen == b.seen &&
           a.unseen == b.unseen && a.good == b.good && a.bad == b.bad && a.learnedGood == b.learnedGood &&
           a.learnedBad == b.learnedBad;
}

std::string nameOf(const BenchmarkCellKey& key) {
    return key.className + ", " + key.method + ", " + key.repeat;
}

/// A write that is undone unless it comes to its end.
class Write {
public:
    explicit Write(Connection& database) : database_(database) { database.script("BEGIN IMMEDIATE"); }
    ~Write() {
        if (done_) return;
        try {
            database_.script("ROLLBACK");
        } catch (const Error&) {  // SQLite has rolled back already
        }
    }
    Write(const Write&) = delete;
    Write& operator=(const Write&) = delete;
    void commit() {
        database_.script("COMMIT");
        done_ = true;
    }

private:
    Connection& database_;
    bool done_ = false;
};

/// What a process that was killed has left half written must be rolled back before anybody can read, which
/// needs a connection that may write.
std::unique_ptr<Connection> forReading(const Path& file) {
    try {
        return std::make_unique<Connection>(file, Connection::Mode::ReadWrite);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::PermissionDenied) throw;
        return std::make_unique<Connection>(file, Connection::Mode::ReadOnly);
    }
}

std::int64_t classId(Connection& database, const std::string& name) {
    const auto id = database.integer("SELECT id FROM class WHERE name = ?1", name);
    if (id) return *id;
    throw Error(ErrorCode::NotFound, name, "is not a class of " + database.file().string(),
                "Choose one of the classes it has.");
}

void addClass(Connection& database, const BenchmarkClassRecord& record) {
    Query known = database.query("SELECT sha256 FROM class WHERE name = ?1", record.name);
    if (!known.step()) {
        database.run("INSERT INTO class (name, sha256, facts) VALUES (?1, ?2, ?3)", record.name,
                     record.sha256, jsonText(record.facts));
        return;
    }
    if (known.view(0) == record.sha256) return;
    throw Error(ErrorCode::InvalidData, record.name,
                "is not the dataset that the results in " + database.file().string() + " were made from",
                "Restore its pictures, or write to another results file.");
}

void addCell(Connection& database, const BenchmarkCell& cell, const std::vector<BenchmarkScore>& scores) {
    const std::int64_t owner = classId(database, cell.key.className);
    database.run("DELETE FROM cell WHERE class_id = ?1 AND method = ?2 AND repeat = ?3", owner,
                 cell.key.method, cell.key.repeat);
    database.run(
        "INSERT INTO cell (class_id, method, repeat, seed, auroc, average_precision, fpr_at_95tpr, "
        "fpr_at_95tpr_roc, auroc_seen, auroc_unseen, good, bad, learned_good, learned_bad, seconds, "
        "finished_at, origin) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)",
        owner, cell.key.method, cell.key.repeat, cell.seed, cell.auroc, cell.averagePrecision,
        cell.fprAt95Tpr, cell.fprAt95TprRoc, cell.seen, cell.unseen, cell.good, cell.bad, cell.learnedGood,
        cell.learnedBad, cell.seconds, cell.finishedAt.empty() ? nowText() : cell.finishedAt,
        jsonText(cell.origin));
    const std::int64_t id = database.lastRowId();
    std::int64_t place = 0;
    for (const BenchmarkScore& score : scores) {
        database.run("INSERT OR IGNORE INTO part (class_id, path, bad, unseen) VALUES (?1, ?2, ?3, ?4)",
                     owner, score.part, score.bad, score.unseen);
        database.run(
            "INSERT INTO score (cell_id, place, part_id, score) SELECT ?1, ?2, id, ?3 FROM part "
            "WHERE class_id = ?4 AND path = ?5",
            id, place++, score.score, owner, score.part);
    }
}
}  // namespace

BenchmarkFile::BenchmarkFile(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
BenchmarkFile::~BenchmarkFile() = default;
BenchmarkFile::BenchmarkFile(BenchmarkFile&&) noexcept = default;
BenchmarkFile& BenchmarkFile::operator=(BenchmarkFile&&) noexcept = default;

BenchmarkFile BenchmarkFile::create(const Path& file, const Json& grid) {
    const Path absolute = absolutePath(file);
    std::error_code failure;
    if (std::filesystem::exists(std::filesystem::symlink_status(absolute, failure)))
        throw errorFromErrno(EEXIST, absolute.string(), "create the results");
    // Made to its end elsewhere: a process that is killed meanwhile leaves no results that can't be opened.
    const Path partial = absolute.string() + '.' + std::to_string(::getpid()) + ".partial";
    std::filesystem::remove(partial, failure);
    {
        auto connection = std::make_unique<Connection>(partial, Connection::Mode::Create, absolute);
        connection->script("PRAGMA application_id = " + std::to_string(kApplicationId) + "; BEGIN;" +
                           kSchema + "PRAGMA user_version = " + std::to_string(kVersion) + "; COMMIT");
        BenchmarkFile(std::move(connection)).setGrid(grid);
    }
    std::filesystem::rename(partial, absolute, failure);
    if (failure) throw errorFromErrno(failure.value(), absolute.string(), "create the results");
    return open(absolute);
}

BenchmarkFile BenchmarkFile::open(const Path& file, bool readOnly) {
    const Path absolute = absolutePath(file);
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(absolute, ignored))
        throw errorFromErrno(ENOENT, absolute.string(), "open the results");
    std::unique_ptr<Connection> connection =
        readOnly ? forReading(absolute) : std::make_unique<Connection>(absolute, Connection::Mode::ReadWrite);
    if (connection->integer("PRAGMA application_id") != kApplicationId) {
        throw Error(ErrorCode::InvalidData, absolute.string(), "holds no results of a benchmark",
                    std::string("Choose a file that ends in ") + kSuffix + ".");
    }
    const auto version = connection->integer("PRAGMA user_version").value_or(0);
    if (version > kVersion) {
        throw Error(ErrorCode::NewerVersion, absolute.string(), "was written by a newer program",
                    "Update SegAD Studio.");
    }
    connection->script(readOnly ? "PRAGMA query_only = ON" : "PRAGMA foreign_keys = ON");
    BenchmarkFile opened(std::move(connection));
    if (version < kVersion) {
        throw Error(ErrorCode::Corrupt, absolute.string(), "was not made to its end",
                    "Delete it and run the benchmark again.");
    }
    return opened;
}

const Path& BenchmarkFile::file() const {
    return connection_->file();
}

Json BenchmarkFile::grid() const {
    return settingIn(*connection_, kGrid).value_or(Json::object());
}

void BenchmarkFile::setGrid(const Json& grid) {
    connection_->run(kSetSetting, kGrid, jsonText(grid));
}

Json BenchmarkFile::published() const {
    return settingIn(*connection_, kPublished).value_or(Json::array());
}

void BenchmarkFile::setPublished(const Json& figures) {
    connection_->run(kSetSetting, kPublished, jsonText(figures));
}

void BenchmarkFile::putClass(const BenchmarkClassRecord& record) {
    Write write(*connection_);
    addClass(*connection_, record);
    write.commit();
}

std::vector<BenchmarkClassRecord> BenchmarkFile::classes() const {
    std::vector<BenchmarkClassRecord> records;
    Query row = connection_->query("SELECT name, sha256, facts FROM class ORDER BY id");
    while (row.step())
        records.push_back({.name = row.text(0), .sha256 = row.text(1), .facts = jsonOf(row.text(2), file())});
    return records;
}

void BenchmarkFile::put(const BenchmarkCell& cell, const std::vector<BenchmarkScore>& scores) {
    Write write(*connection_);
    addCell(*connection_, cell, scores);
    write.commit();
}

std::optional<BenchmarkCell> BenchmarkFile::find(const BenchmarkCellKey& key) const {
    Query row = connection_->query(
        std::string(kCellColumns) + "WHERE class.name = ?1 AND cell.method = ?2 AND cell.repeat = ?3",
        key.className, key.method, key.repeat);
    if (!row.step()) return std::nullopt;
    return readCell(row, file());
}

std::vector<BenchmarkCell> BenchmarkFile::cells() const {
    std::vector<BenchmarkCell> cells;
    Query row = connection_->query(std::string(kCellColumns) + "ORDER BY cell.class_id, cell.id");
    while (row.step())
        cells.push_back(readCell(row, file()));
    return cells;
}

std::vector<BenchmarkCellKey> BenchmarkFile::keys() const {
    std::vector<BenchmarkCellKey> keys;
    Query row = connection_->query(
        "SELECT class.name, cell.method, cell.repeat FROM cell JOIN class ON class.id = cell.class_id "
        "ORDER BY cell.class_id, cell.id");
    while (row.step())
        keys.push_back({.className = row.text(0), .method = row.text(1), .repeat = row.text(2)});
    return keys;
}

std::vector<BenchmarkScore> BenchmarkFile::scores(const BenchmarkCellKey& key) const {
    std::vector<BenchmarkScore> scores;
    Query row = connection_->query(
        "SELECT part.path, part.bad, part.unseen, score.score FROM score "
        "JOIN cell ON cell.id = score.cell_id JOIN class ON class.id = cell.class_id "
        "JOIN part ON part.id = score.part_id "
        "WHERE class.name = ?1 AND cell.method = ?2 AND cell.repeat = ?3 ORDER BY score.place",
        key.className, key.method, key.repeat);
    while (row.step()) {
        scores.push_back({.part = row.text(0),
                          .bad = row.number(1) != 0,
                          .unseen = row.number(2) != 0,
                          .score = row.optionalReal(3)});
    }
    return scores;
}

int BenchmarkFile::merge(const BenchmarkFile& other) {
    int added = 0;
    Write write(*connection_);
    for (const BenchmarkClassRecord& record : other.classes())
        addClass(*connection_, record);
    for (const BenchmarkCell& cell : other.cells()) {
        if (const std::optional<BenchmarkCell> known = find(cell.key)) {
            if (sameFigures(*known, cell)) continue;
            throw Error(ErrorCode::InvalidData, nameOf(cell.key),
                        "has other figures in " + other.file().string() + " than in " + file().string(),
                        "They come from different runs; keep the two files apart.");
        }
        addCell(*connection_, cell, other.scores(cell.key));
        ++added;
    }
    if (published().empty()) setPublished(other.published());
    write.commit();
    return added;
}

}  // namespace segad
