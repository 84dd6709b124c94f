#include "core/project/package_file.h"

#include <algorithm>
#include <functional>

#include "core/base/sha256.h"
#include "core/project/connection.h"
#include "core/project/package_seal_p.h"

namespace segad {

namespace {
Error damaged(const Path& file, const std::string& what) {
    return {ErrorCode::Corrupt, toUtf8(file), "is damaged: " + what,
            "Copy the package again from where it was made, or make it again: segad package PROJECT " +
                toUtf8(file.filename()) + "."};
}

/// Hands the pieces of an item on, in order. Throws unless they are what was stored.
void eachPiece(Connection& database, const PackageItem& item,
               const std::function<void(std::span<const std::byte>)>& take) {
    Sha256 hash;
    std::uint64_t bytes = 0;
    Query pieces = database.query("SELECT bytes FROM piece WHERE item = ?1 ORDER BY position", item.name);
    while (pieces.step()) {
        const std::span<const std::byte> piece = pieces.blob(0);
        hash.update(piece);
        bytes += piece.size();
        take(piece);
    }
    if (bytes != item.bytes || hash.hex() != item.sha256)
        throw damaged(database.file(), "'" + item.name + "' is not what was stored");
}

std::vector<PackageItem> itemsOf(Connection& database) {
    std::vector<PackageItem> items;
    Query rows = database.query("SELECT name, sha256, bytes FROM item ORDER BY name");
    while (rows.step()) {
        items.push_back({.name = rows.text(0),
                         .sha256 = rows.text(1),
                         .bytes = static_cast<std::uint64_t>(rows.integer(2))});
    }
    return items;
}

PackageItem itemOf(Connection& database, const std::string& name) {
    Query row = database.query("SELECT sha256, bytes FROM item WHERE name = ?1", name);
    if (!row.step()) throw damaged(database.file(), "'" + name + "' is not in it");
    return {.name = name, .sha256 = row.text(0), .bytes = static_cast<std::uint64_t>(row.integer(1))};
}

/// What is wrong with a package whose seal does not fit: the first entry or item that is not what was stored.
std::string damageIn(const Path& file) {
    try {
        Connection database(file, Connection::Mode::ReadOnly);
        database.tolerateDamage();
        Query rows = database.query("SELECT key, value, sha256 FROM entry ORDER BY key");
        while (rows.step()) {
            if (sha256Hex(rows.view(1)) != rows.view(2))
                return "entry '" + rows.text(0) + "' is not what was stored";
        }
        for (const PackageItem& item : itemsOf(database)) {
            try {
                eachPiece(database, item, [](std::span<const std::byte>) {});
            } catch (const Error&) {
                return "'" + item.name + "' is not what was stored";
            }
        }
    } catch (const Error& error) {
        return "it can't be read (" + error.message() + ")";
    }
    return "a byte outside of its contents has changed, or the file is longer or shorter than it was";
}
}  // namespace

bool isPackage(const Path& file) noexcept {
    try {
        const std::optional<SqliteHeader> header = sqliteHeaderOf(file);
        return header && header->applicationId == PackageFile::kApplicationId;
    } catch (...) {
        return false;
    }
}

PackageFile::PackageFile(Path file, Job& job) : file_(std::filesystem::absolute(std::move(file))) {
    const std::optional<SqliteHeader> header = sqliteHeaderOf(file_);
    if (!header || header->applicationId != kApplicationId) {
        throw Error(ErrorCode::InvalidData, toUtf8(file_), "is no package of this program",
                    std::string("Choose a file that 'segad package' has made (") + kSuffix + ").");
    }
    const std::optional<std::string> seal = sealOf(file_, job);
    if (!seal) throw damaged(file_, damageIn(file_));
    if (header->userVersion > kVersion) {
        throw Error(ErrorCode::NewerVersion, toUtf8(file_), "was made by a newer version of this program",
                    "Update the program, or make the package with this version.");
    }
    id_ = *seal;
    bytes_ = std::filesystem::file_size(file_);
    database_ = std::make_unique<Connection>(file_, Connection::Mode::ReadOnly);
}

PackageFile::~PackageFile() = default;
PackageFile::PackageFile(PackageFile&&) noexcept = default;
PackageFile& PackageFile::operator=(PackageFile&&) noexcept = default;

Json PackageFile::entry(const std::string& key) const {
    Query row = database_->query("SELECT value FROM entry WHERE key = ?1", key);
    if (!row.step()) throw damaged(file_, "entry '" + key + "' is not in it");
    return parseJson(row.view(0), toUtf8(file_));
}

std::vector<PackageItem> PackageFile::items() const {
    return itemsOf(*database_);
}

std::string PackageFile::read(const std::string& name) const {
    std::string bytes;
    eachPiece(*database_, itemOf(*database_, name), [&](std::span<const std::byte> piece) {
        bytes.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    });
    return bytes;
}

void PackageFile::extract(const std::string& name, const Path& to, Job& job) const {
    const PackageItem item = itemOf(*database_, name);
    AtomicFile out(to);
    std::uint64_t done = 0;
    eachPiece(*database_, item, [&](std::span<const std::byte> piece) {
        job.progress(done >> 20U, item.bytes >> 20U, "MiB unpacked");
        out.write(piece);
        done += piece.size();
    });
    out.commit();
}

}  // namespace segad
