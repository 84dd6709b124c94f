// ZIP archives that contradict themselves or are no weights (weights_formats.md § 5, cases 13 and 14).
#include <gtest/gtest.h>

#include "tests/core/nn/refusal.h"
#include "tests/core/nn/weight_builders.h"
#include "tests/support/test_support.h"

using namespace segad;
using test::ZipPart;
using test::ZipWords;

namespace {
/// The plain archive after `change` did something to its parts.
template <class Change>
std::string changed(Change change, const ZipWords& words = {}) {
    std::vector<ZipPart> parts = test::plainZipParts();
    change(parts);
    return test::zipFile(parts, words);
}

/// The plain archive with one more entry.
std::string with(const ZipPart& part) {
    return changed([&](std::vector<ZipPart>& parts) { parts.push_back(part); });
}

std::string around(const ZipWords& words) {
    return test::zipFile(test::plainZipParts(), words);
}

constexpr std::size_t kData = 1;  ///< which of the parts holds the tensor's values

TEST(HostileZip, TheArchiveThatTheOthersSpoilIsAccepted) {
    test::expectAccepted(test::zipFile(test::plainZipParts()));
    test::expectAccepted(around({.comment = "written by hand"}));
    test::expectAccepted(with({.name = "m/byteorder", .data = "little"}));
    test::expectAccepted(with({.name = "m/.data/serialization_id", .data = "123"}));
    // Sum and sizes only in the directory, with or without the descriptor that should follow the data.
    test::expectAccepted(changed([](auto& parts) { parts[kData].flags = 0x0808; }));
}

TEST(HostileZip, EntriesAreWhatTheDirectorySays) {
    test::expectRefused({
        {"compressed", changed([](auto& parts) { parts[kData].method = 8; }), "is compressed"},
        {"another compressed size", changed([](auto& parts) { parts[kData].compressedSize = 4; }),
         "compressed"},
        {"encrypted", changed([](auto& parts) { parts[kData].flags = 1; }), "is encrypted"},
        {"strongly encrypted", changed([](auto& parts) { parts[kData].flags = 0x41; }), "is encrypted"},
        {"longer than the file", changed([](auto& parts) {
             parts[kData].flags = 8;
             parts[kData].centralSize = 1 << 20;
         }),
         "longer than the file"},
        {"shorter than its data", changed([](auto& parts) {
             parts[kData].flags = 8;
             parts[kData].centralSize = 4;
         }),
         "another size than declared"},
        {"header outside", changed([](auto& parts) { parts[kData].headerOffset = 1 << 20; }), "lies outside"},
        {"header elsewhere", changed([](auto& parts) { parts[kData].headerOffset = 3; }), "does not begin"},
        {"two names", changed([](auto& parts) { parts[kData].localName = "m/data/1"; }), "another name"},
        {"wrong checksum", changed([](auto& parts) {
             parts[kData].flags = 8;
             parts[kData].crc = 1;
         }),
         "wrong checksum"},
        {"wrong checksum of an unused entry", with({.name = "m/extra", .data = "x", .flags = 8, .crc = 1}),
         "wrong checksum"},
        {"overlapping", changed([](auto& parts) {
             parts.push_back(parts[kData]);
             parts.back().name = "m/data/0";
             parts.back().headerOffset = 0;
             parts.back().localName = "m/data.pkl";
         }),
         "another name"},
        {"same data twice", changed([](auto& parts) {
             // One entry's data hold a complete second entry.
             const std::string inner = "PK\3\4" + test::le16(20) + test::le16(8) + test::le16(0) +
                                       test::le32(0) + test::le32(0) + test::le32(0) + test::le32(0) +
                                       test::le16(7) + test::le16(0) + "m/inner" + "data";
             const std::size_t before = test::zipFile(parts).find("PK\1\2");
             parts.push_back({.name = "m/outer", .data = inner});
             parts.push_back({.name = "m/inner",
                              .flags = 8,
                              .localName = "",
                              .centralSize = 4,
                              .headerOffset = before + 30 + 7});
         }),
         "overlap"},
    });
}

TEST(HostileZip, NamesArePlainUniqueAndUnderOneFolder) {
    const std::string plain = "not a plain relative path";
    test::expectRefused({
        {"a name twice", with({.name = "m/version", .data = "3\n"}), "twice"},
        {"two folders", with({.name = "n/version", .data = "3\n"}), "more than one folder"},
        {"no folder", with({.name = "version", .data = "3\n"}), "outside the folder"},
        {"absolute", with({.name = "/m/x", .data = "x"}), plain},
        {"upwards", with({.name = "m/../x", .data = "x"}), plain},
        {"dot", with({.name = "m/./x", .data = "x"}), plain},
        {"backslash", with({.name = "m\\x", .data = "x"}), plain},
        {"empty part", with({.name = "m//x", .data = "x"}), plain},
        {"empty name", with({.name = "", .data = "x"}), plain},
        {"zero byte", with({.name = std::string("m/\0x", 4), .data = "x"}), plain},
        {"not UTF-8", with({.name = "m/\xFF", .data = "x"}), plain},
        {"over-long", with({.name = "m/" + std::string(2000, 'x'), .data = "x"}), plain},
    });
}

TEST(HostileZip, ThereIsOneDirectoryAndItIsWhole) {
    const std::string plain = test::zipFile(test::plainZipParts());
    const std::size_t directory = plain.find("PK\1\2");
    const std::string end = plain.substr(plain.find("PK\5\6"));
    // The comment is itself an end record, so that two of them reach exactly to the end of the file.
    test::expectRefused({
        {"second end record in the comment", around({.comment = end}), "ambiguous"},
        {"comment longer than stated", plain + "x", "directory is missing"},
        {"no end record", plain.substr(0, plain.size() - 22), "directory is missing"},
        {"too many entries stated", around({.entryCount = 4}), "damaged"},
        {"too few entries stated", around({.entryCount = 2}), "damaged"},
        {"directory of another size", around({.directorySize = 10}), "damaged"},
        {"directory elsewhere", around({.directoryOffset = 4}), "damaged"},
        {"directory outside", around({.directoryOffset = 0x7FFFFFFF}), "damaged"},
        {"several disks", around({.disk = 1}), "several disks"},
        {"directory cut out", plain.substr(0, directory) + end, "damaged"},
        {"bytes before the end record", around({.beforeEnd = "junk"}), "damaged"},
        {"an empty archive", test::zipFile({}), "know"},
        {"nothing but the first signature", "PK\3\4", "directory is missing"},
    });
}

TEST(HostileZip, Zip64NumbersAreCheckedToo) {
    const std::string plain = test::zipFile(test::plainZipParts());
    const std::uint64_t offset = plain.find("PK\1\2");
    const std::uint64_t bytes = plain.find("PK\5\6") - offset;
    const auto wide = [&](std::uint64_t at, std::uint64_t entries, std::uint64_t directoryBytes,
                          std::uint64_t directoryOffset) {
        return around({.entryCount = 0xFFFF,
                       .directorySize = 0xFFFFFFFF,
                       .directoryOffset = 0xFFFFFFFF,
                       .beforeEnd = test::zip64Records(at, entries, directoryBytes, directoryOffset)});
    };
    const auto wideEntry = [](std::uint64_t size, std::uint64_t headerOffset) {
        return changed([&](auto& parts) {
            parts[kData].flags = 8;
            parts[kData].centralSize = 0xFFFFFFFF;
            parts[kData].compressedSize = 0xFFFFFFFF;
            parts[kData].headerOffset = 0xFFFFFFFF;
            parts[kData].centralExtra = test::le16(1) + test::le16(24) + test::le64(size) + test::le64(size) +
                                        test::le64(headerOffset);
        });
    };
    const std::uint64_t dataHeader = plain.find("PK\3\4", 4);
    test::expectAccepted(wide(offset + bytes, 3, bytes, offset));
    test::expectAccepted(wideEntry(8, dataHeader));
    constexpr std::uint64_t kHuge = 1ULL << 63U;
    test::expectRefused({
        {"directory at 2^63", wide(offset + bytes, 3, bytes, kHuge), "damaged"},
        {"directory of 2^63 bytes", wide(offset + bytes, 3, kHuge, offset), "damaged"},
        {"2^63 entries", wide(offset + bytes, kHuge, bytes, offset), "damaged"},
        {"record at 2^63", wide(kHuge, 3, bytes, offset), "damaged"},
        {"record elsewhere", wide(offset, 3, bytes, offset), "damaged"},
        {"record contradicts the end",
         around({.beforeEnd = test::zip64Records(offset + bytes, 2, bytes, offset)}), "contradict"},
        {"entry of 2^63 bytes", wideEntry(kHuge, dataHeader), "longer than the file"},
        {"entry of 2^64-1 bytes", wideEntry(~0ULL, dataHeader), "longer than the file"},
        {"entry at 2^63", wideEntry(8, kHuge), "lies outside"},
        {"entry at 2^64-1", wideEntry(8, ~0ULL), "lies outside"},
        {"wide numbers missing", changed([](auto& parts) {
             parts[kData].flags = 8;
             parts[kData].headerOffset = 0xFFFFFFFF;
         }),
         "damaged"},
        {"wide field too short", changed([](auto& parts) {
             parts[kData].flags = 8;
             parts[kData].headerOffset = 0xFFFFFFFF;
             parts[kData].centralExtra = test::le16(1) + test::le16(4) + "abcd";
         }),
         "damaged"},
        {"extra field past its end", changed([](auto& parts) {
             parts[kData].flags = 8;
             parts[kData].headerOffset = 0xFFFFFFFF;
             parts[kData].centralExtra = test::le16(7) + test::le16(400) + "abcd";
         }),
         "damaged"},
    });
}

TEST(HostileZip, HoldsPlainLittleEndianWeights) {
    test::expectRefused({
        {"big-endian", with({.name = "m/byteorder", .data = "big"}), "big-endian"},
        {"TorchScript constants", with({.name = "m/constants.pkl", .data = "x"}), "TorchScript"},
        {"TorchScript code", with({.name = "m/code/__torch__.py", .data = "x"}), "TorchScript"},
        {"no pickle", changed([](auto& parts) { parts[0].name = "m/other.pkl"; }), "without weights"},
        {"empty pickle", changed([](auto& parts) { parts[0].data.clear(); }), "too early"},
        {"bytes after STOP", changed([](auto& parts) { parts[0].data += "x"; }), "followed by something"},
        {"six parts in a zip file", changed([](auto& parts) {
             parts[0].data = test::stateDict(test::Container::Legacy, {{"w", {}}});
         }),
         "storage wrongly"},
        {"no data", changed([](auto& parts) { parts.erase(parts.begin() + kData); }), "lacks the data"},
        {"strange version", changed([](auto& parts) { parts[2].data = "three"; }), "format version"},
        {"over-long version", changed([](auto& parts) { parts[2].data = std::string(1000, '3'); }),
         "over-long"},
        {"key that climbs", changed([](auto& parts) {
             parts[0].data = test::stateDict(test::Container::Zip, {{"w", {.key = "../version"}}});
         }),
         "lacks the data"},
    });
}
}  // namespace
