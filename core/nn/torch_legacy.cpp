// PyTorch's format up to 1.5: five pickles, then the storages, in one stream (weights_formats.md § 1).
#include <unordered_map>

#include "core/nn/state_dict_p.h"

namespace segad {

namespace {
constexpr std::int64_t kProtocol = 1001;
constexpr std::size_t kStoragePersistentIdSize = 6;

/// Where the next pickle starts, and how many bytes all of them may still take.
struct Cursor {
    const FileSource& source;
    std::uint64_t at;
    std::uint64_t bytesLeft;

    pickle::Input input() const { return {source, at, source.size(), bytesLeft}; }
    void moveTo(const pickle::Input& input) {
        at = input.filePosition();
        bytesLeft -= input.position();
    }
};

void readProtocol(Cursor& cursor, const TensorFileLimits& limits) {
    pickle::Input input = cursor.input();
    pickle::Machine machine(input, limits, 0);
    const pickle::Value protocol = machine.run();
    if (protocol.kind != pickle::Kind::Int || protocol.payload != kProtocol) {
        throw BadTensorFile("is of an unknown version of PyTorch's old format", ErrorCode::Unsupported);
    }
    cursor.moveTo(input);
}

void readSystemInfo(Cursor& cursor, const TensorFileLimits& limits) {
    pickle::Input input = cursor.input();
    pickle::Machine machine(input, limits, 0);
    const pickle::Value info = machine.run();
    if (info.kind != pickle::Kind::Dict) throw BadTensorFile("does not say how it was written");
    bool littleEndian = false;
    const std::vector<pickle::Value>& items = machine.items(info);
    for (std::size_t i = 0; i < items.size(); i += 2) {
        if (items[i].kind != pickle::Kind::Text || machine.text(items[i]) != "little_endian") continue;
        littleEndian = items[i + 1].kind == pickle::Kind::Bool && items[i + 1].payload == 1;
    }
    if (!littleEndian) throw BadTensorFile("was written on a big-endian machine", ErrorCode::Unsupported);
    cursor.moveTo(input);
}

/// Keys of the storages in the order of their data.
std::vector<std::string> readKeys(Cursor& cursor, const TensorFileLimits& limits) {
    pickle::Input input = cursor.input();
    pickle::Machine machine(input, limits, 0);
    const pickle::Value list = machine.run();
    if (list.kind != pickle::Kind::List || machine.items(list).size() > limits.storages) {
        throw BadTensorFile("has no valid list of storages");
    }
    std::vector<std::string> keys;
    for (const pickle::Value key : machine.items(list)) {
        if (key.kind != pickle::Kind::Text) throw BadTensorFile("has no valid list of storages");
        keys.emplace_back(machine.text(key));
    }
    cursor.moveTo(input);
    return keys;
}

/// Walks over the storages, which start at `at` and must end with the file.
std::vector<std::uint64_t> locateStorages(const FileSource& source, std::uint64_t at,
                                          const std::vector<pickle::StorageRef>& storages,
                                          const std::vector<std::string>& keys) {
    std::unordered_map<std::string_view, std::size_t> waiting;
    for (std::size_t i = 0; i < storages.size(); ++i)
        waiting[storages[i].key] = i;
    std::vector<std::uint64_t> begins(storages.size());
    for (const std::string& key : keys) {
        const auto found = waiting.find(key);
        if (found == waiting.end()) {
            throw BadTensorFile("stores " + inQuotes(key) + " twice or without describing it");
        }
        const pickle::StorageRef& storage = storages[found->second];
        if (source.size() - at < 8) throw BadTensorFile("ends in the middle of its data");
        const auto count =
            static_cast<std::int64_t>(littleEndian<std::uint64_t>(source.readString(at, 8).data()));
        at += 8;
        if (count != storage.count) {
            throw BadTensorFile("its storage " + inQuotes(key) + " has another size than declared");
        }
        // The machine has checked that this product fits.
        const std::uint64_t bytes = static_cast<std::uint64_t>(count) * byteSize(storage.dtype);
        if (bytes > source.size() - at) throw BadTensorFile("ends in the middle of its data");
        begins[found->second] = at;
        at += bytes;
        waiting.erase(found);
    }
    if (!waiting.empty()) {
        throw BadTensorFile("lacks the data of storage " + inQuotes(waiting.begin()->first));
    }
    if (at != source.size()) throw BadTensorFile("is followed by something else");
    return begins;
}
}  // namespace

ParsedFile parseTorchLegacy(const FileSource& source, const TensorFileLimits& limits) {
    Cursor cursor{source, kTorchLegacyMagic.size(), limits.pickleBytes};
    readProtocol(cursor, limits);
    readSystemInfo(cursor, limits);
    // Names and keys are views into this input, which has to live as long as the machine.
    pickle::Input input = cursor.input();
    pickle::Machine machine(input, limits, kStoragePersistentIdSize);
    const pickle::Value root = machine.run();
    checkStateDict(machine, root);
    cursor.moveTo(input);
    const std::vector<std::string> keys = readKeys(cursor, limits);
    const auto begins = locateStorages(source, cursor.at, machine.storages(), keys);

    ParsedFile parsed{.format = TensorFileFormat::TorchLegacy};
    parsed.tensors = stateDictTensors(machine, root, begins);
    return parsed;
}

}  // namespace segad
