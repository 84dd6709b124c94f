#include "core/nn/checkpoint_info.h"

#include <bit>
#include <cstring>

#include "core/base/error.h"

namespace segad {

namespace {
constexpr std::uint64_t kLongestHead = 64ULL << 20U;

Error noCheckpoint(const Path& file) {
    return {ErrorCode::InvalidData, toUtf8(file), "is no checkpoint of a training",
            "Start the training anew, without resuming."};
}

/// The JSON header of a safetensors file: eight bytes of length, little-endian, then the text.
Json safetensorsHead(const Path& file) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t length = 0;
    const std::string prefix = readFileHead(file, sizeof length).bytes;
    if (prefix.size() < sizeof length) throw noCheckpoint(file);
    std::memcpy(&length, prefix.data(), sizeof length);
    if (length > kLongestHead) throw noCheckpoint(file);
    const std::string head = readFileHead(file, sizeof length + length).bytes;
    if (head.size() < sizeof length + length) throw noCheckpoint(file);
    return parseJson(std::string_view(head).substr(sizeof length), toUtf8(file));
}
}  // namespace

std::optional<CheckpointInfo> readCheckpointInfo(const Path& file) {
    std::error_code absent;
    if (!std::filesystem::is_regular_file(file, absent)) return std::nullopt;
    try {
        const Json notes = safetensorsHead(file).at("__metadata__");
        const Json header = parseJson(notes.at("header").get<std::string>(), toUtf8(file));
        return CheckpointInfo{.curve = lossCurveFromJson(header.at("curve"), toUtf8(file)),
                              .plannedSteps = header.at("planned").get<std::int64_t>()};
    } catch (const Json::exception&) {
        throw noCheckpoint(file);
    }
}

}  // namespace segad
