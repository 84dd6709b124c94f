#include <cerrno>
#include <fstream>
#include <optional>

#include "core/base/machine.h"
#include "core/base/sha256.h"
#include "core/base/version.h"
#include "core/project/connection.h"
#include "core/project/package_file.h"
#include "core/project/package_seal_p.h"
#include "core/project/state.h"

namespace segad {

namespace {
constexpr std::size_t kPiece = std::size_t{1} << 20U;

// Pages are as large as the seal, so that the file stays a whole number of them.
constexpr const char* kSchema = R"(
PRAGMA page_size = 4096;
PRAGMA journal_mode = MEMORY;
PRAGMA synchronous = OFF;
CREATE TABLE entry (
    key    TEXT PRIMARY KEY CHECK (key <> ''),
    value  TEXT NOT NULL CHECK (json_valid(value)),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)      -- of the value
);
CREATE TABLE item (
    name   TEXT PRIMARY KEY CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),     -- of its pieces together
    bytes  INTEGER NOT NULL CHECK (bytes >= 0)
);
CREATE TABLE piece (
    id       INTEGER PRIMARY KEY,
    item     TEXT NOT NULL REFERENCES item (name),
    position INTEGER NOT NULL,                            -- 0, 1, 2, ...
    bytes    BLOB NOT NULL,
    UNIQUE (item, position)
);
)";
}  // namespace

struct PackageWriter::State {
    AtomicFile file;
    std::optional<Connection> database;

    explicit State(const Path& path) : file(path) {
        database.emplace(file.partialPath(), Connection::Mode::ReadWrite);
        database->script(kSchema +
                         ("PRAGMA application_id = " + std::to_string(PackageFile::kApplicationId)) +
                         "; PRAGMA user_version = " + std::to_string(PackageFile::kVersion) + "; BEGIN");
    }

    void piece(const std::string& item, std::int64_t position, std::string_view bytes) {
        database->run("INSERT INTO piece (item, position, bytes) VALUES (?1, ?2, ?3)", item, position,
                      std::as_bytes(std::span(bytes.data(), bytes.size())));
    }
    void row(const std::string& name, const std::string& sha256, std::uint64_t bytes) {
        database->run("INSERT INTO item (name, sha256, bytes) VALUES (?1, ?2, ?3)", name, sha256, bytes);
    }
};

PackageWriter::PackageWriter(const Path& file)
    : state_(std::make_unique<State>(std::filesystem::absolute(file))) {}
PackageWriter::~PackageWriter() = default;

void PackageWriter::entry(const std::string& key, const Json& value) {
    const std::string text = jsonText(value);
    state_->database->run("INSERT INTO entry (key, value, sha256) VALUES (?1, ?2, ?3)", key, text,
                          sha256Hex(text));
}

void PackageWriter::item(const std::string& name, std::string_view bytes) {
    std::int64_t position = 0;
    for (std::size_t at = 0; at < bytes.size(); at += kPiece)
        state_->piece(name, position++, bytes.substr(at, kPiece));
    state_->row(name, sha256Hex(bytes), bytes.size());
}

void PackageWriter::item(const std::string& name, const Path& from, Job& job) {
    std::ifstream in(from, std::ios::binary);
    if (!in) throw errorFromErrno(errno, toUtf8(from), "open the file");
    const std::uint64_t size = std::filesystem::file_size(from);
    Sha256 hash;
    std::string block(kPiece, '\0');
    std::uint64_t done = 0;
    for (std::int64_t position = 0; done < size; ++position) {
        job.progress(done >> 20U, size >> 20U, "MiB packed");
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto got = static_cast<std::size_t>(in.gcount());
        if (got == 0) throw errorFromErrno(EIO, toUtf8(from), "read the file");
        const std::string_view piece = std::string_view(block).substr(0, got);
        hash.update(piece);
        state_->piece(name, position, piece);
        done += got;
    }
    state_->row(name, hash.hex(), done);
}

std::string PackageWriter::seal(Job& job) {
    entry("made",
          {{"at", nowText()}, {"by", userName()}, {"host", hostName()}, {"program", programVersion()}});
    state_->database->script("COMMIT");
    state_->database.reset();
    return sealFile(state_->file.partialPath(), job);
}

const Path& PackageWriter::sealedFile() const noexcept {
    return state_->file.partialPath();
}

void PackageWriter::commit() {
    state_->file.commit();
}

}  // namespace segad
