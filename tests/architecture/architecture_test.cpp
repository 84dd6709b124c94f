// Reads every #include of the source tree and fails on a forbidden arrow. The build already stops most
// of them (a room's headers are reachable only through its declared dependencies); this also covers what
// is reachable transitively, third-party libraries, and the size of files.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {
namespace fs = std::filesystem;

struct Include {
    std::string target;
    int line;
};

struct SourceFile {
    std::string path;  // relative to the checkout, '/'-separated
    std::vector<Include> includes;
    int lines = 0;

    bool isHeader() const { return path.ends_with(".h"); }
    /// "core/metric", "ui/viewer", "app/cli".
    std::string room() const {
        const std::size_t first = path.find('/');
        return path.substr(0, path.find('/', first + 1));
    }
};

std::vector<SourceFile> sourceFiles() {
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<SourceFile> files;
    const fs::path root = SEGAD_SOURCE;
    for (const char* top : {"core", "ui", "app"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".h" && extension != ".cpp") continue;
            SourceFile file{.path = fs::relative(entry.path(), root).generic_string()};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                ++file.lines;
                if (std::smatch match; std::regex_search(line, match, pattern)) {
                    file.includes.push_back({match[1], file.lines});
                }
            }
            files.push_back(std::move(file));
        }
    }
    return files;
}

const std::vector<SourceFile>& files() {
    static const std::vector<SourceFile> all = sourceFiles();
    return all;
}

/// The rooms each room of core may include besides itself. Rooms of one row do not know each other.
const std::map<std::string, std::set<std::string>>& allowedRooms() {
    static const std::map<std::string, std::set<std::string>> rooms = [] {
        const std::set<std::string> base{"base"};
        const std::set<std::string> image{"base", "image"};
        const std::set<std::string> middle{"base", "image", "nn", "trees", "dataset", "procedural"};
        std::set<std::string> all = middle;
        all.insert({"demo", "project", "detector", "forest", "segment", "defect", "metric"});
        return std::map<std::string, std::set<std::string>>{
            {"base", {}},         {"image", base},    {"dataset", image},  {"procedural", image},
            {"trees", base},      {"nn", image},      {"demo", middle},    {"project", middle},
            {"detector", middle}, {"forest", middle}, {"segment", middle}, {"defect", middle},
            {"metric", middle},   {"workflow", all}};
    }();
    return rooms;
}

std::string at(const SourceFile& file, const Include& include) {
    return file.path + ":" + std::to_string(include.line) + " includes " + include.target;
}

TEST(Architecture, TheTreeIsRead) {
    EXPECT_GT(files().size(), 20U);
}

TEST(Architecture, RoomsOfCoreKnowOnlyTheRoomsBelowThem) {
    for (const SourceFile& file : files()) {
        if (!file.path.starts_with("core/")) continue;
        const std::string room = file.room().substr(5);
        const auto rule = allowedRooms().find(room);
        ASSERT_NE(rule, allowedRooms().end()) << file.path << ": core/" << room << " has no rule here";
        for (const Include& include : file.includes) {
            EXPECT_FALSE(include.target.starts_with("ui/") || include.target.starts_with("app/"))
                << at(file, include);
            if (!include.target.starts_with("core/")) continue;
            const std::string other = include.target.substr(5, include.target.find('/', 5) - 5);
            EXPECT_TRUE(other == room || rule->second.contains(other)) << at(file, include);
        }
    }
}

TEST(Architecture, ATypeIsDefinedOnce) {
    // Two of one name in one library are mixed up by the linker without a word: a list of the one is
    // destroyed by the destructor of the other.
    static const std::regex definition(R"(^(?:struct|class|enum class) (\w+)[^;(]*\{.*)");
    static const std::regex space(R"(^namespace ([\w:]+) \{)");
    std::map<std::string, std::string> where;
    for (const SourceFile& file : files()) {
        if (!file.isHeader()) continue;
        std::ifstream in(fs::path(SEGAD_SOURCE) / file.path);
        std::string around;
        for (std::string line; std::getline(in, line);) {
            std::smatch match;
            if (std::regex_match(line, match, space)) around = match[1];
            if (!std::regex_match(line, match, definition)) continue;
            const auto [other, isNew] = where.emplace(around + "::" + match[1].str(), file.path);
            EXPECT_TRUE(isNew) << other->first << " is in " << other->second << " and " << file.path;
        }
    }
    EXPECT_GT(where.size(), 300U);
}

