#include "core/base/log.h"

#include <memory>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace segad::log {

namespace {
constexpr std::size_t kFileBytes = std::size_t{5} * 1024 * 1024;
constexpr std::size_t kFilesKept = 3;

struct Logger {
    std::shared_ptr<spdlog::sinks::stderr_color_sink_mt> console =
        std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    spdlog::logger logger{"segad", console};

    Logger() {
        console->set_level(spdlog::level::warn);
        console->set_pattern("%^%l%$: %v");
        logger.set_level(spdlog::level::debug);
    }
};

Logger& instance() {
    static Logger logger;
    return logger;
}

spdlog::level::level_enum toSpdlog(Level level) {
    switch (level) {
        case Level::Debug:
            return spdlog::level::debug;
        case Level::Info:
            return spdlog::level::info;
        case Level::Warn:
            return spdlog::level::warn;
        case Level::Error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}
}  // namespace

void setConsoleLevel(Level level) {
    instance().console->set_level(toSpdlog(level));
}

void setFile(const std::filesystem::path& file) {
    try {
        auto sink =
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kFileBytes, kFilesKept);
        sink->set_level(spdlog::level::debug);
        instance().logger.sinks().push_back(std::move(sink));
    } catch (const spdlog::spdlog_ex& failure) {
        warn(std::string("log file not opened: ") + failure.what());
    }
}

void write(Level level, std::string_view message) {
    instance().logger.log(toSpdlog(level), message);
}

}  // namespace segad::log
