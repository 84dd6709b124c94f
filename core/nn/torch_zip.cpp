// PyTorch's format since 1.6: a ZIP archive of stored entries under one folder (weights_formats.md § 2).
#include <algorithm>
#include <unordered_map>

#include "core/nn/state_dict_p.h"
#include "core/nn/zip_p.h"

namespace segad {

namespace {
constexpr std::size_t kStoragePersistentIdSize = 5;
constexpr std::size_t kEntriesBesideStorages = 1000;

/// Entries by their name below the one folder that holds them all.
std::unordered_map<std::string, const ZipEntry*> underOneRoot(const std::vector<ZipEntry>& entries) {
    std::unordered_map<std::string, const ZipEntry*> byName;
    std::string root;
    for (const ZipEntry& entry : entries) {
        const std::size_t slash = entry.name.find('/');
        if (slash == std::string::npos) {
            throw BadTensorFile("its entry " + inQuotes(entry.name) + " lies outside the folder of weights");
        }
        const std::string folder = entry.name.substr(0, slash);
        if (byName.empty()) root = folder;
        if (folder != root) throw BadTensorFile("holds more than one folder of weights");
        byName[entry.name.substr(slash + 1)] = &entry;
    }
    return byName;
}

std::string smallEntry(const FileSource& source, const ZipEntry& entry) {
    constexpr std::uint64_t kLargest = 64;
    if (entry.size > kLargest) throw BadTensorFile("its entry " + inQuotes(entry.name) + " is over-long");
    std::string text = source.readString(entry.dataOffset, static_cast<std::size_t>(entry.size));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

void checkKind(const FileSource& source, const std::unordered_map<std::string, const ZipEntry*>& entries) {
    const bool script = std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
        return entry.first == "constants.pkl" || entry.first.starts_with("code/");
    });
    if (script) {
        throw BadTensorFile("is a TorchScript program, not plain weights", ErrorCode::Unsupported);
    }
    if (!entries.contains("data.pkl")) throw BadTensorFile("is a ZIP archive without weights");
    if (const auto order = entries.find("byteorder"); order != entries.end()) {
        if (smallEntry(source, *order->second) != "little") {
            throw BadTensorFile("was written on a big-endian machine", ErrorCode::Unsupported);
        }
    }
    if (const auto version = entries.find("version"); version != entries.end()) {
        const std::string text = smallEntry(source, *version->second);
        const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        if (!digits) throw BadTensorFile("states no valid format version");
    }
}

std::vector<std::uint64_t> locateStorages(const std::vector<pickle::StorageRef>& storages,
                                          const std::unordered_map<std::string, const ZipEntry*>& entries) {
    std::vector<std::uint64_t> begins;
    for (const pickle::StorageRef& storage : storages) {
        const auto found = entries.find("data/" + storage.key);
        if (found == entries.end()) throw BadTensorFile("lacks the data of storage " + inQuotes(storage.key));
        // The machine has checked that this product fits.
        if (found->second->size != static_cast<std::uint64_t>(storage.count) * byteSize(storage.dtype)) {
            throw BadTensorFile("its storage " + inQuotes(storage.key) + " has another size than declared");
        }
        begins.push_back(found->second->dataOffset);
    }
    return begins;
}
}  // namespace

ParsedFile parseTorchZip(const FileSource& source, const TensorFileLimits& limits, Job& job) {
    const std::vector<ZipEntry> directory =
        readZipDirectory(source, limits.storages + kEntriesBesideStorages);
    const auto entries = underOneRoot(directory);
    checkKind(source, entries);

    const ZipEntry& object = *entries.at("data.pkl");
    pickle::Input input(source, object.dataOffset, object.dataOffset + object.size, limits.pickleBytes);
    pickle::Machine machine(input, limits, kStoragePersistentIdSize);
    const pickle::Value root = machine.run();
    if (input.remaining() != 0) throw BadTensorFile("its pickle is followed by something else");
    checkStateDict(machine, root);

    ParsedFile parsed{.format = TensorFileFormat::TorchZip};
    parsed.tensors = stateDictTensors(machine, root, locateStorages(machine.storages(), entries));
    checkZipSums(source, directory, job);
    return parsed;
}

}  // namespace segad
