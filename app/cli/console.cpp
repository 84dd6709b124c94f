#include "app/cli/console.h"

#include <cstdio>

#include "app/cli/text.h"

namespace segad::cli {

namespace {
/// More of them would bury the one line that matters; all are in the JSON document.
constexpr std::size_t kWarningsShown = 20;

void writeTo(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

/// Replaces what is not UTF-8 (a file name of another age), which JSON can't carry.
std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace

Console::Console(const CommonOptions& options)
    : options_(options), bar_(options.quiet ? ProgressBar::Style::None : ProgressBar::styleForStderr()) {}

void Console::print(std::string_view text) {
    if (options_.json) return;
    bar_.clear();
    writeTo(stdout, text);
}

void Console::note(std::string_view text) {
    notes_.push_back(text);
    if (options_.quiet) return;
    bar_.clear();
    writeTo(stderr, "note: " + std::string(text) + "\n");
}

void Console::warn(const Error& error) {
    warnings_.push_back(toJson(error));
    if (options_.quiet || warnings_.size() > kWarningsShown) return;
    bar_.clear();
    writeTo(stderr, "warning: " + std::string(error.what()) + "\n");
}

void Console::finish() {
    bar_.finish();
    if (warnings_.size() > kWarningsShown && !options_.quiet) {
        const auto more = static_cast<long long>(warnings_.size() - kWarningsShown);
        writeTo(stderr, "and " + counted(more, "more warning", "more warnings") + " (all with --json)\n");
    }
    if (!options_.json) return;
    Json document = document_.value_or(Json::object());
    if (!notes_.empty()) document["notes"] = notes_;
    if (!warnings_.empty()) document["warnings"] = warnings_;
    writeTo(stdout, dumped(document));
}

void Console::finish(const Error& error) {
    printError(toJson(error), error.what());
}

void Console::finishCancelled(const std::string& howToResume) {
    const Json error{
        {"code", "cancelled"}, {"subject", ""}, {"message", "cancelled"}, {"remedy", howToResume}};
    printError(error, "cancelled. " + howToResume);
}

void Console::finishWrongUsage(const std::string& message, const std::string& remedy) {
    const Json error{{"code", toString(ErrorCode::InvalidArgument)},
                     {"subject", ""},
                     {"message", message},
                     {"remedy", remedy}};
    printError(error, message + "\n" + remedy);
}

void Console::printError(const Json& error, const std::string& words) {
    bar_.finish();
    std::fflush(stdout);
    writeTo(stderr, "segad: " + words + "\n");
    if (options_.json) writeTo(stdout, dumped({{"error", error}}));
}

}  // namespace segad::cli
