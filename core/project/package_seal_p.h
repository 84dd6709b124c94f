// The page behind the database that makes every byte of a package count. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/file.h"
#include "core/base/job.h"

namespace segad {

inline constexpr std::size_t kSealBytes = 4096;

/// What stands in the header of an SQLite file.
struct SqliteHeader {
    std::uint32_t applicationId = 0;
    std::uint32_t userVersion = 0;
};

/// Absent for a file that is no SQLite database. Throws when it can't be read.
std::optional<SqliteHeader> sqliteHeaderOf(const Path& file);

/// Hashes the whole file and appends the seal; the digest.
std::string sealFile(const Path& file, Job& job);

/// Absent unless the file ends with the seal of exactly the bytes before it.
std::optional<std::string> sealOf(const Path& file, Job& job);

}  // namespace segad
