// Field offsets: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16 and 4.5.3.
#include <algorithm>
#include <optional>
#include <unordered_set>

#include <zlib.h>

#include "core/base/utf8.h"
#include "core/nn/zip_p.h"

namespace segad {

namespace {
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kLocatorBytes = 20;
constexpr std::size_t kEnd64Bytes = 56;
constexpr std::size_t kCentralBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kLongestComment = 65535;
constexpr std::size_t kLongestName = 1024;
constexpr std::uint16_t kFlagEncrypted = 0x0001;
constexpr std::uint16_t kFlagDescriptor = 0x0008;
constexpr std::uint16_t kFlagPatch = 0x0020;
constexpr std::uint16_t kFlagStrongEncryption = 0x0040;
constexpr std::uint16_t kFlagMasked = 0x2000;
constexpr std::uint16_t kZip64Extra = 0x0001;
constexpr std::uint32_t kSee64 = 0xFFFFFFFF;

std::uint16_t u16(const std::string& bytes, std::size_t at) {
    return littleEndian<std::uint16_t>(bytes.data() + at);
}
std::uint32_t u32(const std::string& bytes, std::size_t at) {
    return littleEndian<std::uint32_t>(bytes.data() + at);
}
std::uint64_t u64(const std::string& bytes, std::size_t at) {
    return littleEndian<std::uint64_t>(bytes.data() + at);
}

void require(bool condition, const std::string& message) {
    if (!condition) throw BadTensorFile(message);
}

struct Directory {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::uint64_t entries = 0;
    std::uint64_t end = 0;  ///< where the records that follow the directory begin
};

/// Entry as the central directory has it, before its local header is looked at.
struct CentralEntry {
    ZipEntry entry;
    std::uint64_t headerOffset = 0;
};

/// Offset of the end record: the one whose comment reaches exactly to the end of the file.
std::uint64_t findEnd(const FileSource& source) {
    require(source.size() >= kEndBytes, "its ZIP directory is missing: the file is incomplete");
    const auto tailBytes =
        static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kEndBytes + kLongestComment));
    const std::string tail = source.readString(source.size() - tailBytes, tailBytes);
    std::optional<std::size_t> found;
    for (std::size_t at = tail.find("PK\5\6"); at != std::string::npos; at = tail.find("PK\5\6", at + 1)) {
        if (tail.size() - at < kEndBytes || at + kEndBytes + u16(tail, at + 20) != tail.size()) continue;
        require(!found, "its ZIP directory is ambiguous");
        found = at;
    }
    require(found.has_value(), "its ZIP directory is missing: the file is incomplete");
    return source.size() - tailBytes + *found;
}

/// Replaces what the end record leaves to its ZIP64 companion; `endOffset` is where the end record starts.
void read64(const FileSource& source, std::uint64_t endOffset, const std::string& locator, Directory& dir) {
    const std::uint64_t at = u64(locator, 8);
    require(u32(locator, 4) == 0 && u32(locator, 16) == 1, "is split over several disks");
    require(endOffset >= kLocatorBytes + kEnd64Bytes && at <= endOffset - kLocatorBytes - kEnd64Bytes,
            "its ZIP directory is damaged");
    const std::string end64 = source.readString(at, kEnd64Bytes);
    require(end64.starts_with("PK\6\6"), "its ZIP directory is damaged");
    // The record's own size leaves out its first 12 bytes; the locator follows it directly.
    require(u64(end64, 4) == endOffset - kLocatorBytes - at - 12, "its ZIP directory is damaged");
    require(u32(end64, 16) == 0 && u32(end64, 20) == 0, "is split over several disks");
    require(u64(end64, 24) == u64(end64, 32), "its ZIP directory is damaged");
    const Directory wide{.offset = u64(end64, 48), .bytes = u64(end64, 40), .entries = u64(end64, 32)};
    require((dir.entries == 0xFFFF || dir.entries == wide.entries) &&
                (dir.bytes == kSee64 || dir.bytes == wide.bytes) &&
                (dir.offset == kSee64 || dir.offset == wide.offset),
            "its two ZIP directories contradict each other");
    dir = wide;
    dir.end = at;
}

