// Builds weight files byte by byte, right ones and wrong ones, for the readers' tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/file.h"

namespace segad::test {

/// Little-endian bytes of an integer.
std::string le16(std::uint64_t value);
std::string le32(std::uint64_t value);
std::string le64(std::uint64_t value);

/// Opcodes of a pickle, appended one after the other. Nothing is checked: that is the reader's task.
class Pickle {
public:
    std::string bytes = "\x80\x02";

    Pickle& raw(std::string_view some);
    Pickle& text(std::string_view value);  ///< BINUNICODE
    Pickle& number(std::int64_t value);    ///< LONG1 with 8 bytes
    Pickle& boolean(bool value);
    Pickle& none() { return raw("N"); }
    Pickle& global(std::string_view module, std::string_view name);
    Pickle& mark() { return raw("("); }
    Pickle& tuple() { return raw("t"); }  ///< of everything since the mark
    Pickle& emptyTuple() { return raw(")"); }
    Pickle& reduce() { return raw("R"); }
    Pickle& put(std::uint8_t slot);  ///< BINPUT
    Pickle& get(std::uint8_t slot);  ///< BINGET
    Pickle& orderedDict() { return global("collections", "OrderedDict").emptyTuple().reduce(); }
    Pickle& numbers(const std::vector<std::int64_t>& values);  ///< a tuple

    /// STOP, and the bytes are yours.
    std::string stop() { return bytes + "."; }
};

/// What a pickle says about a tensor; the defaults describe two floats in storage "0".
struct TensorWords {
    std::string storageClass = "FloatStorage";
    std::string key = "0";
    std::int64_t count = 2;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape = {2};
    std::vector<std::int64_t> strides = {1};
};

/// Zip files leave the view metadata out of a storage's description, legacy files don't.
enum class Container { Zip, Legacy };

/// Pushes the tensor.
Pickle& pushTensor(Pickle& pickle, Container container, const TensorWords& words = {});

/// A state dict pickle of named tensors.
std::string stateDict(Container container, const std::vector<std::pair<std::string, TensorWords>>& tensors);

struct Storage {
    std::string key;
    std::int64_t count;
    std::string data;
};

/// A legacy file around an object pickle. `keys` of its list default to those of `storages`.
std::string legacyFile(const std::string& object, const std::vector<Storage>& storages,
                       const std::optional<std::vector<std::string>>& keys = {}, bool littleEndian = true);

/// An entry of a ZIP archive; whatever is set contradicts the data on purpose.
struct ZipPart {
    std::string name;
    std::string data;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::optional<std::string> localName;
    std::optional<std::uint64_t> centralSize;
    std::optional<std::uint64_t> compressedSize;
    std::optional<std::uint64_t> headerOffset;
    std::optional<std::uint32_t> crc;
    std::string centralExtra;
};

struct ZipWords {
    std::string comment;
    std::optional<std::uint16_t> entryCount;
    std::optional<std::uint32_t> directorySize;
    std::optional<std::uint32_t> directoryOffset;
    std::uint16_t disk = 0;
    std::string beforeEnd;  ///< between directory and end record: ZIP64 record and locator
};

std::string zipFile(const std::vector<ZipPart>& parts, const ZipWords& words = {});

/// The two records by which ZIP64 replaces the numbers of the end record.
std::string zip64Records(std::uint64_t recordOffset, std::uint64_t entries, std::uint64_t directoryBytes,
                         std::uint64_t directoryOffset);

/// The parts of a valid archive with one tensor "w" of two floats.
std::vector<ZipPart> plainZipParts();

/// Length prefix, header and data.
std::string safetensorsFile(std::string_view header, std::string_view data);

void writeBytes(const Path& file, std::string_view bytes);

}  // namespace segad::test
