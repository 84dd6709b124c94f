// A package: one SQLite file with all that a line PC needs to judge parts (core/workflow/packaging.h says
// what). This is the container only: named entries (JSON) and named items (bytes of any size, kept in
// pieces).
//
// Behind the last page of the database stands a seal: one more page with the SHA-256 of every byte before it.
// So any byte that changes is noticed, also where SQLite itself never looks (free pages, counters in the
// header), and the digest is the package's name. SQLite reads such a file like any other; writing to it
// breaks the seal. Entries and items have hashes of their own, which tell what of a damaged package is
// damaged.
//
// Threads: one thread an object.
// Errors:  Error{Corrupt} for a package that is not as it was made, {NewerVersion, InvalidData, NotFound, Io,
//          DiskFull, PermissionDenied} as elsewhere.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/job.h"
#include "core/base/json.h"

namespace segad {

class Connection;

struct PackageItem {
    std::string name;
    std::string sha256;
    std::uint64_t bytes = 0;
};

/// Whether the file says that it is a package, whatever it is called and whole or not. False for what can't
/// be read.
bool isPackage(const Path& file) noexcept;

class PackageFile {
public:
    /// Reads every byte and checks the seal. A damaged package is refused with what of it is damaged.
    PackageFile(Path file, Job& job);
    ~PackageFile();
    PackageFile(PackageFile&&) noexcept;
    PackageFile& operator=(PackageFile&&) noexcept;

    const Path& file() const noexcept { return file_; }
    /// The digest it is sealed with: 64 hexadecimal digits.
    const std::string& id() const noexcept { return id_; }
    std::uint64_t bytes() const noexcept { return bytes_; }

    /// Throws Error{Corrupt} when there is none.
    Json entry(const std::string& key) const;
    /// By name.
    std::vector<PackageItem> items() const;
    /// The whole item; for small ones.
    std::string read(const std::string& name) const;
    /// Writes the item to a new file. What was written has the item's hash.
    void extract(const std::string& name, const Path& to, Job& job) const;

    /// Suffix of packages, with dot.
    static constexpr const char* kSuffix = ".segad-model";
    static constexpr int kApplicationId = 0x53474D4F;  // "SGMO"
    static constexpr int kVersion = 1;                 ///< of the layout

private:
    Path file_;
    std::string id_;
    std::uint64_t bytes_ = 0;
    std::unique_ptr<Connection> database_;
};

/// Makes a package beside its final place; nothing stands there until commit().
class PackageWriter {
public:
    explicit PackageWriter(const Path& file);
    ~PackageWriter();
    PackageWriter(const PackageWriter&) = delete;
    PackageWriter& operator=(const PackageWriter&) = delete;

    void entry(const std::string& key, const Json& value);
    void item(const std::string& name, std::string_view bytes);
    /// The bytes of a file, a piece at a time.
    void item(const std::string& name, const Path& from, Job& job);

    /// After the last entry and item: adds the entry "made" (when, by whom, on which machine, by which
    /// version) and the seal; returns the package's id. The package can now be opened at sealedFile().
    std::string seal(Job& job);
    const Path& sealedFile() const noexcept;
    /// Takes the place of a file of that name.
    void commit();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace segad