Directory findDirectory(const FileSource& source) {
    const std::uint64_t endOffset = findEnd(source);
    const std::string end = source.readString(endOffset, kEndBytes);
    require(u16(end, 4) == 0 && u16(end, 6) == 0 && u16(end, 8) == u16(end, 10),
            "is split over several disks");
    Directory dir{.offset = u32(end, 16), .bytes = u32(end, 12), .entries = u16(end, 10), .end = endOffset};
    if (endOffset >= kLocatorBytes) {
        const std::string locator = source.readString(endOffset - kLocatorBytes, kLocatorBytes);
        if (locator.starts_with("PK\6\7")) read64(source, endOffset, locator, dir);
    }
    require(dir.offset <= dir.end && dir.bytes == dir.end - dir.offset, "its ZIP directory is damaged");
    return dir;
}

void checkFlags(std::uint16_t flags, std::uint16_t method, const std::string& name) {
    if ((flags & (kFlagEncrypted | kFlagStrongEncryption | kFlagMasked)) != 0) {
        throw BadTensorFile("its entry " + inQuotes(name) + " is encrypted", ErrorCode::Unsupported);
    }
    if (method != 0 || (flags & kFlagPatch) != 0) {
        throw BadTensorFile("its entry " + inQuotes(name) + " is compressed, which PyTorch never does",
                            ErrorCode::Unsupported);
    }
}

void checkName(const std::string& name) {
    bool fine = !name.empty() && name.size() <= kLongestName && name.front() != '/' && isUtf8(name) &&
                name.find_first_of(std::string_view("\\\0", 2)) == std::string::npos;
    for (std::size_t start = 0; fine && start <= name.size();) {
        const std::size_t end = std::min(name.find('/', start), name.size());
        const std::string_view part = std::string_view(name).substr(start, end - start);
        fine = part != ".." && part != "." && (!part.empty() || end == name.size());
        start = end + 1;
    }
    require(fine, "its entry name " + inQuotes(name) + " is not a plain relative path");
}

/// Sizes and offset that stand in the ZIP64 extra field because they don't fit 32 bits, in fixed order.
void apply64(const std::string& extra, CentralEntry& central, std::uint64_t& compressed) {
    std::uint64_t* const fields[] = {&central.entry.size, &compressed, &central.headerOffset};
    const bool wanted = std::any_of(std::begin(fields), std::end(fields),
                                    [](const std::uint64_t* field) { return *field == kSee64; });
    if (!wanted) return;
    for (std::size_t at = 0; extra.size() - at >= 4;) {
        const std::size_t bytes = u16(extra, at + 2);
        require(extra.size() - at - 4 >= bytes, "its ZIP directory is damaged");
        if (u16(extra, at) == kZip64Extra) {
            std::size_t next = 0;
            for (std::uint64_t* field : fields) {
                if (*field != kSee64) continue;
                require(bytes - next >= 8, "its ZIP directory is damaged");
                *field = u64(extra, at + 4 + next);
                next += 8;
            }
            return;
        }
        at += 4 + bytes;
    }
    throw BadTensorFile("its ZIP directory is damaged");
}

/// One record of the central directory at `at`, which is moved past it.
CentralEntry readCentral(const std::string& directory, std::size_t& at) {
    require(directory.size() - at >= kCentralBytes && directory.compare(at, 4, "PK\1\2") == 0,
            "its ZIP directory is damaged");
    const std::size_t nameBytes = u16(directory, at + 28);
    const std::size_t extraBytes = u16(directory, at + 30);
    const std::size_t commentBytes = u16(directory, at + 32);
    require(directory.size() - at - kCentralBytes >= nameBytes + extraBytes + commentBytes,
            "its ZIP directory is damaged");
    CentralEntry central;
    central.entry.name = directory.substr(at + kCentralBytes, nameBytes);
    central.entry.crc = u32(directory, at + 16);
    central.entry.size = u32(directory, at + 24);
    central.headerOffset = u32(directory, at + 42);
    std::uint64_t compressed = u32(directory, at + 20);
    checkName(central.entry.name);
    checkFlags(u16(directory, at + 8), u16(directory, at + 10), central.entry.name);
    require(u16(directory, at + 34) == 0, "is split over several disks");
    apply64(directory.substr(at + kCentralBytes + nameBytes, extraBytes), central, compressed);
    require(compressed == central.entry.size, "its entry " + inQuotes(central.entry.name) + " is compressed");
    at += kCentralBytes + nameBytes + extraBytes + commentBytes;
    return central;
}

