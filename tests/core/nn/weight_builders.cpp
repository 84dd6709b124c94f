#include "tests/core/nn/weight_builders.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <zlib.h>

namespace segad::test {

namespace {
std::string littleEndianBytes(std::uint64_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return bytes;
}

std::string keyList(const std::vector<std::string>& keys) {
    Pickle list;
    list.raw("]");
    for (const std::string& key : keys)
        list.text(key).raw("a");
    return list.stop();
}

std::uint32_t crcOf(const std::string& data) {
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())));
}
}  // namespace

std::string le16(std::uint64_t value) {
    return littleEndianBytes(value, 2);
}
std::string le32(std::uint64_t value) {
    return littleEndianBytes(value, 4);
}
std::string le64(std::uint64_t value) {
    return littleEndianBytes(value, 8);
}

Pickle& Pickle::raw(std::string_view some) {
    bytes += some;
    return *this;
}

Pickle& Pickle::text(std::string_view value) {
    return raw("X").raw(le32(value.size())).raw(value);
}

Pickle& Pickle::number(std::int64_t value) {
    return raw("\x8A\x08").raw(le64(static_cast<std::uint64_t>(value)));
}

Pickle& Pickle::boolean(bool value) {
    return raw(value ? "\x88" : "\x89");
}

Pickle& Pickle::global(std::string_view module, std::string_view name) {
    return raw("c").raw(module).raw("\n").raw(name).raw("\n");
}

Pickle& Pickle::put(std::uint8_t slot) {
    return raw("q").raw(std::string(1, static_cast<char>(slot)));
}

Pickle& Pickle::get(std::uint8_t slot) {
    return raw("h").raw(std::string(1, static_cast<char>(slot)));
}

Pickle& Pickle::numbers(const std::vector<std::int64_t>& values) {
    mark();
    for (const std::int64_t value : values)
        number(value);
    return tuple();
}

Pickle& pushTensor(Pickle& pickle, Container container, const TensorWords& words) {
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark()
        .text("storage")
        .global("torch", words.storageClass)
        .text(words.key)
        .text("cpu")
        .number(words.count);
    if (container == Container::Legacy) pickle.none();
    pickle.tuple().raw("Q").number(words.offset).numbers(words.shape).numbers(words.strides);
    return pickle.boolean(false).orderedDict().tuple().reduce();
}

std::string stateDict(Container container, const std::vector<std::pair<std::string, TensorWords>>& tensors) {
    Pickle pickle;
    pickle.orderedDict().mark();
    for (const auto& [name, words] : tensors)
        pushTensor(pickle.text(name), container, words);
    return pickle.raw("u").stop();
}

std::string legacyFile(const std::string& object, const std::vector<Storage>& storages,
                       const std::optional<std::vector<std::string>>& keys, bool littleEndian) {
    std::string file("\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19\x2E", 15);
    file += std::string("\x80\x02\x4D\xE9\x03\x2E", 6);
    file += Pickle().raw("}").text("little_endian").boolean(littleEndian).raw("s").stop();
    file += object;
    std::vector<std::string> own;
    own.reserve(storages.size());
    for (const Storage& storage : storages)
        own.push_back(storage.key);
    file += keyList(keys.value_or(own));
    for (const Storage& storage : storages)
        file += le64(static_cast<std::uint64_t>(storage.count)) + storage.data;
    return file;
}

std::string zipFile(const std::vector<ZipPart>& parts, const ZipWords& words) {
    std::string file;
    std::string directory;
    for (const ZipPart& part : parts) {
        const std::uint64_t offset = part.headerOffset.value_or(file.size());
        const std::uint32_t crc = part.crc.value_or(crcOf(part.data));
        const std::uint64_t size = part.centralSize.value_or(part.data.size());
        const std::string local = part.localName.value_or(part.name);
        const bool descriptor = (part.flags & 8U) != 0;
        file += "PK\3\4" + le16(20) + le16(part.flags) + le16(part.method) + le32(0);
        file += descriptor ? le32(0) + le32(0) + le32(0)
                           : le32(crc) + le32(part.compressedSize.value_or(size)) + le32(size);
        file += le16(local.size()) + le16(0) + local + part.data;
        directory += "PK\1\2" + le16(20) + le16(20) + le16(part.flags) + le16(part.method) + le32(0);
        directory += le32(crc) + le32(part.compressedSize.value_or(size)) + le32(size);
        directory += le16(part.name.size()) + le16(part.centralExtra.size()) + le16(0) + le16(0) + le16(0);
        directory += le32(0) + le32(offset) + part.name + part.centralExtra;
    }
    const std::uint64_t directoryOffset = file.size();
    const std::uint16_t count = words.entryCount.value_or(static_cast<std::uint16_t>(parts.size()));
    file += directory + words.beforeEnd;
    file += "PK\5\6" + le16(words.disk) + le16(words.disk) + le16(count) + le16(count);
    file += le32(words.directorySize.value_or(static_cast<std::uint32_t>(directory.size())));
    file += le32(words.directoryOffset.value_or(static_cast<std::uint32_t>(directoryOffset)));
    return file + le16(words.comment.size()) + words.comment;
}

std::string zip64Records(std::uint64_t recordOffset, std::uint64_t entries, std::uint64_t directoryBytes,
                         std::uint64_t directoryOffset) {
    return "PK\6\6" + le64(44) + le16(45) + le16(45) + le32(0) + le32(0) + le64(entries) + le64(entries) +
           le64(directoryBytes) + le64(directoryOffset) + "PK\6\7" + le32(0) + le64(recordOffset) + le32(1);
}

std::vector<ZipPart> plainZipParts() {
    return {{.name = "m/data.pkl", .data = stateDict(Container::Zip, {{"w", {}}})},
            {.name = "m/data/0", .data = std::string("\0\0\x80\x3F\0\0\0\x40", 8)},
            {.name = "m/version", .data = "3\n"}};
}

std::string safetensorsFile(std::string_view header, std::string_view data) {
    return le64(header.size()) + std::string(header) + std::string(data);
}

void writeBytes(const Path& file, std::string_view bytes) {
    // Written over in place: truncating first makes some file systems write to disk, thousands of times here.
    const auto mode = std::filesystem::exists(file) ? std::ios::in | std::ios::out : std::ios::out;
    std::ofstream out(file, std::ios::binary | mode);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::runtime_error("can't write " + file.string());
    std::filesystem::resize_file(file, bytes.size());
}

}  // namespace segad::test
