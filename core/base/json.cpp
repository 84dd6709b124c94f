#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/file.h"

namespace segad {

namespace {
constexpr std::uint64_t kMaxJsonBytes = 256ULL << 20;
}

Json toJson(const Error& error) {
    return {{"code", toString(error.code())},
            {"subject", error.subject()},
            {"message", error.message()},
            {"remedy", error.remedy()}};
}

Json parseJson(std::string_view text, const std::string& subject) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& failure) {
        throw Error(ErrorCode::InvalidData, subject, "not valid JSON at byte " + std::to_string(failure.byte),
                    "Check the file, or write it again with the program it came from.");
    } catch (const Json::out_of_range&) {
        throw Error(ErrorCode::InvalidData, subject, "holds a number too large for any computer",
                    "Check the file, or write it again with the program it came from.");
    }
}

Json readJson(const std::filesystem::path& file) {
    return parseJson(readFile(file, kMaxJsonBytes), file.string());
}

}  // namespace segad
