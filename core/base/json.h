// JSON as the whole program reads and writes it: parameters, reports, command-line output.
#pragma once

#include <filesystem>
#include <string_view>

#include <nlohmann/json.hpp>

namespace segad {

/// Keeps the order of insertion, so that documents read as they were written.
using Json = nlohmann::ordered_json;

class Error;

/// {"code":…, "subject":…, "message":…, "remedy":…}
Json toJson(const Error& error);

/// Parses `text`; throws Error{InvalidData} naming `subject` and the byte where it broke.
Json parseJson(std::string_view text, const std::string& subject);

/// Reads and parses a file of at most 256 MiB.
Json readJson(const std::filesystem::path& file);

}  // namespace segad
