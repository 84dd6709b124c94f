#include "core/workflow/shard.h"

#include <charconv>
#include <cstdint>

#include "core/base/error.h"

namespace segad {

namespace {
/// FNV-1a, 64 bits, with a final mix so that the remainder depends on all bits.
std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ hash >> 33U;
}

bool readNumber(std::string_view text, int& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size() && !text.empty();
}
}  // namespace

bool Shard::has(std::string_view relativePath) const {
    return whole() ||
           hashOf(relativePath) % static_cast<std::uint64_t>(count) == static_cast<std::uint64_t>(index - 1);
}

std::string Shard::text() const {
    return std::to_string(index) + "/" + std::to_string(count);
}

Shard Shard::parse(const std::string& text) {
    Shard shard;
    const std::size_t slash = text.find('/');
    if (slash != std::string::npos && readNumber(std::string_view(text).substr(0, slash), shard.index) &&
        readNumber(std::string_view(text).substr(slash + 1), shard.count) && shard.index >= 1 &&
        shard.index <= shard.count) {
        return shard;
    }
    throw Error(ErrorCode::InvalidArgument, text, "is no share of the files",
                "Give I/N with I from 1 to N, for instance 2/4.");
}

}  // namespace segad
