// Where a command's output goes: results to stdout (words, or one JSON document with --json), progress,
// notes and warnings to stderr.
//
// Threads: one thread, the one that runs the command.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/cli/progress_bar.h"
#include "core/base/error.h"
#include "core/base/json.h"

namespace segad::cli {

struct CommonOptions {
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    int threads = 0;  ///< 0 = all processors
    std::string device = "auto";
};

class Console {
public:
    explicit Console(const CommonOptions& options);

    bool wantsJson() const noexcept { return options_.json; }
    bool isQuiet() const noexcept { return options_.quiet; }
    ProgressBar& progressBar() noexcept { return bar_; }

    /// A part of the result in words; nothing with --json.
    void print(std::string_view text);
    /// The whole result for --json. Printed once, at the end of the command, with its warnings.
    void setDocument(Json document) { document_ = std::move(document); }
    /// A remark the user should see ("the backbone is untrained"); part of the JSON document as "notes".
    void note(std::string_view text);
    /// One part or file failed and the rest goes on; part of the JSON document as "warnings".
    void warn(const Error& error);

    /// Ends a command that worked.
    void finish();
    /// Ends a command that did not: words on stderr, {"error":…} on stdout with --json.
    void finish(const Error& error);
    void finishCancelled(const std::string& howToResume);
    void finishWrongUsage(const std::string& message, const std::string& remedy);

private:
    void printError(const Json& error, const std::string& words);

    CommonOptions options_;
    ProgressBar bar_;
    std::optional<Json> document_;
    Json notes_ = Json::array();
    Json warnings_ = Json::array();
};

}  // namespace segad::cli
