// The directory of a ZIP archive of stored entries, as PyTorch writes it. Private to the readers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/nn/file_source_p.h"

namespace segad {

struct ZipEntry {
    std::string name;
    std::uint64_t dataOffset = 0;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
};

/// Reads the central directory and checks it against every local header: one archive on one disk that ends
/// where the file ends, stored and unencrypted entries, unique relative names, no two entries overlapping.
/// ZIP64 is understood. At most `maxEntries` entries. Throws BadTensorFile.
std::vector<ZipEntry> readZipDirectory(const FileSource& source, std::size_t maxEntries);

/// Reads every entry and compares its CRC-32. Throws BadTensorFile naming the entry; Cancelled.
void checkZipSums(const FileSource& source, const std::vector<ZipEntry>& entries, Job& job);

}  // namespace segad
