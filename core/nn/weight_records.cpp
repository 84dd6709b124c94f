#include <algorithm>
#include <cctype>
#include <cerrno>
#include <set>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/json.h"
#include "core/nn/weight_records_p.h"

namespace segad {

namespace {
constexpr int kRecordFormat = 1;
constexpr std::size_t kLongestName = 64;
constexpr std::uint64_t kMaxRecordBytes = 1U << 20U;
constexpr std::string_view kRecordSuffix = ".json";

bool isHash(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool isWeightName(std::string_view name) {
    const auto plain = [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte < 128 &&
               (std::isalnum(byte) != 0 || character == '.' || character == '_' || character == '-');
    };
    return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), plain) &&
           std::isalnum(static_cast<unsigned char>(name.front())) != 0;
}

Error damagedRecord(const Path& file) {
    return {ErrorCode::Corrupt, toUtf8(file), "is damaged", "Import the weights again."};
}

WeightEntry fromJson(const Json& record, const Path& folder) {
    WeightEntry entry;
    entry.name = record.at("name").get<std::string>();
    entry.architecture = record.at("architecture").get<std::string>();
    for (const auto& [layer, identity] : record.at("identities").items()) {
        entry.layers.push_back(layer);
        entry.identities.push_back(identity.get<std::string>());
    }
    entry.sha256 = record.at("sha256").get<std::string>();
    entry.bytes = record.at("bytes").get<std::uint64_t>();
    entry.file = folder / (entry.sha256 + ".safetensors");
    const Json& source = record.at("source");
    entry.sourceFile = source.at("file").get<std::string>();
    entry.sourceSha256 = source.at("sha256").get<std::string>();
    entry.sourceBytes = source.at("bytes").get<std::uint64_t>();
    entry.sourceFormat = source.at("format").get<std::string>();
    entry.origin = record.at("origin").get<std::string>();
    entry.licence = record.at("licence").get<std::string>();
    entry.importedAt = record.at("imported_at").get<std::string>();
    return entry;
}
}  // namespace

void checkWeightName(const std::string& name) {
    if (isWeightName(name)) return;
    throw Error(ErrorCode::InvalidArgument, "name '" + name + "'", "can't name weights",
                "Use letters, digits, dots, dashes and underscores, at most 64.");
}

Path recordPath(const Path& folder, const std::string& name) {
    return folder / (name + std::string(kRecordSuffix));
}

WeightEntry readRecord(const Path& folder, const std::string& name) {
    const Path file = recordPath(folder, name);
    const std::string text = readFile(file, kMaxRecordBytes);
    try {
        const Json record = Json::parse(text);
        const auto format = record.at("format").get<int>();
        if (format > kRecordFormat) {
            throw Error(ErrorCode::NewerVersion, toUtf8(file), "was written by a newer version",
                        "Update the program, or import the weights under another name.");
        }
        WeightEntry entry = fromJson(record, folder);
        // The hash becomes part of a path: nothing but a hash may stand there.
        if (entry.name != name || !isHash(entry.sha256) || entry.layers.empty()) throw damagedRecord(file);
        return entry;
    } catch (const Json::exception&) {
        throw damagedRecord(file);
    }
}

void writeRecord(const Path& folder, const WeightEntry& entry) {
    Json identities = Json::object();
    for (std::size_t i = 0; i < entry.layers.size(); ++i)
        identities[entry.layers[i]] = entry.identities[i];
    const Json record{{"format", kRecordFormat},
                      {"name", entry.name},
                      {"architecture", entry.architecture},
                      {"sha256", entry.sha256},
                      {"bytes", entry.bytes},
                      {"identities", identities},
                      {"source",
                       {{"file", entry.sourceFile},
                        {"sha256", entry.sourceSha256},
                        {"bytes", entry.sourceBytes},
                        {"format", entry.sourceFormat}}},
                      {"origin", entry.origin},
                      {"licence", entry.licence},
                      {"imported_at", entry.importedAt}};
    // A file name need not be UTF-8, JSON must be.
    writeFileAtomically(recordPath(folder, entry.name),
                        record.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::vector<std::string> recordNames(const Path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::string name = entry->path().filename().string();
        if (!name.ends_with(kRecordSuffix)) continue;
        name.resize(name.size() - kRecordSuffix.size());
        if (isWeightName(name)) names.push_back(std::move(name));
    }
    if (failure && failure != std::errc::no_such_file_or_directory) {
        throw errorFromErrno(failure.value(), toUtf8(folder), "read the folder");
    }
    std::sort(names.begin(), names.end());
    return names;
}

void removeOrphans(const Path& folder) {
    std::set<std::string> used;
    for (const std::string& name : recordNames(folder)) {
        try {
            used.insert(readRecord(folder, name).file.filename().string());
        } catch (const Error&) {
            return;
        }
    }
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        const Path& file = entry.path();
        if (file.extension() != ".safetensors" || used.contains(file.filename().string())) continue;
        std::filesystem::remove(file, failure);
    }
}

StoreLock::StoreLock(const Path& folder)
    : descriptor_(::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (descriptor_ < 0) throw errorFromErrno(errno, toUtf8(folder), "lock the folder");
    while (::flock(descriptor_, LOCK_EX) != 0) {
        if (errno != EINTR) break;
    }
}

StoreLock::~StoreLock() {
    ::close(descriptor_);
}

}  // namespace segad