/// Finds where the entry's data begins; everything up to `limit` may be used by entries.
void locate(const FileSource& source, CentralEntry& central, std::uint64_t limit) {
    ZipEntry& entry = central.entry;
    const std::string where = "its entry " + inQuotes(entry.name);
    require(limit >= kLocalBytes && central.headerOffset <= limit - kLocalBytes, where + " lies outside");
    const std::string local = source.readString(central.headerOffset, kLocalBytes);
    require(local.starts_with("PK\3\4"), where + " does not begin where the directory says");
    checkFlags(u16(local, 6), u16(local, 8), entry.name);
    const std::uint64_t nameBytes = u16(local, 26);
    const std::uint64_t room = limit - central.headerOffset - kLocalBytes;
    require(nameBytes + u16(local, 28) <= room, where + " lies outside");
    require(source.readString(central.headerOffset + kLocalBytes, nameBytes) == entry.name,
            where + " has another name in its own header");
    entry.dataOffset = central.headerOffset + kLocalBytes + nameBytes + u16(local, 28);
    require(entry.size <= limit - entry.dataOffset, where + " is longer than the file");
    // With a data descriptor sum and sizes follow the data and are zero here.
    if ((u16(local, 6) & kFlagDescriptor) == 0) {
        require(u32(local, 14) == entry.crc && (u32(local, 18) == kSee64 || u32(local, 18) == entry.size) &&
                    (u32(local, 22) == kSee64 || u32(local, 22) == entry.size),
                where + " contradicts its own header");
    }
}

void checkDisjoint(std::vector<CentralEntry>& entries) {
    std::sort(entries.begin(), entries.end(),
              [](const CentralEntry& a, const CentralEntry& b) { return a.headerOffset < b.headerOffset; });
    for (std::size_t i = 1; i < entries.size(); ++i) {
        const ZipEntry& before = entries[i - 1].entry;
        require(
            before.dataOffset + before.size <= entries[i].headerOffset,
            "its entries " + inQuotes(before.name) + " and " + inQuotes(entries[i].entry.name) + " overlap");
    }
}
}  // namespace

std::vector<ZipEntry> readZipDirectory(const FileSource& source, std::size_t maxEntries) {
    const Directory dir = findDirectory(source);
    require(dir.entries <= maxEntries && dir.bytes / kCentralBytes >= dir.entries &&
                dir.bytes <= maxEntries * (kCentralBytes + kLongestName),
            "its ZIP directory is too large or damaged");
    const std::string directory = source.readString(dir.offset, static_cast<std::size_t>(dir.bytes));
    std::vector<CentralEntry> entries;
    std::unordered_set<std::string> names;
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < dir.entries; ++i) {
        entries.push_back(readCentral(directory, at));
        locate(source, entries.back(), dir.offset);
        require(names.insert(entries.back().entry.name).second,
                "has the entry " + inQuotes(entries.back().entry.name) + " twice");
    }
    require(at == directory.size(), "its ZIP directory is damaged");
    checkDisjoint(entries);
    std::vector<ZipEntry> located;
    located.reserve(entries.size());
    for (CentralEntry& central : entries)
        located.push_back(std::move(central.entry));
    return located;
}

void checkZipSums(const FileSource& source, const std::vector<ZipEntry>& entries, Job& job) {
    std::vector<std::byte> block(std::size_t{1} << 20U);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ZipEntry& entry = entries[i];
        uLong crc = ::crc32(0, nullptr, 0);
        for (std::uint64_t done = 0; done < entry.size;) {
            const auto piece = std::span(block).first(
                static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), entry.size - done)));
            source.read(entry.dataOffset + done, piece);
            crc = ::crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
            done += piece.size();
            job.throwIfCancelled();
        }
        require(crc == entry.crc, "its entry " + inQuotes(entry.name) + " is damaged (wrong checksum)");
        job.progress(i + 1, entries.size());
    }
}

}  // namespace segad