TEST(Architecture, CoreIsFreeOfQt) {
    static const std::regex qt(R"(^(Q[A-Z]\w*|Qt\w*/.*|qcustomplot\.h)$)");
    for (const SourceFile& file : files()) {
        if (file.path.starts_with("ui/") || file.path.starts_with("app/studio/")) continue;
        for (const Include& include : file.includes) {
            EXPECT_FALSE(std::regex_match(include.target, qt)) << at(file, include);
        }
    }
}

TEST(Architecture, WindowAndCommandLineReachCoreOnlyThroughItsDoors) {
    // Plain data and read-only catalogs are doors; what computes is reached through workflow/.
    const std::set<std::string> doors{"base", "image", "dataset", "project", "workflow"};
    const std::set<std::string> plainHeaders{
        "core/detector/catalog.h",      "core/segment/catalog.h", "core/defect/catalog.h",
        "core/forest/forest_options.h", "core/nn/weight_store.h", "core/nn/embedded_backbone.h",
        "core/nn/backbones.h",          "core/nn/loss_curve.h",   "core/metric/roc.h"};
    for (const SourceFile& file : files()) {
        if (file.path.starts_with("core/")) continue;
        for (const Include& include : file.includes) {
            if (!include.target.starts_with("core/")) continue;
            const std::string room = include.target.substr(5, include.target.find('/', 5) - 5);
            EXPECT_TRUE(doors.contains(room) || plainHeaders.contains(include.target)) << at(file, include);
        }
    }
}

TEST(Architecture, UiDoesNotKnowApp) {
    for (const SourceFile& file : files()) {
        if (!file.path.starts_with("ui/")) continue;
        for (const Include& include : file.includes) {
            EXPECT_FALSE(include.target.starts_with("app/")) << at(file, include);
        }
    }
}

TEST(Architecture, EachHeavyLibraryIsKnownToItsRoomsOnly) {
    struct Rule {
        std::regex header;
        std::set<std::string> rooms;
        bool headersToo;  // may a header of the room include it?
    };
    const std::vector<Rule> rules{
        {std::regex(R"(^(torch|ATen|c10|caffe2)/.*)"), {"core/nn", "core/detector"}, false},
        {std::regex(R"(^xgboost/.*)"), {"core/trees"}, false},
        {std::regex(R"(^(sqlite3\.h|SQLiteCpp/.*)$)"), {"core/project"}, false},
        {std::regex(R"(^zstd\.h$)"), {"core/project"}, false},
        {std::regex(R"(^spdlog/.*)"), {"core/base"}, false},
        {std::regex(R"(^openssl/.*)"), {"core/base"}, false},
        {std::regex(R"(^(png\.h|jpeglib\.h|jerror\.h|tiffio\.h|webp/.*)$)"), {"core/image"}, false},
        {std::regex(R"(^opencv2/video.*)"), {"core/segment"}, false},
        {std::regex(R"(^(cairo.*\.h|pango/.*)$)"), {"core/workflow"}, false},
        {std::regex(R"(^opencv2/imgcodecs.*)"), {}, false},
        {std::regex(R"(^opencv2/highgui.*)"), {}, false},
    };
    for (const SourceFile& file : files()) {
        for (const Include& include : file.includes) {
            for (const Rule& rule : rules) {
                if (!std::regex_match(include.target, rule.header)) continue;
                EXPECT_TRUE(rule.rooms.contains(file.room())) << at(file, include);
                const bool torchHeader = file.path.ends_with("_torch.h") || file.path.ends_with("_prelude.h");
                EXPECT_TRUE(!file.isHeader() || rule.headersToo || torchHeader || file.path.ends_with("_p.h"))
                    << at(file, include) << " from a header that others may include";
            }
        }
    }
}

TEST(Architecture, HeadersAreIncludedFromTheRootAndGuarded) {
    for (const SourceFile& file : files()) {
        for (const Include& include : file.includes) {
            EXPECT_FALSE(include.target.starts_with("../") || include.target.starts_with("./"))
                << at(file, include);
        }
        if (!file.isHeader()) continue;
        std::ifstream in(fs::path(SEGAD_SOURCE) / file.path);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        EXPECT_NE(text.find("#pragma once"), std::string::npos) << file.path;
    }
}

TEST(Architecture, NoFileIsOver600Lines) {
    for (const SourceFile& file : files())
        EXPECT_LE(file.lines, 600) << file.path;
}

TEST(Architecture, TopLevelIsAsDesigned) {
    const std::set<std::string> allowed{
        "CMakeLists.txt", "app",          "core",      "ui",        "resources",
        "translations",   "tests",        "packaging", "README.md", "CMakePresets.json",
        "LICENSE",        "CHANGELOG.md", "build"};
    for (const auto& entry : fs::directory_iterator(SEGAD_SOURCE)) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(name.starts_with(".") || allowed.contains(name)) << name;
    }
}
}  // namespace
